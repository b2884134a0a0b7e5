import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { nextAfter } from "../../functions/insights/fact-names.ts";
import { MOST_WALKED } from "../../functions/insights/fact-names-queries.ts";
import { releaseFacts } from "../../functions/insights/fact-release.ts";
import { roundToRelease } from "../../functions/insights/release-job-queries.ts";
import { type HandResponse, seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const JULY = "2024-07-01T10:00:00Z";
const WHO = "/inzicht/2024/vraag/3A2/wie";

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  teams = await seedTeams(database.db, 130);
  await seedRoundOf2024(database.db);
  await seedResponses(database.db, teams.slice(0, 120).map(answering));
  app = startApp(database.db);
});
afterEach(() => database.close());

/** Everybody the Wmo; every tenth the Jeugdwet as well; the third something of its own. */
const answering = (member: string, at: number): HandResponse => ({
  member,
  signedAt: JULY,
  answers: {
    "3A2": {
      choices: at % 10 === 6 ? ["wmo", "jeugdwet"] : ["wmo"],
      ...(at === 2 ? { other: "Wet op de Roeibootjes" } : {}),
    },
    "4A1": { scale: 4 },
  },
});
const store = async (): Promise<void> => {
  const [round] = await roundToRelease(database.db, 2024);
  if (!round) throw new Error("There is a round of 2024");
  await releaseFacts(database.db, round, () => TODAY);
};
const namesOn = async (
  path: string,
): Promise<{ html: string; names: string[]; next: string | undefined }> => {
  const answer = await app.get(path, "host");
  expect(answer.status, path).toBe(200);
  const html = await answer.text();
  return {
    html,
    names: [...html.matchAll(/href="\/leden\/(kwartel-\d+)"/g)].map(([, slug]) => slug ?? ""),
    next: /href="([^"]+)"[^>]*>\s*Volgende organisaties/.exec(html)?.[1]?.replaceAll("&amp;", "&"),
  };
};

describe.each([
  ["counted by the page", async (): Promise<void> => undefined],
  ["stored by the job", store],
] as const)("who gave an answer, %s", (_, prepare) => {
  beforeEach(() => prepare());

  it("comes in parts of fifty names, by name, until the last", async () => {
    app.roundTrips();
    const first = await namesOn(`${WHO}?optie=wmo`);
    expect(app.roundTrips()).toBe(1);
    expect(first.names).toEqual(teams.slice(0, 50));
    expect(textOf(first.html)).toContain("120 organisaties");
    const second = await namesOn(first.next ?? "");
    const third = await namesOn(second.next ?? "");
    expect([...second.names, ...third.names]).toEqual(teams.slice(50, 120));
    expect(third.next).toBeUndefined();
  });

  it("is for the answer and the group that are asked, with what was typed", async () => {
    const youth = await namesOn(`${WHO}?optie=jeugdwet`);
    expect(youth.names).toHaveLength(12);
    expect(youth.names).toContain("kwartel-007");
    const other = await namesOn(`${WHO}?optie=other`);
    expect(textOf(other.html)).toContain("Team Kwartelnest 003 : Wet op de Roeibootjes");
    expect((await namesOn(`${WHO}?optie=wmo&wet=jeugdwet`)).names).toEqual(youth.names);
    const nobody = await namesOn(`${WHO}?optie=wmo&grootte=klein`);
    expect(nobody.names).toEqual([]);
    expect(textOf(nobody.html)).toContain("Geen enkele organisatie gaf dit antwoord.");
  });

  it("is a file too, noted in the log", async () => {
    const answer = await app.get(`${WHO}.csv?optie=other`, "host");
    expect((await answer.text()).replace("\uFEFF", "")).toBe(
      "Organisatie;Antwoord\r\nTeam Kwartelnest 003;Wet op de Roeibootjes\r\n",
    );
    const { rows } = await database.db.$client.execute(
      "select person_id, subject from audit_entries where action = 'figures_exported'",
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([{ person_id: "host", subject: "2024/3A2" }]);
    expect((await app.get(`${WHO}?optie=other`, "host")).status).toBe(200);
    expect(
      (await database.db.$client.execute("select 1 from audit_entries where action = 'figures_exported'"))
        .rows,
    ).toHaveLength(1);
  });

  it.each([
    ["/inzicht/2024/vraag/4A1/wie?optie=4", "a confidential question"],
    ["/inzicht/2024/vraag/3B1/wie?optie=0", "a number"],
    [`${WHO}?optie=bestaat-niet`, "an answer that is not there"],
    [WHO, "no answer"],
    [`${WHO}?optie=wmo&grootte=enorm`, "a filter that is not there"],
    [`${WHO}?optie=wmo&grootte=klein&wet=wmo&landsdeel=west`, "three filters"],
    [`${WHO}?optie=wmo&versie=2`, "a version that is not there"],
    ["/inzicht/1999/vraag/3A2/wie?optie=wmo", "a year without a round"],
  ])("%s is not found: %s", async (path) => {
    expect((await app.get(path, "editor")).status).toBe(404);
    expect((await app.get(path.replace("/wie", "/wie.csv"), "editor")).status).toBe(404);
  });

  it("is for members and staff", async () => {
    expect((await app.get(`${WHO}?optie=wmo`)).status).toBe(401);
    expect((await app.get(`${WHO}.csv?optie=wmo`)).status).toBe(401);
    await database.db.$client.execute("delete from memberships where person_id = 'host'");
    expect((await app.get(`${WHO}?optie=wmo`, "host")).status).toBe(403);
  });
});

describe("stored versions", () => {
  const lateAnswer = (at: number): HandResponse => ({
    member: teams[120 + at] ?? "",
    signedAt: `2025-02-${String(at + 1).padStart(2, "0")}T10:00:00Z`,
    answers: { "3A2": { choices: ["jeugdwet"] } },
  });
  const late = (from: number, to: number) =>
    seedResponses(
      database.db,
      Array.from({ length: to - from }, (_, at) => lateAnswer(from + at)),
    );
  const youthCount = async (query = "") => {
    const answer = await app.get(`/inzicht/2024/vraag/3A2/cijfers.csv${query}`, "editor");
    return /Jeugdwet;(\d+)/.exec(await answer.text())?.[1];
  };

  it("stand still until the job makes the next one, and then stay at their address", async () => {
    await store();
    await late(0, 6);
    expect(await youthCount()).toBe("12");
    const page = textOf(await (await app.get("/inzicht/2024/vraag/3A2", "editor")).text());
    expect(page).toContain("6 organisaties tekenden later.");
    await store();
    expect(await youthCount()).toBe("17");
    expect(await youthCount("?versie=1")).toBe("12");
    expect((await namesOn(`${WHO}?optie=jeugdwet`)).names).toHaveLength(17);
    expect((await namesOn(`${WHO}?optie=jeugdwet&versie=1`)).names).toHaveLength(12);
  });

  it("leave none out: versions that came up between two runs are made as well", async () => {
    await late(0, 10);
    await store();
    expect(await Promise.all(["?versie=1", "?versie=2", "?versie=3"].map(youthCount))).toEqual([
      "12",
      "17",
      "22",
    ]);
  });
});

it("a part ends after fifty names, or where enough organisations were looked at", () => {
  const found = (positions: number[]) => positions.map((position) => ({ position }));
  expect(nextAfter(found([1, 4, 9]), 0, 2, 9)).toBe(4);
  expect(nextAfter(found([1, 4]), 0, 2, 9)).toBeNull();
  expect(nextAfter(found([1]), 0, 2, MOST_WALKED + 1)).toBe(MOST_WALKED);
  expect(nextAfter(found([]), MOST_WALKED, 2, MOST_WALKED + 1)).toBeNull();
});
