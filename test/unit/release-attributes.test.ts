import { describe, expect, it } from "vitest";
import { releaseAttributes } from "../../functions/insights/release-attributes.ts";
import { type ItemShape, optionsOf, supportOf } from "../../functions/insights/release-support.ts";

const codes = [
  { list: "target_group", code: "all_ages" },
  { list: "laws", code: "wmo" },
  { list: "laws", code: "jeugdwet" },
];
const place = (memberId: string, province: string, inhabitants: number) =>
  ({ memberId, province, inhabitants, municipalityClass: "K80/P10" }) as const;

describe("public facts as filters", () => {
  const attributes = releaseAttributes(
    [
      place("a", "Utrecht", 20_000),
      place("b", "Limburg", 40_000),
      place("b", "Gelderland", 50_000),
      place("c", "Fryslân", 10_000),
      place("c", "Drenthe", 15_000),
      place("c", "Flevoland", 20_000),
    ],
    [
      { memberId: "a", list: "laws", value: { choices: ["wmo", "jeugdwet"], other: "Wzd" } },
      { memberId: "b", list: "laws", value: { choices: [], other: "  " } },
      { memberId: "a", list: "target_group", value: { other: "Jongeren tot 27" } },
    ],
    codes,
  );
  const of = (key: string) => attributes.find((attribute) => attribute.key === key)?.of;

  it("stand in the order of the report; only those with one value may be crossed", () => {
    expect(attributes.map(({ key, isSingle }) => [key, isSingle])).toEqual([
      ["grootte", true],
      ["landsdeel", true],
      ["doelgroep", true],
      ["gemeenten", true],
      ["wet", false],
      ["systeem", false],
      ["rechtsvorm", false],
    ]);
    expect(attributes.find(({ key }) => key === "wet")?.values).toEqual(["wmo", "jeugdwet", "anders"]);
  });

  it("follow from municipalities: size, where most inhabitants live, one or more", () => {
    expect(of("grootte")).toEqual({ a: ["klein"], b: ["groot"], c: ["middel"] });
    expect(of("landsdeel")).toEqual({ a: ["west"], b: ["oost"], c: ["noord"] });
    expect(of("gemeenten")).toEqual({ a: ["een"], b: ["meer"], c: ["meer"] });
  });

  it("take 'anders' as a value of its own, and blanks as none", () => {
    expect(of("wet")).toEqual({ a: ["wmo", "jeugdwet", "anders"], b: [] });
    expect(of("doelgroep")).toEqual({ a: ["anders"] });
  });
});

describe("what an item can be answered with", () => {
  const shape = (change: Partial<ItemShape>): ItemShape => ({
    kind: "one",
    unit: null,
    allowsOther: true,
    codes: ["x", "none"],
    themes: [],
    ...change,
  });
  const given = (value: object, themes: string[] = []) => ({ state: "given" as const, value, themes });
  const without = (state: "unknown" | "not_applicable" | "missing" | "cleared") => ({
    state,
    value: null,
    themes: [],
  });

  it("has an option for each answer without a value", () => {
    for (const kind of ["scale", "one", "number"] as const)
      expect(
        (["unknown", "not_applicable", "missing", "cleared"] as const).map((state) =>
          optionsOf(shape({ kind }), without(state)),
        ),
      ).toEqual([["weet-niet"], ["nvt"], ["leeg"], ["leeg"]]);
  });

  it("takes an answer to one of the options of its support", () => {
    expect(optionsOf(shape({ kind: "scale" }), given({ scale: 4 }))).toEqual(["4"]);
    expect(supportOf(shape({ kind: "scale" }))).toEqual({ kind: "yes_no", option: "4-5", of: ["4", "5"] });
    expect(optionsOf(shape({}), given({ choices: [], other: "Iets" }))).toEqual(["anders"]);
    expect(optionsOf(shape({ allowsOther: false }), given({ other: "Iets" }))).toEqual(["leeg"]);
    expect(optionsOf(shape({ kind: "number", unit: "fte" }), given({ number: 60 }))).toEqual(["2"]);
    expect(supportOf(shape({ kind: "number", unit: "fte" }))).toMatchObject({
      options: ["0", "1", "2", "3", "4", "weet-niet", "nvt", "leeg"],
    });
    expect(supportOf(shape({ kind: "many" }))).toMatchObject({
      options: ["x", "none", "anders"],
      exclusive: ["none"],
    });
  });

  it("counts the themes of an open answer, and only those of its codebook", () => {
    const open = shape({ kind: "open", themes: ["visie", "data"] });
    expect(optionsOf(open, given({ text: "…" }, ["data", "elders"]))).toEqual(["data"]);
    expect(optionsOf(open, without("missing"))).toEqual([]);
  });
});
