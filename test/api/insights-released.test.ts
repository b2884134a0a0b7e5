import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries } from "../../db/schema/tables.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { CAST, type CastKey, seedCast } from "../support/cast.ts";
import { exact, SCALE_CELLS, seedRelease, THEME_CELLS } from "../support/released-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";
import { readSheets } from "../support/workbook.ts";

const ITEM = "/inzicht/2024/vraag/4A1";
const GAP = "Dit cijfer tonen we niet. Zo blijft elk antwoord vertrouwelijk.";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  await seedResponses(database.db, twentyTeams(await seedTeams(database.db, 30)));
  app = startApp(database.db);
});
afterEach(() => database.close());

const read = async (path: string, as: CastKey | null = "editor", status = 200): Promise<string> => {
  app.roundTrips();
  const answer = await app.get(path, as);
  expect(answer.status, path).toBe(status);
  expect(app.roundTrips(), path).toBe(1);
  return said(answer, path);
};
/** All that an answer says: the cells of a workbook, else its text without the number of a fault. */
const said = async (answer: Response, path: string): Promise<string> =>
  answer.status === 200 && path.includes(".xlsx")
    ? JSON.stringify(await readSheets(answer))
    : (await answer.text()).replace(/melding: <strong>\w+</, "");

describe("a confidential question without a release", () => {
  it("says when its figures come, and has no file", async () => {
    const text = textOf(await read(ITEM));
    expect(text).toContain("Deze uitkomst is nog niet vrijgegeven.");
    expect(text).not.toContain("Bekijk als tabel");
    for (const format of ["csv", "xlsx"]) await read(`${ITEM}/cijfers.${format}`, "monitoring", 404);
    await read("/api/v1/rondes/2024/cijfers", "monitoring", 404);
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it("shows nothing, not even to monitoring, before publication", async () => {
    await seedRelease(database.db, "4A1", SCALE_CELLS);
    await database.db.$client.execute("update rounds set state = 'closed' where id = 'round-2024'");
    for (const as of Object.keys(CAST) as CastKey[]) {
      expect(textOf(await read(ITEM, as))).toContain("Deze uitkomst komt bij de publicatie van de ronde.");
      await read(`${ITEM}/cijfers.csv`, as, 404);
      await read("/api/v1/rondes/2024/cijfers?vraag=4A1", as, 404);
      expect(textOf(await read("/inzicht/2024", as))).not.toContain("11 van de 20");
    }
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });
});

describe("a released question", () => {
  beforeEach(async () => {
    await seedRelease(database.db, "4A1", SCALE_CELLS);
    await seedRelease(database.db, "4C1", THEME_CELLS);
  });

  it("shows what was stored: exact between the ends, words near them", async () => {
    const text = textOf(await read(ITEM));
    expect(text).toContain(
      "11 van de 20 organisaties zijn grotendeels of volledig bezig met het versterken van de buurt.",
    );
    expect(text).toContain("weet ik niet: hooguit 2");
    expect(text).toContain("Versie 1, vrijgegeven op 28 januari 2025");
    const csv = (await read(`${ITEM}/cijfers.csv`)).split("\r\n");
    expect(csv.slice(1, 5)).toEqual([
      "Grotendeels of volledig;11;0,55;;Alle leden;20;33",
      "Helemaal niet;;;hooguit 2;Alle leden;20;33",
      "Beperkt;;;hooguit 2;Alle leden;20;33",
      "Deels;4;0,2;;Alle leden;20;33",
    ]);
  });

  it("of open words shows themes by organisations; a gap is hatched and has the one sentence", async () => {
    const html = await read("/inzicht/2024/vraag/4C1");
    expect(textOf(html)).toContain(
      "Van de getoonde thema's is ‘heldere visie en kaders’ het vaakst genoemd: door 15 van de 20 organisaties.",
    );
    expect(html.match(/<pattern/g)).toHaveLength(2);
    expect(textOf(html)).toContain(GAP);
    expect(html).toContain('href="/inzicht/uitleg"');
    expect(await read("/inzicht/2024/vraag/4C1/cijfers.csv")).toContain(
      "Datagericht werken en innovatie;;;niet getoond;Alle leden;20;33",
    );
  });

  it("by one filter stands beside all members, with n of each", async () => {
    const text = textOf(await read(`${ITEM}?grootte=groot`));
    expect(text).toContain("7 van de 12 organisaties zijn grotendeels of volledig bezig");
    expect(text).toMatch(/Grootte: groot n = 12.*Alle leden n = 20/);
    expect(text).toContain("/inzicht/2024/vraag/4A1?versie=1&grootte=groot");
    const csv = (await read(`${ITEM}/cijfers.csv?grootte=groot`)).split("\r\n");
    expect(csv[1]).toBe("Grotendeels of volledig;7;0,583;;Grootte: groot;12;");
    expect(csv[2]).toBe("Grotendeels of volledig;11;0,55;;Alle leden;20;33");
  });

  it("by two filters is a word without a number or a share", async () => {
    const html = await read(`${ITEM}?grootte=groot&landsdeel=west`);
    const text = textOf(html);
    expect(text).toContain("Ongeveer de helft van de organisaties is grotendeels of volledig bezig");
    const csv = (await read(`${ITEM}/cijfers.csv?landsdeel=west&grootte=groot`)).split("\r\n");
    expect(csv[1]).toBe("Grotendeels of volledig;;;ongeveer de helft;Grootte: groot, Landsdeel: West;8;");
  });

  it.each([
    ["?grootte=klein", "/inzicht/2024/vraag/4A1"],
    ["?grootte=groot&landsdeel=zuid", "/inzicht/2024/vraag/4A1?grootte=groot"],
  ])("that is withheld for %s leads to %s", async (query, nearest) => {
    const html = await read(`${ITEM}${query}`);
    expect(textOf(html)).toContain(GAP);
    expect(html).toContain(`href="${nearest}">Bekijk de dichtstbijzijnde groep`);
  });

  it("is never a recount: after the release all answers change, and no byte of any page does", async () => {
    const paths = [
      "/inzicht",
      "/inzicht/2024",
      ...["4A1", "4C1"].flatMap((concept) =>
        ["", "/cijfers.csv", "/cijfers.xlsx"].flatMap((end) =>
          ["", "?grootte=groot", "?versie=1"].map((query) => `/inzicht/2024/vraag/${concept}${end}${query}`),
        ),
      ),
      "/api/v1/rondes/2024/cijfers?vraag=4A1",
      "/api/v1/rondes/2024/cijfers?vraag=4C1&aantal=2",
      "/inzicht/2024/spiegel",
    ];
    const everything = async () => {
      const all: string[] = [];
      for (const as of Object.keys(CAST) as CastKey[])
        for (const path of paths) all.push(await said(await app.get(path, as), path));
      return all;
    };
    const before = await everything();
    const { $client } = database.db;
    await $client.execute(
      `update answers set state = 'given', value = '{"scale":1}' where item_id = 'item-4a1' and state <> 'cleared'`,
    );
    await $client.execute("update answers set state = 'unknown', value = null where item_id = 'item-4c1'");
    await $client.execute("delete from codings");
    const after = await everything();
    for (const [at, all] of before.entries()) expect(after[at] === all, `page ${at}`).toBe(true);
    for (const all of before) expect(all.includes("kwikzilver")).toBe(false);
  });

  it("keeps each edition at its own address", async () => {
    await seedRelease(database.db, "4A1", [["alle", "4", 25, exact(9)]], { edition: 2, organisations: 25 });
    expect(textOf(await read(ITEM))).toContain("n = 25");
    const first = textOf(await read(`${ITEM}?versie=1`));
    expect(first).toContain("n = 20");
    expect(first).toContain("Versie 1, vrijgegeven op 28 januari 2025");
    expect(first).toContain("Versie 2 (nieuwste)");
    await read(`${ITEM}?versie=1&grootte=groot`);
    await read(`${ITEM}?versie=2&grootte=groot`, "editor", 404);
    for (const edition of ["3", "0", "-1", "1e0", "999999999999", "een"])
      await read(`${ITEM}?versie=${edition}`, "editor", 404);
  });

  it.each([
    ["?grootte=middel", 404, "/inzicht/2024/vraag/4A1"],
    ["?grootte=groot&landsdeel=noord", 404, "/inzicht/2024/vraag/4A1?grootte=groot"],
    ["?wet=wmo&systeem=anders", 404, "/inzicht/2024/vraag/4A1"],
    [
      "?grootte=groot&landsdeel=west&gemeenten=een",
      422,
      "/inzicht/2024/vraag/4A1?grootte=groot&amp;landsdeel=west",
    ],
    ["?grootte=groot&grootte=klein&grootte=middel", 422, "/inzicht/2024/vraag/4A1?grootte=groot"],
  ])("has no group %s: %i, and leads to the nearest that it has", async (query, status, nearest) => {
    const html = await read(`${ITEM}${query}`, "editor", status);
    expect(html).toContain(`href="${nearest}"`);
    expect(html).toContain('href="/inzicht/uitleg"');
    expect(textOf(html)).toContain("Geen cijfers van deze groep");
    await read(`${ITEM}/cijfers.csv${query}`, "editor", 404);
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it.each([
    "?grootte=%27%20or%201%3D1",
    "?grootte=groot%26landsdeel%3Dwest",
    "?grootte=%3Cscript%3Ealert(1)%3C/script%3E",
    "?grootte=%00%ff",
    `?grootte=${"a".repeat(300)}`,
    "?__proto__=1&constructor=2&versie=1&versie=2",
  ])("stays calm under %s", async (query) => {
    for (const path of [`${ITEM}${query}`, `/inzicht/2024/vraag/3A2${query}`]) {
      const answer = await app.get(path, "editor");
      expect([200, 404, 422]).toContain(answer.status);
      expect(await answer.text()).not.toContain("<script>alert");
    }
    for (const key of ["vraag", "na", "aantal"]) {
      const answer = await app.get(`/api/v1/rondes/2024/cijfers?${key}=${query.slice(1)}`, "editor");
      expect([404, 422]).toContain(answer.status);
      expect(Object.keys((await answer.json()) as object)).toEqual(["fout"]);
    }
  });

  it("asks a visitor to sign in", async () => {
    for (const path of [ITEM, `${ITEM}?grootte=groot`, `${ITEM}/cijfers.csv`, "/inzicht/2024/spiegel"])
      await read(path, null, 401);
  });
});
