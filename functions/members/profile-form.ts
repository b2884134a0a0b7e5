import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerState, ItemKind, ProfileField } from "../../db/vocabulary.ts";
import type { AnswerShape } from "../../web/members/answer-shape.ts";
import { profileFieldContract } from "../../web/members/contract.ts";
import type { MunicipalityChoiceProps } from "../../web/members/municipality-choice.island.tsx";
import { foldTyped } from "../../web/members/municipality-search.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { parseForm, type Typed } from "../http/form.ts";
import { readTypedValue } from "./typed-value.ts";

/** Prefix of the fields of the value. */
const VALUE = "antwoord";

export interface ItemRow {
  kind: ItemKind;
  stem: string;
  wording: string;
  help: string;
  purpose: string;
  use: string;
  unit: string | null;
  allowsOther: boolean;
}

/**
 * The question of a profile field as it is drawn. An explanation belongs to the answer of one year, not to
 * the profile. A choice that ended stays as long as the profile holds it, so that saving never drops it unseen.
 */
export function shapeOf(
  item: ItemRow,
  choices: readonly { code: string; label: string; validTo: string | null }[],
  held: readonly string[],
  today: string,
): AnswerShape {
  return {
    name: VALUE,
    kind: item.kind,
    label: [item.stem, item.wording].filter(Boolean).join(" "),
    help: item.help,
    unit: item.unit,
    choices: choices
      .filter(({ code, validTo }) => validTo === null || validTo > today || held.includes(code))
      .map(({ code, label }) => ({ value: code, label })),
    allowsOther: item.allowsOther,
    allowsExplanation: false,
  };
}

export interface ReadChange {
  id: string;
  seen: string;
  referenceOn: string;
  state: AnswerState;
  value: AnswerValue | null;
}

export type ReadProfileForm = { ok: true; change: ReadChange } | { ok: false; errors: FieldErrors };

/** Reads the form of one profile field; every fault at its own field, all at once. */
export function readProfileForm(
  typed: Typed,
  today: string,
  readValue: (typed: Typed) => Pick<ReadChange, "state" | "value"> | FieldErrors,
): ReadProfileForm {
  const frame = parseForm(profileFieldContract(today), typed);
  const read = readValue(typed);
  if (frame.ok && isValue(read)) {
    const { id, vorige, peildatum } = frame.value;
    const { state, value } = read;
    return { ok: true, change: { id, seen: vorige, referenceOn: peildatum, state, value } };
  }
  return { ok: false, errors: { ...(isValue(read) ? {} : read), ...(frame.ok ? {} : frame.errors) } };
}

type ValueRead = Pick<ReadChange, "state" | "value">;
const isValue = (read: ValueRead | FieldErrors): read is ValueRead => "state" in read && "value" in read;

/** Reads an answer; nothing filled in is no value for a profile. */
export function readAnswer(shape: AnswerShape, field: ProfileField) {
  return (typed: Typed): ValueRead | FieldErrors => {
    const read = readTypedValue({ ...shape, wholeNumber: field === "locations" }, typed, VALUE);
    if (!read.ok) return { [read.field]: read.error };
    if (read.state === null) return { [VALUE]: "Vul een antwoord in, of kies 'Weet ik niet'." };
    return { state: read.state, value: read.value };
  };
}

export interface MunicipalityRow {
  code: string;
  name: string;
  searchKey: string;
  /** false: merged or divided since */
  isToday: boolean | number;
}

/** Most members work in a handful; above this somebody sent something else than our form. */
const MOST_MUNICIPALITIES = 100;

/** Reads the municipalities that were ticked: at least one, all of them existing today. */
export function readMunicipalities(municipalities: readonly MunicipalityRow[]) {
  const known = new Map(municipalities.map((each) => [each.code, each]));
  return (typed: Typed): ValueRead | FieldErrors => {
    const codes = [...new Set(typed.gemeenten ?? [])].sort();
    if (codes.length === 0) return { gemeenten: "Zoek en kies minstens één gemeente." };
    if (codes.length > MOST_MUNICIPALITIES)
      return { gemeenten: `Kies hooguit ${MOST_MUNICIPALITIES} gemeenten.` };
    const gone = codes.find((code) => !known.get(code)?.isToday);
    if (gone !== undefined) {
      const name = known.get(gone)?.name;
      return {
        gemeenten: name
          ? `${name} is geen gemeente meer. Haal het vinkje weg en kies de nieuwe gemeente.`
          : "Kies alleen gemeenten uit de lijst.",
      };
    }
    return { state: "given", value: { codes } };
  };
}

/** What the choice of municipalities is drawn with: those of today, and what is chosen already. */
export function municipalityChoice(
  municipalities: readonly MunicipalityRow[],
  chosen: readonly string[],
  { query, searchAction, error }: Pick<MunicipalityChoiceProps, "query" | "searchAction" | "error">,
): MunicipalityChoiceProps {
  return {
    options: municipalities
      .filter(({ code, isToday }) => isToday || chosen.includes(code))
      .map(({ code, name, searchKey }) => [code, name, searchKey === foldTyped(name) ? "" : searchKey]),
    chosen: [...chosen],
    query,
    searchAction,
    error,
  };
}
