import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, memberMunicipalities } from "../../db/schema/tables.ts";
import { type HandResponse, seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

let database: TemporaryDatabase;
let app: TestApp;
const PATHS = ["/inzicht/2024/respons", "/inzicht/2024/respons.csv", "/inzicht/2024/respons.xlsx"];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  const [one = "", two = "", three = "", four = "", five = ""] = await seedTeams(database.db, 5);
  // Eight members with the three of the cast, and one that left before the reference date.
  await database.db.$client.execute(`insert into members (id, slug, name, search_key, joined_on, left_on, created_at)
    values ('weg', 'weg', 'Team Vertrokken', 'weg', '2018-01-01', '2023-12-31', 0)`);
  const responses: HandResponse[] = [
    { member: "lindestad", state: "in_progress", answers: { "4C1": { text: "Onze kelder staat blank" } } },
    { member: "waterrand", state: "ready" },
    { member: one, signedAt: "2024-07-01T10:00:00Z" },
    { member: two, sequence: 1, signedAt: "2024-07-02T10:00:00Z" },
    { member: two, sequence: 2, signedAt: "2024-07-03T10:00:00Z" },
    { member: three, version: 1, signedAt: "2024-12-31T22:30:00Z" },
    { member: three, version: 2, state: "in_progress" },
    { member: four, signedAt: "2024-12-31T23:30:00Z" },
    { member: five, version: 1, state: "superseded", signedAt: "2024-07-01T10:00:00Z" },
    { member: five, version: 2, signedAt: "2025-03-01T10:00:00Z" },
  ];
  await seedResponses(database.db, responses);
  app = startApp(database.db);
});
afterEach(() => database.close());

describe("the response board", () => {
  it("says of every member of the round where it stands", async () => {
    const text = textOf(await (await app.get("/inzicht/2024/respons", "monitoring")).text());
    expect(text).toContain(
      "5 van de 8 leden hebben ondertekend. 1 is klaar, 1 is bezig en 1 is niet begonnen. 1 lid antwoordde meer dan één keer.",
    );
    expect(text).not.toContain("Vertrokken");
    const csv = (await (await app.get("/inzicht/2024/respons.csv", "bureau")).text()).trim().split("\r\n");
    expect(csv.slice(1)).toEqual([
      "Buurtkracht Lindestad;Bezig;3-6-2024;;1;",
      "Dorpenteam Heuvelrug;Niet begonnen;;;0;",
      "Team Kwartelnest 001;Ondertekend;1-7-2024;1-7-2024;1;",
      "Team Kwartelnest 002;Ondertekend;3-7-2024;3-7-2024;2;2 inzendingen",
      "Team Kwartelnest 003;Ondertekend;31-12-2024;31-12-2024;1;wordt bijgewerkt",
      "Team Kwartelnest 004;Ondertekend;1-1-2025;1-1-2025;1;na de sluitdatum",
      "Team Kwartelnest 005;Ondertekend;1-3-2025;1-3-2025;1;",
      "Wijkteam Waterrand;Klaar, nog niet ingediend;3-6-2024;;1;",
    ]);
  });

  it("says the same in Excel, with what the words mean", async () => {
    const [data, notes] = await readSheets(await app.get("/inzicht/2024/respons.xlsx", "monitoring"));
    expect(data).toHaveLength(9);
    expect(data?.[4]?.slice(0, 2)).toEqual(["Team Kwartelnest 002", "Ondertekend"]);
    expect(JSON.stringify(notes)).toContain("5 van de 8 leden hebben ondertekend");
  });

  it.each([
    ["ondertekend", ["001", "002", "003", "004", "005"]],
    ["niet-begonnen", ["Heuvelrug"]],
    ["klaar", ["Waterrand"]],
  ])("shows only who is %s, by an address that can be shared", async (word, names) => {
    const html = await (await app.get(`/inzicht/2024/respons?stand=${word}`, "monitoring")).text();
    const body = /<tbody[\s\S]*?<\/tbody>/.exec(html)?.[0] ?? "";
    expect(body.match(/<tr/g)).toHaveLength(names.length);
    for (const name of names) expect(body).toContain(name);
  });

  it("comes in parts of sixty members, and counts all of them on each", async () => {
    await seedTeams(database.db, 70, 5);
    const rowsOf = async (path: string) => {
      const html = await (await app.get(path, "monitoring")).text();
      expect(textOf(html)).toContain("5 van de 78 leden hebben ondertekend.");
      return (/<tbody[\s\S]*?<\/tbody>/.exec(html)?.[0] ?? "").match(/<tr/g)?.length;
    };
    expect(await rowsOf("/inzicht/2024/respons")).toBe(60);
    expect(await rowsOf("/inzicht/2024/respons?pagina=2")).toBe(18);
    expect(await rowsOf("/inzicht/2024/respons?stand=niet-begonnen&pagina=2")).toBe(11);
    const file = (await (await app.get("/inzicht/2024/respons.csv", "bureau")).text()).trim();
    expect(file.split("\r\n")).toHaveLength(79);
  });

  it("is for monitoring and bureau; shows no word of an answer; costs one round trip", async () => {
    for (const path of PATHS) {
      for (const as of ["monitoring", "bureau"] as const) {
        app.roundTrips();
        const answer = await app.get(path, as);
        expect(answer.status).toBe(200);
        expect(app.roundTrips()).toBe(1);
        expect(await answer.text()).not.toContain("blank");
      }
      for (const as of ["professional", "editor", "signatory", "host", "otherEditor"] as const) {
        const answer = await app.get(path, as);
        expect(answer.status).toBe(403);
        expect(await answer.text()).not.toMatch(/kwartel/i);
      }
      expect((await app.get(path)).status).toBe(401);
    }
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ personId, action, subject }) => [personId, action, subject])).toEqual(
      ["monitoring", "bureau", "monitoring", "bureau"].map((person) => [
        person,
        "figures_exported",
        "2024/respons",
      ]),
    );
  });

  it("is not found for a year without a round", async () => {
    for (const path of PATHS)
      expect((await app.get(path.replace("2024", "2023"), "monitoring")).status).toBe(404);
  });
});

describe("the response board in counts", () => {
  const linesOf = async () => {
    const text = await (await app.get("/inzicht/2024/respons/aantallen.csv", "monitoring")).text();
    return text
      .replace("\uFEFF", "")
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(";"));
  };

  it("counts first signings by month when they lie far apart, and adds them up", async () => {
    expect((await linesOf()).filter(([by]) => by === "Tijd")).toEqual(
      [
        ["juli 2024", 3, 3],
        ...["augustus", "september", "oktober", "november"].map((month) => [`${month} 2024`, 0, 3]),
        ["december 2024", 1, 4],
        ["januari 2025", 1, 5],
      ].map(([label, signed, together]) => ["Tijd", label, "", "", String(signed), String(together)]),
    );
  });

  it("counts members per size class and part of the country; the parts add up to all", async () => {
    await database.db.insert(memberMunicipalities).values([
      { memberId: "kwartel-001", code: "GM0344" },
      { memberId: "kwartel-002", code: "GM0285" },
      { memberId: "lindestad", code: "GM0796" },
    ]);
    const lines = await linesOf();
    const of = (by: string) => lines.filter(([each]) => each === by).map((line) => line.slice(1, 5));
    expect(of("Grootteklasse")).toEqual([
      ["G4/G40 of meer dan 80.000 inwoners", "2", "2", "1"],
      ["K80/P10 of minder dan 30.000 inwoners", "1", "1", "1"],
      ["Nog geen gemeenten ingevuld", "5", "4", "3"],
    ]);
    expect(of("Landsdeel")).toEqual([
      ["Oost (Overijssel, Gelderland, Flevoland)", "1", "1", "1"],
      ["West (Utrecht, Noord-Holland, Zuid-Holland, Zeeland)", "1", "1", "1"],
      ["Zuid (Noord-Brabant, Limburg)", "1", "1", "0"],
      ["Nog geen gemeenten ingevuld", "5", "4", "3"],
    ]);
    expect(of("Provincie")).toEqual([
      ["Gelderland", "1", "1", "1"],
      ["Noord-Brabant", "1", "1", "0"],
      ["Utrecht", "1", "1", "1"],
      ["Nog geen gemeenten ingevuld", "5", "4", "3"],
    ]);
    const [data = []] = await readSheets(await app.get("/inzicht/2024/respons/aantallen.xlsx", "bureau"));
    const inExcel = data.slice(1).map((row) => Array.from({ length: 6 }, (_, at) => String(row[at] ?? "")));
    expect(inExcel).toEqual(lines);
    const page = textOf(await (await app.get("/inzicht/2024/respons", "monitoring")).text());
    expect(page).toContain("Respons per landsdeel");
    expect(page).toContain("januari 2025");
  });

  it("is for monitoring and bureau only", async () => {
    for (const format of ["csv", "xlsx"]) {
      const path = `/inzicht/2024/respons/aantallen.${format}`;
      expect((await app.get(path)).status).toBe(401);
      for (const as of ["professional", "editor", "signatory", "host"] as const)
        expect((await app.get(path, as)).status).toBe(403);
    }
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });
});
