import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, seedRound } from "../support/cast.ts";
import { exact, SCALE_CELLS, seedRelease, THEME_CELLS } from "../support/released-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";

const SECRET = "De loodsboot vaart zonder zeil";
let database: TemporaryDatabase;
let app: TestApp;

const own = (member: string, scale: number, text: string) => ({
  member,
  signedAt: "2024-07-01T10:00:00Z",
  answers: {
    "3A2": { choices: ["wmo"] },
    "3B1": { number: 12 },
    "4A1": { scale },
    "4C1": { text },
  },
});

beforeEach(async () => {
  database = await openTemporaryDatabase();
  const { db } = database;
  await seedRegistry(db);
  await seedCast(db);
  await seedRoundOf2024(db);
  await seedResponses(db, twentyTeams(await seedTeams(db, 20)));
  await seedResponses(db, [own("lindestad", 3, SECRET), own("waterrand", 1, "Wij varen mee")]);
  app = startApp(db);
});
afterEach(() => database.close());

const mirror = async (as: CastKey | null, year = 2024, status = 200): Promise<string> => {
  app.roundTrips();
  const answer = await app.get(`/inzicht/${year}/spiegel`, as);
  expect(answer.status).toBe(status);
  expect(app.roundTrips()).toBe(1);
  return textOf(await answer.text());
};

describe("the mirror", () => {
  beforeEach(async () => {
    await seedRelease(database.db, "4A1", SCALE_CELLS);
    await seedRelease(database.db, "4C1", THEME_CELLS);
  });

  it("puts own answers beside the group, with the position that is safe", async () => {
    const text = await mirror("editor");
    expect(text).toContain("Spiegel: Buurtkracht Lindestad in 2024");
    expect(text).toContain("12 locaties");
    expect(text).toContain("Jullie zitten boven het midden: 11 locaties (mediaan).");
    expect(text).toContain(SECRET);
    // 'deels' was released exactly; how many chose lower was not
    expect(text).toContain("Deels: 4 van de 20 organisaties kiezen dit.");
    expect(text).not.toContain("kiezen lager");
    expect(text).toContain("11 van de 20 organisaties zijn grotendeels of volledig bezig");
  });

  it("says how many are lower and higher when every step is exact, never from a recount", async () => {
    await database.db.$client.execute("delete from release_cells where option in ('1','2','3','4','5')");
    const steps = [3, 4, 5, 6, 7].map((count, at) => ["alle", String(at + 1), 25, exact(count)] as const);
    await seedRelease(
      database.db,
      "4A1",
      steps.map((cell) => [...cell]),
      { edition: 2 },
    );
    expect(await mirror("signatory")).toContain("7 kiezen lager, 13 hoger.");
  });

  it("shows own confidential answers to editors and signatories only", async () => {
    for (const as of ["editor", "signatory"] as const) expect(await mirror(as)).toContain(SECRET);
    for (const as of ["professional", "host"] as const) {
      const text = await mirror(as);
      expect(text).toContain("12 locaties");
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain("Deels: 4 van de 20");
      expect(text).toContain("Vertrouwelijke antwoorden van jullie zien alleen redacteuren en tekenaars.");
    }
  });

  it("shows one part with its charts, and no answer of another part", async () => {
    const overview = await mirror("editor");
    expect(overview).toMatch(/Bekijk dit deel met grafieken\s*: Locaties/);
    const html = await (await app.get("/inzicht/2024/spiegel?deel=2", "editor")).text();
    expect(html).toContain('class="wt-chart"');
    expect(html).toContain("12 locaties");
    expect(html).not.toContain(SECRET);
    for (const part of ["0", "99", "x"])
      expect((await app.get(`/inzicht/2024/spiegel?deel=${part}`, "editor")).status).toBe(404);
    for (const part of [1, 2, 3, 4])
      expect(
        await (await app.get(`/inzicht/2024/spiegel?deel=${part}`, "professional")).text(),
      ).not.toContain(SECRET);
  });

  it("never shows another organisation's answers", async () => {
    const text = await mirror("otherEditor");
    expect(text).toContain("Wij varen mee");
    expect(text).not.toContain(SECRET);
    expect(text).not.toMatch(/kwartel|kwikzilver/i);
  });

  it("of the open round stands beside the last published one, right after signing", async () => {
    await seedRound(database.db);
    await seedResponses(database.db, [own("lindestad", 4, "Nieuw antwoord")], "round-2026");
    const text = await mirror("signatory", 2026);
    expect(text).toContain("Nieuw antwoord");
    expect(text).toContain(
      "De cijfers van 2026 komen na het sluiten van de ronde. Tot dan staan hier die van 2024.",
    );
    expect(text).toContain("Grotendeels: 6 van de 20 organisaties kiezen dit.");
    expect(text).not.toContain(SECRET);
  });

  it("says so while nothing is signed, and is not found for a year without a round", async () => {
    await seedRound(database.db);
    expect(await mirror("editor", 2026)).toContain(
      "Jouw organisatie ondertekende deze vragenlijst nog niet.",
    );
    await mirror("editor", 2023, 404);
  });

  it("is for members: a visitor signs in, staff have no organisation", async () => {
    await mirror(null, 2024, 401);
    expect(await mirror("monitoring", 2024, 403)).not.toContain(SECRET);
    expect(await mirror("bureau", 2024, 403)).not.toContain(SECRET);
  });
});

it("without a release shows own answers, and when those of the group come", async () => {
  const text = await mirror("editor");
  expect(text).toContain(SECRET);
  expect(text).toContain("Deze uitkomst is nog niet vrijgegeven.");
  expect(text).not.toContain("kiezen dit. 4");
});
