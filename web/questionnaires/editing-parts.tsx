import type { ComponentChildren, JSX } from "preact";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { countFirst, countOf, formatDateTime } from "../ui/dutch.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import type { PartKind, QuestionnaireView } from "./editing.ts";
import { REASON_LENGTH } from "./item-editing-contract.ts";

/** What every form of the editor carries: its own id and the revision that it was drawn from. */
export const Guard = ({ formId, revision }: { formId: string; revision: number }): JSX.Element => (
  <>
    <Hidden name="id" value={formId} />
    <Hidden name="versie" value={revision} />
  </>
);

export const trailOf = ({ id, title }: { id: string; title: string }) => [
  { href: paths.editing(), label: "Vragenlijsten" },
  { href: paths.edited(id), label: title },
];

/** What a field held when somebody else saved it, beside what was typed. */
export interface TheirValue {
  label: string;
  text: string;
}

/** The page was changed meanwhile: what is stored now stands beside what was typed. */
export function Stale({ theirs }: { theirs: readonly TheirValue[] }): JSX.Element {
  return (
    <Notice kind="warning" live title="Iemand anders veranderde deze vragenlijst intussen.">
      <p>Er is niets opgeslagen. Wat je typte staat hieronder. Opslaan vervangt wat er nu staat.</p>
      {theirs.length > 0 ? (
        <>
          <p>Dit staat er nu:</p>
          <ul>
            {theirs.map(({ label, text }) => (
              <li key={label}>
                {label}: <strong>{text || "leeg"}</strong>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>De velden op deze pagina zijn gelijk gebleven.</p>
      )}
    </Notice>
  );
}

/** How many organisations answered a question; of a confidential one only whether anybody did. */
export type Answered = number | "some" | "none";

function answeredWords(answered: Answered): string {
  if (answered === "some") return "Deze vraag is al beantwoord. Hoe vaak blijft vertrouwelijk.";
  if (answered === "none") return "Nog niemand heeft deze vraag beantwoord.";
  return `${countFirst(answered, "organisatie heeft", "organisaties hebben")} deze vraag beantwoord.`;
}

/** Who is touched by a change, and the reason that it asks for; nothing while nobody has begun. */
export function Impact({
  questionnaire,
  answered,
  reason,
  error,
  children,
}: {
  questionnaire: QuestionnaireView;
  /** organisations that answered this very question; null for what is no question */
  answered: Answered | null;
  reason: string;
  error: string | undefined;
  children?: ComponentChildren;
}): JSX.Element | null {
  const { began, signed } = questionnaire;
  if (began === 0) return null;
  return (
    <section aria-labelledby="gevolgen">
      <h2 id="gevolgen">Wie dit raakt</h2>
      <ul>
        <li>
          {countOf(began, "organisatie is begonnen", "organisaties zijn begonnen")} met deze vragenlijst.
        </li>
        <li>{countFirst(signed, "organisatie heeft", "organisaties hebben")} ondertekend.</li>
        {answered === null ? null : <li>{answeredWords(answered)}</li>}
      </ul>
      {children}
      <TextArea
        name="reden"
        label="Waarom verander je dit?"
        hint="Dit staat in de geschiedenis van de vragenlijst."
        value={reason}
        error={error}
        maxLength={REASON_LENGTH}
        rows={2}
      />
    </section>
  );
}

export interface HistoryLine {
  revision: number;
  reason: string;
  changedAt: number;
  changedBy: string | null;
  /** what was replaced, as a sentence a field */
  before: readonly TheirValue[];
}

/** What happened to a part, newest first. */
export function History({ lines }: { lines: readonly HistoryLine[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <Disclosure summary="Wat er veranderde">
      <ul>
        {lines.map((line) => (
          <li key={line.revision}>
            {formatDateTime(line.changedAt)}, {line.changedBy ?? "een oud-collega"}.
            {line.reason ? ` Reden: ${line.reason}` : ""}
            {line.before.map(({ label, text }) => (
              <div class="wt-small" key={label}>
                {label} was: {text || "leeg"}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const MOVES = { omhoog: "Omhoog", omlaag: "Omlaag" } as const;

/** The buttons that move a part one place; only those that can. */
export function MoveButtons({
  questionnaire,
  part,
  partId,
  name,
  isFirst,
  isLast,
}: {
  questionnaire: QuestionnaireView;
  part: PartKind;
  partId: string;
  /** what moves, for who hears only the button */
  name: string;
  isFirst: boolean;
  isLast: boolean;
}): JSX.Element | null {
  const { id, revision, mayEdit, began } = questionnaire;
  if (!mayEdit || began > 0 || (isFirst && isLast)) return null;
  return (
    <Actions>
      {(["omhoog", "omlaag"] as const)
        .filter((move) => !(move === "omhoog" ? isFirst : isLast))
        .map((move) => (
          <InlineForm key={move} action={paths.editedPartMove(id, part, partId, move)}>
            <Hidden name="versie" value={revision} />
            <Button kind="quiet">
              {MOVES[move]}
              <span class="wt-only-read">: {name}</span>
            </Button>
          </InlineForm>
        ))}
    </Actions>
  );
}
