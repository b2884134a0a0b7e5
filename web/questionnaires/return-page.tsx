import type { ComponentChildren, JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { reasonField } from "./return-contract.ts";
import type { RoundView } from "./round-words.ts";
import { groupByStem } from "./stems.ts";

export interface ReturnableSection {
  position: number;
  title: string;
  questions: ReturnableQuestion[];
}

interface ReturnableQuestion {
  concept: string;
  stem: string;
  question: string;
  shortName: string;
  answer: ComponentChildren;
}

/** One question with its answer, and room for what is wrong with it. */
function Question({
  question: { concept, question, shortName, answer },
  typed,
  errors,
}: {
  question: ReturnableQuestion;
  typed: Record<string, string[]>;
  errors: FieldErrors;
}): JSX.Element {
  return (
    <div class="wt-returned">
      <p class="wt-as-asked">
        <strong>{question}</strong>
      </p>
      <div>{answer ?? <span class="wt-empty-answer">Niet ingevuld</span>}</div>
      <TextArea
        name={reasonField(concept)}
        label={`Wat klopt er niet bij ${shortName}?`}
        value={typed[reasonField(concept)]?.[0]}
        error={errors[reasonField(concept)]}
        rows={2}
        optional
      />
    </div>
  );
}

/** The signatory chooses what goes back: a reason at a question is the choice. */
export function ReturnPage({
  frame,
  round,
  responseId,
  sections,
  typed = {},
  errors = {},
  stale,
  seen,
  id,
}: {
  frame: Frame;
  round: RoundView;
  responseId: string;
  sections: ReturnableSection[];
  /** what was shown, in one word for the form */
  seen: string;
  /** names what the form makes */
  id: string;
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
  stale?: string | undefined;
}): JSX.Element {
  const { year } = round;
  const isTouched = (concept: string) =>
    Boolean(typed[reasonField(concept)]?.[0] || errors[reasonField(concept)]);
  return (
    <Layout
      frame={frame}
      title={`Vragen terugsturen – vragenlijst ${year}`}
      heading="Vragen terugsturen"
      lead="Schrijf bij een vraag wat er niet klopt. Vragen zonder reden blijven zoals ze zijn."
      back={{ href: paths.questionnaireCheck(year), label: "Terug naar de controle" }}
      errors={errors}
    >
      {stale ? (
        <Notice kind="warning" live>
          <p>{stale} Wat je schreef staat er nog.</p>
        </Notice>
      ) : null}
      <p>
        Je collega's krijgen een mail met de secties. De redenen lezen ze hier, na het inloggen. Zijn de
        secties weer klaar, dan krijg je vanzelf bericht.
      </p>
      <Form action={paths.questionnaireReturn(year)} explained={false}>
        <Hidden name="inzending" value={responseId} />
        <Hidden name="gezien" value={seen} />
        <Hidden name="id" value={id} />
        {sections.map(({ position, title, questions }, at) => (
          <Disclosure
            key={position}
            summary={title}
            open={at === 0 || questions.some(({ concept }) => isTouched(concept))}
          >
            {groupByStem(questions).map(({ stem, questions: group }, nth) => (
              <div key={nth}>
                {stem ? <p class="wt-as-asked">{stem} …</p> : null}
                {group.map((each) => (
                  <Question key={each.concept} question={each} typed={typed} errors={errors} />
                ))}
              </div>
            ))}
          </Disclosure>
        ))}
        <Actions>
          <Button>Vragen terugsturen</Button>
          <ButtonLink kind="quiet" href={paths.questionnaireCheck(year)}>
            Toch niet
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
