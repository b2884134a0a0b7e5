import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { choicesBeside } from "../../functions/insights/asked-figure.ts";
import type { Cell } from "../../web/insights/cell.ts";
import { explanationsOf, linesOf } from "../../web/insights/figure-table.ts";
import { OutcomeChart } from "../../web/insights/outcome-chart.tsx";
import { qualitySentence } from "../../web/insights/quality.ts";
import type { ShownFigure, ShownView } from "../../web/insights/shown-figure.ts";
import { finiteNote } from "../../web/insights/statistic-words.ts";

const STEPS = ["Helemaal niet", "Deels", "Volledig"];
const few: Cell = { kind: "few", low: 0, high: 2 };
const exact = (count: number): Cell => ({ kind: "exact", count });
const word = (low: number, high: number): Cell => ({ kind: "word", word: "few", low, high });

const view = (cells: readonly Cell[], n = 46): ShownView => ({
  filters: [],
  label: "Alle leden",
  n,
  whole: n,
  rows: cells.map((organisations, at) => ({ key: String(at + 1), label: STEPS[at] ?? "", organisations })),
  merged: { key: "4-5", label: "Deels of volledig", organisations: exact(35) },
  states: [],
});

const figure = (shown: ShownView, compared: ShownView | null = null): ShownFigure => ({
  concept: "4A1",
  kind: "scale",
  audience: "confidential",
  section: "",
  shortName: "Buurt",
  stem: "",
  wording: "",
  purpose: "",
  use: "",
  unit: null,
  view: shown,
  compared,
  edition: null,
  editions: [],
  median: null,
  size: null,
  withheld: null,
});

const drawing = (shown: ShownFigure) => render(<OutcomeChart figure={shown} view={shown.view} />);

describe("the chart of a scale", () => {
  it("is one bar when every step is exact or close to an end", () => {
    const html = drawing(figure(view([few, exact(10), exact(25)])));
    expect(html).toContain("wt-scales");
    expect(html).toContain("Antwoorden: Helemaal niet hooguit 2, Deels 10, Volledig 25.");
    expect(html).not.toContain("wt-bars");
  });

  it.each([
    ["a word", [word(0, 14), exact(10), exact(25)]],
    ["a gap", [{ kind: "withheld", nearest: null } as const, exact(10), exact(25)]],
    ["no step that says anything", [few, few, few]],
  ])("is a bar a step, the highest two together first, with %s in it", (_, cells) => {
    const html = drawing(figure(view(cells)));
    expect(html).not.toContain("wt-scales");
    expect(html.indexOf("Deels of volledig")).toBeLessThan(html.indexOf("Helemaal niet"));
  });

  it("compares only the highest two together, for groups have no more", () => {
    const html = drawing(figure(view([few, exact(10), exact(25)]), view([few, exact(10), exact(25)])));
    expect(html).toContain("Deels of volledig");
    expect(html).not.toContain("Helemaal niet");
  });
});

it("says between which counts a word lies, once for every size of group", () => {
  const group = view([word(0, 7), word(0, 7), exact(9)], 24);
  const lines = linesOf(figure(group, view([word(0, 14), exact(9), exact(9)])));
  expect(explanationsOf(lines)).toEqual([
    "Weinig, ongeveer de helft of de meeste: hier tonen we een woord, geen getal. " +
      "Bij 24 organisaties is ‘weinig’ 0 tot en met 7. Bij 46 organisaties is ‘weinig’ 0 tot en met 14.",
  ]);
});

describe("what may still be chosen", () => {
  const choices = [
    {
      attribute: "grootte",
      values: [
        { value: "groot", label: "groot" },
        { value: "klein", label: "klein" },
      ],
    },
    {
      attribute: "landsdeel",
      values: [
        { value: "west", label: "West" },
        { value: "oost", label: "Oost" },
      ],
    },
    { attribute: "wet", values: [{ value: "wmo", label: "Wmo" }] },
  ] as const;
  const released = ["grootte=groot", "landsdeel=west", "wet=wmo", "grootte=groot&landsdeel=west"];
  const beside = (...filters: Parameters<typeof choicesBeside>[1][number][]) =>
    choicesBeside(choices, filters, (key) => released.includes(key)).map(({ attribute, values }) => [
      attribute,
      ...values.map(({ value }) => value),
    ]);

  it("is everything without a filter", () => {
    expect(beside()).toEqual([
      ["grootte", "groot", "klein"],
      ["landsdeel", "west", "oost"],
      ["wet", "wmo"],
    ]);
  });

  it("beside a filter is only what was released with it, and another value of the same filter", () => {
    expect(beside({ attribute: "grootte", value: "groot" })).toEqual([
      ["grootte", "groot", "klein"],
      ["landsdeel", "west"],
    ]);
  });

  it("keeps what is chosen, also where it does not go together", () => {
    expect(beside({ attribute: "grootte", value: "klein" }, { attribute: "wet", value: "wmo" })).toEqual([
      ["grootte", "klein"],
      ["wet", "wmo"],
    ]);
  });
});

it("says of how many members a margin is, and nothing without a margin", () => {
  const middle = { n: 45, low: 40, high: 90, confidence: 0.96, mean: 80 };
  expect(finiteNote(middle, 55)).toContain("Hier gaven 45 van de 55 leden een getal");
  expect(finiteNote(middle, null)).toContain("De groep is eindig");
  expect(finiteNote({ ...middle, low: null, high: null, confidence: null }, 55)).toBe("");
});

it("says of data without faults that there are none", () => {
  const quality = { items: [], board: [], fields: [], outliers: [], earlierYear: null, others: [] };
  expect(qualitySentence(quality)).toBe(
    "Alle leden hebben ondertekend. Niemand diende meer dan één keer in.",
  );
});
