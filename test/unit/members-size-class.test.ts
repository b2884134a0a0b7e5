import fc from "fast-check";
import { expect, test } from "vitest";
import { municipalityRegistry } from "../../db/registry/municipalities.ts";
import { foldForSearch } from "../../db/registry/search-key.ts";
import { SIZE_CLASSES } from "../../db/vocabulary.ts";
import { sizeClassOf } from "../../functions/members/size-class.ts";
import { SIZE_CLASS_ADDRESSES, SIZE_CLASS_LABELS } from "../../web/members/labels.ts";
import { findMunicipalities, foldTyped } from "../../web/members/municipality-search.ts";

test.each([
  [["G4"], 1, "large"],
  [["K80/P10", "G40"], 40_000, "large"],
  [["K80/P10"], 80_001, "large"],
  [["K80/P10"], 80_000, "middle"],
  [["M50"], 80_001, "large"],
  [["M50"], 5, "middle"],
  [["K80/P10"], 30_000, "middle"],
  [["K80/P10"], 29_999, "small"],
  [[], 0, null],
] as const)("%j with %i inhabitants is %s", (classes, inhabitants, expected) => {
  expect(sizeClassOf(classes, inhabitants)).toBe(expected);
});

test("every size class has words and an address of its own", () => {
  expect(new Set(SIZE_CLASSES.map((each) => SIZE_CLASS_LABELS[each])).size).toBe(3);
  expect(new Set(SIZE_CLASSES.map((each) => SIZE_CLASS_ADDRESSES[each])).size).toBe(3);
});

test("the browser folds text as the database's keys are folded", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => foldTyped(text) === foldForSearch(text)));
  for (const { name } of municipalityRegistry()) expect(foldTyped(name)).toBe(foldForSearch(name));
});

const options = municipalityRegistry().map(({ code, name, searchKey }) => ({
  code,
  name,
  otherNames: searchKey,
}));
const namesFor = (query: string) => findMunicipalities(options, query).matches.map(({ name }) => name);

test.each([
  ["Den Bosch", "'s-Hertogenbosch"],
  ["Sudwest", "Súdwest-Fryslân"],
  ["  UTRECHT ", "Utrecht"],
  ["Drachten", "Smallingerland"],
])("'%s' finds %s first", (query, name) => {
  expect(namesFor(query)[0]).toBe(name);
});

test("an empty search finds nothing, a short one says how many were left off", () => {
  expect(findMunicipalities(options, " - ")).toEqual({ matches: [], more: 0 });
  const { matches, more } = findMunicipalities(options, "e");
  expect(matches).toHaveLength(20);
  expect(more).toBeGreaterThan(200);
});
