import type { Database } from "../../db/client.ts";
import {
  association,
  associationRoles,
  members,
  memberships,
  people,
  questionnaires,
  rounds,
  sessions,
} from "../../db/schema/tables.ts";
import type { AssociationRole, MemberRole } from "../../db/vocabulary.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { SESSION_MS } from "../../functions/http/session.ts";

/** The day on which the tests play, unless they turn the clock: Saturday 21 November 2026, noon in Amsterdam. */
export const TODAY = Date.parse("2026-11-21T11:00:00Z");

/** Three members. Lindestad and Waterrand have people; Heuvelrug is there to be a stranger's. */
export const MEMBERS = {
  lindestad: "Buurtkracht Lindestad",
  waterrand: "Wijkteam Waterrand",
  heuvelrug: "Dorpenteam Heuvelrug",
} as const;
export type MemberKey = keyof typeof MEMBERS;

/** The people of the tests: one a role at Lindestad, two at Waterrand, two of the association. */
export const CAST = {
  professional: { member: "lindestad", role: "professional" },
  editor: { member: "lindestad", role: "editor" },
  signatory: { member: "lindestad", role: "signatory" },
  host: { member: "lindestad", role: "host" },
  otherEditor: { member: "waterrand", role: "editor" },
  otherHost: { member: "waterrand", role: "host" },
  otherSignatory: { member: "waterrand", role: "signatory" },
  monitoring: { role: "monitoring" },
  bureau: { role: "bureau" },
} as const;
export type CastKey = keyof typeof CAST;

const at = TODAY - 86_400_000;

/** Fills a migrated database with the association, its members and its people, each with a session. */
export async function seedCast(db: Database): Promise<void> {
  await db.insert(association).values({
    id: 1,
    name: "Vereniging van Proefteams",
    contactEmail: "bureau@plein.example",
    contactPhone: "030 123 45 67",
    createdAt: at,
  });
  await db.insert(members).values(
    Object.entries(MEMBERS).map(([id, name]) => ({
      id,
      slug: id,
      name,
      searchKey: name.toLowerCase(),
      joinedOn: "2018-01-01",
      createdAt: at,
    })),
  );
  for (const [key, { role, ...rest }] of Object.entries(CAST)) {
    await db.insert(people).values({
      id: key,
      name: `Persoon ${key}`,
      email: `${key}@proef.example`.toLowerCase(),
      createdAt: at,
    });
    const memberId = "member" in rest ? rest.member : null;
    if (memberId)
      await db
        .insert(memberships)
        .values({ personId: key, memberId, role: role as MemberRole, grantedAt: at });
    else
      await db
        .insert(associationRoles)
        .values({ personId: key, role: role as AssociationRole, grantedAt: at });
    await db.insert(sessions).values({
      id: await sha256(tokenOf(key)),
      personId: key,
      memberId,
      createdAt: at,
      expiresAt: at + SESSION_MS,
    });
  }
}

/** The token in the session cookie of somebody of the cast. */
export const tokenOf = (key: string): string => `token-of-${key}`;

/** Adds an open round 2026 on the annual questionnaire that the registry brings. */
export async function seedRound(db: Database): Promise<string> {
  const [questionnaire] = await db.select({ id: questionnaires.id }).from(questionnaires).limit(1);
  if (!questionnaire) throw new Error("The registry brought no questionnaire.");
  await db.insert(rounds).values({
    id: "round-2026",
    questionnaireId: questionnaire.id,
    year: 2026,
    state: "open",
    referenceOn: "2026-06-01",
    opensOn: "2026-11-02",
    closesOn: "2026-12-15",
  });
  return "round-2026";
}
