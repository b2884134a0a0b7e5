import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries } from "../../db/schema/tables.ts";
import { storeChanges } from "../../functions/insights/trend-job.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { exact, few, seedRelease } from "../support/released-round.ts";
import { factsStored, secondRound } from "../support/second-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";
import { readSheets } from "../support/workbook.ts";

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];
const run = (statement: string) => database.db.$client.execute(statement);

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  teams = await seedTeams(database.db, 30);
  await seedResponses(database.db, twentyTeams(teams));
  app = startApp(database.db);
});
afterEach(() => database.close());

const read = async (path: string, as: CastKey | null = "editor", status = 200) => {
  app.roundTrips();
  const answer = await app.get(path, as);
  expect(answer.status, path).toBe(status);
  expect(app.roundTrips(), path).toBe(1);
  return answer;
};
const page = async (concept: string, as: CastKey = "editor") =>
  (await read(`/inzicht/ontwikkeling/${concept}`, as)).text();

describe("with one published round", () => {
  it("says so plainly and shows what there is", async () => {
    const text = textOf(await page("3A2"));
    expect(text).toContain(
      "Deze vraag staat in één gepubliceerde meting, die van 2024. Een lijn zie je vanaf de tweede.",
    );
    expect(text).toContain("7 van de 20 (35 %)");
    expect(text).not.toContain("Veranderden organisaties");
  });

  it("has nothing of a confidential question before its release", async () => {
    expect(textOf(await page("4A1"))).toContain("Van deze vraag is nog geen cijfer gepubliceerd.");
    await read("/inzicht/ontwikkeling/4A1/cijfers.csv", "editor", 404);
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it("knows no other questions, and asks a visitor to sign in", async () => {
    await read("/inzicht/ontwikkeling/9Z9", "editor", 404);
    await read("/inzicht/ontwikkeling/3A2", null, 401);
    await read("/inzicht/ontwikkeling/3A2/cijfers.xlsx", null, 401);
  });

  it("leaves out a round that still runs", async () => {
    await secondRound(database.db, teams);
    await run("update rounds set state = 'open' where year = 2025");
    const text = textOf(await page("3A2"));
    expect(text).toContain("De meting van 2025 loopt nog.");
    expect(text).not.toContain("2025 (n =");
  });
});

describe("with two published rounds", () => {
  beforeEach(async () => {
    await secondRound(database.db, teams);
    await factsStored(database.db, 2024);
    await factsStored(database.db, 2025);
  });

  it("shows a fact in both, and change apart from composition", async () => {
    const text = textOf(await page("3A2"));
    expect(text).toContain("Wmo 2015: 20 van de 20 (100 %) in 2024, 22 van de 22 (100 %) in 2025.");
    expect(text).toContain("De vraag was gelijk in 2024 en 2025. De lijn loopt door.");
    expect(text).toContain(
      "16 organisaties deden mee in 2024 en 2025. Daarna kwamen er 6 bij en vielen er 4 af.",
    );
    // Jeugdwet: 7 of 20 = 35 % to 14 of 22 = 64 %: +29; both times 3 of 16 to 8 of 16: +31; composition -3
    expect(text).toMatch(/Jeugdwet \+29 punten \+31 punten −3 punten/);
  });

  it("gives the same numbers to CSV and Excel, and notes who took them", async () => {
    const csv = (await (await read("/inzicht/ontwikkeling/3A2/cijfers.csv")).text()).split("\r\n");
    expect(csv).toContain("2024;Jeugdwet;7;0,35;;20;");
    expect(csv).toContain("2025;Jeugdwet;14;0,636;;22;gelijk");
    expect(csv).toContain("2024;Jeugdwet (deden beide keren mee);3;0,188;;16;");
    expect(csv).toContain("2025;Jeugdwet (deden beide keren mee);8;0,5;;16;");
    const sheets = JSON.stringify(await readSheets(await read("/inzicht/ontwikkeling/3A2/cijfers.xlsx")));
    expect(sheets).toContain("+29 punten; deden beide keren mee: +31 punten; door samenstelling: −3 punten.");
    const noted = await database.db.select().from(auditEntries);
    expect(noted.map(({ subject }) => subject)).toEqual(["ontwikkeling/3A2", "ontwikkeling/3A2"]);
  });

  it.each([
    ["reworded", "De vraag is na 2024 anders verwoord.", "wt-trend__mark", true],
    ["scale_changed", "Vergelijk 2024 en 2025 niet: schaal gewijzigd.", "wt-trend__break", false],
    ["split", "Na 2024 zijn dit meer vragen geworden.", "wt-trend__break", false],
    ["merged", "Na 2024 zijn vragen samengevoegd.", "wt-trend__break", false],
  ])("marks a question that is %s, in the chart and in words", async (grade, sentence, mark, isDrawn) => {
    await newQuestionnaire(`'${grade}'`);
    const html = await page("3A2");
    expect(textOf(html)).toContain(sentence);
    expect(html).toContain(mark);
    expect(html.includes('class="wt-trend__line')).toBe(isDrawn);
    expect(textOf(html).includes("Veranderden organisaties")).toBe(isDrawn);
    const csv = await (await read("/inzicht/ontwikkeling/3A2/cijfers.csv")).text();
    expect(csv).toMatch(/;(herformuleerd|schaal gewijzigd|gesplitst|samengevoegd)\r\n/);
  });

  it("puts answers of another scale on lines of their own, also where codes are the same", async () => {
    await newQuestionnaire("'scale_changed'");
    await run("update items set choice_list = 'stars' where id = 'nieuw-3a2'");
    const csv = await (await read("/inzicht/ontwikkeling/3A2/cijfers.csv")).text();
    expect(csv).toContain("2024;Wmo 2015;20;1;;20;");
    expect(csv).toContain("2025;wmo;22;1;;22;schaal gewijzigd");
    expect(csv).not.toMatch(/2025;Wmo 2015;\d/);
  });

  it("counts once: two runs store the same, and nothing moves when answers do", async () => {
    const before = await page("3A2");
    expect(await storeChanges(database.db, "round-2025")).toBe(0);
    await run("update answers set value = '{\"choices\":[\"pw\"]}' where item_id = 'item-3a2'");
    expect(await page("3A2")).toBe(before);
  });
});

describe("of a confidential question", () => {
  it("says parts of a number in classes, not in its unit", async () => {
    await secondRound(database.db, teams);
    await run("update items set audience = 'confidential' where concept = '3B1'");
    await seedRelease(database.db, "3B1", [["alle", "0", 20, exact(5)]]);
    await seedRelease(database.db, "3B1", [["alle", "0", 22, exact(11)]], {
      organisations: 22,
      roundId: "round-2025",
    });
    const text = textOf(await page("3B1"));
    expect(text).toContain("5 van de 20 (25 %) in 2024, 11 van de 22 (50 %) in 2025.");
    expect(text).toContain("Elke grafiek loopt van 0 % (onderaan) tot 100 %.");
  });

  it("shows released cells only: masked as they are, and no split by who took part", async () => {
    await secondRound(database.db, teams);
    await factsStored(database.db, 2024);
    await factsStored(database.db, 2025);
    await seedRelease(database.db, "4A1", [
      ["alle", "4-5", 20, exact(11)],
      ["alle", "1", 20, few],
    ]);
    await seedRelease(
      database.db,
      "4A1",
      [
        ["alle", "4-5", 22, few],
        ["alle", "1", null, null],
      ],
      {
        organisations: 22,
        roundId: "round-2025",
      },
    );
    const html = await page("4A1", "monitoring");
    const text = textOf(html);
    expect(text).toContain(
      "Grotendeels of volledig: 11 van de 20 (55 %) in 2024, hooguit 2, n = 22 in 2025.",
    );
    expect(html).toContain("wt-trend__range");
    expect(html).toContain("<pattern");
    expect(html).not.toContain('class="wt-trend__line');
    expect(text).toContain("Dit cijfer is er nog niet.");
    expect(text).not.toContain("deden mee in 2024 en 2025");
    const csv = await (await read("/inzicht/ontwikkeling/4A1/cijfers.csv", "monitoring")).text();
    expect(csv).toContain("2025;Grotendeels of volledig;;;hooguit 2;22;gelijk");
  });
});

/** Gives the round of 2025 a questionnaire of its own with one item, of this comparability. */
async function newQuestionnaire(comparability: string): Promise<void> {
  await run("insert into questionnaires (id, title, created_at) values ('nieuw', 'Nieuw', 1)");
  await run(
    "insert into sections (id, questionnaire_id, position, title, intro, minutes) values ('nieuw-1', 'nieuw', 1, 'Organisatie', '', 1)",
  );
  await run(`insert into items (id, section_id, questionnaire_id, concept, position, kind, stem, wording, short_name, help,
      purpose, use, unit, choice_list, allows_other, allows_explanation, profile_field, audience, comparability)
    select 'nieuw-3a2', 'nieuw-1', 'nieuw', concept, 1, kind, stem, wording || ' Anders.', short_name, help,
      purpose, use, unit, choice_list, allows_other, allows_explanation, profile_field, audience, ${comparability}
    from items where id = 'item-3a2'`);
  await run("update rounds set questionnaire_id = 'nieuw' where year = 2025");
  await run(
    "update answers set item_id = 'nieuw-3a2' where item_id = 'item-3a2' and response_id like 'round-2025%'",
  );
  await run("delete from fact_changes");
  await run(
    "update fact_cells set item_id = 'nieuw-3a2' where item_id = 'item-3a2' and edition_id in (select id from fact_editions where round_id = 'round-2025')",
  );
  await storeChanges(database.db, "round-2025");
}
