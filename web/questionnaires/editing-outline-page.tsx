import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { countOf, formatList } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { type QuestionnaireView, roundsInWords, standingOf } from "./editing.ts";
import { Guard, MoveButtons, Stale, trailOf } from "./editing-parts.tsx";

/** One question in the outline. */
export interface OutlineItem {
  id: string;
  concept: string;
  shortName: string;
  kind: string;
  minutes: string;
  /** short remarks: a new question, a condition, not used */
  marks: readonly { kind: "brick" | "blue" | "neutral" | "ochre"; text: string }[];
}

export interface OutlineSection {
  id: string;
  title: string;
  isWithdrawn: boolean;
  /** as stated to members, and as predicted from the questions */
  minutes: number;
  predicted: number;
  isConditional: boolean;
  items: readonly OutlineItem[];
}

export interface OutlinePageProps {
  frame: Frame;
  questionnaire: QuestionnaireView;
  formId: string;
  sections: readonly OutlineSection[];
  /** what is wrong with conditions, a sentence each */
  faults: readonly { href: string; text: string }[];
  /** concepts that nobody used in two rounds */
  unused: readonly string[];
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
  isStale?: boolean;
  notice?: { kind: "ok"; text: string } | undefined;
}

const minutes = (count: number) => countOf(count, "minuut", "minuten");

function Section({
  section,
  at,
  of,
  questionnaire,
}: {
  section: OutlineSection;
  at: number;
  of: number;
  questionnaire: QuestionnaireView;
}): JSX.Element {
  return (
    <Card title={<a href={paths.editedPart(questionnaire.id, "secties", section.id)}>{section.title}</a>}>
      <p>
        {section.isWithdrawn ? <Badge kind="brick">Ingetrokken</Badge> : null} {minutes(section.minutes)}{" "}
        vermeld, {minutes(section.predicted)} geschat.
        {section.isConditional ? " Onder een voorwaarde." : ""}
      </p>
      {section.items.length > 0 ? (
        <ul>
          {section.items.map((item) => (
            <li key={item.id}>
              <a href={paths.editedPart(questionnaire.id, "vragen", item.id)}>
                {item.concept} {item.shortName}
              </a>
              <span class="wt-small">
                {" "}
                {item.kind}, {item.minutes}
              </span>
              {item.marks.map(({ kind, text }) => (
                <span key={text}>
                  {" "}
                  <Badge kind={kind}>{text}</Badge>
                </span>
              ))}
            </li>
          ))}
        </ul>
      ) : (
        <p>Deze sectie heeft nog geen vragen.</p>
      )}
      {section.isWithdrawn ? null : (
        <MoveButtons
          questionnaire={questionnaire}
          part="secties"
          partId={section.id}
          name={section.title}
          isFirst={at === 0}
          isLast={at === of - 1}
        />
      )}
    </Card>
  );
}

/** Minutes of what is asked, stated beside predicted. */
function Length({ sections }: { sections: readonly OutlineSection[] }): JSX.Element {
  const asked = sections.filter(({ isWithdrawn }) => !isWithdrawn);
  const sum = (of: (section: OutlineSection) => number) => asked.reduce((total, each) => total + of(each), 0);
  const [stated, predicted] = [sum((each) => each.minutes), sum((each) => each.predicted)];
  return (
    <p>
      Leden lezen nu: {minutes(stated)}. Wij schatten {minutes(predicted)}, uit de lengte en de soort van de
      vragen.
      {Math.abs(stated - predicted) > stated / 4 ? " Dat scheelt veel. Pas de minuten per sectie aan." : ""}
    </p>
  );
}

/** A questionnaire from above: its sections with their questions, and what needs attention. */
export function OutlinePage(props: OutlinePageProps): JSX.Element {
  const { frame, questionnaire, sections, faults, unused } = props;
  const { id, title, lock, mayEdit, rounds, basedOnTitle } = questionnaire;
  const standing = standingOf(questionnaire);
  const active = sections.filter(({ isWithdrawn }) => !isWithdrawn);
  return (
    <Layout
      frame={frame}
      title={`${title} – opbouw`}
      heading={title}
      lead={`${rounds.length > 0 ? `Ronde ${roundsInWords(rounds)}.` : "Nog niet bij een ronde."}${basedOnTitle ? ` Kopie van '${basedOnTitle}'.` : ""}`}
      trail={trailOf(questionnaire).slice(0, 1)}
      errors={props.errors}
      notice={props.notice}
    >
      {props.isStale ? <Stale theirs={[]} /> : null}
      <p>
        <Badge kind={standing.kind}>{standing.label}</Badge>
      </p>
      {lock ? <Notice kind="info">{lock}</Notice> : null}
      <Actions>
        {mayEdit ? (
          <ButtonLink href={paths.editedPart(id, "secties", "nieuw")}>Sectie toevoegen</ButtonLink>
        ) : null}
        <ButtonLink kind="secondary" href={paths.preview(id)}>
          Proef doen
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.passport(id)}>
          Paspoort van alle vragen
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.transfer(id)}>
          Bewaren als bestand
        </ButtonLink>
      </Actions>
      {faults.length > 0 ? (
        <Notice kind="warning" title="Een voorwaarde klopt niet meer">
          <ul>
            {faults.map(({ href, text }) => (
              <li key={`${href} ${text}`}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {unused.length > 0 ? (
        <Notice kind="info" title="Twee rondes niet gebruikt">
          <p>
            Niemand deed iets met {formatList(unused)}: geen duiding, geen codering, geen download, geen
            werkbezoek.
          </p>
        </Notice>
      ) : null}
      {sections.length === 0 ? (
        <Empty why="Deze vragenlijst heeft nog geen secties.">Voeg hierboven de eerste sectie toe.</Empty>
      ) : (
        <Length sections={sections} />
      )}
      {sections.map((section) => (
        <Section
          key={section.id}
          section={section}
          at={active.indexOf(section)}
          of={active.length}
          questionnaire={questionnaire}
        />
      ))}
      {mayEdit ? (
        <Form action={paths.editedTitle(id)} explained={false} label="Titel veranderen">
          <Guard formId={props.formId} revision={questionnaire.revision} />
          <TextField
            name="titel"
            label="Titel van de vragenlijst"
            value={props.typed?.titel?.[0] ?? title}
            error={props.errors?.titel}
            maxLength={150}
          />
          <Actions>
            <Button kind="secondary">Titel opslaan</Button>
          </Actions>
        </Form>
      ) : null}
    </Layout>
  );
}
