import fc from "fast-check";
import { expect, test } from "vitest";
import { outbox, visitEvents, visitOffers, visits } from "../../db/schema/tables.ts";
import { AGREED_STATES, type VisitState } from "../../db/visit-vocabulary.ts";
import { nextState } from "../../functions/visits/lifecycle.ts";
import { paths } from "../../web/paths.ts";
import { MOVE_NOUNS, type Side, VISIT_MOVES } from "../../web/visits/moves.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { DAY, idOf, momentFields, seedOffer, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

const SEATS = 3;
const VISITS = ["een", "twee", "drie", "open"].map(idOf);
const PERSON = { guest: "professional", host: "otherHost" } as const satisfies Record<Side, string>;

const step = fc.record({
  visit: fc.constantFrom(...VISITS),
  move: fc.constantFrom(...VISIT_MOVES),
  side: fc.constantFrom<Side>("guest", "host"),
  /** whether the form is from the page as it stands, or from an older one */
  isFresh: fc.integer({ min: 0, max: 9 }).map((die) => die > 1),
  /** whether the same form arrives twice at the same time */
  isTwice: fc.boolean(),
  isLater: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function freshVisits(): Promise<{ store: TemporaryDatabase; app: TestApp }> {
  const store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  const offerId = await seedOffer(store.db, { seats: SEATS });
  for (const [at, id] of VISITS.slice(0, 3).entries())
    await seedVisit(store.db, { id, offerId, seats: at + 1, ...DAY });
  await seedVisit(store.db, { id: idOf("open"), hostMemberId: null, state: "open" });
  return { store, app: startApp(store.db) };
}

const stateOf = async (store: TemporaryDatabase) =>
  new Map((await store.db.select().from(visits)).map((row) => [row.id, row]));

async function play(
  { store, app }: Awaited<ReturnType<typeof freshVisits>>,
  { visit, move, side, ...step }: Step,
) {
  // The day of a visit comes, and does not go again: time only runs forward in one sequence.
  if (step.isLater) app.setNow(DAY.endsAt);
  const before = await stateOf(store);
  const seen = (before.get(visit)?.revision ?? 1) - (step.isFresh ? 0 : 1);
  const fields = momentFields(seen, { datum: "2026-12-15", reden: "Een reden", oorzaak: "ziekte" });
  const post = () => app.post(paths.visitMove(visit, MOVE_NOUNS[move]), fields, PERSON[side]);
  const answers = await Promise.all(step.isTwice ? [post(), post()] : [post()]);
  const after = await stateOf(store);
  for (const [id, row] of after) {
    const old = before.get(id);
    if (!old) throw new Error("A visit appeared.");
    const happened = row.revision - old.revision;
    expect(happened === 0 || (happened === 1 && id === visit && step.isFresh)).toBe(true);
    if (happened) {
      expect(nextState(old.state, side, move)).toBe(row.state);
      expect(answers.some(({ status }) => status === 303)).toBe(true);
    } else expect({ ...row }).toEqual({ ...old });
    expect(row.calendarSequence).toBeGreaterThanOrEqual(old.calendarSequence);
  }
  for (const { status } of answers) expect([303, 403, 404, 409]).toContain(status);
}

async function expectSound({ store }: { store: TemporaryDatabase }): Promise<void> {
  const rows = await store.db.select().from(visits);
  const events = await store.db.select().from(visitEvents);
  const [offer] = await store.db.select().from(visitOffers);
  const taken = rows
    .filter(({ state, offerId }) => AGREED_STATES.some((agreed) => agreed === state) && offerId)
    .reduce((sum, { seats }) => sum + seats, 0);
  expect(taken).toBeLessThanOrEqual(offer?.seats ?? 0);
  for (const row of rows) {
    const own = events.filter(({ visitId }) => visitId === row.id);
    expect(own.map(({ revision }) => revision)).toEqual(own.map((_, at) => at + 1));
    expect(own).toHaveLength(row.revision);
    expect(own.at(-1)?.state).toBe(row.state);
    if (AGREED_STATES.some((agreed) => agreed === row.state))
      expect([row.startsAt, row.hostMemberId]).not.toContain(null);
  }
  const invitations = (await store.db.select().from(outbox)).filter(({ calendar }) => calendar);
  const leaving: VisitState[] = ["accepted", "moved", "cancelled"];
  const moves = events.filter(({ state, revision }) => leaving.includes(state) && revision > 1);
  expect(invitations).toHaveLength(moves.length * 2);
}

test("no order of moves by both sides breaks a visit, loses its history or sells a seat twice", async () => {
  expect(TODAY).toBeLessThan(DAY.startsAt);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const round = await freshVisits();
      try {
        for (const each of steps) await play(round, each);
        await expectSound(round);
      } finally {
        await round.store.close();
      }
    }),
    { numRuns: 40 },
  );
});
