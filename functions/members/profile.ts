import type { ProfileField } from "../../db/vocabulary.ts";
import type { ProfileFacts } from "../../web/members/profile-facts.tsx";
import type { MemberToShow } from "../../web/members/profile-page.tsx";
import type { SaidValue } from "../../web/members/said-value.ts";
import { type ChoiceRow, namesIn } from "./directory.ts";

interface MemberRow extends Omit<MemberToShow, "provinces" | "municipalities"> {
  provinceNames: string | null;
}

/** The public part of a member from its rows. */
export function memberToShow(
  { provinceNames, ...member }: MemberRow,
  municipalities: MemberToShow["municipalities"],
): MemberToShow {
  return { ...member, provinces: namesIn(provinceNames), municipalities };
}

/** Names codes: of municipalities by their own list, of other fields by the list of choices of that name. */
export function labeller(
  choices: readonly ChoiceRow[],
  municipalities: readonly { code: string; name: string }[],
): ProfileFacts["labelOf"] {
  const labels = new Map([
    ...choices.map(({ list, code, label }): [string, string] => [`${list} ${code}`, label]),
    ...municipalities.map(({ code, name }): [string, string] => [`municipalities ${code}`, name]),
  ]);
  return (field: ProfileField, code: string) => labels.get(`${field} ${code}`) ?? code;
}

/** A profile's current values as pages look them up. `named`: names of people may be shown. */
export function profileFacts(
  { memberName, today, named }: Pick<ProfileFacts, "memberName" | "today" | "named">,
  values: readonly SaidValue[],
  labelOf: ProfileFacts["labelOf"],
): ProfileFacts {
  const byField = new Map(values.map((value) => [value.field, value]));
  return { memberName, today, named, labelOf, valueOf: (field) => byField.get(field) ?? null };
}
