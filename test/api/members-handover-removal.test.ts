import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { people, visitParticipants, visits } from "../../db/schema/tables.ts";
import { VISIT_STATES, type VisitState } from "../../db/visit-vocabulary.ts";
import { openWork } from "../../functions/accounts/open-work.ts";

import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { seedSmallRound, seedWork } from "../support/open-work.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { DAY, idOf, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedSmallRound(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const AT = paths.handover("lindestad");
const FORM = { id: idOf("overdracht"), van: "host", aan: "editor", naam: "", email: "" };
const workOf = async (who: string, memberId = "lindestad") =>
  (await openWork(store.db, who)).filter((each) => each.memberId === memberId).map(({ kind }) => kind);

test("whatever states visits are in: no open one keeps the name, and no closed one changes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ state: fc.constantFrom(...VISIT_STATES), hosts: fc.boolean(), comes: fc.boolean() }),
        { minLength: 1, maxLength: 8 },
      ),
      async (rows) => {
        const own = await openTemporaryDatabase();
        await seedCast(own.db);
        await seedThemes(own.db);
        for (const [at, { state, hosts, comes }] of rows.entries()) {
          const id = idOf(`bezoek${at}`);
          const sides = hosts
            ? {
                guestMemberId: "waterrand",
                guestPersonId: "otherEditor",
                hostMemberId: "lindestad",
                hostPersonId: "host",
              }
            : { guestPersonId: comes ? "editor" : "host" };
          await seedVisit(own.db, { id, state: state as VisitState, ...sides, ...DAY });
          if (comes && !hosts)
            await own.db.insert(visitParticipants).values({
              id: idOf(`rij${at}`),
              visitId: id,
              side: "guest",
              personId: "host",
              replyKey: `s${at}`,
              status: "accepted",
              sequence: 0,
              addedAt: TODAY,
            });
        }
        const closed = () =>
          own.db
            .select()
            .from(visits)
            .where(
              sql`state in ('declined', 'withdrawn', 'cancelled', 'took_place', 'did_not_take_place', 'disapproved')`,
            )
            .orderBy(visits.id);
        const before = await closed();
        const response = await startApp(own.db).post(AT, { ...FORM, aan: "professional" }, "editor");
        expect(response.status).toBe(303);
        expect(await openWork(own.db, "host")).toEqual([]);
        expect(await closed()).toEqual(before);
        await own.close();
      },
    ),
    { numRuns: 15 },
  );
});

describe("removing a person or the last role", () => {
  test("shows first what would be nobody's, and lets go only when asked", async () => {
    await seedWork(store.db, "host");
    const page = textOf(await (await app.get(paths.personRemoval("host"), "bureau")).text());
    expect(page).toContain("Nog open bij Buurtkracht Lindestad");
    const refused = await app.post(paths.personRemoval("host"), {}, "bureau");
    expect(refused.status).toBe(422);
    expect((await store.db.select().from(people).where(sql`id = 'host'`))[0]?.removedAt).toBeNull();
    expect((await app.post(paths.personRemoval("host"), { loslaten: "ja" }, "bureau")).status).toBe(303);
    expect(await openWork(store.db, "host")).toEqual([]);
  });

  test("of who has no open work asks nothing", async () => {
    expect((await app.post(paths.personRemoval("host"), {}, "bureau")).status).toBe(303);
  });

  test("the last role goes once its work is handed over or let go", async () => {
    await seedWork(store.db, "host");
    const fields = { rol: "host", lid: "lindestad" };
    const asked = await app.post(paths.personRoleWithdrawal("host"), fields, "bureau");
    expect(asked.status).toBe(409);
    expect(textOf(await asked.text())).toContain("Werk loslaten en rol intrekken");
    expect(await workOf("host")).toContain("role");
    expect(
      (await app.post(paths.personRoleWithdrawal("host"), { ...fields, loslaten: "ja" }, "bureau")).status,
    ).toBe(303);
    expect(await workOf("host")).toEqual([]);
  });
});
