import { expect, test } from "vitest";
import { municipalityRegistry } from "../../db/registry/municipalities.ts";
import { provincesMeant } from "../../web/members/province-links.tsx";

test.each([
  ["fryslan", ["Fryslân"]],
  ["FRIESLAND", ["Fryslân"]],
  ["Noord Holland", ["Noord-Holland"]],
  ["brabant", ["Noord-Brabant"]],
  ["holland", ["Noord-Holland", "Zuid-Holland"]],
  ["land", []],
  ["noord", []],
  ["", []],
  ["sudwest-fryslan", []],
])("'%s' means %j", (typed, provinces) => {
  expect(provincesMeant(typed)).toEqual(provinces);
});

test("every province of the registry is known by its name", () => {
  for (const { province } of municipalityRegistry()) expect(provincesMeant(province)).toContain(province);
});
