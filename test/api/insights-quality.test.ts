import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, profileValues, rounds } from "../../db/schema/tables.ts";
import { seedResponses } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { CAST, type CastKey } from "../support/cast.ts";
import { SCALE_CELLS, seedRelease } from "../support/released-round.ts";
import { seedRoundToRelease } from "../support/round-to-release.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

const PATHS = ["/inzicht/2024/kwaliteit", "/inzicht/2024/kwaliteit.csv", "/inzicht/2024/kwaliteit.xlsx"];
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

/** The lines of the CSV: part, subject, what, count, remark, of. */
const linesOf = async (year = 2024): Promise<string[][]> => {
  const answer = await app.get(`/inzicht/${year}/kwaliteit.csv`, "monitoring");
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).replace("\uFEFF", "").trim().split("\r\n");
  return lines.slice(1).map((line) => line.split(";"));
};
const about = (lines: string[][], subject: string) =>
  Object.fromEntries(lines.filter((line) => line[1] === subject).map((line) => [line[2], line.slice(3)]));

describe("the quality of the data", () => {
  it("counts how facts were left open", async () => {
    const lines = await linesOf();
    expect(about(lines, "3B1 Aantal locaties")).toEqual({
      "Weet ik niet": ["1", "", "20"],
      "Niet van toepassing": ["0", "", "20"],
      "Niet ingevuld": ["0", "", "20"],
    });
    expect(about(lines, "3C2 FTE")["Niet ingevuld"]).toEqual(["20", "", "20"]);
  });

  it("tells of confidential questions only what was released, before and after", async () => {
    expect(about(await linesOf(), "4A1 Buurt versterken")["Weet ik niet"]).toEqual([
      "",
      "niet vrijgegeven",
      "",
    ]);
    await seedRelease(database.db, "4A1", SCALE_CELLS);
    expect(about(await linesOf(), "4A1 Buurt versterken")).toEqual({
      "Weet ik niet": ["", "hooguit 2", "20"],
      "Niet van toepassing": ["", "hooguit 2", "20"],
      "Niet ingevuld": ["", "hooguit 2", "20"],
    });
    await database.db.update(rounds).set({ state: "closed" });
    expect(about(await linesOf(), "4A1 Buurt versterken")["Weet ik niet"]).toEqual([
      "",
      "niet vrijgegeven",
      "",
    ]);
  });

  it("counts double, late and reopened responses as the response board does", async () => {
    const [first = "", second = "", third = ""] = teams;
    await seedResponses(database.db, [
      { member: first, sequence: 2, signedAt: "2024-07-02T10:00:00Z" },
      { member: second, version: 2, state: "in_progress" },
      { member: teams[21] ?? "", signedAt: "2025-01-02T10:00:00Z" },
      { member: third, sequence: 2, state: "ready" },
    ]);
    expect(about(await linesOf(), "Alle leden")).toEqual({
      "Niet begonnen": ["12", "", "33"],
      "Begonnen en niet ondertekend": ["0", "", "33"],
      "Meer dan één inzending": ["2", "", "33"],
      "Ondertekend na de sluitdatum": ["1", "", "33"],
      "Ondertekend, en nu in bewerking": ["2", "", "33"],
    });
  });

  it("counts profile values that are empty, not confirmed since the opening, or older than a year", async () => {
    const said = (memberId: string, saidAt: string, supersededAt: number | null = null) => ({
      id: `${memberId}-${saidAt}`,
      memberId,
      field: "fte" as const,
      state: "given" as const,
      value: { number: 10 },
      referenceOn: "2024-01-01",
      source: "typed" as const,
      saidAt: Date.parse(saidAt),
      supersededAt,
    });
    await database.db
      .insert(profileValues)
      .values([
        said(teams[0] ?? "", "2024-05-01T10:00:00Z"),
        said(teams[1] ?? "", "2024-06-10T10:00:00Z"),
        said(teams[2] ?? "", "2026-11-01T10:00:00Z"),
        said(teams[2] ?? "", "2020-01-01T10:00:00Z", 1),
      ]);
    expect(about(await linesOf(), "FTE (voltijdbanen)")).toEqual({
      "Geen waarde": ["30", "", "33"],
      "Niet bevestigd sinds de ronde opende": ["1", "", "33"],
      "Ouder dan een jaar": ["2", "", "33"],
      "Bevestigd in de vragenlijst": ["0", "", "33"],
      "Gewijzigd in de vragenlijst": ["0", "", "33"],
      "Overgeslagen in de vragenlijst": ["0", "", "33"],
    });
  });

  it("names numbers that are far from the earlier one of the same organisation, and only those", async () => {
    await database.db.insert(rounds).values({
      id: "round-2025",
      questionnaireId: (await database.db.select().from(rounds))[0]?.questionnaireId ?? "",
      year: 2025,
      state: "published",
      referenceOn: "2025-06-01",
      opensOn: "2025-06-03",
      closesOn: "2025-12-31",
      publishedOn: "2026-01-27",
    });
    // Before: team 1 to 19 had 1 to 19 locations.
    const numbers = [2, 4, 3, 8, 9, 13, 14, 3];
    await seedResponses(
      database.db,
      numbers.map((number, at) => ({
        member: teams[at] ?? "",
        signedAt: "2025-07-01T10:00:00Z",
        answers: { "3B1": { number } },
      })),
      "round-2025",
    );
    // 1→2 and 2→4 double by less than 3; 3→3, 5→9; 4→8, 6→13, 7→14 and 8→3 are far.
    const html = await (await app.get("/inzicht/2025/kwaliteit", "monitoring")).text();
    const part = html.slice(html.indexOf('id="getallen"'), html.indexOf('id="anders"'));
    expect([...part.matchAll(/Kwartelnest (\d{3})/g)].map(([, number]) => number)).toEqual([
      "004",
      "006",
      "007",
      "008",
    ]);
    expect(textOf(part)).toContain("4 (2024)");
    expect(
      about(await linesOf(2025), "3B1 Aantal locaties")["Organisaties met een sterk ander getal"]?.[0],
    ).toBe("4");
    expect(textOf(await (await app.get("/inzicht/2024/kwaliteit", "monitoring")).text())).toContain(
      "Er is geen eerdere ronde om mee te vergelijken.",
    );
  });

  it("lists own words at anders, not those that were opened to fewer people", async () => {
    const page = async () => textOf(await (await app.get("/inzicht/2024/kwaliteit", "monitoring")).text());
    expect(await page()).toContain("Wet op de Roeibootjes");
    expect(about(await linesOf(), "3A2 Wetten")["Organisaties met eigen woorden"]?.[0]).toBe("1");
    await database.db.$client.execute(
      "update answers set consent = 'learning_group' where value like '%Roeibootjes%'",
    );
    expect(await page()).not.toContain("Roeibootjes");
  });

  it("says the same in CSV and Excel", async () => {
    const [data = [], notes] = await readSheets(await app.get(PATHS[2] ?? "", "monitoring"));
    const inExcel = data.slice(1).map((row) => Array.from({ length: 6 }, (_, at) => String(row[at] ?? "")));
    expect(inExcel).toEqual(await linesOf());
    expect(JSON.stringify(notes)).toContain("leden hebben niet ondertekend");
  });
});

describe("who may see the quality of the data", () => {
  it("is monitoring, in one round trip, with a line in the log for a file", async () => {
    for (const path of PATHS) {
      app.roundTrips();
      expect((await app.get(path, "monitoring")).status).toBe(200);
      expect(app.roundTrips()).toBe(1);
    }
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ personId, action, subject }) => [personId, action, subject])).toEqual([
      ["monitoring", "figures_exported", "2024/kwaliteit"],
      ["monitoring", "figures_exported", "2024/kwaliteit"],
    ]);
  });

  it.each(NOT_MONITORING)("is not %s", async (as) => {
    for (const path of PATHS) {
      const answer = await app.get(path, as);
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toMatch(/kwartel/i);
    }
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it("is not a visitor; and there is no page for a year without a round", async () => {
    for (const path of PATHS) {
      expect((await app.get(path)).status).toBe(401);
      expect((await app.get(path.replace("2024", "2023"), "monitoring")).status).toBe(404);
    }
  });
});
