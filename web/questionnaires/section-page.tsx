import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice, type NoticeKind } from "../ui/notice.tsx";
import { Place } from "../ui/place.tsx";
import { answerText } from "./answer-text.tsx";
import { AssignmentNotice } from "./assignment-line.tsx";
import type { AssignmentView } from "./assignment-page.tsx";
import { AssistanceBanner, type AssistanceView } from "./assistance-banner.tsx";
import { withAssistance } from "./assistance-contract.ts";
import { AutosaveLine } from "./autosave-line.tsx";
import { BACK_TO_CHECK, CONFIRM_ALL, GO_ON, ODD_SEEN } from "./contract.ts";
import { confirmAllWords } from "./profile-offer.tsx";
import type { QuestionView } from "./question.tsx";
import { QuestionGroups } from "./question-groups.tsx";
import { QuestionTalk } from "./question-notes.tsx";
import type { RoundView } from "./round-words.ts";
import { StemmedAnswers } from "./stemmed-answers.tsx";

export interface SectionView {
  position: number;
  title: string;
  intro: string;
  minutes: number;
  isComplete: boolean;
  /** the how manieth it is of the sections that ask something, and how many those are */
  at: number;
  of: number;
  /** position of the next section that asks something */
  next: number | null;
}

export interface SectionPageProps {
  frame: Frame;
  round: RoundView;
  section: SectionView;
  questions: QuestionView[];
  /** id of the response; of the one to be made while there is none */
  responseId: string;
  /** for whom the browser keeps what is not saved yet: person, organisation and year */
  keeper: string;
  /** the person came from the check page */
  fromCheck: boolean;
  /** whether saving is possible now; otherwise the answers are shown to read */
  mayEdit: boolean;
  /** set when a colleague gave this section to who opens it */
  asked?: AssignmentView | undefined;
  /** set when the bureau fills in for the organisation, on the telephone */
  assistance?: AssistanceView | undefined;
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
  notice?: { kind: NoticeKind; text: JSX.Element | string } | undefined;
}

/** Addresses that stay within the assistance, when there is one. */
const linkOf =
  ({ round, assistance }: SectionPageProps) =>
  (address: string): string =>
    withAssistance(address, round.year, assistance?.id);

/** The questions that show a warning without a reason: who has seen those goes on all the same. */
const oddConcepts = (questions: readonly QuestionView[]): string[] =>
  questions.flatMap(({ concept, warnings = [] }) =>
    warnings.some(({ reason }) => reason === null) ? [concept] : [],
  );

function SectionForm(props: SectionPageProps): JSX.Element {
  const { round, section, questions, typed, errors } = props;
  const offered = questions.filter(({ profile, outcome }) => profile && outcome !== "skipped").length;
  return (
    <Form
      action={linkOf(props)(paths.questionnaireSection(round.year, section.position))}
      explained={false}
      fresh
      intro={
        <p class="wt-form__rule">Weet je iets niet? Kies dan 'Weet ik niet'. Een vraag openlaten mag ook.</p>
      }
    >
      <Hidden name="inzending" value={props.responseId} />
      <Hidden name="namens" value={props.frame.viewer?.memberId ?? ""} />
      <Hidden name={ODD_SEEN} value={oddConcepts(questions).join(" ")} />
      {props.fromCheck ? <Hidden name="terug" value={BACK_TO_CHECK} /> : null}
      {/* The first button of a form is the one that Enter presses: that one must not mark anything as done. */}
      <button
        class="wt-only-read"
        type="submit"
        name="actie"
        value="bewaren"
        tabIndex={-1}
        aria-hidden="true"
      >
        Opslaan
      </button>
      <QuestionGroups questions={questions} typed={typed} errors={errors} />
      <AutosaveLine keeper={props.keeper} isTyped={typed !== undefined} />
      <Checkbox
        name="klaar"
        label="Deze sectie is klaar, ook als er vragen openstaan"
        checked={typed ? typed.klaar !== undefined : section.isComplete}
      />
      {offered > 0 ? <p class="wt-form__rule">{confirmAllWords(offered)}</p> : null}
      <Actions>
        {offered > 0 ? (
          <Button name="actie" value={CONFIRM_ALL}>
            Alles in deze sectie klopt nog
          </Button>
        ) : null}
        <Button kind={offered > 0 ? "secondary" : "primary"} name="actie" value={GO_ON}>
          {props.fromCheck ? "Opslaan en terug naar controle" : "Opslaan en verder"}
        </Button>
        <Button kind="secondary" name="actie" value="bewaren">
          Opslaan, later verder
        </Button>
      </Actions>
    </Form>
  );
}

function SectionAnswers({ frame, round, section, questions }: SectionPageProps): JSX.Element {
  const { next } = section;
  const isOver = questions.some(({ talk }) => talk && !talk.mayAsk);
  return (
    <>
      {isOver ? <Over association={frame.association} /> : null}
      <StemmedAnswers
        level={2}
        items={questions.map((question) => ({
          stem: question.stem,
          question: question.shape.label,
          answer: question.profile ? null : answerText(question.shape, question.current),
          note: question.talk ? (
            <QuestionTalk talk={question.talk} concept={question.concept} subject={question.shortName} />
          ) : undefined,
        }))}
      />
      <Actions>
        {next ? (
          <ButtonLink href={paths.questionnaireSection(round.year, next)}>Volgende sectie</ButtonLink>
        ) : null}
        <ButtonLink kind="secondary" href={paths.questionnaire(round.year)}>
          Naar de takenlijst
        </ButtonLink>
      </Actions>
    </>
  );
}

/** Where to go with a question about a question, once the round takes no more of them. */
function Over({ association }: { association: Frame["association"] }): JSX.Element {
  const { contactEmail, contactPhone } = association;
  return (
    <Notice kind="info">
      Deze ronde is gesloten. Wil je nog iets weten over een vraag? Mail{" "}
      <a href={`mailto:${contactEmail}`}>{contactEmail}</a> of bel {contactPhone}.
    </Notice>
  );
}

/** One section: its questions to answer, or its answers to read. */
export function SectionPage(props: SectionPageProps): JSX.Element {
  const { frame, round, section, questions, fromCheck, mayEdit } = props;
  return (
    <Layout
      frame={frame}
      title={`${section.title} – vragenlijst ${round.year}`}
      heading={section.title}
      lead={`${section.intro} ${mayEdit ? `Ongeveer ${countOf(section.minutes, "minuut", "minuten")}.` : ""}`}
      back={
        fromCheck
          ? { href: paths.questionnaireCheck(round.year), label: "Terug naar de controle" }
          : { href: linkOf(props)(paths.questionnaire(round.year)), label: "Terug naar de takenlijst" }
      }
      notice={props.notice}
      errors={props.errors}
      wide={mayEdit}
    >
      {props.assistance ? <AssistanceBanner assistance={props.assistance} year={round.year} /> : null}
      <Place at={section.at} of={section.of} />
      {props.asked ? (
        <AssignmentNotice year={round.year} position={section.position} assignment={props.asked} />
      ) : null}
      {questions.length === 0 ? (
        <Empty why="Bij jullie antwoorden horen in deze sectie geen vragen.">
          <a href={linkOf(props)(paths.questionnaire(round.year))}>Terug naar de takenlijst</a>
        </Empty>
      ) : mayEdit ? (
        <SectionForm {...props} />
      ) : (
        <SectionAnswers {...props} />
      )}
    </Layout>
  );
}
