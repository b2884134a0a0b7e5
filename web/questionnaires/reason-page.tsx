import type { ComponentChildren, JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { lowered } from "./labels.ts";
import { backToQuestion, fullWording, type TalkedQuestion } from "./notes-page.tsx";
import type { WarningView } from "./question-warning.tsx";

export interface ReasonPageProps {
  frame: Frame;
  year: number;
  question: TalkedQuestion;
  /** the stored answer in words, and the revision of it that the form is about */
  answer: ComponentChildren;
  revision: number;
  /** of a confidential question the reason stays within the organisation */
  isConfidential: boolean;
  warnings: readonly WarningView[];
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
  stale?: string | undefined;
}

/** Why an answer that looks odd is right all the same. Saving and signing go on without, too. */
export function ReasonPage(props: ReasonPageProps): JSX.Element {
  const { frame, year, question, answer, revision, warnings, typed, errors = {}, stale } = props;
  const given = warnings.find(({ reason }) => reason)?.reason?.text ?? "";
  return (
    <Layout
      frame={frame}
      title={`Klopt ${lowered(question.shortName)}? – vragenlijst ${year}`}
      heading={`Klopt ${lowered(question.shortName)}?`}
      lead="Dit antwoord valt op. Dat kan prima kloppen. Een reden voorkomt vragen achteraf."
      back={backToQuestion(year, question)}
      errors={errors}
    >
      {stale ? (
        <Notice kind="warning" live>
          {stale}
        </Notice>
      ) : null}
      <SummaryList items={[{ question: fullWording(question), answer }]} />
      {warnings.map(({ sentence }) => (
        <Notice kind="warning" key={sentence}>
          {sentence}
        </Notice>
      ))}
      {warnings.length > 0 ? (
        <Form action={paths.answerReason(year, question.position, question.concept)} explained={false}>
          <Hidden name="gezien" value={revision} />
          <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
          <TextArea
            name="reden"
            label="Waarom klopt dit?"
            hint={`${props.isConfidential ? "Collega's en de tekenaar lezen dit." : "Collega's, de tekenaar en de leergroep lezen dit."} Noem geen inwoners.`}
            value={typed?.reden?.[0] ?? given}
            error={errors.reden}
            rows={3}
            optional
          />
          <Actions>
            <Button>Reden opslaan</Button>
          </Actions>
        </Form>
      ) : (
        <p>Er valt nu niets op aan dit antwoord.</p>
      )}
    </Layout>
  );
}
