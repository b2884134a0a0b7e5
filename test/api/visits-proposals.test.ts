import { parse } from "csv-parse/sync";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exchangeProposals, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { seedPlaces } from "../support/match-fixtures.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, seedOffer, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
let wish: string;

/** Lindestad asks, Waterrand offers. */
beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  await seedPlaces(store.db);
  app = startApp(store.db);
  wish = await seedVisit(store.db, { state: "open", hostMemberId: null, seats: 2 });
  await seedOffer(store.db);
});
afterEach(() => store.close());

const start = (jaar = "2026", as: Parameters<TestApp["get"]>[1] = "bureau") =>
  costOf(app, () => app.post(paths.exchange(), { jaar }, as));
const proposals = () => store.db.select().from(exchangeProposals);
const seen = async (path: string, as: Parameters<TestApp["get"]>[1]) => {
  const { response, trips } = await costOf(app, () => app.get(path, as));
  return { status: response.status, trips, html: await response.text() };
};

describe("no, thank you", () => {
  let id: string;
  beforeEach(async () => {
    await start();
    id = (await proposals())[0]?.id ?? "";
  });
  const decline = (as: Parameters<TestApp["get"]>[1], which = id) =>
    costOf(app, () => app.post(paths.exchangeDecline(which), {}, as));

  test("by the guest is seen by the host, twice is once", async () => {
    const { response, trips } = await decline("professional");
    expect([response.status, trips]).toEqual([303, 2]);
    const [first] = await proposals();
    app.setNow(TODAY + 1000);
    expect((await decline("professional")).response.status).toBe(303);
    expect(await proposals()).toEqual([first]);
    const host = await seen(paths.exchange(), "otherHost");
    expect(textOf(host.html)).toContain("Nee van de gast");
    expect(host.html).not.toContain(paths.visitMove(wish, "uitnodiging"));
  });

  test("by a host of the other side", async () => {
    expect((await decline("otherEditor")).response.status).toBe(403);
    expect((await decline("otherHost")).response.status).toBe(303);
    expect((await proposals())[0]).toMatchObject({ declinedByGuestAt: null, declinedByHostAt: TODAY });
  });

  test("by nobody else, and not to what is not there", async () => {
    expect((await decline(null)).response.status).toBe(401);
    expect((await decline("bureau")).response.status).toBe(404);
    expect((await decline("professional", "bestaat-niet")).response.status).toBe(404);
  });

  test("comes too late when it was taken up", async () => {
    await store.db
      .update(visits)
      .set({ state: "counter_proposed", hostMemberId: "waterrand" })
      .where(and(eq(visits.id, wish)));
    expect((await decline("professional")).response.status).toBe(409);
  });
});

describe("the whole proposal", () => {
  test("is for the bureau, without questions, as page and as files", async () => {
    await start();
    const page = await seen(paths.exchangeYear(2026), "bureau");
    expect([page.status, page.trips]).toEqual([200, 1]);
    expect(textOf(page.html)).toContain("Voor 1 van 1 vraag is er een voorstel bij 1 gastheer.");
    expect(page.html).not.toContain("wachttijd");
    const csv = await (await app.get(paths.exchangeExport(2026, "csv"), "bureau")).text();
    const [head, line] = parse(csv, { delimiter: ";", bom: true }) as string[][];
    expect(head?.slice(0, 3)).toEqual(["Gast", "Thema", "Gastheer"]);
    expect(line?.slice(0, 3)).toEqual([
      "Buurtkracht Lindestad",
      "Samenwerken in de wijk",
      "Wijkteam Waterrand",
    ]);
    expect((await app.get(paths.exchangeExport(2026, "xlsx"), "bureau")).status).toBe(200);
  });

  test("can be filtered by how it stands", async () => {
    await start();
    const none = await seen(`${paths.exchangeYear(2026)}?stand=zonder`, "bureau");
    expect(textOf(none.html)).toContain("Er is geen voorstel met deze stand.");
    const csv = await (await app.get(`${paths.exchangeExport(2026, "csv")}?stand=wacht`, "bureau")).text();
    expect(parse(csv, { delimiter: ";", bom: true })).toHaveLength(2);
  });

  test("is for nobody else, and of no other year", async () => {
    await start();
    expect((await seen(paths.exchangeYear(2026), null)).status).toBe(401);
    expect((await seen(paths.exchangeYear(2026), "otherHost")).status).toBe(403);
    expect((await seen(paths.exchangeExport(2026, "csv"), "monitoring")).status).toBe(403);
    expect((await seen(paths.exchangeYear(2025), "bureau")).status).toBe(404);
  });
});
