import { foldForSearch } from "../../db/registry/search-key.ts";
import type { AssociationRole, MemberRole, Role } from "../../db/vocabulary.ts";

export interface ListedPerson {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  memberNames: string[];
  roles: Role[];
}

interface PeopleRows {
  people: { id: string; name: string; email: string; phone: string | null }[];
  memberRoles: { personId: string; memberName: string; role: MemberRole }[];
  staffRoles: { personId: string; role: AssociationRole }[];
}

/** Puts people together with their organisations and roles. */
export function listedPeople({ people, memberRoles, staffRoles }: PeopleRows): ListedPerson[] {
  const byId = new Map(people.map((row) => [row.id, { ...row, memberNames: [], roles: [] } as ListedPerson]));
  for (const { personId, role } of staffRoles) byId.get(personId)?.roles.push(role);
  for (const { personId, memberName, role } of memberRoles) {
    const person = byId.get(personId);
    if (!person) continue;
    if (!person.memberNames.includes(memberName)) person.memberNames.push(memberName);
    if (!person.roles.includes(role)) person.roles.push(role);
  }
  return [...byId.values()];
}

/**
 * The people in whom every typed word occurs: name, address or organisation, without accents and capitals.
 * An association has hundreds of people, not millions, so this needs no index.
 */
export function findPeople(
  people: readonly ListedPerson[],
  { words, role }: { words: string; role: Role | null },
): ListedPerson[] {
  const asked = foldForSearch(words).split(" ").filter(Boolean);
  return people.filter((person) => {
    if (role && !person.roles.includes(role)) return false;
    const text = foldForSearch([person.name, person.email, ...person.memberNames].join(" "));
    return asked.every((word) => text.includes(word));
  });
}
