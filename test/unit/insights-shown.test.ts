import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { sheetOf } from "../../functions/insights/figure-sheet.ts";
import { figuresOf } from "../../functions/insights/figures.ts";
import type { ItemRow } from "../../functions/insights/queries.ts";
import { ItemPage } from "../../web/insights/item-page.tsx";
import { outcomeSentence } from "../../web/insights/outcome-sentence.ts";
import type { ShownFigure, ShownRound } from "../../web/insights/shown-figure.ts";

const STATES = ["unknown", "not_applicable", "missing"];

const item = (kind: ItemRow["kind"], audience: ItemRow["audience"] = "confidential"): ItemRow => ({
  concept: "4A1",
  kind,
  stem: kind === "scale" ? "In hoeverre is jouw lokale team bezig met" : "",
  wording: "het versterken van de buurt?",
  shortName: "Buurt versterken",
  purpose: "Daarom.",
  use: "Hiervoor.",
  unit: kind === "number" ? "locaties" : null,
  choiceList: "extent",
  allowsOther: 0,
  audience,
  section: "Opdracht",
  median: null,
});

const WORDS = ["Helemaal niet", "Beperkt", "Deels", "Grotendeels", "Volledig"];

/** The figure of a scale: counts per step, then unknown, not applicable and missing. */
function scale(
  steps: readonly number[],
  states: readonly number[],
  audience: ItemRow["audience"] = "confidential",
) {
  const given = steps.reduce((sum, count) => sum + count, 0);
  const counted = given + states.reduce((sum, count) => sum + count, 0);
  const tally = (part: "state" | "value", key: string, organisations: number) => ({
    concept: "4A1",
    part,
    key,
    organisations,
  });
  const [figure] = figuresOf(
    {
      counted,
      items: [item("scale", audience)],
      choices: WORDS.slice(0, steps.length).map((label, at) => ({
        list: "extent",
        code: String(at + 1),
        label,
      })),
      tallies: [
        tally("state", "given", given),
        ...states.map((count, at) => tally("state", STATES[at] ?? "", count)),
        ...steps.map((count, at) => tally("value", String(at + 1), count)),
      ],
      themes: [],
      names: [],
    },
    () => null,
  );
  return figure as ShownFigure;
}

/** The figure of an open item: organisations and mentions per theme. */
function themes(
  named: readonly [label: string, organisations: number, mentions: number][],
  given: number,
  missing: number,
) {
  const [figure] = figuresOf(
    {
      counted: given + missing,
      items: [item("open")],
      choices: [],
      tallies: [
        { concept: "4A1", part: "state", key: "given", organisations: given },
        { concept: "4A1", part: "state", key: "missing", organisations: missing },
      ],
      themes: named.map(([label, organisations, mentions]) => ({
        concept: "4A1",
        key: label,
        label,
        definition: "Dat.",
        organisations,
        mentions,
      })),
      names: [],
    },
    () => null,
  );
  return figure as ShownFigure;
}

const round: ShownRound = {
  year: 2024,
  title: "Hoe werken onze wijkteams?",
  state: "published",
  referenceOn: "2024-06-01",
  closesOn: "2024-12-31",
  publishedOn: "2025-01-27",
  counted: 14,
  members: 20,
  version: 1,
  waiting: 0,
};
const frame = {
  path: "/",
  viewer: null,
  navigation: [],
  version: "0",
  association: { name: "Proef", contactEmail: "a@b.example", contactPhone: "1", isDemo: false },
  assets: { script: null, style: "/s.css", font: null, islands: [] },
};

/** All that leaves the server about a figure: page with chart and table, and the sheet behind CSV and Excel. */
const said = (figure: ShownFigure): string =>
  renderToString(ItemPage({ frame, figure, round, address: "http://x.example/" })) +
  JSON.stringify(sheetOf(figure, round, "http://x.example/"));

/** What the display rule lets through, in short. */
const shape = ({ withheld, rows, given, unknown, notApplicable, missing }: ShownFigure): string =>
  JSON.stringify([withheld, rows.map((row) => row.organisations), given, unknown, notApplicable, missing]);

describe("everything that is shown", () => {
  it("follows from the display rule alone: sheets that it shows alike look alike in every way", () => {
    const seen = new Map<string, string>();
    let alike = 0;
    for (let a = 0; a <= 14; a++)
      for (let b = 0; a + b <= 14; b++)
        for (let unknown = 0; unknown <= Math.min(3, 14 - a - b); unknown++) {
          const rest = 14 - a - b - unknown;
          const middle = Math.floor(rest * 0.7);
          const figure = scale([a, middle, b], [unknown, 0, rest - middle]);
          const key = shape(figure);
          const before = seen.get(key);
          if (before === undefined) seen.set(key, said(figure));
          else {
            alike += 1;
            expect(said(figure)).toBe(before);
          }
        }
    expect(alike).toBeGreaterThan(50);
    expect(seen.size).toBeGreaterThan(50);
  });

  it("shows facts in full, with shares of who gave an answer", () => {
    const figure = scale([0, 1, 2, 3, 4], [1, 0, 2], "members");
    expect(figure.rows.map((row) => row.organisations)).toEqual(
      [0, 1, 2, 3, 4].map((count) => ({ kind: "exact", count })),
    );
    expect(sheetOf(figure, round, "").rows.map((row) => row.slice(1, 3))).toEqual([
      [0, 0],
      [1, 0.1],
      [2, 0.2],
      [3, 0.3],
      [4, 0.4],
      [1, null],
      [0, null],
      [2, null],
    ]);
  });

  it("ranks themes by what is visible: those out of sight keep the order of the codebook", () => {
    const figure = themes(
      [
        ["A", 1, 9],
        ["B", 0, 0],
        ["C", 9, 9],
        ["D", 12, 12],
        ["E", 2, 2],
      ],
      20,
      10,
    );
    expect(figure.rows.map((row) => row.key)).toEqual(["D", "C", "A", "B", "E"]);
    expect(said(figure)).not.toContain(">9 keer genoemd door 1");
  });
});

describe("the sentence of an outcome", () => {
  it.each([
    [
      scale([3, 4, 10, 12, 5], [1, 1, 2]),
      "17 van de 38 organisaties zijn grotendeels of volledig bezig met het versterken van de buurt.",
    ],
    [scale([1, 12, 10, 4, 1], [1, 1, 2]), "Het meest gekozen is ‘beperkt’: 12 van de 32 organisaties."],
    [scale([0, 0, 0, 20, 1], [0, 0, 1]), "Vrijwel alle 22 organisaties kiezen ‘grotendeels’."],
    // a part is hidden, so the largest visible need not be the largest
    [
      scale([10, 9, 20, 0, 0], [0, 0, 0]),
      "Van de getoonde antwoorden is ‘helemaal niet’ het grootst: 10 van de 39 organisaties.",
    ],
    [scale([1, 1, 1], [0, 0, 1]), "Deze uitkomst tonen we niet: je zou een organisatie kunnen herkennen."],
    [
      themes(
        [
          ["Tijd", 8, 11],
          ["Geld", 6, 7],
        ],
        10,
        10,
      ),
      "Vrijwel alle organisaties die antwoord gaven, noemen ‘tijd’.",
    ],
    [
      themes(
        [
          ["Tijd", 7, 11],
          ["Geld", 6, 7],
        ],
        10,
        10,
      ),
      "‘Tijd’ is het vaakst genoemd: 11 keer, door 7 van de 20 organisaties.",
    ],
    [themes([["Tijd", 0, 0]], 10, 10), "De open antwoorden zijn nog niet in thema's verdeeld."],
  ])("%#: %s", (figure, sentence) => {
    expect(outcomeSentence(figure)).toBe(sentence);
  });
});
