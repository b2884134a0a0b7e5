import type { JSX } from "preact";
import type { Audience, ConsentTier, ProfileOutcome } from "../../db/vocabulary.ts";
import { AnswerField } from "../members/answer-fields.tsx";
import type { AnswerShape, StoredAnswer } from "../members/answer-shape.ts";
import { Button } from "../ui/button.tsx";
import { formatDateTime } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { answerLines } from "./answer-lines.ts";
import { ConsentChoice } from "./consent-choice.tsx";
import { guardFieldNames, TAKE_OVER } from "./contract.ts";
import { AUDIENCE_LABELS } from "./labels.ts";
import { OUTCOME_SENTENCES, ProfileOffer } from "./profile-offer.tsx";
import { Explanations, QuestionTalk, type TalkView } from "./question-notes.tsx";
import { QuestionWarnings, type WarningView } from "./question-warning.tsx";
import { ReturnedReason, type ReturnedView } from "./returned.tsx";

/** One question of a section with everything that stands around it. */
export interface QuestionView {
  concept: string;
  stem: string;
  shortName: string;
  /** what is meant by its words; may be empty */
  definition: string;
  purpose: string;
  use: string;
  audience: Audience;
  /** to whom the answer is opened; null for facts */
  consent: ConsentTier | null;
  shape: AnswerShape;
  /** 0: nothing was ever stored */
  revision: number;
  /** what the fields are filled in with: the stored answer, or else the profile's value */
  current: StoredAnswer | null;
  /** set when `current` comes from the profile and still has to be confirmed */
  profile: { id: string; referenceOn: string; saidBy: string | null } | null;
  /** the answer in the last signed round, when nothing is stored yet */
  earlier: { year: number; answer: StoredAnswer } | null;
  saved: { at: number; by: string | null; isAssisted?: boolean } | null;
  /** what was done with the profile's value in this response */
  outcome: ProfileOutcome | null;
  /** what colleagues and the learning group said about it; absent where nobody talks, as in a preview */
  talk?: TalkView | undefined;
  /** set while it is sent back by a signatory and nothing was done with it */
  returned?: ReturnedView | undefined;
  /** what looks odd in the stored answer */
  warnings?: readonly WarningView[] | undefined;
}

interface QuestionProps {
  question: QuestionView;
  typed?: Readonly<Record<string, readonly string[]>> | undefined;
  errors?: FieldErrors | undefined;
}

const NO_NAMES = "Noem geen inwoners of collega's bij naam.";

/** Where the answer that stands here came from. */
function Origin({ question, typed, errors }: QuestionProps): JSX.Element | null {
  const { concept, shortName, profile, saved, outcome } = question;
  const { profileChoice } = guardFieldNames(concept);
  if (profile)
    return (
      <ProfileOffer
        {...{ concept, profile, subject: shortName, isSkipped: outcome === "skipped" }}
        typed={typed?.[profileChoice]?.[0]}
        error={errors?.[profileChoice]}
      />
    );
  return saved ? (
    <p class="wt-small" data-origin="">
      {saved.isAssisted ? "Ingevuld door het bureau, telefonisch: " : "Opgeslagen door "}
      {saved.by ?? "een oud-collega"}, {formatDateTime(saved.at)}.
      {outcome ? ` ${OUTCOME_SENTENCES[outcome]}` : ""}
    </p>
  ) : null;
}

/** The answer of an earlier round, with the button that takes it over. */
function Earlier({ question }: { question: QuestionView }): JSX.Element | null {
  const { earlier, shape } = question;
  if (!earlier) return null;
  return (
    <div class="wt-earlier">
      <p>
        In {earlier.year}:{" "}
        <span class="wt-answer-text">{answerLines(shape, earlier.answer).join(" · ")}</span>
      </p>
      <Button kind="quiet" name="actie" value={`${TAKE_OVER}${question.concept}`}>
        Antwoord van {earlier.year} overnemen
        <span class="wt-only-read"> bij {question.shortName}</span>
      </Button>
    </div>
  );
}

/** The question with its fields, and beside it why it is asked and who reads the answer. */
export function Question({ question, typed, errors }: QuestionProps): JSX.Element {
  const { shape, concept, revision, profile } = question;
  const guards = guardFieldNames(concept);
  const help = shape.kind === "open" ? [shape.help, NO_NAMES].filter(Boolean).join(" ") : shape.help;
  return (
    <div class="wt-asked">
      <div class="wt-asked__question">
        {question.returned ? (
          <ReturnedReason returned={question.returned} year={question.talk?.year ?? null} />
        ) : null}
        <Hidden name={guards.revision} value={typed?.[guards.revision]?.[0] ?? revision} />
        {typed?.[guards.profile]?.[0] || profile ? (
          <Hidden name={guards.profile} value={typed?.[guards.profile]?.[0] ?? profile?.id ?? ""} />
        ) : null}
        <AnswerField
          shape={{ ...shape, help }}
          typed={typed}
          current={question.current}
          errors={errors}
          after={question.earlier ? <Earlier question={question} /> : undefined}
        />
        <Explanations list={question.talk?.explanations ?? []} />
        <QuestionWarnings year={question.talk?.year ?? null} warnings={question.warnings ?? []} />
      </div>
      <div class="wt-asked__why">
        <Origin question={question} typed={typed} errors={errors} />
        {question.consent === null ? (
          <p class="wt-small">{AUDIENCE_LABELS[question.audience]}</p>
        ) : (
          <ConsentChoice
            concept={concept}
            kind={shape.kind}
            subject={question.shortName}
            consent={question.consent}
            typed={typed?.[guards.consent]?.[0]}
            error={errors?.[guards.consent]}
          />
        )}
        {question.definition ? (
          <details class="wt-disclosure">
            <summary class="wt-disclosure__summary">
              Wat bedoelen we?<span class="wt-only-read"> {question.shortName}</span>
            </summary>
            <div class="wt-disclosure__content">
              <p>{question.definition}</p>
            </div>
          </details>
        ) : null}
        <details class="wt-disclosure">
          <summary class="wt-disclosure__summary">
            Waarom vragen we dit?<span class="wt-only-read"> {question.shortName}</span>
          </summary>
          <div class="wt-disclosure__content">
            <p>{question.purpose}</p>
            <p>{question.use}</p>
          </div>
        </details>
        {question.talk ? (
          <QuestionTalk talk={question.talk} concept={concept} subject={question.shortName} />
        ) : null}
      </div>
    </div>
  );
}
