import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";
import { readSheets } from "../support/workbook.ts";

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  teams = await seedTeams(database.db, 30);
  app = startApp(database.db);
});
afterEach(() => database.close());

const csvOf = async (concept: string, as: CastKey = "editor", year = 2024): Promise<string[]> => {
  const answer = await app.get(`/inzicht/${year}/vraag/${concept}/cijfers.csv`, as);
  expect(answer.status).toBe(200);
  return (await answer.text()).replace("\uFEFF", "").trim().split("\r\n").slice(1);
};
const pageOf = async (path: string, as: CastKey = "editor"): Promise<string> => {
  const answer = await app.get(path, as);
  expect(answer.status).toBe(200);
  return answer.text();
};

describe("facts that members opened to each other", () => {
  beforeEach(async () => {
    await seedRoundOf2024(database.db);
    await seedResponses(database.db, twentyTeams(teams));
  });

  it("are counted in full, with the organisations behind each option", async () => {
    expect(await csvOf("3A2")).toEqual([
      "Wmo 2015;20;1;",
      "Jeugdwet;7;0,35;",
      ...[
        "Participatiewet",
        "Wet gemeentelijke schuldhulpverlening (Wgs)",
        "Wet publieke gezondheid (Wpg)",
      ].map((law) => `${law};0;0;`),
      "Wet verplichte ggz (Wvggz);0;0;",
      "Wet kwaliteit, klachten en geschillen zorg (Wkkgz);0;0;",
      "Anders, namelijk;1;0,05;",
      "Weet ik niet;0;;",
      "Niet van toepassing;0;;",
      "Niet ingevuld;0;;",
    ]);
    const html = await pageOf("/inzicht/2024/vraag/3A2");
    const text = textOf(html);
    expect(text).toContain("20 van de 20 organisaties kiezen ‘Wmo 2015’. Daarna volgt ‘Jeugdwet’ met 7.");
    expect(text).toContain("Wet op de Roeibootjes – Team Kwartelnest 003");
    expect(text).toContain("20 van 33 leden");
    expect(html.match(/href="\/leden\/kwartel-007"/g)).toHaveLength(2);
    expect(html.match(/href="\/leden\/kwartel-008"/g)).toHaveLength(1);
  });

  it("in numbers fall in classes, with their median", async () => {
    expect(await csvOf("3B1")).toEqual([
      "0 of 1;1;0,053;",
      "2 tot en met 4;3;0,158;",
      "5 tot en met 9;5;0,263;",
      "10 tot en met 19;10;0,526;",
      "20 of meer;0;0;",
      "Weet ik niet;1;;",
      "Niet van toepassing;0;;",
      "Niet ingevuld;0;;",
    ]);
    expect(textOf(await pageOf("/inzicht/2024/vraag/3B1"))).toContain(
      "Het midden van alle organisaties ligt op 10 locaties (mediaan).",
    );
  });
});

describe("confidential answers of a published round", () => {
  beforeEach(async () => {
    await seedRoundOf2024(database.db);
    await seedResponses(database.db, twentyTeams(teams));
  });

  it("on a scale show counts, and no number within two of an end", async () => {
    // 0 and 1 are few, like 1 unknown, 1 n.v.t. and 2 empty: five masked parts that add up to 5
    const lines = [
      "Helemaal niet;;hooguit 2",
      "Beperkt;;hooguit 2",
      "Deels;4;",
      "Grotendeels;6;",
      "Volledig;5;",
      "Weet ik niet;;hooguit 2",
      "Niet van toepassing;;hooguit 2",
      "Niet ingevuld;;hooguit 2",
    ];
    for (const as of ["editor", "monitoring", "bureau"] as const)
      expect(await csvOf("4A1", as)).toEqual(lines);
    const text = textOf(await pageOf("/inzicht/2024/vraag/4A1"));
    expect(text).toContain(
      "11 van de 20 organisaties zijn grotendeels of volledig bezig met het versterken van de buurt.",
    );
    expect(text).toContain("weet ik niet: hooguit 2");
    expect(text).not.toContain("antwoord gegeven");
  });

  it("in open words are themes: mentions and organisations, ranked, never the words", async () => {
    const csv = await csvOf("4C1");
    expect(csv.slice(0, 5)).toEqual([
      "Heldere visie en kaders;15;15;",
      "Samenwerking en partnerschap;9;12;",
      "Voldoende middelen en tijd;8;8;",
      "Professionele ruimte en vertrouwen;;;hooguit 2",
      "Betrokkenheid en deskundigheid van medewerkers;;;hooguit 2",
    ]);
    expect(csv).toContain("Datagericht werken en innovatie;;;hooguit 2");
    expect(csv.slice(-3)).toEqual([
      "Weet ik niet;;;hooguit 2",
      "Niet van toepassing;;;hooguit 2",
      "Niet ingevuld;;;hooguit 2",
    ]);
  });

  it("say the same on the page, in CSV and in Excel", async () => {
    for (const concept of ["3A2", "3B1", "4A1", "4C1"]) {
      const csv = await csvOf(concept);
      const file = await app.get(`/inzicht/2024/vraag/${concept}/cijfers.xlsx`, "editor");
      const [data, notes] = await readSheets(file);
      const rows = (data ?? []).slice(1).map((row) => row.map((cell) => cell.replace(".", ",")));
      expect(rows.map((row) => row.join(";").replace(/;+$/, ""))).toEqual(
        csv.map((line) => line.replace(/;+$/, "")),
      );
      const said = (notes ?? []).map((row) => row.join(": ")).join("\n");
      expect(said).toContain("Peildatum: 1 juni 2024");
      expect(said).toContain("Aantal organisaties (n): 20");
      const table = /<table[\s\S]*?<\/table>/.exec(await pageOf(`/inzicht/2024/vraag/${concept}`))?.[0] ?? "";
      const hidden = csv.filter((line) => line.endsWith("hooguit 2")).length;
      expect(table.split("hooguit 2").length - 1).toBe(hidden);
    }
  });

  it("never carry a name, an address or a word of an answer, for anybody, in any form", async () => {
    for (const as of ["editor", "otherEditor", "monitoring", "bureau"] as const)
      for (const path of [
        "/inzicht",
        "/inzicht/2024",
        "/inzicht/2024/vraag/4A1",
        "/inzicht/2024/vraag/4C1",
        "/inzicht/2024/vraag/4A1/cijfers.csv",
        "/inzicht/2024/vraag/4C1/cijfers.csv",
      ]) {
        const said = await pageOf(path, as);
        expect(said).not.toMatch(/kwartel/i);
        expect(said).not.toContain("kwikzilver");
      }
    for (const concept of ["4A1", "4C1"]) {
      const file = await app.get(`/inzicht/2024/vraag/${concept}/cijfers.xlsx`, "monitoring");
      const said = JSON.stringify(await readSheets(file));
      expect(said).toContain("Uitkomst");
      expect(said).not.toMatch(/kwartel|kwikzilver/i);
    }
  });

  it("do not change length or shape with a count that is out of sight", async () => {
    const before = await pageOf("/inzicht/2024/vraag/4A1");
    // 'Helemaal niet' from 0 to 1, 'niet ingevuld' from 2 to 1
    await database.db.$client.execute(
      `update answers set state = 'given', value = '{"scale":1}' where item_id = 'item-4a1' and response_id like '%kwartel-020%'`,
    );
    expect(await pageOf("/inzicht/2024/vraag/4A1")).toBe(before);
  });

  it("are withheld below five organisations", async () => {
    await database.db.$client.execute(
      "update responses set state = 'in_progress', signed_at = null where member_id > 'kwartel-004'",
    );
    expect(textOf(await pageOf("/inzicht/2024/vraag/4A1"))).toContain("Deze uitkomst tonen we niet");
    expect((await app.get("/inzicht/2024/vraag/4A1/cijfers.csv", "editor")).status).toBe(404);
  });
});
