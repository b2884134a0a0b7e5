import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, people, sessions } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { type HandResponse, seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, seedRound, TODAY, tokenOf } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

const JULY = "2024-07-01T10:00:00Z";
const SECRET = "Wij zijn bang voor het kwikzilver in de kelder";
/** Per step of the scale, low to high, how many of the twenty teams chose it; then unknown, n.v.t., empty. */
const SCALE = [0, 1, 4, 6, 5] as const;

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

/** Twenty teams whose figures are worked out by hand: see the numbers in the tests. */
function twentyTeams(): HandResponse[] {
  const scales = SCALE.flatMap((count, at) => Array.from({ length: count }, () => ({ scale: at + 1 })));
  return teams.slice(0, 20).map((member, at) => ({
    member,
    signedAt: JULY,
    answers: {
      // 20 Wmo, the first 7 also Jeugdwet, number 3 something of its own
      "3A2": {
        choices: at < 7 ? ["wmo", "jeugdwet"] : ["wmo"],
        ...(at === 2 ? { other: "Wet op de Roeibootjes" } : {}),
      },
      // 1..19 locations and one who does not know: the middle of nineteen is 10
      "3B1": at === 19 ? "unknown" : { number: at + 1 },
      "4A1": scales[at] ?? (at === 16 ? "unknown" : at === 17 ? "not_applicable" : "cleared"),
      "4C1": { text: `${SECRET} ${at}` },
    },
    // 9 organisations mention samenwerking, 3 of them twice; 18 visie; 2 data
    mentions: {
      "4C1": [
        ...(at < 9 ? ["samenwerking"] : []),
        ...(at < 3 ? ["samenwerking"] : []),
        ...(at < 15 ? ["visie"] : []),
        ...(at >= 18 ? ["data"] : []),
        ...(at >= 12 ? ["middelen"] : []),
      ],
    },
  }));
}

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
    await seedResponses(database.db, twentyTeams());
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
    await seedResponses(database.db, twentyTeams());
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

describe("a round that is not published", () => {
  it("shows facts, but no confidential figure to anybody while it is open", async () => {
    await seedRound(database.db);
    await seedResponses(database.db, twentyTeams(), "round-2026");
    for (const as of ["editor", "monitoring", "bureau"] as const) {
      expect(textOf(await pageOf("/inzicht/2026/vraag/3A2", as))).toContain("20 van de 20 organisaties");
      const page = await pageOf("/inzicht/2026/vraag/4A1", as);
      expect(textOf(page)).toContain("Deze uitkomst komt na het sluiten van de ronde.");
      expect(page).not.toContain("<table");
      for (const format of ["csv", "xlsx"])
        expect((await app.get(`/inzicht/2026/vraag/4C1/cijfers.${format}`, as)).status).toBe(404);
    }
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it.each([
    [false, 200, 404],
    [true, 404, 404],
  ])(
    "closed, taking late answers %s: monitoring gets %i, members %i",
    async (acceptsLate, monitoring, editor) => {
      await seedRoundOf2024(database.db, "closed", acceptsLate);
      await seedResponses(database.db, twentyTeams());
      const path = "/inzicht/2024/vraag/4A1/cijfers.csv";
      expect((await app.get(path, "monitoring")).status).toBe(monitoring);
      expect((await app.get(path, "editor")).status).toBe(editor);
      expect((await app.get(path, "bureau")).status).toBe(editor);
    },
  );

  it("does not exist as long as it is a concept", async () => {
    await seedRoundOf2024(database.db, "concept");
    expect((await app.get("/inzicht/2024", "monitoring")).status).toBe(404);
    expect((await app.get("/inzicht/2024/respons", "monitoring")).status).toBe(404);
  });
});

describe("who may look", () => {
  const all = [
    "/inzicht",
    "/inzicht/2024",
    "/inzicht/2024/vraag/4A1",
    "/inzicht/2024/vraag/4A1/cijfers.csv",
    "/inzicht/2024/vraag/4A1/cijfers.xlsx",
  ];
  beforeEach(async () => {
    await seedRoundOf2024(database.db);
    await seedResponses(database.db, twentyTeams());
  });

  it.each(["professional", "editor", "signatory", "host", "otherEditor", "monitoring", "bureau"] as const)(
    "%s may",
    async (as) => {
      for (const path of all) {
        expect((await app.get(path, as)).status, path).toBe(200);
        expect(app.roundTrips(), path).toBe(1);
      }
    },
  );

  it("a visitor signs in first, and who belongs to no organisation may not", async () => {
    await database.db
      .insert(people)
      .values({ id: "los", name: "Los", email: "los@proef.example", createdAt: TODAY });
    await database.db.insert(sessions).values({
      id: await sha256(tokenOf("los")),
      personId: "los",
      createdAt: TODAY,
      expiresAt: TODAY + 1000,
    });
    for (const path of all) {
      expect((await app.get(path)).status, path).toBe(401);
      const loose = await app.request(path, {
        headers: { cookie: `sessie=${tokenOf("los")}` },
      });
      expect(loose.status, path).toBe(403);
    }
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it.each([
    "/inzicht/1999",
    "/inzicht/abcd",
    "/inzicht/2024/vraag/9Z9",
    "/inzicht/2024/vraag/9Z9/cijfers.csv",
    "/inzicht/2024/vraag/4A1/cijfers.pdf",
  ])("%s is not found", async (path) => {
    expect((await app.get(path, "monitoring")).status).toBe(404);
  });

  it("notes each export in the log, once, without its contents", async () => {
    await pageOf("/inzicht/2024/vraag/4A1");
    await csvOf("4A1", "editor");
    await app.get("/inzicht/2024/vraag/3A2/cijfers.xlsx", "monitoring");
    expect(await database.db.select().from(auditEntries)).toEqual([
      {
        id: 1,
        at: TODAY,
        personId: "editor",
        memberId: "lindestad",
        action: "figures_exported",
        subject: "2024/4A1",
      },
      {
        id: 2,
        at: TODAY,
        personId: "monitoring",
        memberId: null,
        action: "figures_exported",
        subject: "2024/3A2",
      },
    ]);
  });

  it("tells all outcomes of a round in sentences of the same figures", async () => {
    const text = textOf(await pageOf("/inzicht/2024"));
    expect(text).toContain("20 van de 20 organisaties kiezen ‘Wmo 2015’.");
    expect(text).toContain("11 van de 20 organisaties zijn grotendeels of volledig bezig");
    expect(text).toContain(
      "‘Heldere visie en kaders’ is het vaakst genoemd: 15 keer, door 15 van de 20 organisaties.",
    );
    expect(text).not.toContain("Bekijk wie heeft geantwoord");
    expect(textOf(await pageOf("/inzicht/2024", "bureau"))).toContain("Bekijk wie heeft geantwoord");
  });
});
