import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, useStatements } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { CAST, type CastKey, TODAY } from "../support/cast.ts";
import { SCALE_CELLS, seedRelease, THEME_CELLS } from "../support/released-round.ts";
import { seedRoundToRelease } from "../support/round-to-release.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { csvRows, fileOf, GOOD, ID, PAGE, STATEMENTS } from "../support/use-statement.ts";

const NOT_MONITORING = (Object.keys(CAST) as CastKey[]).filter((key) => key !== "monitoring");

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRoundToRelease(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const sign = (fields: Record<string, string> = GOOD, as: CastKey | null = "monitoring") =>
  app.post(STATEMENTS, fields, as);
const logged = async () =>
  (await database.db.select().from(auditEntries)).map(({ action, subject, personId }) => [
    action,
    subject,
    personId,
  ]);

describe("a use statement", () => {
  it("is stored with its day and listed for everybody of the learning group", async () => {
    app.roundTrips();
    const answer = await sign();
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`${PAGE}?melding=ondertekend`);
    expect(app.roundTrips()).toBe(2);
    const [stored] = await database.db.select().from(useStatements);
    expect(stored).toMatchObject({
      id: ID,
      signedBy: "monitoring",
      validUntil: "2027-03-01",
      signedAt: TODAY,
    });
    expect(stored?.secret).toMatch(/^[0-9a-f]{64}$/);
    const html = await (await app.get(`${PAGE}?melding=ondertekend`, "monitoring")).text();
    expect(app.roundTrips()).toBe(1);
    expect(textOf(html)).toContain(GOOD.doel);
    expect(textOf(html)).toContain("loopt tot en met 1 maart 2027");
    expect(html).toContain(fileOf("antwoorden.sav"));
    expect(html).not.toContain(stored?.secret ?? "-");
    expect(await logged()).toEqual([["use_statement_signed", `2024/${ID}`, "monitoring"]]);
  });

  it("is stored once when the form is sent twice", async () => {
    await sign();
    expect((await sign()).status).toBe(303);
    expect(await database.db.select().from(useStatements)).toHaveLength(1);
    expect(await logged()).toHaveLength(1);
  });

  it.each([
    ["doel", "kort", "Schrijf in minstens 10 tekens waarvoor je de antwoorden gebruikt."],
    ["voor", "", "Schrijf wie de antwoorden te zien krijgt, ook als je dat alleen zelf bent."],
    ["tot", "31-2-2027", "Vul de laatste dag in, bijvoorbeeld 1-3-2027."],
    ["tot", "1-1-2020", "Kies een dag vanaf vandaag."],
    ["tot", "1-1-2040", "Kies een dag binnen een jaar."],
    ["akkoord", "", "Vink aan dat je je aan de afspraken houdt."],
  ])("is refused with everything typed kept: %s %s", async (field, value, sentence) => {
    const answer = await sign({ ...GOOD, [field]: value });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html).split(sentence)).toHaveLength(3);
    for (const [name, typed] of Object.entries(GOOD))
      if (name !== field && name !== "akkoord") expect(html, name).toContain(typed);
    expect(await database.db.select().from(useStatements)).toEqual([]);
  });

  it("can be ended by who signed it; then its files are gone", async () => {
    await sign();
    const end = `${STATEMENTS}/${ID}/beeindiging`;
    expect((await app.post(end, {}, "monitoring")).status).toBe(303);
    expect((await app.post(end, {}, "monitoring")).status).toBe(303);
    const answer = await app.get(fileOf("feiten.csv"), "monitoring");
    expect(answer.status).toBe(403);
    expect(textOf(await answer.text())).toContain("Deze verklaring is beëindigd.");
    expect((await logged()).map(([action]) => action)).toEqual([
      "use_statement_signed",
      "use_statement_ended",
    ]);
    expect((await app.post(`${STATEMENTS}/abc/beeindiging`, {}, "monitoring")).status).toBe(404);
  });

  it("waits for the publication of the round", async () => {
    await database.db.$client.execute("update rounds set state = 'closed' where year = 2024");
    expect((await sign()).status).toBe(409);
    expect(textOf(await (await app.get(PAGE, "monitoring")).text())).toContain("nog niet gepubliceerd");
    expect(await database.db.select().from(useStatements)).toEqual([]);
  });
});

describe("who may have research data", () => {
  const paths = [PAGE, `${PAGE}/cijfers.csv`, fileOf("antwoorden.sav"), fileOf("feiten.csv")];
  beforeEach(async () => {
    await seedRelease(database.db, "4A1", SCALE_CELLS);
    await sign();
  });

  it.each(NOT_MONITORING)("%s never, and leaves no line in the log", async (as) => {
    for (const path of paths) {
      const answer = await app.get(path, as);
      expect(answer.status, path).toBe(403);
      expect(await answer.text()).not.toMatch(/kwartel|Samenhang tussen/i);
    }
    expect((await sign(GOOD, as)).status).toBe(403);
    expect((await app.post(`${STATEMENTS}/${ID}/beeindiging`, {}, as)).status).toBe(403);
    expect(await logged()).toHaveLength(1);
  });

  it("a visitor signs in first, with what was typed kept", async () => {
    for (const path of paths) expect((await app.get(path)).status, path).toBe(401);
    const answer = await sign(GOOD, null);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain(GOOD.doel);
    expect(await logged()).toHaveLength(1);
  });

  it("another person of the learning group does not find the files of a statement that is not theirs", async () => {
    await database.db.$client.execute(
      "insert into association_roles (person_id, role, granted_at) values ('bureau', 'monitoring', 0)",
    );
    expect(textOf(await (await app.get(PAGE, "bureau")).text())).toContain(GOOD.doel);
    expect((await app.get(fileOf("antwoorden.sav"), "bureau")).status).toBe(404);
    expect((await app.post(`${STATEMENTS}/${ID}/beeindiging`, {}, "bureau")).status).toBe(404);
    expect(await logged()).toHaveLength(1);
  });

  it("nobody after the last day", async () => {
    const today = new Date(TODAY).toISOString().slice(0, 10);
    await database.db.update(useStatements).set({ validUntil: today });
    expect((await app.get(fileOf("feiten.csv"), "monitoring")).status).toBe(200);
    await database.db.update(useStatements).set({ validUntil: "2020-01-01" });
    const answer = await app.get(fileOf("feiten.csv"), "monitoring");
    expect(answer.status).toBe(403);
    expect(textOf(await answer.text())).toContain("Je verklaring liep tot en met 1 januari 2020.");
  });

  it.each([
    "/inzicht/2023/onderzoek",
    "/inzicht/2023/onderzoek/cijfers.csv",
    fileOf("geheim.sav"),
    fileOf("feiten.csv", "x"),
  ])("%s is not found", async (path) => {
    expect((await app.get(path, "monitoring")).status).toBe(404);
    expect(await logged()).toHaveLength(1);
  });
});

describe("all released figures", () => {
  it("come in one file, and are noted", async () => {
    await seedRelease(database.db, "4A1", SCALE_CELLS);
    await seedRelease(database.db, "4C1", THEME_CELLS);
    app.roundTrips();
    const answer = await app.get(`${PAGE}/cijfers.csv`, "monitoring");
    expect(answer.status).toBe(200);
    expect(app.roundTrips()).toBe(1);
    const rows = csvRows(await answer.text());
    expect(rows).toHaveLength(1 + SCALE_CELLS.length + THEME_CELLS.length);
    expect(rows.find((row) => row[4] === "grootte=klein")?.slice(8, 17)).toEqual([
      ...["", "", "", "", "", "", "verborgen"],
      "Dit cijfer tonen we niet. Zo blijft elk antwoord vertrouwelijk.",
      "alle",
    ]);
    expect(await logged()).toEqual([["research_exported", "2024/cijfers.csv", "monitoring"]]);
  });

  it("come in parts when they are many, together every cell once", async () => {
    const [first] = SCALE_CELLS;
    if (!first) throw new Error("No cell to copy");
    const [, option, size, shown] = first;
    for (const [concept, count] of [
      ["4A1", 250],
      ["4C1", 60],
    ] as const)
      await seedRelease(
        database.db,
        concept,
        Array.from({ length: count }, (_, at) => [`grootte=${at}`, option, size, shown] as const),
      );
    const page = await (await app.get(PAGE, "monitoring")).text();
    expect(page).toContain("deel=2");
    expect(page).not.toContain("deel=3");
    const rows = async (query: string) =>
      csvRows(await (await app.get(`${PAGE}/cijfers.csv${query}`, "monitoring")).text()).slice(1);
    const [one, two] = [await rows(""), await rows("?deel=2")];
    expect([one.length, two.length]).toEqual([300, 10]);
    expect(new Set([...one, ...two].map((row) => `${row[0]} ${row[4]}`)).size).toBe(310);
    expect((await logged()).map(([, subject]) => subject)).toEqual([
      "2024/cijfers.csv",
      "2024/cijfers.csv?deel=2",
    ]);
    for (const query of ["?deel=3", "?deel=0", "?deel=x"])
      expect((await app.get(`${PAGE}/cijfers.csv${query}`, "monitoring")).status, query).toBe(404);
  });

  it("are not there before they are released", async () => {
    expect((await app.get(`${PAGE}/cijfers.csv`, "monitoring")).status).toBe(404);
    expect(await logged()).toEqual([]);
  });
});
