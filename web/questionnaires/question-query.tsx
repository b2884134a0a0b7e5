import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button } from "../ui/button.tsx";
import { formatDateTime } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { backToQuestion, fullWording, type TalkedQuestion } from "./notes-page.tsx";
import { type Explanation, Explanations } from "./question-notes.tsx";

export interface QueryPageProps {
  frame: Frame;
  year: number;
  question: TalkedQuestion;
  /** what this organisation asked before */
  own: readonly { id: string; text: string; askedAt: number; by: string; state: "open" | "answered" }[];
  explanations: readonly Explanation[];
  locked: string | null;
  formId: string;
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
  notice?: { kind: "ok" | "warning"; text: string } | undefined;
}

function Asked({ own }: Pick<QueryPageProps, "own">): JSX.Element | null {
  if (own.length === 0) return null;
  return (
    <section>
      <h2>Wat jullie vroegen</h2>
      <ol class="wt-timeline">
        {own.map(({ id, text, askedAt, by, state }) => (
          <li key={id}>
            <strong>{by}</strong>{" "}
            <Badge kind={state === "open" ? "ochre" : "green"}>
              {state === "open" ? "wacht op uitleg" : "beantwoord"}
            </Badge>
            <p class="wt-timeline__when">{formatDateTime(askedAt)}</p>
            <p class="wt-answer-text">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** "Deze vraag is onduidelijk": what the learning group explained before, and a form to ask. */
export function QueryPage(props: QueryPageProps): JSX.Element {
  const { frame, year, question, explanations, errors = {}, typed } = props;
  return (
    <Layout
      frame={frame}
      title={`Wat is onduidelijk aan ${question.shortName}? – vragenlijst ${year}`}
      heading={`Wat is onduidelijk aan ${question.shortName}?`}
      lead={fullWording(question)}
      back={backToQuestion(year, question)}
      notice={props.notice}
      errors={errors}
    >
      <Explanations list={explanations} />
      <Asked own={props.own} />
      {props.locked ? (
        <Notice kind="info">{props.locked}</Notice>
      ) : (
        <Form action={paths.questionQuery(year, question.concept)} explained={false}>
          <Hidden name="id" value={props.formId} />
          <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
          <p>
            De leergroep monitoring ziet jouw naam en organisatie, en geeft uitleg. Die uitleg komt voor alle
            leden onder de vraag, zonder jouw naam.
          </p>
          <TextArea
            name="tekst"
            label="Wat vind je onduidelijk?"
            hint="Schrijf niet op wat jullie antwoord is, en noem geen inwoners."
            value={typed?.tekst?.[0] ?? ""}
            error={errors.tekst}
            rows={4}
          />
          <Actions>
            <Button>Vraag om uitleg</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}
