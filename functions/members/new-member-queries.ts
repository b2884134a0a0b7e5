import { eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { foldForSearch } from "../../db/registry/search-key.ts";
import { members } from "../../db/schema/tables.ts";

export interface NewMember {
  id: string;
  naam: string;
  synoniemen: string;
  lid_sinds: string;
  website: string | null;
  email: string | null;
  telefoon: string | null;
}

/** The member's part of an address: its name in plain letters, with hyphens. */
export const slugOf = (name: string): string => foldForSearch(name).replaceAll(" ", "-");

/** Adds a member; answers no row when the form was sent before or the name is taken. */
export function addMember(db: Database, member: NewMember, now: number) {
  return db
    .insert(members)
    .values({
      id: member.id,
      slug: slugOf(member.naam),
      name: member.naam,
      searchKey: foldForSearch(member.naam),
      synonyms: member.synoniemen,
      website: member.website,
      contactEmail: member.email,
      contactPhone: member.telefoon,
      joinedOn: member.lid_sinds,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: members.id });
}

/** Logs the statement right before it, if that added a member. */
export function memberAdded(db: Database, by: string, memberId: string, slug: string, now: number) {
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, ${by}, ${memberId}, 'member_added', ${slug} where changes() > 0`);
}

export function memberById(db: Database, id: string) {
  return db.select({ slug: members.slug }).from(members).where(eq(members.id, id));
}
