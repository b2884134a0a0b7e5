import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, useStatements } from "../../db/schema/tables.ts";
import { seedResponses } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { CAST, type CastKey, TODAY } from "../support/cast.ts";
import { SCALE_CELLS, seedRelease, THEME_CELLS } from "../support/released-round.ts";
import { lateTeams, seedRoundToRelease } from "../support/round-to-release.ts";
import { openSav } from "../support/sav-file.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const PAGE = "/inzicht/2024/onderzoek";
const STATEMENTS = `${PAGE}/verklaringen`;
const ID = "0123456789abcdefghjk";
const GOOD = {
  verklaring: ID,
  doel: "Samenhang tussen samenwerken en financiering",
  voor: "Twee analisten van de leergroep",
  tot: "1-3-2027",
  akkoord: "ja",
};
const NOT_MONITORING = (Object.keys(CAST) as CastKey[]).filter((key) => key !== "monitoring");

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  teams = await seedRoundToRelease(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const fileOf = (name: string, id = ID) => `${STATEMENTS}/${id}/bestanden/${name}`;
const sign = (fields: Record<string, string> = GOOD, as: CastKey | null = "monitoring") =>
  app.post(STATEMENTS, fields, as);
const logged = async () =>
  (await database.db.select().from(auditEntries)).map(({ action, subject, personId }) => [
    action,
    subject,
    personId,
  ]);
const csvRows = (text: string): string[][] =>
  text
    .replace("\uFEFF", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(";"));

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

describe("files under code", () => {
  beforeEach(async () => {
    await sign();
  });
  const fetched = async (name: string) => {
    app.roundTrips();
    const answer = await app.get(fileOf(name), "monitoring");
    expect(answer.status, name).toBe(200);
    expect(app.roundTrips()).toBe(1);
    return answer;
  };

  it("hold no name, id or text, and a code that differs between files and statements", async () => {
    const texts = await Promise.all(
      ["antwoorden.csv", "feiten.csv"].map(async (name) => (await fetched(name)).text()),
    );
    for (const text of texts) expect(text).not.toMatch(/kwartel|kwikzilver|lindestad/i);
    const other = "zzzzzzzzzzzzzzzzzzzz";
    await sign({ ...GOOD, verklaring: other });
    const again = await (await app.get(fileOf("antwoorden.csv", other), "monitoring")).text();
    const codes = [...texts, again].map((text) =>
      csvRows(text)
        .slice(1)
        .map(([code]) => code ?? ""),
    );
    expect(codes.map((each) => each.length)).toEqual([20, 20, 20]);
    expect(new Set(codes.flat()).size).toBe(60);
    for (const each of codes) expect(each).toEqual(each.toSorted());
  });

  it("hold the same data as .sav and as CSV, with the same totals as the answers that were given", async () => {
    const rows = csvRows(await (await fetched("antwoorden.csv")).text());
    const [head = [], ...body] = rows;
    const sav = await openSav(new Uint8Array(await (await fetched("antwoorden.sav")).arrayBuffer()));
    expect(sav.meta.sysvars.map(({ name }) => name)).toEqual(head);
    const inSav = (await sav.readAllRows(true)).map((row) =>
      head.map((name) =>
        row[name] === -Number.MAX_VALUE ? "" : String(row[name]).trimEnd().replace(".", ","),
      ),
    );
    expect(inSav).toEqual(body);
    const counts = (name: string) =>
      Object.fromEntries(
        [...Map.groupBy(body, (row) => row[head.indexOf(name)])].map(([key, all]) => [key, all.length]),
      );
    expect(counts("v4a1")).toEqual({ "2": 1, "3": 4, "4": 6, "5": 5, "-8": 1, "-9": 1, "": 2 });
    expect(counts("v4c1_samenwerking")).toEqual({ "0": 11, "1": 9 });
    expect(head).not.toContain("v4c2_visie");
  });

  it("say what every column means, in the order of the file", async () => {
    const [head] = csvRows(await (await fetched("feiten.csv")).text());
    const book = await (await fetched("feiten-codeboek.csv")).text();
    expect(book).toContain("v3a2_jeugdwet;3A2 Jeugdwet;getal;nominaal;");
    expect(
      csvRows(book)
        .slice(1)
        .map(([name]) => name),
    ).toEqual(head);
    const words = await (await fetched("antwoorden-codeboek.md")).text();
    expect(words).toContain("# Codeboek: Vertrouwelijke antwoorden in 2024, onder code");
    expect(words).toContain("- -8: weet ik niet");
  });

  it("are each noted in the log", async () => {
    await fetched("antwoorden.sav");
    await fetched("feiten-codeboek.md");
    expect((await logged()).slice(1)).toEqual([
      ["research_exported", `2024/${ID}/antwoorden.sav`, "monitoring"],
      ["research_exported", `2024/${ID}/feiten-codeboek.md`, "monitoring"],
    ]);
  });

  it("keep a response as it was when it first counted", async () => {
    const before = csvRows(await (await fetched("antwoorden.csv")).text());
    // One signs again after publication and four are new: five late organisations make a new version.
    await database.db.$client.execute(
      "update responses set state = 'superseded' where member_id = 'kwartel-001'",
    );
    const [again = "", ...fresh] = [teams[0], ...teams.slice(20, 24)].flatMap((team) => team ?? []);
    await seedResponses(database.db, [
      ...lateTeams(fresh),
      { member: again, version: 2, signedAt: "2025-03-20T10:00:00Z", answers: { "4A1": { scale: 1 } } },
    ]);
    const after = csvRows(await (await fetched("antwoorden.csv")).text());
    expect(after).toHaveLength(before.length + 4);
    const at = (rows: string[][], name: string) =>
      rows.slice(1).map((row) => row[rows[0]?.indexOf(name) ?? 0]);
    expect(at(after, "v4a1").filter((value) => value === "1")).toEqual([]);
    expect(at(after, "v4a1").filter((value) => value === "5")).toHaveLength(9);
  });

  it("leave out who opened a confidential answer to others: it would name the row", async () => {
    await database.db.$client.execute(
      "update answers set consent = 'public' where response_id like '%kwartel-003-%' and item_id like '%4a1'",
    );
    await database.db.$client.execute(
      "update answers set consent = 'counted_only' where response_id like '%kwartel-004-%' and item_id like '%4a1'",
    );
    const [head, ...rows] = csvRows(await (await fetched("antwoorden.csv")).text());
    expect(rows).toHaveLength(19);
    // The total of 4C1 less these rows would be the closed answer of the one that is left out.
    expect(head).toContain("v4a1");
    expect(head?.filter((name) => name.startsWith("v4c1"))).toEqual([]);
    expect(await (await fetched("antwoorden-codeboek.md")).text()).toContain("Vragen die weg zijn: 4A2");
    expect(csvRows(await (await fetched("feiten.csv")).text())).toHaveLength(1 + 20);
  });

  it("close a fact that was opened to fewer people than members", async () => {
    await database.db.$client.execute(
      "update answers set consent = 'learning_group' where response_id like '%kwartel-003-%' and item_id like '%3a2'",
    );
    const text = await (await fetched("feiten.csv")).text();
    expect(text).not.toContain("Roeiboot");
    const [head = [], ...body] = csvRows(text);
    expect(body.filter((row) => row[head.indexOf("v3a2_wmo")] === "-7")).toHaveLength(1);
  });

  it("are not there for fewer than ten organisations", async () => {
    await database.db.$client.execute("delete from codings");
    await database.db.$client.execute("delete from answers where response_id not like '%kwartel-00%'");
    await database.db.$client.execute("delete from responses where id not like '%kwartel-00%'");
    expect((await app.get(fileOf("antwoorden.csv"), "monitoring")).status).toBe(404);
    expect((await logged()).slice(1)).toEqual([]);
    expect((await app.get(fileOf("feiten.csv"), "monitoring")).status).toBe(200);
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

  it("are not there before they are released", async () => {
    expect((await app.get(`${PAGE}/cijfers.csv`, "monitoring")).status).toBe(404);
    expect(await logged()).toEqual([]);
  });
});
