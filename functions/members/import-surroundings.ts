import { foldForSearch } from "../../db/registry/search-key.ts";
import { newId } from "../http/identifiers.ts";
import type { MemberSurroundings } from "./import-members.ts";
import type { PeopleSurroundings } from "./import-people.ts";
import type * as queries from "./import-queries.ts";

type Rows<Q extends (...given: never[]) => PromiseLike<unknown>> = Awaited<ReturnType<Q>>;

/** By folded name. A name under which two different things are known names neither. */
function named<T>(entries: readonly (readonly [string, T])[], isSame: (one: T, other: T) => boolean) {
  const found = new Map<string, T | null>();
  for (const [key, thing] of entries) {
    const before = found.get(key);
    if (key !== "") found.set(key, before === undefined || (before && isSame(before, thing)) ? thing : null);
  }
  return found;
}

const known = <T>(map: ReadonlyMap<string, T | null>): Map<string, T> =>
  new Map([...map].flatMap(([key, thing]) => (thing === null ? [] : [[key, thing] as const])));

/** Other names as people type them, folded. */
const typedNames = (names: string): string[] => names.split(/[|;,]/).map(foldForSearch);

/** Other names as the registry keeps them: folded already, which spares a thousand folds. */
const keptNames = (key: string): string[] => key.split(" | ");

/** What a table of members is laid beside, out of its rows. */
export function memberSurroundings(
  [members, municipalities, forms]: readonly [
    Rows<typeof queries.membersToCompare>,
    Rows<typeof queries.municipalitiesToCompare>,
    Rows<typeof queries.formsToCompare>,
  ],
  today: string,
): MemberSurroundings {
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  const places = municipalities.map(({ code, name, validTo, successorCode }) => ({
    code,
    name,
    mergedInto:
      validTo === null || validTo > today ? null : (names.get(successorCode ?? "") ?? "een andere gemeente"),
  }));
  const placeNames = municipalities.flatMap((row, at) =>
    [row.code.toLowerCase(), ...keptNames(row.searchKey)].map((name) => [name, at] as const),
  );
  const byName = known(named(placeNames, (one, other) => one === other));
  return {
    members: members.map((member) => ({
      ...member,
      leftOn: member.leftOn !== null && member.leftOn <= today ? member.leftOn : null,
      municipalities: factOf(member.municipalities),
      legalForm: factOf(member.legalForm),
    })),
    municipalities: new Map(
      [...byName].flatMap(([key, at]) => {
        const place = places[at];
        return place ? [[key, place] as const] : [];
      }),
    ),
    forms: known(
      named(
        forms.flatMap((form) =>
          [form.code, foldForSearch(form.label), ...keptNames(form.synonyms)].map(
            (name) => [name, form] as const,
          ),
        ),
        (one, other) => one.code === other.code,
      ),
    ),
    newId,
  };
}

function factOf(json: string | null) {
  if (json === null) return null;
  const [id, codes, isOwn] = JSON.parse(json) as [string, string[], 0 | 1];
  return { id, codes, isOwn: isOwn === 1 };
}

/** What a table of people is laid beside, out of its rows. */
export function peopleSurroundings(
  [people, members]: readonly [
    Rows<typeof queries.peopleToCompare>,
    Rows<typeof queries.memberNamesToCompare>,
  ],
  today: string,
): PeopleSurroundings {
  const organisations = members.flatMap(({ id, name, synonyms, leftOn }) =>
    [foldForSearch(name), ...typedNames(synonyms)].map(
      (each) => [each, { id, name, hasLeft: leftOn !== null && leftOn <= today }] as const,
    ),
  );
  return {
    people: people.map((person) => ({ ...person, roles: JSON.parse(person.roles) as string[] })),
    members: named(organisations, (one, other) => one.id === other.id),
    newId,
  };
}
