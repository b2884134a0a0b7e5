import type { memberContacts } from "../schema/tables.ts";
import { demoMembers, LINDESTAD } from "./association.ts";
import { editorOf, hostOf, signatoryOf } from "./people.ts";
import { dayOf } from "./workdays.ts";

const DAY_MS = 86_400_000;
/** Every so many members has not answered whether its contact is right, has no contact, or named one for a round. */
const STALE = 19;
const WITHOUT = 17;
const NAMED = 6;

/** Who is the contact for the questionnaire of this organisation; null: its editor and signatory get the mail. */
export const namedContactOf = (slug: string): string | null => {
  const at = demoMembers.findIndex((member) => member.slug === slug);
  return slug !== LINDESTAD && at % NAMED === 2 && at % WITHOUT !== 5 ? signatoryOf(slug) : null;
};

/** Contacts of nearly all organisations, most of them confirmed in the past months. */
export function contactRows(now: Date): (typeof memberContacts.$inferInsert)[] {
  return demoMembers.flatMap(({ slug }, at) => {
    if (at % WITHOUT === 5) return [];
    const isStale = at % STALE === 4;
    const confirmedAt = now.getTime() - (isStale ? 230 : 10 + ((at * 13) % 150)) * DAY_MS;
    const row = {
      memberId: slug,
      since: dayOf(now.getTime() - (400 + at) * DAY_MS),
      confirmedAt,
      askedAt: isStale ? now.getTime() - 45 * DAY_MS : null,
    };
    const named = namedContactOf(slug);
    return [
      { ...row, role: "general" as const, personId: editorOf(slug) },
      { ...row, role: "visits" as const, personId: hostOf(slug) },
      ...(at % 2 === 0 ? [{ ...row, role: "management" as const, personId: signatoryOf(slug) }] : []),
      ...(named ? [{ ...row, role: "questionnaire" as const, personId: named }] : []),
    ];
  });
}
