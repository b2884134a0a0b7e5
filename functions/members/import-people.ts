import type * as z from "zod";
import { foldForSearch } from "../../db/registry/search-key.ts";
import { MEMBER_ROLES, type MemberRole } from "../../db/vocabulary.ts";
import { personContract } from "../../web/accounts/person-contract.ts";
import { labelOfRole } from "../../web/navigation.ts";
import { formatList } from "../../web/ui/dutch.ts";
import type { PersonColumn } from "./import-columns.ts";
import { namesInCell, type PlannedRow, phoneInCell, type SentRow } from "./import-table.ts";

/** What to write, and what was there when this was worked out. */
export interface PersonPlan {
  id: string;
  isNew: boolean;
  name: string;
  email: string;
  phone: string | null;
  memberId: string;
  memberName: string;
  /** those that the person does not have yet */
  roles: MemberRole[];
  set: { name?: string; phone?: string };
  seen: { name?: string; phone?: string | null };
}

interface KnownPerson {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  /** "member role" */
  roles: readonly string[];
}

export interface PeopleSurroundings {
  people: readonly KnownPerson[];
  /** organisations by the folded name and other names; null when two have it */
  members: ReadonlyMap<string, { id: string; name: string; hasLeft: boolean } | null>;
  newId: () => string;
}

const ROLE_WORDS = new Map<string, MemberRole>([
  ...MEMBER_ROLES.map((role): [string, MemberRole] => [labelOfRole(role), role]),
  ["gastvrouw", "host"],
  ["medewerker", "professional"],
  ["directeur", "signatory"],
]);

/** Who stands in the file above, by address: a person may stand there once for each organisation. */
interface Above {
  position: number;
  id: string;
  name: string;
  memberIds: Map<string, number>;
}

/** What each row would do; roles are only added. A bad row is refused and keeps no other back. */
export function planPeople(
  rows: readonly SentRow<PersonColumn>[],
  around: PeopleSurroundings,
): PlannedRow<PersonPlan>[] {
  const byEmail = new Map(around.people.map((person) => [person.email, person]));
  const byName = Map.groupBy(around.people, ({ name }) => foldForSearch(name));
  const above = new Map<string, Above>();
  return rows.map(({ position, cells }) => {
    const errors: string[] = [];
    const read = <T>(schema: z.ZodType<T>, cell: string): T | null => {
      const result = schema.safeParse(cell);
      if (result.success) return result.data;
      errors.push(result.error.issues[0]?.message ?? "");
      return null;
    };
    const name = read(personContract.shape.naam, cells.naam) ?? "";
    const email = read(personContract.shape.email, cells.email) ?? "";
    const phone = read(personContract.shape.telefoon, phoneInCell(cells.telefoon)) ?? "";
    const member = readMember(cells.organisatie, around, errors);
    const roles = readRoles(cells.rollen, errors);
    const earlier = above.get(email);
    if (email && earlier) errors.push(...clashes(earlier, name, member?.id));
    const title = cells.naam || cells.email || "(geen naam)";
    if (errors.length > 0 || !member)
      return { position, title, outcome: "refused", words: errors, plan: null };

    const known = byEmail.get(email);
    const id = known?.id ?? earlier?.id ?? around.newId();
    const seenAbove = earlier ?? { position, id, name, memberIds: new Map() };
    seenAbove.memberIds.set(member.id, position);
    above.set(email, seenAbove);
    const added = roles.filter((role) => !known?.roles.includes(`${member.id} ${role}`));
    const plan: PersonPlan = {
      id,
      isNew: !known,
      name,
      email,
      phone: phone || null,
      memberId: member.id,
      memberName: member.name,
      roles: added,
      set: {},
      seen: {},
    };
    const words = known ? changesOf(plan, known) : [];
    if (added.length > 0) words.push(`Krijgt rol ${formatList(added.map(labelOfRole))} bij ${member.name}.`);
    const namesakes = known ? [] : (byName.get(foldForSearch(name)) ?? []);
    if (namesakes[0])
      words.push(
        `Let op: ${namesakes[0].name} is er al met adres ${namesakes[0].email}. Is dit iemand anders?`,
      );
    if (!known) return { position, title, outcome: "new", words, plan };
    return words.length > 0
      ? { position, title, outcome: "changed", words, plan }
      : { position, title, outcome: "unchanged", words, plan: null };
  });
}

function clashes(earlier: Above, name: string, memberId: string | undefined): string[] {
  const row = memberId ? earlier.memberIds.get(memberId) : undefined;
  if (row !== undefined) return [`Dit mailadres staat ook op rij ${row}. Voeg de twee rijen samen.`];
  return foldForSearch(earlier.name) === foldForSearch(name)
    ? []
    : [`Op rij ${earlier.position} hoort dit mailadres bij ${earlier.name}. Kies één naam.`];
}

/** Notes in the plan what differs from the person that is there, and says it. */
function changesOf(plan: PersonPlan, known: KnownPerson): string[] {
  const words: string[] = [];
  if (plan.name !== known.name) {
    plan.set.name = plan.name;
    plan.seen.name = known.name;
    words.push(`Naam: ${known.name} wordt ${plan.name}.`);
  }
  if (plan.phone !== null && plan.phone !== known.phone) {
    plan.set.phone = plan.phone;
    plan.seen.phone = known.phone;
    words.push(`Telefoon: ${known.phone ?? "leeg"} wordt ${plan.phone}.`);
  }
  return words;
}

function readMember(cell: string, { members }: PeopleSurroundings, errors: string[]) {
  if (cell === "") {
    errors.push("Vul de organisatie in waar deze persoon werkt.");
    return null;
  }
  const member = members.get(foldForSearch(cell));
  if (member === null) errors.push(`Meer dan één lid heet ‘${cell}’. Vul de hele naam in.`);
  else if (!member) errors.push(`‘${cell}’ is geen lid. Controleer de naam of lees eerst de leden in.`);
  else if (member.hasLeft) errors.push(`${member.name} is geen lid meer. Haal de rij weg.`);
  return member && !member.hasLeft ? member : null;
}

function readRoles(cell: string, errors: string[]): MemberRole[] {
  const typed = namesInCell(cell.replace(/\ben\b/gi, ";"));
  if (typed.length === 0) return ["professional"];
  const roles = typed.flatMap((word): MemberRole[] => {
    const role = ROLE_WORDS.get(foldForSearch(word));
    if (!role)
      errors.push(
        `De rol ‘${word}’ kun je niet inlezen. Kies professional, redacteur, tekenaar of gastheer.`,
      );
    return role ? [role] : [];
  });
  return [...new Set(roles)];
}
