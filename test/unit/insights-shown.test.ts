import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleAttack } from "../../functions/insights/example-attack.ts";
import { figuresOf } from "../../functions/insights/figures.ts";
import { phrase, type Shown } from "../../functions/insights/gate/display.ts";
import { WITHHELD_SENTENCE as SENTENCE_OF_THE_GATE } from "../../functions/insights/gate/withholding.ts";
import type { ItemRow } from "../../functions/insights/queries.ts";
import { cellOf } from "../../functions/insights/released-figures.ts";
import { countIn, WITHHELD_SENTENCE, wordsIn } from "../../web/insights/cell.ts";
import { stepsTogether } from "../../web/insights/filter-labels.ts";
import { outcomeSentence } from "../../web/insights/outcome-sentence.ts";
import type { ShownFigure } from "../../web/insights/shown-figure.ts";
import { exact, few, nearlyAll, word } from "../support/released-round.ts";

const item = (kind: ItemRow["kind"], stem = "In hoeverre is jouw lokale team bezig met"): ItemRow => ({
  concept: "4A1",
  kind,
  stem,
  wording: "het versterken van de buurt?",
  shortName: "Buurt versterken",
  purpose: "Daarom.",
  use: "Hiervoor.",
  unit: null,
  classes: null,
  choiceList: "extent",
  allowsOther: 0,
  audience: "confidential",
  section: "Opdracht",
});

const WORDS = ["Helemaal niet", "Beperkt", "Deels", "Grotendeels", "Volledig"];
type Stored = [option: string, shown: Shown | null];

/** The figure of one set of cells of 46 organisations. */
function figure(shape: ItemRow, cells: readonly Stored[]): ShownFigure {
  const [made] = figuresOf(
    {
      items: [shape],
      choices: WORDS.map((label, at) => ({ list: "extent", code: String(at + 1), label })),
      themes: [
        { concept: "4A1", key: "tijd", label: "Tijd", definition: "Genoeg uren." },
        { concept: "4A1", key: "geld", label: "Geld", definition: "Genoeg geld." },
      ],
      tallies: [],
      allTallies: [],
      medians: [],
      cells: cells.map(([option, shown]) => ({
        concept: "4A1",
        edition: 1,
        organisations: 46,
        releasedAt: 0,
        filterKey: "alle",
        option,
        size: shown ? 46 : null,
        shown,
        nearest: null,
      })),
      editions: [{ concept: "4A1", edition: 1, organisations: 46, releasedAt: 0 }],
    },
    { filters: [], withheld: () => null, factEdition: null, factEditions: 1 },
  );
  return made as ShownFigure;
}

const CONDITION = "In hoeverre is voldaan aan de randvoorwaarde van";
const DOING = "grotendeels of volledig bezig met het versterken van de buurt.";
const half = word("half", 16, 31) as Shown;
const most = word("most", 32, 46) as Shown;
const rare = word("few", 0, 15) as Shown;
const all = nearlyAll(46) as Shown;
const none = few as Shown;
const count = (number: number) => exact(number) as Shown;

describe("the sentence of an outcome", () => {
  it.each([
    [item("scale"), [["4-5", count(17)]], `17 van de 46 organisaties zijn ${DOING}`],
    [item("scale"), [["4-5", none]], `Hooguit 2 van de 46 organisaties zijn ${DOING}`],
    [item("scale"), [["4-5", all]], `Vrijwel alle 46 organisaties zijn ${DOING}`],
    [item("scale"), [["4-5", rare]], `Weinig organisaties zijn ${DOING}`],
    [item("scale"), [["4-5", half]], `Ongeveer de helft van de organisaties is ${DOING}`],
    [item("scale"), [["4-5", most]], `De meeste organisaties zijn ${DOING}`],
    [
      item("scale", CONDITION),
      [["4-5", count(9)]],
      "Bij 9 van de 46 organisaties is grotendeels of volledig voldaan aan: het versterken van de buurt.",
    ],
    [item("scale"), [["4-5", null]], WITHHELD_SENTENCE],
    [
      item("scale"),
      [
        ["4-5", null],
        ["3", count(20)],
        ["4", half],
      ],
      "Het grootste getoonde antwoord is ‘deels’: 20 van de 46 organisaties.",
    ],
    [
      item("open"),
      [
        ["tijd", count(11)],
        ["geld", none],
      ],
      "‘Tijd’ is het vaakst genoemd: door 11 van de 46 organisaties.",
    ],
    [
      item("open"),
      [
        ["tijd", count(11)],
        ["geld", null],
      ],
      "Van de getoonde thema's is ‘tijd’ het vaakst genoemd: door 11 van de 46 organisaties.",
    ],
    [item("open"), [["tijd", most]], "De meeste organisaties noemen ‘tijd’."],
    [item("open"), [["tijd", all]], "Vrijwel alle 46 organisaties noemen ‘tijd’."],
    [item("open"), [["tijd", rare]], "Geen enkel thema springt eruit bij deze organisaties."],
  ] as [ItemRow, Stored[], string][])("%#", (shape, cells, sentence) => {
    expect(outcomeSentence(figure(shape, cells))).toBe(sentence);
  });

  it("ranks themes by what is shown; a gap comes last, in the order of the codebook", () => {
    const rows = (cells: Stored[]) => figure(item("open"), cells).view.rows.map(({ key }) => key);
    expect(
      rows([
        ["tijd", null],
        ["geld", none],
      ]),
    ).toEqual(["geld", "tijd"]);
    expect(
      rows([
        ["tijd", rare],
        ["geld", half],
      ]),
    ).toEqual(["geld", "tijd"]);
  });
});

describe("a stored cell", () => {
  const range = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  const anyShown: fc.Arbitrary<Shown> = fc.oneof(
    fc.nat(40).map((number) => count(number)),
    range.map((each): Shown => ({ kind: "few", ...each })),
    range.map((each): Shown => ({ kind: "nearly_all", ...each })),
    fc
      .tuple(range, fc.constantFrom("few", "half", "most"))
      .map(([each, said]): Shown => ({ kind: "word", word: said, ...each })),
  );

  it("is said in the words of the gate, and carries a number only when it is exact", () => {
    expect(WITHHELD_SENTENCE).toBe(SENTENCE_OF_THE_GATE);
    fc.assert(
      fc.property(anyShown, (shown) => {
        const cell = cellOf(shown, null);
        expect(wordsIn(cell) ?? String(countIn(cell))).toBe(phrase(shown));
        expect(countIn(cell) !== null).toBe(shown.kind === "exact");
      }),
    );
  });

  it("that is withheld says nothing but where to look", () => {
    expect(cellOf(null, "grootte=groot")).toEqual({ kind: "withheld", nearest: "grootte=groot" });
  });
});

describe("the example of the explanation", () => {
  const example = exampleAttack();

  it("has groups of five and more only, and finds teams by subtraction all the same", () => {
    for (const { size, count: number } of example.cells) {
      expect(size).toBeGreaterThanOrEqual(5);
      expect(number).toBeGreaterThan(0);
      expect(number).toBeLessThan(size);
    }
    const { from, less, left, saysYes } = example.sum;
    expect(from.size - less.size).toBe(1);
    expect(from.count - less.count).toBe(saysYes ? 1 : 0);
    expect(example.found).toContain(left);
    expect(example.found.length).toBeGreaterThan(1);
  });

  it("finds nobody behind the gate, which still shows most cells", () => {
    expect(example.foundBehindGate).toEqual([]);
    expect(example.cells.filter(({ shown }) => shown !== null).length).toBeGreaterThanOrEqual(4);
  });
});

it.each([
  ["Grotendeels", "Volledig", "Grotendeels of volledig"],
  ["4 sterren", "5 sterren", "4 of 5 sterren"],
  ["Eens", "Helemaal eens", "Eens of helemaal eens"],
  ["Elke maand", "Elke week", "Elke maand of elke week"],
])("two steps together: %s and %s", (high, highest, together) => {
  expect(stepsTogether(high, highest)).toBe(together);
});
