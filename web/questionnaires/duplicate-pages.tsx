import type { ComponentChildren, JSX } from "preact";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { countOf } from "../ui/dutch.ts";
import { Form } from "../ui/form.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { Table } from "../ui/table.tsx";
import { LEFT, MERGE, RIGHT, sideField } from "./duplicate-contract.ts";
import { Keeping, Seen, type Shared, Sides, Stale } from "./duplicate-parts.tsx";

interface ComparedQuestion {
  concept: string;
  question: string;
  shortName: string;
  left: ComponentChildren;
  right: ComponentChildren;
  isEqual: boolean;
}

/** For the organisation: both responses side by side, with a choice at every question that differs. */
export function DuplicatePage(
  props: Shared & { questions: readonly ComparedQuestion[]; isMerging: boolean },
): JSX.Element {
  const { frame, year, questions, may, errors, typed } = props;
  const differing = questions.filter(({ isEqual }) => !isEqual);
  const same = questions.filter(({ isEqual }) => isEqual);
  return (
    <Layout
      frame={frame}
      title={`Twee inzendingen – vragenlijst ${year}`}
      heading="Twee inzendingen van jullie"
      lead="In de cijfers telt er één per organisatie. Kies per vraag welk antwoord blijft."
      back={{ href: paths.questionnaire(year), label: "Terug naar de takenlijst" }}
      errors={errors}
      notice={props.notice}
    >
      <Stale {...props} />
      <Sides {...props} />
      {props.isMerging ? (
        <p>
          Er staat een samengevoegde versie klaar.{" "}
          <a href={paths.questionnaireCheck(year)}>Ga naar de controle</a>
        </p>
      ) : null}
      {may.merge ? (
        <Form action={paths.questionnaireDuplicate(year)} explained={false}>
          <Seen {...props} />
          <h2>{countOf(differing.length, "vraag verschilt", "vragen verschillen")}</h2>
          {differing.map(({ concept, question, left, right }) => (
            <RadioGroup
              key={concept}
              name={sideField(concept)}
              label={question}
              value={typed?.[sideField(concept)]?.[0]}
              error={errors?.[sideField(concept)]}
              options={[
                { value: LEFT, label: "Eerste inzending", hint: left ?? "Niet ingevuld" },
                { value: RIGHT, label: "Tweede inzending", hint: right ?? "Niet ingevuld" },
              ]}
            />
          ))}
          <p>
            De uitkomst is een nieuwe versie. Een tekenaar dient die in. Tot dan verandert er niets in de
            cijfers.
          </p>
          <Actions>
            <Button name="actie" value={MERGE}>
              Samenvoegen tot één versie
            </Button>
          </Actions>
        </Form>
      ) : null}
      <Keeping {...props} action={paths.questionnaireDuplicate(year)} />
      <h2>Gelijk in beide</h2>
      {same.length > 0 ? (
        <SummaryList items={same.map(({ question, left }) => ({ question, answer: left }))} />
      ) : (
        <p>Geen enkele vraag heeft in beide hetzelfde antwoord.</p>
      )}
    </Layout>
  );
}

/** For the bureau: who made which, facts in full, and of opinions only whether they differ. */
export function RoundDuplicatePage(
  props: Shared & {
    member: { name: string; slug: string };
    facts: readonly {
      shortName: string;
      left: ComponentChildren;
      right: ComponentChildren;
      isEqual: boolean;
    }[];
    opinions: { same: number; different: number };
    isMerging: boolean;
  },
): JSX.Element {
  const { frame, year, member, facts, opinions } = props;
  return (
    <Layout
      frame={frame}
      title={`Twee inzendingen van ${member.name} – ${year}`}
      heading={`Twee inzendingen van ${member.name}`}
      lead="In de cijfers telt er één per organisatie. Houd er één, of vraag de organisatie te kiezen."
      trail={[
        { href: paths.bureau(), label: "Bureau" },
        { href: paths.round(year), label: `Ronde ${year}` },
      ]}
      notice={props.notice}
      wide
    >
      <Stale {...props} />
      <Sides {...props} />
      {props.isMerging ? (
        <p>De organisatie heeft een samengevoegde versie gemaakt. Die is nog niet ingediend.</p>
      ) : null}
      <Table
        caption="Feiten in beide inzendingen"
        columns={[
          { key: "what", label: "Onderwerp" },
          { key: "left", label: "Eerste" },
          { key: "right", label: "Tweede" },
          { key: "same", label: "Verschil" },
        ]}
        rows={facts.map(({ shortName, left, right, isEqual }) => ({
          what: shortName,
          left: left ?? "Niet ingevuld",
          right: right ?? "Niet ingevuld",
          same: isEqual ? "gelijk" : "verschilt",
        }))}
      />
      <p>
        Meningen en open antwoorden lees je hier niet. Gelijk: {opinions.same}. Verschillend:{" "}
        {opinions.different}.
      </p>
      <Keeping {...props} action={paths.roundDuplicate(year, member.slug)} ask />
    </Layout>
  );
}
