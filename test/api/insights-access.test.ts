import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, people, sessions } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, seedRound, TODAY, tokenOf } from "../support/cast.ts";
import { SCALE_CELLS, seedRelease, THEME_CELLS } from "../support/released-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  teams = await seedTeams(database.db, 30);
  app = startApp(database.db);
});
afterEach(() => database.close());

const csvOf = async (concept: string, as: CastKey = "editor", year = 2024): Promise<string[]> => {
  const answer = await app.get(`/inzicht/${year}/vraag/${concept}/cijfers.csv`, as);
  expect(answer.status).toBe(200);
  return (await answer.text()).replace("\uFEFF", "").trim().split("\r\n").slice(1);
};
const pageOf = async (path: string, as: CastKey = "editor"): Promise<string> => {
  const answer = await app.get(path, as);
  expect(answer.status).toBe(200);
  return answer.text();
};

describe("a round that is not published", () => {
  it("shows facts, but no confidential figure to anybody while it is open", async () => {
    await seedRound(database.db);
    await seedResponses(database.db, twentyTeams(teams), "round-2026");
    for (const as of ["editor", "monitoring", "bureau"] as const) {
      expect(textOf(await pageOf("/inzicht/2026/vraag/3A2", as))).toContain("20 van de 20 organisaties");
      const page = await pageOf("/inzicht/2026/vraag/4A1", as);
      expect(textOf(page)).toContain("Deze uitkomst komt na het sluiten van de ronde.");
      expect(page).not.toContain("<table");
      for (const format of ["csv", "xlsx"])
        expect((await app.get(`/inzicht/2026/vraag/4C1/cijfers.${format}`, as)).status).toBe(404);
    }
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it("does not exist as long as it is a concept", async () => {
    await seedRoundOf2024(database.db, "concept");
    expect((await app.get("/inzicht/2024", "monitoring")).status).toBe(404);
    expect((await app.get("/inzicht/2024/respons", "monitoring")).status).toBe(404);
  });
});

describe("who may look", () => {
  const all = [
    "/inzicht",
    "/inzicht/2024",
    "/inzicht/2024/vraag/4A1",
    "/inzicht/2024/vraag/4A1/cijfers.csv",
    "/inzicht/2024/vraag/4A1/cijfers.xlsx",
  ];
  beforeEach(async () => {
    await seedRoundOf2024(database.db);
    await seedResponses(database.db, twentyTeams(teams));
    await seedRelease(database.db, "4A1", SCALE_CELLS);
    await seedRelease(database.db, "4C1", THEME_CELLS);
  });

  it.each(["professional", "editor", "signatory", "host", "otherEditor", "monitoring", "bureau"] as const)(
    "%s may",
    async (as) => {
      for (const path of all) {
        expect((await app.get(path, as)).status, path).toBe(200);
        expect(app.roundTrips(), path).toBe(1);
      }
    },
  );

  it("a visitor signs in first, and who belongs to no organisation may not", async () => {
    await database.db
      .insert(people)
      .values({ id: "los", name: "Los", email: "los@proef.example", createdAt: TODAY });
    await database.db.insert(sessions).values({
      id: await sha256(tokenOf("los")),
      personId: "los",
      createdAt: TODAY,
      expiresAt: TODAY + 1000,
    });
    for (const path of all) {
      expect((await app.get(path)).status, path).toBe(401);
      const loose = await app.request(path, {
        headers: { cookie: `sessie=${tokenOf("los")}` },
      });
      expect(loose.status, path).toBe(403);
    }
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it.each([
    "/inzicht/1999",
    "/inzicht/abcd",
    "/inzicht/2024/vraag/9Z9",
    "/inzicht/2024/vraag/9Z9/cijfers.csv",
    "/inzicht/2024/vraag/4A1/cijfers.pdf",
  ])("%s is not found", async (path) => {
    expect((await app.get(path, "monitoring")).status).toBe(404);
  });

  it("notes each export in the log, once, without its contents", async () => {
    await pageOf("/inzicht/2024/vraag/4A1");
    await csvOf("4A1", "editor");
    await app.get("/inzicht/2024/vraag/3A2/cijfers.xlsx", "monitoring");
    expect(await database.db.select().from(auditEntries)).toEqual([
      {
        id: 1,
        at: TODAY,
        personId: "editor",
        memberId: "lindestad",
        action: "figures_exported",
        subject: "2024/4A1",
      },
      {
        id: 2,
        at: TODAY,
        personId: "monitoring",
        memberId: null,
        action: "figures_exported",
        subject: "2024/3A2",
      },
    ]);
  });

  it("tells all outcomes of a round in sentences of the same figures", async () => {
    const text = textOf(await pageOf("/inzicht/2024"));
    expect(text).toContain("20 van de 20 organisaties kiezen ‘Wmo 2015’.");
    expect(text).toContain("11 van de 20 organisaties zijn grotendeels of volledig bezig");
    expect(text).toContain(
      "Van de getoonde thema's is ‘heldere visie en kaders’ het vaakst genoemd: door 15 van de 20 organisaties.",
    );
    expect(text).not.toContain("Bekijk wie heeft geantwoord");
    expect(textOf(await pageOf("/inzicht/2024", "bureau"))).toContain("Bekijk wie heeft geantwoord");
  });
});
