import type { AnswerSource, MemberRole, ProfileField } from "../../db/vocabulary.ts";
import { labelOfRole } from "../navigation.ts";
import { formatDay } from "../ui/dutch.ts";
import type { ValueToSay } from "./value-words.ts";

/** A profile value with who said it, when, and about which day. */
export interface SaidValue extends ValueToSay {
  id: string;
  field: ProfileField;
  /** day, "2026-12-01" */
  referenceOn: string;
  source: AnswerSource;
  /** milliseconds since 1970 */
  saidAt: number;
  /** first day on which it holds, when that is not the day it was said */
  validFrom: string | null;
  /** of the round whose signed response it comes from */
  roundYear: number | null;
  supersededAt: number | null;
  /** null when nobody typed it here */
  personName: string | null;
  role: MemberRole | null;
}

const SOURCE_WORDS: Record<AnswerSource, string> = {
  typed: "",
  profile: "",
  previous_round: "uit de vragenlijst",
  imported: "overgenomen uit een eerdere opgave",
  assisted: "via het bureau",
  merger: "door een herindeling",
};

/**
 * Who said it and when: "Buurtkracht Lindestad, redacteur, 3 juni 2024". The person's name only comes with
 * `named`, for the organisation itself and the bureau.
 */
export function saidBy(value: SaidValue, memberName: string, named = false): string {
  return [
    named && value.personName ? value.personName : memberName,
    value.role ? labelOfRole(value.role) : "",
    value.roundYear === null ? SOURCE_WORDS[value.source] : `uit de vragenlijst van ${value.roundYear}`,
    formatDay(value.saidAt),
  ]
    .filter(Boolean)
    .join(", ");
}

/** Whether a value was not confirmed for more than a year. Both days are "2026-12-01". */
export function isStale(referenceOn: string, today: string): boolean {
  const [year, ...rest] = today.split("-");
  return referenceOn < [Number(year) - 1, ...rest].join("-");
}
