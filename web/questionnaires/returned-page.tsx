import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button } from "../ui/button.tsx";
import { formatDateTime } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import type { NoticeKind } from "../ui/notice.tsx";
import { remarkField } from "./return-contract.ts";
import { outcomeWords, type ReturnedView } from "./returned.tsx";
import type { RoundView } from "./round-words.ts";

const BADGES = {
  open: { kind: "brick", label: "Wacht op jullie" },
  changed: { kind: "green", label: "Gewijzigd" },
  remarked: { kind: "green", label: "Beantwoord" },
} as const;

/** Every question that came back, with the way to its answer and room to say why it stays. */
export function ReturnedPage(props: {
  frame: Frame;
  round: RoundView;
  responseId: string;
  returned: ReturnedView[];
  mayAnswer: boolean;
  /** id of the question whose form is shown again */
  at?: string | undefined;
  typed?: string | undefined;
  error?: string | undefined;
  notice?: { kind: NoticeKind; text: string } | undefined;
}): JSX.Element {
  const { frame, round, returned, error } = props;
  const errors: FieldErrors | undefined = error ? { [remarkField(props.at ?? "")]: error } : undefined;
  return (
    <Layout
      frame={frame}
      title={`Teruggestuurde vragen – vragenlijst ${round.year}`}
      heading="Teruggestuurde vragen"
      lead="Verander het antwoord, of schrijf waarom het zo blijft. De tekenaar ziet wat je deed."
      back={{ href: paths.questionnaire(round.year), label: "Terug naar de takenlijst" }}
      notice={props.notice}
      errors={errors}
    >
      {returned.length === 0 ? (
        <Empty why="De tekenaar stuurde niets terug in deze versie.">
          <a href={paths.questionnaire(round.year)}>Naar de takenlijst</a>
        </Empty>
      ) : null}
      {returned.map((one) => (
        <section key={one.id} id={`terug-${one.concept}`} class="wt-returned">
          <h2>
            {one.shortName} <Badge kind={BADGES[one.outcome].kind}>{BADGES[one.outcome].label}</Badge>
          </h2>
          <p class="wt-answer-text">{one.reason}</p>
          <p class="wt-small">
            {one.returnedBy ?? "Een oud-collega"}, {formatDateTime(one.returnedAt)}. Sectie {one.section}.
          </p>
          {one.outcome === "open" ? (
            <p>
              <a href={`${paths.questionnaireSection(round.year, one.position)}#veld-${one.concept}`}>
                Naar het antwoord<span class="wt-only-read"> op {one.shortName}</span>
              </a>
            </p>
          ) : (
            <p>{outcomeWords(one)}</p>
          )}
          {one.outcome === "open" && props.mayAnswer ? (
            <Form
              action={paths.questionnaireReturnedOne(round.year, one.id)}
              explained={false}
              label={`Reactie bij ${one.shortName}`}
            >
              <Hidden name="inzending" value={props.responseId} />
              <TextArea
                name={remarkField(one.id)}
                label="Waarom blijft het antwoord zo?"
                value={one.id === props.at ? props.typed : undefined}
                error={one.id === props.at ? error : undefined}
                rows={2}
              />
              <Actions>
                <Button kind="secondary">Antwoord laten staan</Button>
              </Actions>
            </Form>
          ) : null}
        </section>
      ))}
    </Layout>
  );
}
