import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { type Depth, display, type Shown } from "../../functions/insights/gate/display.ts";
import { figuresAnswer } from "../../web/insights/api-contract.ts";
import { seedRoundOf2024 } from "../support/answered-round.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { type HandCell, seedRelease } from "../support/released-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

let database: TemporaryDatabase;
let app: TestApp;
beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const THEMES = ["samenwerking", "visie", "middelen", "data"];
const VIEWS: [key: string, query: string, depth: Depth][] = [
  ["alle", "", 0],
  ["grootte=groot", "?grootte=groot", 1],
  ["gemeenten=meer&grootte=groot", "?grootte=groot&gemeenten=meer", 2],
];

/** A set of organisations with a count per theme; null is withheld. */
const view = (depth: Depth) =>
  fc
    .integer({ min: 5, max: 60 })
    .chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.option(fc.integer({ min: 0, max: size })), { minLength: 4, maxLength: 4 }),
      ),
    )
    .map(([size, counts]) =>
      counts.map((count) => ({ size, shown: count === null ? null : display(count, size, depth) })),
    );

type Cell = { size: number; shown: Shown | null };
const said = ({ shown }: Cell): string => {
  if (!shown) return "niet getoond";
  if (shown.kind === "exact") return String(shown.count);
  if (shown.kind === "word")
    return { few: "weinig", half: "ongeveer de helft", most: "de meeste" }[shown.word];
  return shown.kind === "few" ? "hooguit 2" : "vrijwel alle";
};

const text = (html: string): string => html.replace(/<[^>]+>/g, "").trim();
const fetched = async (path: string): Promise<Response> => {
  const answer = await app.get(path, "editor");
  expect(answer.status, path).toBe(200);
  return answer;
};
/** Label and what is shown, of the lines of one group. */
type Lines = [label: string, said: string][];
const sorted = (lines: Lines): Lines => lines.toSorted((one, other) => (one[0] < other[0] ? -1 : 1));

/** The lines of a sheet; the numbers and words of a line exclude each other. */
const linesIn = (rows: readonly string[][], group: string): Lines => {
  const [head = [], ...body] = rows;
  const at = (label: string) => head.indexOf(label);
  return body
    .filter((row) => row[at("Groep")] === group)
    .map((row) => {
      const [count, words] = [row[at("Organisaties")] ?? "", row[at("Opmerking")] ?? ""];
      expect([count, words].filter(Boolean), row.join()).toHaveLength(1);
      if (words && at("Deel van de groep") >= 0) expect(row[at("Deel van de groep")]).toBe("");
      return [row[0] ?? "", count || words];
    });
};

it("page, CSV, Excel and API say the same of every cell, and nothing of one that is withheld", async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(view(0), view(1), view(2)), async (views) => {
      await database.db.$client.execute("delete from release_cells");
      await database.db.$client.execute("delete from releases");
      const cells = VIEWS.flatMap(([key], at) =>
        THEMES.map((theme, nth): HandCell => {
          const cell = views[at]?.[nth];
          return [key, theme, cell?.shown ? cell.size : null, cell?.shown ?? null];
        }),
      );
      await seedRelease(database.db, "4C1", cells);
      const api = figuresAnswer.parse(await (await fetched("/api/v1/rondes/2024/cijfers?vraag=4C1")).json());
      const labels = new Map(api.cijfers.map(({ optie, optienaam }) => [optie, optienaam]));
      for (const [at, [key, query]] of VIEWS.entries()) {
        const expected = sorted(
          THEMES.map((theme, nth): [string, string] => [
            labels.get(theme) ?? "",
            said(views[at]?.[nth] ?? { size: 0, shown: null }),
          ]),
        );
        const inApi = api.cijfers.filter(
          ({ filters }) =>
            (filters.map(({ filter, waarde }) => `${filter}=${waarde}`).join("&") || "alle") === key,
        );
        expect(
          sorted(inApi.map((cell): [string, string] => [cell.optienaam, cell.weergave ?? "niet getoond"])),
        ).toEqual(expected);
        const path = "/inzicht/2024/vraag/4C1";
        const csv = (await (await fetched(`${path}/cijfers.csv${query}`)).text())
          .replace("\uFEFF", "")
          .trim();
        const rows = csv.split("\r\n").map((line) => line.split(";"));
        const group = rows[1]?.[rows[0]?.indexOf("Groep") ?? -1] ?? "";
        expect(sorted(linesIn(rows, group))).toEqual(expected);
        const [data = []] = await readSheets(await fetched(`${path}/cijfers.xlsx${query}`));
        expect(sorted(linesIn(data, group))).toEqual(expected);
        const html = await (await fetched(`${path}${query}`)).text();
        const table = /<tbody[\s\S]*?<\/tbody>/.exec(html)?.[0] ?? "";
        const onPage = [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)]
          .map(([row]) => [...row.matchAll(/<t[hd][\s\S]*?<\/t[hd]>/g)].map(([cell]) => text(cell)))
          .slice(0, THEMES.length)
          .map((row): [string, string] => [row[0] ?? "", (key === "alle" ? row[1] : row[2]) ?? ""]);
        expect(sorted(onPage)).toEqual(expected);
      }
    }),
    { numRuns: 12 },
  );
});
