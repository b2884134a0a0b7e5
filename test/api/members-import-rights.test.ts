import { afterEach, beforeEach, expect, test } from "vitest";
import { importRows, imports } from "../../db/schema/tables.ts";
import { forgetOldImports } from "../../functions/members/import-forgetting.ts";
import { ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import { csv, importer, PERSON_HEAD } from "../support/importing.ts";
import { id, seedProfiles } from "../support/profiles.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedProfiles(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const { handIn, checked, rowsOf } = importer(
  () => app,
  () => database,
);

test("a form without a file, of no kind, or with another file: 422 with a sentence that helps", async () => {
  const sentence = async (answer: Response) => {
    expect(answer.status).toBe(422);
    return textOf(await answer.text());
  };
  expect(await sentence(await handIn("people", null))).toContain(
    "Kies een Excel-bestand of een csv-bestand.",
  );
  expect(await sentence(await handIn("", csv(PERSON_HEAD, "x")))).toContain(
    "Kies of je leden of mensen inleest.",
  );
  expect(await sentence(await handIn("people", csv(PERSON_HEAD)))).toContain("Dit bestand is leeg.");
  expect(await sentence(await handIn("people", csv("Naam;Telefoon", "x;y")))).toContain(
    "Zet de kolommen ‘E-mail’ en ‘Organisatie’ in de eerste rij.",
  );
  expect(await sentence(await handIn("people", new Uint8Array([0, 1, 2, 0])))).toContain(
    "Dit bestand is iets anders.",
  );
  const many = Array.from({ length: 1001 }, (_, at) => `M ${at};m${at}@x.example;;Wijkteam Waterrand;`);
  expect(await sentence(await handIn("people", csv(PERSON_HEAD, ...many)))).toContain("hooguit 1.000 rijen");
  expect(await database.db.select().from(imports)).toEqual([]);
});

test("the example can be read in as it is, and explains its columns", async () => {
  for (const [kind, address] of [
    ["members", "leden"],
    ["people", "mensen"],
  ] as const) {
    const example = await app.get(`/bureau/inlezen/voorbeeld-${address}.xlsx`, "bureau");
    const [, notes] = await readSheets(example.clone());
    expect(notes?.some(([label]) => label === "Naam")).toBe(true);
    const answer = await handIn(kind, await example.arrayBuffer(), "bureau", "voorbeeld.xlsx");
    const [row] = await rowsOf(answer.headers.get("location") ?? "");
    expect(row?.outcome).toBe(kind === "members" ? "new" : "refused");
  }
});

test.each(["editor", "monitoring", "professional"] as const)(
  "%s may neither look nor read in",
  async (as) => {
    const address = await checked("people", csv(PERSON_HEAD, "Bo Duin;bo@duin.example;;Wijkteam Waterrand;"));
    for (const path of [
      "/bureau/inlezen",
      address,
      `${address}/rijen.csv`,
      "/bureau/inlezen/voorbeeld-leden.xlsx",
    ])
      expect((await app.get(path, as)).status).toBe(403);
    expect((await handIn("people", csv(PERSON_HEAD, "x"), as)).status).toBe(403);
    expect((await app.post(`${address}/overname`, {}, as)).status).toBe(403);
    expect(await rowsOf(address)).toMatchObject([{ result: null }]);
  },
);

test("a stranger signs in first; what is not there is not found", async () => {
  expect((await app.get("/bureau/inlezen")).status).toBe(401);
  expect((await handIn("people", csv(PERSON_HEAD, "x"), null)).status).toBe(401);
  for (const path of [`/bureau/inlezen/${id("9")}`, `/bureau/inlezen/${id("9")}/rijen.csv`])
    expect((await app.get(path, "bureau")).status).toBe(404);
  expect((await app.post(`/bureau/inlezen/${id("9")}/overname`, {}, "bureau")).status).toBe(404);
});

test("the same form twice keeps one table; after a month it is gone", async () => {
  const content = csv(PERSON_HEAD, "Bo Duin;bo@duin.example;;Wijkteam Waterrand;");
  for (let times = 0; times < 2; times++)
    expect((await handIn("people", content, "bureau", "l.csv", id("4"))).status).toBe(303);
  expect(await database.db.select().from(importRows)).toHaveLength(1);
  expect(textOf(await (await app.get("/bureau/inlezen", "bureau")).text())).toContain("l.csv");
  const work = { db: database.db, origin: ORIGIN, mailFrom: "x@y.example", replyAddress: null };
  await forgetOldImports({ ...work, now: TODAY + 29 * 86_400_000 });
  expect(await database.db.select().from(imports)).toHaveLength(1);
  await forgetOldImports({ ...work, now: TODAY + 31 * 86_400_000 });
  expect(await database.db.select().from(imports)).toEqual([]);
  expect(await database.db.select().from(importRows)).toEqual([]);
});
