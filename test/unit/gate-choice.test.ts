import { expect, test } from "vitest";
import type { Attribute } from "../../functions/insights/gate/cells.ts";
import { publishedRows } from "../../functions/insights/gate/editions.ts";
import { release } from "../../functions/insights/gate/release.ts";
import type { Release } from "../../functions/insights/gate/released.ts";
import { fits } from "../../functions/insights/gate/sheet.ts";
import { type Lot, lotOf } from "../../functions/insights/gate/withholding.ts";
import { loadSolver } from "../../functions/insights/solver.ts";

/**
 * The choice between a count, a word and a gap is information too. Shown by exhaustion for a small association:
 * every answer sheet that fits what is shown could have led to exactly this release, gaps and words included.
 */
const SHARE = 0.5;
const ITEM = "wachtlijst";
const organisations = Array.from({ length: 10 }, (_, at) => `team-${at}`);
const solver = await loadSolver();

const attribute = (key: string, groups: readonly number[][]): Attribute => ({
  key,
  isSingle: true,
  values: groups.map((_, at) => `${key}-${at}`),
  of: Object.fromEntries(
    groups.flatMap((group, at) => group.map((nth) => [organisations[nth], [`${key}-${at}`]])),
  ),
});
const attributes = [
  attribute("grootte", [
    [0, 1, 2, 3, 4, 5, 6],
    [7, 8, 9],
  ]),
  attribute("landsdeel", [
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8, 9],
  ]),
];

const made = (sheet: Uint8Array, secretSeed: string, chance = SHARE): Release =>
  release({
    item: ITEM,
    support: { kind: "yes_no", option: "yes", of: ["yes"] },
    answers: Object.fromEntries(organisations.map((id, at) => [id, sheet[at] ? ["yes"] : []])),
    attributes,
    secretSeed,
    solver,
    chance,
  });
const looks = (each: Release) => JSON.stringify(each.strands[0]?.cells.map(({ key, shown }) => [key, shown]));
const sheets = Array.from({ length: 2 ** organisations.length }, (_, number) =>
  Uint8Array.from(organisations, (_id, at) => (number >> at) & 1),
);

/** A seed by whose lots every gap and every word of this release comes by chance. */
function seedExplaining(each: Release): string {
  const wanted = each.strands[0]!.cells.filter(({ depth }) => depth > 0).map(
    ({ key, depth, shown }): [string, Partial<Lot>] => {
      if (!shown) return [key, { isWithheld: true }];
      return [
        key,
        depth === 2 ? { isWithheld: false } : { isWithheld: false, isCoarser: shown.kind === "word" },
      ];
    },
  );
  for (let at = 0; at < 200_000; at++) {
    const seed = `zaad-${at}`;
    const isIt = wanted.every(([key, lot]) => {
      const drawn = lotOf({ seed, item: ITEM, cell: `/${key}`, edition: 1, share: SHARE }, []);
      return Object.entries(lot).every(([name, value]) => drawn[name as keyof Lot] === value);
    });
    if (isIt) return seed;
  }
  throw new Error("No seed explains this release");
}

test("every sheet that fits a release could have led to it, by other lots", { timeout: 120_000 }, () => {
  const met = { words: 0, gaps: 0, sheets: 0 };
  for (const number of [37, 91, 219, 363, 511, 594, 731, 858, 1_001]) {
    // A seed that leaves everything to the audit, so that gaps and words come from refused counts.
    const open = Array.from({ length: 4_096 }, (_, at) => `open-${at}`).find((seed) =>
      [
        "grootte=grootte-0",
        "landsdeel=landsdeel-0",
        "landsdeel=landsdeel-1",
        "grootte=grootte-0&landsdeel=landsdeel-0",
      ].every((key) => {
        const lot = lotOf({ seed, item: ITEM, cell: `/${key}`, edition: 1, share: SHARE }, []);
        return !lot.isWithheld && !lot.isCoarser;
      }),
    );
    const seen = made(sheets[number]!, open ?? "");
    const cells = seen.strands[0]!.cells;
    met.words += cells.filter(({ depth, shown }) => depth === 1 && shown?.kind === "word").length;
    met.gaps += cells.filter(({ shown }) => !shown).length;
    const rows = publishedRows(seen.strands[0]!);
    const seed = seedExplaining(seen);
    for (const sheet of sheets.filter((each) => fits(each, rows))) {
      met.sheets += 1;
      expect(looks(made(sheet, seed))).toBe(looks(seen));
    }
  }
  expect(met.words).toBeGreaterThan(2);
  expect(met.gaps).toBeGreaterThan(3);
  expect(met.sheets).toBeGreaterThan(500);
});

test("without lots a word or a gap would tell: some sheets that fit could not have led to it", () => {
  const others = [37, 219, 511, 594].flatMap((number) => {
    const seen = made(sheets[number]!, "", 0);
    const fitting = sheets.filter((each) => fits(each, publishedRows(seen.strands[0]!))).slice(0, 40);
    return fitting.filter((each) => looks(made(each, "", 0)) !== looks(seen));
  });
  expect(others.length).toBeGreaterThan(0);
});
