import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries, useStatements } from "../../db/schema/tables.ts";
import { TODAY } from "../support/cast.ts";
import { SCALE_CELLS, THEME_CELLS } from "../support/released-round.ts";
import { openSav } from "../support/sav-file.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { packageOf, rowsIn, seedPackedRound, textIn, unpacking } from "../support/year-package.ts";

const ID = "0123456789abcdefghjk";

let database: TemporaryDatabase;
const { unpacked, recounted } = unpacking();

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await seedPackedRound(database.db);
  await database.db.insert(useStatements).values({
    id: ID,
    roundId: "round-2024",
    signedBy: "monitoring",
    purpose: "Samenhang in het rapport",
    recipients: "Twee analisten",
    validUntil: "2027-03-01",
    signedAt: TODAY,
    secret: "geheim-van-deze-verklaring",
  });
});
afterAll(() => database.close());

const made = (statement: string | null = ID, year = 2024, now = TODAY) =>
  packageOf(database.db, statement, year, now);
async function files(statement: string | null = ID): Promise<Record<string, Uint8Array>> {
  const result = await made(statement);
  if (!result.ok) throw new Error(result.because);
  return result.files;
}

describe("the year package", () => {
  it("has the questionnaire, a folder a tier, what was withheld and a program, and says so", async () => {
    const all = await files();
    expect(Object.keys(all)).toEqual([
      "LEESMIJ.md",
      "vragenlijst.json",
      "vragenlijst.md",
      "codeboek.csv",
      "codeboek.md",
      "reken-na.mjs",
      "data/alleen-geteld/cijfers.csv",
      "data/alleen-geteld/verborgen.csv",
      "data/alleen-geteld/verborgen-per-vraag.csv",
      "data/alleen-geteld/nageteld.csv",
      "data/leden/feiten-cijfers.csv",
      "data/leden/feiten.csv",
      "data/leden/feiten.sav",
      "data/leden/feiten-codeboek.csv",
      "data/leden/feiten-codeboek.md",
    ]);
    const readMe = textIn(all["LEESMIJ.md"]);
    for (const path of Object.keys(all).slice(1)) expect(readMe).toMatch(new RegExp(`- ${path}: \\S`));
    expect(readMe).toContain("Peildatum: 1 juni 2024.");
    expect(readMe).toContain("Voor wie: Twee analisten");
    expect(readMe).toContain("https://plein.example/inzicht/2024");
    const questions = JSON.parse(textIn(all["vragenlijst.json"])) as { vragen: { nummer: string }[] };
    expect(questions.vragen).toHaveLength(24);
  });

  it("says of every column of every table what it means, also without a statement", async () => {
    for (const statement of [ID, null]) {
      const all = await files(statement);
      const book = rowsIn(textIn(all["codeboek.csv"]));
      const said = new Map(book.slice(1).map(([path, column, meaning]) => [`${path} ${column}`, meaning]));
      const tables = Object.keys(all).filter(
        (path) => /^data.*\.csv$/.test(path) && !/feiten(-codeboek)?\.csv/.test(path),
      );
      expect(tables.length).toBeGreaterThan(4);
      for (const path of tables)
        for (const column of rowsIn(textIn(all[path]))[0] ?? [])
          expect(said.get(`${path} ${column}`), `${path} ${column}`).toMatch(/^[A-Z]|getoond of/);
      const text = textIn(all["codeboek.md"]);
      for (const code of ["grootte=groot = groot", "4-5 = Grotendeels of volledig", "leeg = Niet ingevuld"])
        expect(text).toContain(`  - ${code}`);
    }
  });

  it("holds the released cells as they are stored, and the withheld ones without a number", async () => {
    const all = await files();
    const cells = rowsIn(textIn(all["data/alleen-geteld/cijfers.csv"])).slice(1);
    expect(cells.map((row) => [row[0], row[4], row[6], row[8], row[11], row[12], row[13]])).toEqual(
      [
        ...SCALE_CELLS.map((cell) => ["4A1", cell] as const),
        ...THEME_CELLS.map((cell) => ["4C1", cell] as const),
      ].map(([concept, [key, option, size, shown]]) => [
        concept,
        key,
        option,
        ...[shown?.count, shown?.low, shown?.high, size].map((number) => (number ?? "").toString()),
      ]),
    );
    const withheld = rowsIn(textIn(all["data/alleen-geteld/verborgen.csv"])).slice(1);
    expect(withheld).toHaveLength(4);
    expect(new Set(withheld.map((row) => row[4])).size).toBe(1);
  });

  it("counts again to every published count of a fact", async () => {
    await unpacked(await files());
    const { code, said } = await recounted();
    expect(said).toMatch(/Feiten: \d{2,} cijfers nageteld in 20 rijen\./);
    expect(said).toContain("Vertrouwelijk: 20 vrijgegeven cijfers gecontroleerd.");
    expect(said).toContain(" 0 fout.");
    expect(code).toBe(0);
    const counts = rowsIn(textIn((await files())["data/leden/feiten-cijfers.csv"]));
    const count = (concept: string, option: string) =>
      counts.find((row) => row[0] === concept && row[2] === option)?.[4];
    // As worked out by hand in twentyTeams: 20 Wmo, 7 Jeugdwet, one of its own; the middle of 1 to 19.
    expect([count("3A2", "wmo"), count("3A2", "jeugdwet"), count("3A2", "other")]).toEqual(["20", "7", "1"]);
    expect([count("3B1", "mediaan"), count("3B1", "unknown")]).toEqual(["10", "1"]);
  });

  it.each([
    [
      "data/leden/feiten-cijfers.csv",
      ";Jeugdwet;7;",
      ";Jeugdwet;8;",
      "3A2 Jeugdwet: geteld 7, gepubliceerd 8",
    ],
    [
      "data/leden/feiten-cijfers.csv",
      ";Mediaan;10;",
      ";Mediaan;11;",
      "3B1 Mediaan: geteld 10, gepubliceerd 11",
    ],
    [
      "data/alleen-geteld/cijfers.csv",
      ";11;;11;11;11;20;",
      ";11;;11;11;21;20;",
      "4A1 alle 4-5: 11, 21 en 20 passen niet",
    ],
    [
      "data/alleen-geteld/cijfers.csv",
      ";;;;;;;verborgen;",
      ";3;;3;3;3;6;verborgen;",
      "een verborgen cijfer heeft een getal",
    ],
  ])("finds it when %s was changed", async (path, from, to, sentence) => {
    const all = await files();
    const content = textIn(all[path]);
    expect(content).toContain(from);
    await unpacked({ ...all, [path]: new TextEncoder().encode(content.replace(from, to)) });
    const { code, said } = await recounted();
    expect(said).toContain(sentence);
    expect(code).toBe(1);
  });

  it("has no separate answer without a statement, and the program still runs", async () => {
    const all = await files(null);
    expect(Object.keys(all).filter((path) => /feiten\.|opengesteld|feiten-codeboek/.test(path))).toEqual([]);
    expect(textIn(all["LEESMIJ.md"])).toContain("Gemaakt zonder verklaring.");
    await unpacked(all);
    expect(await recounted()).toMatchObject({
      code: 0,
      said: expect.stringContaining("Daarvoor is een verklaring"),
    });
  });

  it("names nobody, also in the .sav file, and has no confidential answer", async () => {
    const all = await files();
    for (const [path, content] of Object.entries(all))
      expect(textIn(content), path).not.toMatch(/kwartel|kwikzilver/i);
    const sav = await openSav(all["data/leden/feiten.sav"] ?? new Uint8Array());
    expect(sav.meta.header.n_cases).toBe(20);
    expect(sav.meta.sysvars.filter(({ name }) => /^v[45]/.test(name))).toEqual([]);
  });

  it("is noted in the log, with the person of the statement", async () => {
    await database.db.delete(auditEntries);
    await made(null);
    await made(ID);
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ personId, action, subject }) => [personId, action, subject])).toEqual([
      [null, "research_exported", "2024/zonder-verklaring/jaarpakket.zip"],
      ["monitoring", "research_exported", `2024/${ID}/jaarpakket.zip`],
    ]);
  });

  it("is not made for another year, an unknown statement or one that ended", async () => {
    await database.db.delete(auditEntries);
    expect(await made(ID, 2023)).toEqual({ ok: false, because: "no_round" });
    expect(await made("zzzzzzzzzzzzzzzzzzzz")).toEqual({ ok: false, because: "no_statement" });
    expect(await made(ID, 2024, Date.parse("2027-03-02T12:00:00Z"))).toEqual({
      ok: false,
      because: "no_statement",
    });
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });
});
