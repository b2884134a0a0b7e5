import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ItemKind } from "../../db/vocabulary.ts";
import { releaseItem } from "../../functions/insights/release-item.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { figuresAnswer } from "../../web/insights/api-contract.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedRelease } from "../support/released-round.ts";
import { seedRoundToRelease } from "../support/round-to-release.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

/*
 * Every kind of question, open between members and confidential: nine organisations gave an answer, four did not
 * know, three said that it does not apply, four left it empty.
 */

/** Of a number: where its classes begin. */
const CLASSES = "[0,5,10,20,50]";
const CODES = ["1", "2", "3", "4", "5"];
const [GIVEN, UNKNOWN, NOT_APPLICABLE] = [9, 4, 3];
const STATES: [label: string, option: string, count: number][] = [
  ["Weet ik niet", "weet-niet", UNKNOWN],
  ["Niet van toepassing", "nvt", NOT_APPLICABLE],
  ["Niet ingevuld", "leeg", 4],
];
/** What four organisations gave, what three gave, and what one gave each: too few to be counted exactly. */
const SCALES = [4, 5, 1, 2].map((scale) => ({ scale }));
const KINDS: { name: string; kind: ItemKind; display?: string; list?: string; values: object[] }[] = [
  {
    name: "one",
    kind: "one",
    list: "extent",
    values: ["1", "2", "3", "4"].map((code) => ({ choices: [code] })),
  },
  {
    name: "many",
    kind: "many",
    list: "extent",
    values: ["1", "2", "3", "4"].map((code) => ({ choices: ["5", code] })),
  },
  { name: "number", kind: "number", values: [3, 30, 8, 15].map((number) => ({ number })) },
  { name: "scale", kind: "scale", list: "extent", values: SCALES },
  { name: "grid", kind: "scale", display: "grid", list: "extent", values: SCALES },
  { name: "stars", kind: "scale", display: "stars", list: "stars", values: SCALES },
  { name: "date", kind: "date", values: [2019, 2021, 2022, 2023].map((year) => ({ date: `${year}-05-01` })) },
  { name: "open", kind: "open", values: ["a", "b", "c", "d"].map((text) => ({ text })) },
];

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];
let solver: Awaited<ReturnType<typeof loadSolver>>;
beforeAll(async () => {
  database = await openTemporaryDatabase();
  teams = (await seedRoundToRelease(database.db)).slice(0, 20);
  solver = await loadSolver();
  app = startApp(database.db);
});
afterAll(() => database.close());

const run = (sql: string, ...args: (string | number | null)[]) => database.db.$client.execute({ sql, args });

const stateAt = (at: number) =>
  at < GIVEN
    ? ("given" as const)
    : at < GIVEN + UNKNOWN
      ? ("unknown" as const)
      : at < GIVEN + UNKNOWN + NOT_APPLICABLE
        ? ("not_applicable" as const)
        : ("missing" as const);

type Kind = (typeof KINDS)[number];

/** Of several answers it is not told how many gave none: that would tie them. */
const isTied = ({ kind }: Kind): boolean => kind === "open" || kind === "many";

function released(each: Kind, secret: string) {
  const { kind } = each;
  const valueAt = (at: number) => each.values[at < 4 ? 0 : at < 7 ? 1 : at - 5];
  const made = releaseItem({
    concept: "4A1",
    shape: { kind, unit: null, classes: CLASSES, allowsOther: false, codes: CODES, themes: ["visie"] },
    given: new Map(
      teams.map((id, at) => {
        const state = stateAt(at);
        const themes = kind === "open" && state === "given" ? ["visie"] : [];
        return [id, { state, value: state === "given" ? (valueAt(at) ?? null) : null, themes }];
      }),
    ),
    entered: teams,
    attributes: [],
    earlier: [],
    secret,
    solver,
    progress: () => undefined,
  });
  if (!made.ok) throw new Error(made.problems.join());
  return made.cells;
}

/** Makes 4A1 a question of this kind with these answers; a confidential one with the release that the gate makes. */
async function ask(each: Kind, audience: "members" | "confidential"): Promise<void> {
  const { kind, display = "list", list = null } = each;
  const valueAt = (at: number) => each.values[at < 4 ? 0 : at < 7 ? 1 : at - 5];
  await run(
    "update items set kind = ?, display = ?, choice_list = ?, audience = ?, classes = ? where id = 'item-4a1'",
    kind,
    display,
    list,
    audience,
    CLASSES,
  );
  for (const table of ["release_cells", "releases", "answers"])
    await run(`delete from ${table}${table === "answers" ? " where item_id = 'item-4a1'" : ""}`);
  for (const [at, team] of teams.entries()) {
    const state = stateAt(at);
    if (state === "missing") continue;
    await run(
      `insert into answers (response_id, item_id, revision, state, value, consent, source, saved_at)
       select id, 'item-4a1', 1, ?, ?, 'counted_only', 'typed', 0 from responses where member_id = ?`,
      state,
      state === "given" ? JSON.stringify(valueAt(at)) : null,
      team,
    );
  }
  if (audience === "members") return;
  // Chance withholds one figure in ten, or says it in words: a secret of which it does neither here.
  const isShown = (cells: readonly { option: string; shown: object | null }[]) =>
    cells.every(({ option, shown }) => !STATES.some(([, state]) => state === option) || shown !== null) &&
    cells.every(({ shown }) => shown === null || !("word" in shown));
  const cells = Array.from({ length: 12 }, (_, nth) => released(each, `geheim-${nth}`)).find(
    (found) => isTied(each) || isShown(found),
  );
  if (!cells) throw new Error("Nothing was released");
  await seedRelease(
    database.db,
    "4A1",
    cells.map(({ filterKey, option, size, shown }) => [filterKey, option, size, shown as never]),
  );
}

const get = async (path: string) => {
  const answer = await app.get(path, "editor");
  expect(answer.status, path).toBe(200);
  return answer;
};
const PAGE = "/inzicht/2024/vraag/4A1";

describe.each(KINDS)("a question of kind $name", (each) => {
  // An open question is never a fact: its answers are words, which nobody counts without themes.
  const audiences =
    each.kind === "open" ? (["confidential"] as const) : (["members", "confidential"] as const);
  it.each(audiences)("says n, gaps and coverage on page, CSV, Excel and API: %s", async (audience) => {
    await ask(each, audience);
    const isHidden = audience === "confidential" && isTied(each);
    const said = (count: number) => (isHidden ? "niet getoond" : String(count));

    const page = textOf(await (await get(PAGE)).text());
    expect(page).toContain("n = 20");
    expect(page).toMatch(/20 van de 33 leden|20 van 33 leden/);
    for (const [label, , count] of STATES) expect(page).toContain(`${label.toLowerCase()}: ${said(count)}`);

    const csv = (await (await get(`${PAGE}/cijfers.csv`)).text()).replace("\uFEFF", "").trim().split("\r\n");
    const [head = [], ...lines] = csv.map((line) => line.split(";"));
    const sheets = await readSheets(await get(`${PAGE}/cijfers.xlsx`));
    for (const rows of [lines, sheets[0]?.slice(1) ?? []])
      for (const [label, , count] of STATES) {
        const line = rows.find(([first]) => first === label);
        const at = (name: string) => String(line?.[head.indexOf(name)] ?? "");
        expect([at("Organisaties") || at("Opmerking"), at("n"), at("Leden")], label).toEqual([
          said(count),
          "20",
          "33",
        ]);
      }
    const notes = new Map((sheets[1] ?? []).map(([key, value]) => [key, value]));
    expect(String(notes.get("Aantal organisaties (n)"))).toBe("20");
    expect(notes.get("Dekking")).toMatch(/20 van (de )?33 leden/);

    const part = audience === "members" ? "feiten" : "cijfers?vraag=4A1";
    const api = figuresAnswer.parse(await (await get(`/api/v1/rondes/2024/${part}`)).json());
    expect([api.geteld, api.leden]).toEqual([20, 33]);
    for (const [label, option, count] of STATES) {
      const cell = api.cijfers.find(({ vraag, optie }) => vraag === "4A1" && optie === option);
      expect(cell).toMatchObject(
        isHidden
          ? { optienaam: label, status: "verborgen", aantal: null, n: null }
          : { optienaam: label, status: "getoond", aantal: count, n: 20 },
      );
    }
  });
});
