import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { actionChecks, lessons, rounds, visitActions, type visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, seedRound, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, seedVisit } from "../support/visit-fixtures.ts";
import { readSheets } from "../support/workbook.ts";

let store: TemporaryDatabase;
let app: TestApp;
const DAY_MS = 86_400_000;
const WHY = "Onze wethouder wilde het niet";

beforeAll(async () => {
  store = await openTemporaryDatabase();
  await seedRegistry(store.db);
  await seedCast(store.db);
  await seedRound(store.db);
  const questionnaireId = (await store.db.select().from(rounds))[0]?.questionnaireId ?? "";
  await store.db.insert(rounds).values({
    id: "round-2024",
    questionnaireId,
    year: 2024,
    state: "published",
    referenceOn: "2024-06-01",
    opensOn: "2024-06-01",
    closesOn: "2024-07-01",
  });
  const themeId = "codebook-themes-samenwerken";
  const past = (id: string, endsAt: number, values: Partial<typeof visits.$inferInsert> = {}) =>
    seedVisit(store.db, { id, state: "took_place", themeId: themeOf, endsAt, ...values });
  const themeOf =
    (
      await store.db.all<{ id: string }>(
        "select t.id from themes t join codebooks b on b.id = t.codebook_id where b.concept = 'themes' and t.slug = 'samenwerken'",
      )
    )[0]?.id ?? themeId;
  const recent = await past("recent", TODAY - 10 * DAY_MS);
  await past("oud", Date.parse("2025-03-01T12:00:00Z"), { guestMemberId: "heuvelrug", guestPersonId: null });
  await past("nietgeweest", TODAY - 9 * DAY_MS, { state: "did_not_take_place" });
  await store.db.insert(lessons).values([
    {
      id: "les",
      visitId: recent,
      themeId: themeOf,
      title: "Een les",
      learned: "x",
      searchKey: "een les",
      state: "approved",
      revision: 1,
      writtenAt: TODAY,
      approvedAt: TODAY,
    },
    {
      id: "les-besloten",
      visitId: "oud",
      themeId: themeOf,
      title: "Nog niet",
      learned: "x",
      searchKey: "nog niet",
      state: "proposed",
      revision: 1,
      writtenAt: TODAY,
    },
  ]);
  await store.db
    .insert(visitActions)
    .values({ visitId: recent, memberId: "lindestad", action: "Geheime actie", agreedAt: TODAY });
  await store.db.insert(actionChecks).values({
    visitId: recent,
    memberId: "lindestad",
    afterDays: 90,
    outcome: "not_applied",
    why: WHY,
    checkedAt: TODAY,
  });
  app = startApp(store.db);
});
afterAll(() => store.close());

describe("what was learned", () => {
  test("counts only visits that took place and lessons that were approved", async () => {
    const page = await costOf(app, () => app.get(paths.learned(), "professional"));
    expect([page.response.status, page.trips]).toEqual([200, 1]);
    const text = textOf(await page.response.text());
    expect(text).toContain("2 werkbezoeken gingen door. Dat gaf 1 les en 1 actie.");
    expect(text).toContain("Dorpenteam Heuvelrug");
  });

  test("tells nobody what one organisation did with its action", async () => {
    for (const who of ["professional", "otherHost", "monitoring", "bureau"] as const) {
      const page = await (await app.get(paths.learned(), who)).text();
      expect(page).not.toContain("Geheime actie");
      expect(page).not.toContain(WHY);
      const csv = await (await app.get(paths.learnedExport("csv"), who)).text();
      const total = csv.split("\r\n").find((line) => line.includes("Alle thema's"));
      expect(total).toMatch(/;1;;;;$/);
    }
    expect((await app.get(paths.learned())).status).toBe(401);
  });

  test("can be asked for the period of a round", async () => {
    const of = async (year: number) =>
      textOf(await (await app.get(`${paths.learned()}?ronde=${year}`, "bureau")).text());
    expect(await of(2026)).toContain("1 werkbezoek ging door.");
    expect(await of(2026)).not.toContain("Dorpenteam Heuvelrug");
    expect(await of(2024)).toContain("1 werkbezoek ging door. Dat gaf geen lessen en geen acties.");
    expect((await app.get(`${paths.learned()}?ronde=1999`, "bureau")).status).toBe(404);
  });

  test("is the same in Excel, with an explanation", async () => {
    const [data, notes] = await readSheets(
      await app.get(`${paths.learnedExport("xlsx")}?ronde=2026`, "bureau"),
    );
    expect(data?.find((row) => row[1] === "Alle thema's")?.slice(2, 7)).toEqual(["1", "", "", "1", "1"]);
    expect(JSON.stringify(notes)).toContain("ronde 2026");
  });

  test("one's own actions are on a page of the own organisation", async () => {
    const own = await costOf(app, () => app.get(paths.ownActions(), "editor"));
    expect(own.trips).toBe(1);
    expect(textOf(await own.response.text())).toContain("Geheime actie");
    expect(textOf(await (await app.get(paths.ownActions(), "otherEditor")).text())).not.toContain(
      "Geheime actie",
    );
    expect((await app.get(paths.ownActions(), "monitoring")).status).toBe(403);
    expect((await app.get(paths.ownActions())).status).toBe(401);
  });
});
