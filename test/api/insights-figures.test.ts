import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";

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

  it("are counted in full, with a way to the organisations behind each option", async () => {
    expect(await csvOf("3A2")).toEqual([
      "Wmo 2015;20;1;;Alle leden;20;20;33",
      "Jeugdwet;7;0,35;;Alle leden;20;20;33",
      ...[
        "Participatiewet",
        "Wet gemeentelijke schuldhulpverlening (Wgs)",
        "Wet publieke gezondheid (Wpg)",
      ].map((law) => `${law};0;0;;Alle leden;20;20;33`),
      "Wet verplichte ggz (Wvggz);0;0;;Alle leden;20;20;33",
      "Wet kwaliteit, klachten en geschillen zorg (Wkkgz);0;0;;Alle leden;20;20;33",
      "Anders, namelijk;1;0,05;;Alle leden;20;20;33",
      "Weet ik niet;0;;;Alle leden;20;20;33",
      "Niet van toepassing;0;;;Alle leden;20;20;33",
      "Niet ingevuld;0;;;Alle leden;20;20;33",
    ]);
    const html = await pageOf("/inzicht/2024/vraag/3A2");
    const text = textOf(html);
    expect(text).toContain("20 van de 20 organisaties kiezen ‘Wmo 2015’. Daarna volgt ‘Jeugdwet’ met 7.");
    expect(text).toContain("20 van 33 leden");
    expect(html).toContain('href="/inzicht/2024/vraag/3A2/wie?optie=jeugdwet"');
    expect(html).not.toContain("kwartel-007");
  });

  it("in numbers fall in classes, with their median", async () => {
    expect(await csvOf("3B1")).toEqual([
      "0 of 1;1;0,053;;Alle leden;20;19;33",
      "2 tot en met 4;3;0,158;;Alle leden;20;19;33",
      "5 tot en met 9;5;0,263;;Alle leden;20;19;33",
      "10 tot en met 19;10;0,526;;Alle leden;20;19;33",
      "20 of meer;0;0;;Alle leden;20;19;33",
      "Weet ik niet;1;;;Alle leden;20;19;33",
      "Niet van toepassing;0;;;Alle leden;20;19;33",
      "Niet ingevuld;0;;;Alle leden;20;19;33",
    ]);
    const text = textOf(await pageOf("/inzicht/2024/vraag/3B1"));
    expect(text).toContain("Het midden van alle organisaties ligt op 10 locaties (mediaan).");
    // One did not know: a part is a part of the other nineteen, and the table says so.
    expect(text).toContain("Deel van wie antwoord gaf (n = 19)");
    expect(text).toContain("Hier gaven 19 van de 33 leden een getal");
  });
});
