import type { ComponentChildren, JSX } from "preact";
import type { ProfileField } from "../../db/vocabulary.ts";
import { Badge } from "../ui/badge.tsx";
import { formatDay } from "../ui/dutch.ts";
import { PROFILE_FIELD_UNITS } from "./labels.ts";
import { isStale, type SaidValue, saidBy } from "./said-value.ts";
import { valueWords } from "./value-words.ts";

/** All that is known of a member's profile, to be looked up by field. */
export interface ProfileFacts {
  memberName: string;
  today: string;
  /** whether names of people may stand beside what they said */
  named: boolean;
  valueOf(field: ProfileField): SaidValue | null;
  /** the Dutch name of a code; for `municipalities` that of a municipality */
  labelOf(field: ProfileField, code: string): string;
}

/** A value in words: a list when there is more than one. Null when there is none. */
export function FactWords({
  field,
  value,
  labelOf,
  inline = false,
}: {
  field: ProfileField;
  value: SaidValue | null;
  labelOf: ProfileFacts["labelOf"];
  /** within a sentence: no list */
  inline?: boolean;
}): JSX.Element | null {
  const words = value ? valueWords(value, (code) => labelOf(field, code), PROFILE_FIELD_UNITS[field]) : [];
  if (words.length === 0) return null;
  if (words.length === 1 || inline) return <>{words.join(", ")}</>;
  return (
    <ul class="wt-fact-list">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}

/** The words of a field, or null so that the list around it says "Niet ingevuld". */
export function factAnswer(facts: ProfileFacts, field: ProfileField): ComponentChildren {
  const value = facts.valueOf(field);
  return value ? <FactWords field={field} value={value} labelOf={facts.labelOf} /> : null;
}

/** Under a value: its reference date, who said it, and whether it asks to be confirmed. */
export function FactNote({ facts, field }: { facts: ProfileFacts; field: ProfileField }): JSX.Element | null {
  const value = facts.valueOf(field);
  if (!value) return null;
  return (
    <>
      Peildatum {formatDay(value.referenceOn)}. {saidBy(value, facts.memberName, facts.named)}.
      {isStale(value.referenceOn, facts.today) ? (
        <>
          {" "}
          <Badge kind="brick">Klopt dit nog?</Badge>
        </>
      ) : null}
    </>
  );
}
