import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { releaseFacts } from "../../functions/insights/fact-release.ts";
import { storeChanges } from "../../functions/insights/trend-job.ts";
import { type HandResponse, seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { addRound, itemForm, itemOf, makeCopy } from "../support/editing.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";

/** Two rounds on two questionnaires: 2024 on the annual one, 2025 on a copy in which two questions changed. */
let open: TemporaryDatabase;
let app: TestApp;
let copy: string;
let teams: string[];

const run = (statement: string) => open.db.$client.execute(statement);
const page = async (path: string, as: CastKey = "editor") => {
  const answer = await app.get(path, as);
  expect(answer.status, path).toBe(200);
  return textOf(await answer.text());
};

async function edit(concept: string, changes: Record<string, string>) {
  const item = await itemOf(open.db, copy, concept);
  const saved = await app.post(
    `/vragenlijsten/${copy}/vragen/${item.id}`,
    await itemForm(open.db, copy, concept, changes),
    "monitoring",
  );
  expect(saved.status).toBe(303);
}

/** Answers to the questions of the copy, said by their codes. */
async function answersOf2025(given: readonly HandResponse[]) {
  await seedResponses(open.db, given, "round-2025");
  await run(`update answers set item_id = (select n.id from items o join items n on n.concept = o.concept
    and n.questionnaire_id = '${copy}' where o.id = answers.item_id) where response_id like 'round-2025-%'`);
}

async function released(year: number) {
  await releaseFacts(
    open.db,
    { id: `round-${year}`, year, state: "published", referenceOn: `${year}-06-01` },
    () => 1,
  );
  await storeChanges(open.db, `round-${year}`);
}

beforeEach(async () => {
  open = await openTemporaryDatabase();
  await seedRegistry(open.db);
  await seedCast(open.db);
  await seedRoundOf2024(open.db);
  teams = await seedTeams(open.db, 30);
  app = startApp(open.db);
  copy = await makeCopy(app, "Wijkteams 2025");
  await edit("3B1", { vraag: "Hoeveel vaste locaties hebben jullie?", vergelijking: "reworded" });
  await edit("3B2", { vraag: "Wat doen inwoners op jullie locaties?", vergelijking: "split", uit: "3B2" });
});
afterEach(() => open.close());

describe("two published rounds", () => {
  beforeEach(async () => {
    await seedResponses(open.db, [
      ...twentyTeams(teams),
      {
        member: "lindestad",
        signedAt: "2024-07-01T10:00:00Z",
        answers: { "3B1": { number: 4 }, "3B2": { choices: ["playground"] } },
      },
    ]);
    await addRound(open.db, copy, 2025, "published");
    await answersOf2025([
      ...teams.slice(0, 15).map((member, at) => ({
        member,
        signedAt: "2025-07-01T10:00:00Z",
        answers: {
          "3A2": { choices: at < 5 ? ["wmo", "jeugdwet"] : ["wmo"] },
          "3B1": { number: at + 3 },
          "3B2": { choices: ["playground"] },
        },
      })),
      {
        member: "lindestad",
        signedAt: "2025-07-01T10:00:00Z",
        answers: { "3B1": { number: 6 }, "3B2": { choices: ["office"] } },
      },
    ]);
    await released(2024);
    await released(2025);
  });

  test.each([
    ["3A2", "De vraag was gelijk in 2024 en 2025. De lijn loopt door.", true],
    ["3B1", "De vraag is na 2024 anders verwoord. De lijn loopt door, met een teken.", true],
    ["3B2", "Na 2024 zijn dit meer vragen geworden. De lijn breekt hier.", false],
  ])("the line of %s joins or breaks by its grade", async (concept, sentence, hasChange) => {
    const text = await page(`/inzicht/ontwikkeling/${concept}`);
    expect(text).toContain(sentence);
    expect(text.includes("organisaties deden mee in 2024 en 2025")).toBe(hasChange);
  });

  test("each round shows its own words and its own answers", async () => {
    expect(await page("/inzicht/2024/vraag/3B1")).toContain(
      "Hoeveel fysieke locaties heeft jouw organisatie?",
    );
    expect(await page("/inzicht/2025/vraag/3B1")).toContain("Hoeveel vaste locaties hebben jullie?");
    expect(await page("/inzicht/2025/vraag/3A2")).toContain("15 van de 16 organisaties kiezen ‘Wmo 2015’.");
  });

  test("the mirror lays own answers beside the figures of the same questionnaire, and says when it cannot", async () => {
    expect(await page("/inzicht/2025/spiegel")).toContain(
      "Jullie Kantoor Alle leden 15 van de 16 organisaties",
    );
    await run("update rounds set state = 'closed' where year = 2025");
    const text = await page("/inzicht/2025/spiegel");
    expect(text).toContain("De vraag was anders. Jullie antwoord is hier niet mee te vergelijken.");
    expect(text).toContain("Jullie 6 locaties");
    expect(text).not.toContain("Kantoor");
  });

  test("a next round offers the answer of a question that is the same or reworded, not of one that was split", async () => {
    await addRound(open.db, copy, 2026);
    await seedResponses(open.db, [
      {
        member: "waterrand",
        signedAt: "2024-07-01T10:00:00Z",
        answers: { "3B1": { number: 4 }, "3B2": { choices: ["playground"] } },
      },
    ]);
    const html = await (await app.get("/vragenlijst/2026/sectie/2", "otherEditor")).text();
    expect(textOf(html)).toContain("In 2024: 4 locaties");
    expect(textOf(html)).not.toContain("In 2024: Speeltuin");
    expect(textOf(await (await app.get("/vragenlijst/2026/sectie/2", "editor")).text())).toContain(
      "In 2025: Kantoor",
    );
  });
});

test("a signed answer on pride or curiosity becomes a draft, whatever questionnaire asked it", async () => {
  await addRound(open.db, copy, 2025, "published");
  await answersOf2025([
    {
      member: "lindestad",
      signedAt: "2025-07-01T10:00:00Z",
      answers: { "5A2": { text: "Hoe jullie met de huisarts werken." } },
    },
  ]);
  expect(await page("/werkbezoeken/concepten")).toContain("Hoe jullie met de huisarts werken.");
});

test("a questionnaire in the making says nothing on the profile; that of a round does", async () => {
  const path = "/leden/lindestad/profiel/locaties";
  expect(await page(path)).toContain("Hoeveel fysieke locaties heeft jouw organisatie?");
  await addRound(open.db, copy, 2025, "open");
  expect(await page(path)).toContain("Hoeveel vaste locaties hebben jullie?");
});

test("themes of a codebook hold for the question in both questionnaires", async () => {
  await seedResponses(open.db, [
    {
      member: "lindestad",
      signedAt: "2024-07-01T10:00:00Z",
      answers: { "4C1": { text: "Samen." } },
      mentions: { "4C1": [] },
    },
  ]);
  await addRound(open.db, copy, 2025, "published");
  const rows = await run(`select count(distinct i.questionnaire_id) as questionnaires from items i
    join codebooks c on c.concept = i.concept where c.concept = '4C1'`);
  expect(Number(rows.rows[0]?.questionnaires)).toBe(2);
});
