import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type * as z from "zod";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, people, sessions } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { faultAnswer, figuresAnswer } from "../../web/insights/api-contract.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { CAST, type CastKey, seedCast, TODAY, tokenOf } from "../support/cast.ts";
import { exact, SCALE_CELLS, seedRelease, THEME_CELLS } from "../support/released-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";

const API = "/api/v1/rondes/2024/cijfers";
const FACTS = "/api/v1/rondes/2024/feiten";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  await seedRelease(database.db, "4C1", THEME_CELLS);
  await seedRelease(database.db, "4A1", [["alle", "4-5", 20, exact(3)]]);
  await seedRelease(database.db, "4A1", SCALE_CELLS, { edition: 2 });
  app = startApp(database.db);
});
afterEach(() => database.close());

const ask = async (path: string, as: CastKey | null = "editor", status = 200) => {
  app.roundTrips();
  const answer = await app.get(path, as);
  expect(answer.status, path).toBe(status);
  expect(answer.headers.get("content-type")).toContain("application/json");
  expect(app.roundTrips()).toBe(1);
  return (await answer.json()) as unknown;
};

describe("the read API", () => {
  it.each([1, 3, 7, 500])("gives every cell of the newest editions once, %i at a time", async (most) => {
    const found: z.infer<typeof figuresAnswer>["cijfers"] = [];
    let next: string | null = `${API}?aantal=${most}`;
    for (let turns = 0; next && turns < 50; turns++) {
      const part: z.infer<typeof figuresAnswer> = figuresAnswer.parse(await ask(next));
      expect(part.cijfers.length).toBeLessThanOrEqual(most);
      found.push(...part.cijfers);
      next = part.volgende;
    }
    const expected = [
      ...SCALE_CELLS.map((cell) => ["4A1", 2, ...cell] as const),
      ...THEME_CELLS.map((cell) => ["4C1", 1, ...cell] as const),
    ];
    const keyOf = (filters: { filter: string; waarde: string }[]) =>
      filters.length === 0 ? "alle" : filters.map(({ filter, waarde }) => `${filter}=${waarde}`).join("&");
    expect(
      found.map((cell) => [
        cell.vraag,
        cell.versie,
        keyOf(cell.filters),
        cell.optie,
        cell.n,
        cell.status,
        cell.aantal,
        cell.van,
        cell.tot,
        cell.dichtstbij && keyOf(cell.dichtstbij),
      ]),
    ).toEqual(
      expected.map(([concept, edition, key, option, size, shown, nearest]) => [
        concept,
        edition,
        key,
        option,
        size,
        shown ? "getoond" : "verborgen",
        shown?.kind === "exact" ? shown.low : null,
        shown?.low ?? null,
        shown?.high ?? null,
        nearest ?? null,
      ]),
    );
    for (const cell of found)
      expect(cell.reden).toBe(
        cell.status === "getoond" ? null : "Dit cijfer tonen we niet. Zo blijft elk antwoord vertrouwelijk.",
      );
  });

  it("says beforehand how many cells there are, and leads to the next part in a header too", async () => {
    const whole = SCALE_CELLS.length + THEME_CELLS.length;
    const first = await app.get(`${API}?aantal=5`, "editor");
    const part = figuresAnswer.parse(await first.json());
    expect(part.totaal).toBe(whole);
    expect(first.headers.get("link")).toBe(`<${part.volgende}>; rel="next"`);
    const last = await app.get(`${API}?vraag=4C1`, "editor");
    expect(figuresAnswer.parse(await last.json())).toMatchObject({ totaal: whole, volgende: null });
    expect(last.headers.get("link")).toBeNull();
  });

  it("gives the cells of an edition that is not the newest, and says so in the next address", async () => {
    const part = figuresAnswer.parse(await ask(`${API}?versie=1&aantal=1`));
    expect(part).toMatchObject({
      totaal: 1 + THEME_CELLS.length,
      volgende: expect.stringContaining("versie=1"),
    });
    expect(part.cijfers.map(({ vraag, versie, aantal }) => [vraag, versie, aantal])).toEqual([["4A1", 1, 3]]);
    const next = figuresAnswer.parse(await ask(part.volgende ?? ""));
    expect(next.cijfers[0]).toMatchObject({ vraag: "4C1", versie: 1 });
    const newer = figuresAnswer.parse(await ask(`${API}?versie=2`));
    expect(newer).toMatchObject({ totaal: SCALE_CELLS.length, volgende: null });
  });

  it("notes in the log who begins in the midst, and who comes back after an hour", async () => {
    await ask(`${API}?vraag=4A1&na=3`);
    await ask(`${API}?vraag=4A1&na=-1`);
    app.setNow(TODAY + 3_600_001);
    await ask(`${API}?vraag=4A1&na=3`);
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ subject }) => subject)).toEqual(["2024/api/4A1", "2024/api/4A1"]);
  });

  it("notes in the log who begins to read, once", async () => {
    await ask(`${API}?aantal=5`, "monitoring");
    await ask(`${API}?vraag=4A1&na=4&aantal=5`, "monitoring");
    await ask(`${API}?vraag=4C1`, "professional");
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ personId, action, subject }) => [personId, action, subject])).toEqual([
      ["monitoring", "figures_exported", "2024/api/alle"],
      ["professional", "figures_exported", "2024/api/4C1"],
    ]);
  });

  it("is for everybody who may read figures, and the same for all of them", async () => {
    const answers = new Set<string>();
    for (const as of Object.keys(CAST) as CastKey[]) answers.add(JSON.stringify(await ask(API, as)));
    expect(answers.size).toBe(1);
  });

  it("tells a visitor to sign in and who belongs nowhere to ask the bureau, in JSON", async () => {
    faultAnswer.parse(await ask(API, null, 401));
    await database.db
      .insert(people)
      .values({ id: "los", name: "Los", email: "los@proef.example", createdAt: TODAY });
    await database.db.insert(sessions).values({
      id: await sha256(tokenOf("los")),
      personId: "los",
      createdAt: TODAY,
      expiresAt: TODAY + 1000,
    });
    const loose = await app.request(API, { headers: { cookie: `sessie=${tokenOf("los")}` } });
    expect(loose.status).toBe(403);
    faultAnswer.parse(await loose.json());
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it.each([
    ["/api/v1/rondes/2023/cijfers", 404],
    ["/api/v1/rondes/abcd/cijfers", 404],
    [`${API}?vraag=3A2`, 404],
    [`${API}?vraag=4B1`, 404],
    [`${API}?vraag=4A1&na=99999`, 404],
    [`${API}?vraag=4A1'--`, 422],
    [`${API}?aantal=0`, 422],
    [`${API}?aantal=501`, 422],
    [`${API}?aantal=veel`, 422],
    [`${API}?versie=3`, 404],
    [`${API}?versie=0`, 422],
    [`${API}?na=999`, 404],
    [`${API}?na=-2`, 422],
    [`${API}?na=1.5`, 422],
  ])("%s: %i, in JSON", async (path, status) => {
    faultAnswer.parse(await ask(path, "editor", status));
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });
});

describe("facts in the API", () => {
  beforeEach(async () => {
    await seedResponses(database.db, twentyTeams(await seedTeams(database.db, 20)));
  });

  it("are exact counts of all members, as the pages have them, without a name", async () => {
    const answer = figuresAnswer.parse(await ask(FACTS, "professional"));
    const count = (concept: string, option: string) =>
      answer.cijfers.find(({ vraag, optie }) => vraag === concept && optie === option);
    expect(count("3A2", "jeugdwet")).toMatchObject({ aantal: 7, van: 7, tot: 7, n: 20, status: "getoond" });
    expect(count("3B1", "weet-niet")?.aantal).toBe(1);
    expect(count("3C2", "leeg")?.aantal).toBe(20);
    expect(answer.cijfers.filter(({ vraag }) => /^[45]/.test(vraag))).toEqual([]);
    expect(JSON.stringify(answer)).not.toMatch(/kwartel|roeiboot/i);
    const csv = await (await app.get("/inzicht/2024/vraag/3A2/cijfers.csv", "editor")).text();
    for (const { vraag, optienaam, aantal } of answer.cijfers)
      if (vraag === "3A2") expect(csv).toContain(`${optienaam};${aantal};`);
  });

  it("are for everybody who may read figures, and noted in the log", async () => {
    faultAnswer.parse(await ask(FACTS, null, 401));
    faultAnswer.parse(await ask(FACTS.replace("2024", "2023"), "editor", 404));
    expect(await database.db.select().from(auditEntries)).toEqual([]);
    await ask(FACTS, "bureau");
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ personId, subject }) => [personId, subject])).toEqual([["bureau", "2024/api/feiten"]]);
  });
});
