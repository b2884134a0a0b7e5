import type { JSX } from "preact";
import type { RoundState } from "../../db/vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox, RadioGroup } from "../ui/choices.tsx";
import { countFirst, countOf, formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { ClosingTick, OpenQueries, type OpenQuery } from "./open-queries.tsx";
import { ROUND_MOVE_NOUNS, ROUND_MOVE_WORDS, ROUND_STATE_WORDS, type RoundMove } from "./round-moves.ts";
import { type RoundDuplicate, RoundDuplicates } from "./round-signing.tsx";

export interface RoundPageProps {
  frame: LayoutProps["frame"];
  round: {
    year: number;
    questionnaireId: string;
    questionnaireTitle: string;
    state: RoundState;
    referenceOn: string;
    opensOn: string;
    closesOn: string;
    acceptsLate: number;
    publishedOn: string | null;
    signed: number;
    busy: number;
    isAnswered: number;
    /** that wait for their day */
    messages: number;
    extensions: number;
    bounces: number;
  };
  /** what members find unclear and nobody explained yet */
  queries: readonly OpenQuery[];
  /** what the form saw of the round */
  seen: string;
  /** organisations with two responses */
  twice: readonly RoundDuplicate[];
  moves: readonly RoundMove[];
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
  stale?: string | undefined;
  notice?: string | undefined;
}

/** One round as its staff runs it: how far it is, its last day, and the next step. */
export function RoundPage(props: RoundPageProps): JSX.Element {
  const { frame, round, seen, moves, typed, errors = {}, stale } = props;
  const value = (name: string, stored: string) => (stale ? stored : (typed?.[name]?.[0] ?? stored));
  return (
    <Layout
      frame={frame}
      title={`Ronde ${round.year}`}
      lead={`Deze ronde is ${ROUND_STATE_WORDS[round.state]}. ${countFirst(round.signed, "organisatie heeft", "organisaties hebben")} ondertekend, ${round.busy === 0 ? "niemand is" : countOf(round.busy, "organisatie is", "organisaties zijn")} bezig.`}
      trail={[{ href: paths.bureau(), label: "Bureau" }]}
      errors={errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      {stale ? (
        <Notice kind="warning" live>
          {stale} Er is niets veranderd.
        </Notice>
      ) : null}
      <SummaryList
        items={[
          {
            question: "Vragenlijst",
            answer: <a href={paths.edited(round.questionnaireId)}>{round.questionnaireTitle}</a>,
          },
          { question: "Peildatum", answer: formatDay(round.referenceOn) },
          { question: "Eerste dag", answer: formatDay(round.opensOn) },
          { question: "Laatste dag", answer: formatDay(round.closesOn) },
          { question: "Antwoorden na de laatste dag", answer: round.acceptsLate ? "welkom" : "niet meer" },
          {
            question: "Gepubliceerd",
            answer: round.publishedOn ? formatDay(round.publishedOn) : "nog niet",
          },
        ]}
      />
      <ul class="wt-points">
        <li>
          <a href={paths.responseBoard(round.year)}>Bekijk wie al heeft ingevuld</a>
        </li>
        <li>
          <a href={paths.roundMessages(round.year)}>Uitnodiging en herinneringen</a>:{" "}
          {round.messages === 0 ? "niets gepland" : `${round.messages} gepland`}
          {round.bounces > 0 ? `, ${countOf(round.bounces, "mail kwam", "mails kwamen")} niet aan` : ""}
        </li>
        <li>
          <a href={paths.roundExtensions(round.year)}>Uitstel</a>:{" "}
          {round.extensions === 0 ? "geen enkel lid" : countOf(round.extensions, "lid", "leden")}
        </li>
        <li>
          <a href={paths.assistance(round.year)}>Namens een lid invullen, telefonisch</a>
        </li>
      </ul>
      <RoundDuplicates year={round.year} duplicates={props.twice} />
      <OpenQueries year={round.year} queries={props.queries} />
      {moves.length > 0 ? <h2>Volgende stap</h2> : null}
      {moves.map((move) => (
        <div class="wt-step" key={move}>
          <p>{ROUND_MOVE_WORDS[move].what}</p>
          <InlineForm action={paths.roundMove(round.year, ROUND_MOVE_NOUNS[move])}>
            {move === "publication" ? (
              <Checkbox
                name="zeker"
                value="ja"
                label={`Ja, ik publiceer de uitkomst van ${round.year}`}
                error={errors.zeker}
              />
            ) : null}
            {move === "closing" && props.queries.length > 0 ? (
              <ClosingTick count={props.queries.length} error={errors.open_vragen} />
            ) : null}
            <Actions>
              <Button kind={move === "reopening" ? "secondary" : "primary"}>
                {ROUND_MOVE_WORDS[move].button}
              </Button>
            </Actions>
          </InlineForm>
        </div>
      ))}
      {round.state === "published" ? (
        <p>
          De beheerder geeft vertrouwelijke cijfers vrij met{" "}
          <code>{`npm run vrijgeven -- ${round.year}`}</code>.{" "}
          <a href={paths.releaseAccount(round.year)}>Bekijk wat er is vrijgegeven</a>
        </p>
      ) : null}
      <h2>Dagen en late antwoorden</h2>
      {round.isAnswered ? <p>Er zijn al antwoorden. Daarom blijft de peildatum staan.</p> : null}
      <Form action={paths.round(round.year)}>
        <Hidden name="gezien" value={seen} />
        {round.isAnswered ? null : (
          <DateField
            name="peildatum"
            value={value("peildatum", round.referenceOn)}
            error={errors.peildatum}
            label="Peildatum"
            hint="De dag waarover de antwoorden gaan."
          />
        )}
        {round.state === "concept" ? (
          <DateField
            name="opent"
            value={value("opent", round.opensOn)}
            error={errors.opent}
            label="Eerste dag"
            hint="De ronde gaat om middernacht vanzelf open."
          />
        ) : null}
        <DateField
          name="sluit"
          value={value("sluit", round.closesOn)}
          error={errors.sluit}
          label="Laatste dag"
          hint="Ook op deze dag kunnen leden nog invullen."
        />
        <RadioGroup
          name="late_antwoorden"
          value={value("late_antwoorden", round.acceptsLate ? "ja" : "nee")}
          error={errors.late_antwoorden}
          label="Zijn antwoorden na de laatste dag welkom?"
          hint="Late antwoorden tellen mee in een volgende versie."
          options={[
            { value: "ja", label: "Ja" },
            { value: "nee", label: "Nee" },
          ]}
        />
        <Actions>
          <Button kind="secondary">Ronde aanpassen</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
