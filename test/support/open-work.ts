import type { Database } from "../../db/client.ts";
import {
  actionChecks,
  memberContacts,
  questionnaires,
  rounds,
  sectionAssignments,
  sections,
  visitActions,
  visitApprovals,
  visitParticipants,
} from "../../db/schema/tables.ts";
import { TODAY } from "./cast.ts";
import { DAY, idOf, seedOffer, seedVisit } from "./visit-fixtures.ts";

/** A round of one section, without the registry: its code books would stand in the way of those of the visits. */
export async function seedSmallRound(db: Database): Promise<void> {
  await db
    .insert(questionnaires)
    .values({ id: "lijst", title: "Hoe werken onze wijkteams?", createdAt: TODAY });
  await db
    .insert(sections)
    .values({ id: "sectie", questionnaireId: "lijst", position: 1, title: "Organisatie", minutes: 5 });
  await db.insert(rounds).values({
    id: "round-2026",
    questionnaireId: "lijst",
    year: 2026,
    state: "open",
    referenceOn: "2026-06-01",
    opensOn: "2026-11-02",
    closesOn: "2026-12-15",
  });
}

/** One of everything, open and over, with this person's name on it. */
export async function seedWork(db: Database, who: string) {
  await db.insert(memberContacts).values({
    memberId: "lindestad",
    role: "visits",
    personId: who,
    since: "2025-01-01",
    confirmedAt: TODAY - 1,
  });
  await db.insert(sectionAssignments).values({
    roundId: "round-2026",
    memberId: "lindestad",
    sectionId: "sectie",
    personId: who,
    assignedAt: TODAY,
  });
  await db.insert(visitApprovals).values({ memberId: "lindestad", personId: who, changedAt: TODAY });
  await seedOffer(db, { id: idOf("open"), memberId: "lindestad", createdBy: who });
  await seedOffer(db, { id: idOf("weg"), memberId: "lindestad", createdBy: who, state: "withdrawn" });
  await seedVisit(db, { id: idOf("gevraagd"), guestPersonId: who });
  await seedVisit(db, {
    id: idOf("afgesproken"),
    guestPersonId: who,
    hostPersonId: "otherHost",
    state: "confirmed",
    calendarSequence: 1,
    ...DAY,
  });
  await seedVisit(db, {
    id: idOf("ontvangst"),
    guestMemberId: "waterrand",
    guestPersonId: "otherEditor",
    hostMemberId: "lindestad",
    hostPersonId: who,
    state: "accepted",
    ...DAY,
  });
  await seedVisit(db, { id: idOf("voorbij"), guestPersonId: who, state: "took_place", ...DAY });
  await db.insert(visitActions).values([
    {
      visitId: idOf("voorbij"),
      memberId: "lindestad",
      action: "Een spreekuur",
      ownerPersonId: who,
      agreedAt: TODAY,
    },
    {
      visitId: idOf("gevraagd"),
      memberId: "lindestad",
      action: "Klaar",
      ownerPersonId: who,
      agreedAt: TODAY,
    },
  ]);
  await db.insert(actionChecks).values({
    visitId: idOf("gevraagd"),
    memberId: "lindestad",
    afterDays: 270,
    outcome: "applied",
    checkedAt: TODAY,
  });
  await db.insert(visitParticipants).values({
    id: idOf("rij"),
    visitId: idOf("afgesproken"),
    side: "guest",
    personId: who,
    replyKey: "sleutel",
    status: "accepted",
    sequence: 1,
    addedAt: TODAY,
  });
}
