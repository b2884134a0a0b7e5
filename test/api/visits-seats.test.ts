import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openRemote } from "../../db/client.ts";
import { outbox, visitEvents, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { startHrana } from "../support/hrana.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { DAY, idOf, seedOffer, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

const REQUESTS = 60;
const SEATS = 10;

let store: TemporaryDatabase;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
});
afterEach(() => store.close());

const accept = (app: TestApp, id: string) =>
  app.post(paths.visitMove(id, "acceptatie"), { revisie: "1" }, "otherHost");

async function seedRequests(count: number, seats = 1): Promise<string[]> {
  const offerId = await seedOffer(store.db, { seats: SEATS, ...DAY });
  const ids = Array.from({ length: count }, (_, at) => idOf(`bezoek${String(at).padStart(2, "0")}`));
  for (const id of ids) await seedVisit(store.db, { id, offerId, seats, ...DAY });
  return ids;
}

/** Exactly the seats there are, a clear 409 for the rest, and mail and history only for who got in. */
async function expectExactlyFull(answers: Response[]): Promise<void> {
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(SEATS);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused).toHaveLength(REQUESTS - SEATS);
  for (const answer of refused)
    expect(textOf(await answer.text())).toContain(
      "Dit bezoek zit vol. Er zijn nog 0 van de 10 plekken vrij.",
    );
  const rows = await store.db.select().from(visits);
  expect(rows.filter(({ state }) => state === "accepted")).toHaveLength(SEATS);
  expect(rows.filter(({ state, revision }) => state === "requested" && revision === 1)).toHaveLength(
    REQUESTS - SEATS,
  );
  expect(await store.db.select().from(outbox)).toHaveLength(SEATS * 2);
  expect(await store.db.select().from(visitEvents).where(eq(visitEvents.state, "accepted"))).toHaveLength(
    SEATS,
  );
}

describe("sixty acceptances at once for ten seats give exactly ten", () => {
  test("on the embedded database", async () => {
    const ids = await seedRequests(REQUESTS);
    const app = startApp(store.db);
    await expectExactlyFull(await Promise.all(ids.map((id) => accept(app, id))));
  });

  test("over HTTP, with a client per request as at the edge", async () => {
    const ids = await seedRequests(REQUESTS);
    const endpoint = await startHrana({ path: store.path });
    try {
      const answers = await Promise.all(
        ids.map((id) => accept(startApp(openRemote(endpoint.url, undefined)), id)),
      );
      await expectExactlyFull(answers);
    } finally {
      await endpoint.close();
    }
  });
});

describe("seats", () => {
  test("count people, not visits: a group that does not fit waits, a smaller one still fits", async () => {
    const [four, alsoFour, three] = await seedRequests(3, 4);
    await store.db
      .update(visits)
      .set({ seats: 2 })
      .where(eq(visits.id, three ?? ""));
    const app = startApp(store.db);
    expect((await accept(app, four ?? "")).status).toBe(303);
    expect((await accept(app, alsoFour ?? "")).status).toBe(303);
    const fifth = idOf("vijfdegroep");
    await seedVisit(store.db, { id: fifth, offerId: idOf("aanbod"), seats: 3, ...DAY });
    const refused = await accept(app, fifth);
    expect(refused.status).toBe(409);
    expect(textOf(await refused.text())).toContain("Er zijn nog 2 van de 10 plekken vrij.");
    expect((await accept(app, three ?? "")).status).toBe(303);
  });

  test("come back when a visit is cancelled", async () => {
    const [first, second] = await seedRequests(2, SEATS);
    const app = startApp(store.db);
    expect((await accept(app, first ?? "")).status).toBe(303);
    expect((await accept(app, second ?? "")).status).toBe(409);
    const cancel = { revisie: "2", reden: "Griep" };
    expect((await app.post(paths.visitMove(first ?? "", "annulering"), cancel, "professional")).status).toBe(
      303,
    );
    expect((await accept(app, second ?? "")).status).toBe(303);
  });

  test("of a moved visit stay its own, also when the offer is full", async () => {
    const [first] = await seedRequests(1, SEATS);
    const app = startApp(store.db);
    await accept(app, first ?? "");
    const fields = { revisie: "2", datum: "2026-12-04", van: "10:00", tot: "12:00", locatie: "Kade 1" };
    expect((await app.post(paths.visitMove(first ?? "", "verplaatsing"), fields, "otherHost")).status).toBe(
      303,
    );
  });
});
