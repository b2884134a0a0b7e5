import type { JSX } from "preact";
import type { Audience, ConsentTier } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { type AnswerShape, answerFieldNames, type StoredAnswer } from "../members/answer-shape.ts";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { countOf, formatDateTime } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { answerText } from "./answer-text.tsx";
import { withAssistance } from "./assistance-contract.ts";
import { CONSENT_WORDS, consentOf } from "./consent.ts";
import { BACK_TO_CHECK, guardFieldNames, KEEP_MINE, KEEP_THEIRS } from "./contract.ts";
import type { RoundView } from "./round-words.ts";

type OpenedAnswer = StoredAnswer & { consent?: ConsentTier | null | undefined };

/** Two people answered the same question differently. */
export interface ConflictView {
  concept: string;
  audience: Audience;
  question: string;
  shape: AnswerShape;
  mine: OpenedAnswer;
  theirs: OpenedAnswer & { revision: number; savedAt: number; savedBy: string | null };
}

type Typed = Readonly<Record<string, readonly string[]>>;

export interface ConflictPageProps {
  frame: Frame;
  round: RoundView;
  position: number;
  sectionTitle: string;
  conflicts: ConflictView[];
  /** all that was typed: the fields of the conflicts travel along unseen */
  typed: Typed;
  errors?: FieldErrors | undefined;
  /** id of the assistance within which the bureau fills in, on the telephone */
  assistance?: string | undefined;
}

function Carried({ names, typed }: { names: readonly string[]; typed: Typed }): JSX.Element {
  return (
    <>
      {names.flatMap((name) =>
        (typed[name] ?? []).map((value, at) => <Hidden key={`${name} ${at}`} name={name} value={value} />),
      )}
    </>
  );
}

const NOTHING = <em>Geen antwoord</em>;

/** The answer, and who may read it where there is a choice. */
function Said({ conflict, answer }: { conflict: ConflictView; answer: OpenedAnswer }): JSX.Element {
  const { shape, audience } = conflict;
  const consent = consentOf({ audience, kind: shape.kind }, answer.consent);
  return (
    <>
      {answerText(shape, answer) ?? NOTHING}
      {consent === null ? null : <p>Te zien voor {CONSENT_WORDS[consent]}.</p>}
    </>
  );
}

/** What says more about an answer than its own fields: who reads it, and what was done with the profile's value. */
const carriedGuards = ({ consent, profile, profileChoice }: ReturnType<typeof guardFieldNames>): string[] => [
  consent,
  profile,
  profileChoice,
];

function Choice({
  conflict,
  typed,
  errors,
}: {
  conflict: ConflictView;
  typed: Typed;
  errors: FieldErrors;
}): JSX.Element {
  const { concept, theirs } = conflict;
  const guards = guardFieldNames(concept);
  return (
    <>
      <Carried
        names={[...Object.values(answerFieldNames(concept)), ...carriedGuards(guards)]}
        typed={typed}
      />
      <Hidden name={guards.revision} value={theirs.revision} />
      <ConflictChoice conflict={conflict} typed={typed} errors={errors} />
    </>
  );
}

/** The two answers to choose from; the form around them holds the answer itself and the revision that was seen. */
export function ConflictChoice({
  conflict,
  typed,
  errors,
}: {
  conflict: ConflictView;
  typed: Typed;
  errors: FieldErrors;
}): JSX.Element {
  const { concept, mine, theirs } = conflict;
  const guards = guardFieldNames(concept);
  const who = theirs.savedBy ?? "een oud-collega";
  return (
    <>
      <Hidden name={guards.mustChoose} value="ja" />
      <RadioGroup
        name={guards.choice}
        label={conflict.question}
        value={typed[guards.choice]?.[0]}
        error={errors[guards.choice]}
        options={[
          { value: KEEP_MINE, label: "Jouw antwoord", hint: <Said conflict={conflict} answer={mine} /> },
          {
            value: KEEP_THEIRS,
            label: `Antwoord van ${who}, ${formatDateTime(theirs.savedAt)}`,
            hint: <Said conflict={conflict} answer={theirs} />,
          },
        ]}
      />
    </>
  );
}

/** Shows both answers with name and time; the person chooses, and nothing that was typed is lost. */
export function ConflictPage(props: ConflictPageProps): JSX.Element {
  const { frame, round, position, conflicts, typed, errors = {} } = props;
  return (
    <Layout
      frame={frame}
      title={`Kies welk antwoord blijft – ${props.sectionTitle} ${round.year}`}
      heading="Kies welk antwoord blijft"
      lead={`Een collega veranderde ${countOf(conflicts.length, "vraag", "vragen")} terwijl jij bezig was.`}
      errors={errors}
    >
      <p>Jouw andere antwoorden op deze pagina zijn opgeslagen. Hieronder staan beide antwoorden.</p>
      <Form
        action={withAssistance(
          paths.questionnaireSection(round.year, position),
          round.year,
          props.assistance,
        )}
        explained={false}
      >
        <Carried names={["inzending", "namens", "klaar", "actie"]} typed={typed} />
        {typed.terug?.[0] === BACK_TO_CHECK ? <Hidden name="terug" value={BACK_TO_CHECK} /> : null}
        {conflicts.map((conflict) => (
          <Choice key={conflict.concept} conflict={conflict} typed={typed} errors={errors} />
        ))}
        <Actions>
          <Button>Keuze opslaan</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
