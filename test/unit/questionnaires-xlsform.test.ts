import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadSheet } from "../../functions/http/table-reading.ts";
import { fitted } from "../../functions/questionnaires/transfer-fitting.ts";
import type { TransferQuestionnaire } from "../../functions/questionnaires/transfer-shape.ts";
import { readXlsForm } from "../../functions/questionnaires/xlsform-reading.ts";
import { xlsFormOf } from "../../functions/questionnaires/xlsform-writing.ts";
import { annualTransfer, anyQuestionnaire } from "../support/questionnaires.ts";

function read(sheets: readonly ReadSheet[]) {
  const outcome = readXlsForm(sheets);
  if (!outcome.ok) throw new Error(outcome.error);
  return fitted(outcome.draft);
}
const back = (questionnaire: TransferQuestionnaire) => read(xlsFormOf(questionnaire, "proef"));
const byList = ({ lists, ...rest }: TransferQuestionnaire) => ({
  ...rest,
  lists: lists.toSorted((one, other) => one.list.localeCompare(other.list)),
});

describe("an XLSForm of our own comes back as it went", () => {
  test("the annual questionnaire", () => {
    const annual = annualTransfer();
    expect(annual.sections.flatMap(({ items }) => items).length).toBeGreaterThan(20);
    const { questionnaire, remarks } = back(annual);
    expect(byList(questionnaire)).toEqual(byList(annual));
    expect(remarks).toEqual([]);
  });

  test("any questionnaire that the editor can make", () => {
    fc.assert(
      fc.property(anyQuestionnaire, (questionnaire) => {
        const outcome = back(questionnaire);
        expect(byList(outcome.questionnaire)).toEqual(byList(questionnaire));
        expect(outcome.remarks).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** A variable of XLSForm stands in braces behind a dollar sign; in these tests behind a hash. */
const withVariables = (sheets: readonly ReadSheet[]): ReadSheet[] =>
  sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => cell.replaceAll("#", "$"))),
  }));

describe("an XLSForm of another program", () => {
  const foreign: ReadSheet[] = withVariables([
    {
      name: "Survey",
      rows: [
        ["type", "name", "label::English (en)", "label::Dutch (nl)", "relevant", "constraint", "appearance"],
        ["start", "start", "", "", "", "", ""],
        ["begin group", "algemeen", "General", "Algemeen", "", "", ""],
        ["note", "n1", "Welcome", "Welkom bij deze lijst.", "", "", ""],
        ["select_one yesno", "doet_mee", "Joins?", "Doen jullie mee?", "", "", ""],
        ["integer", "aantal", "How many?", "Hoeveel mensen?", "#{doet_mee} = 'yes'", ". < 100", ""],
        ["geopoint", "plek", "Where?", "Waar?", "", "", ""],
        ["select_multiple kleur or_other", "kleuren", "Colours", "Welke kleuren?", "", "", ""],
        [
          "text",
          "waarom",
          "Why",
          "Waarom?",
          "selected(#{kleuren}, 'rood') or selected(#{kleuren},'other')",
          "",
          "",
        ],
        ["text", "waarom2", "Why", "Waarom niet?", "not(selected(#{kleuren}, 'rood'))", "", ""],
        ["text", "later", "Why", "En later?", "#{aantal} > 5", "", ""],
        ["end group", "", "", "", "", "", ""],
        ["begin_group", "tabel", "Table", "Hoe vaak", "", "", "table-list"],
        ["select_one vaak", "bellen", "Calls", "bellen jullie?", "", "", ""],
        ["select_one yesno", "mailen", "Mails", "mailen jullie?", "", "", ""],
        ["end_group", "", "", "", "", "", ""],
        ["range", "cijfer", "Mark", "Welk cijfer?", "", "", "rating"],
      ],
    },
    {
      name: "choices",
      rows: [
        ["list name", "name", "label::Dutch (nl)"],
        ["yesno", "yes", "Ja"],
        ["yesno", "no", "Nee"],
        ["kleur", "rood", "Rood"],
        ["kleur", "licht blauw", "Licht blauw"],
        ["vaak", "1", "Nooit"],
        ["vaak", "2", "Soms"],
      ],
    },
    { name: "settings", rows: [["form_title"], ["Proef van buiten"]] },
  ]);
  const { questionnaire, remarks } = read(foreign);
  const items = questionnaire.sections.flatMap((section) => section.items);

  test("gives sections, Dutch texts, codes of our own and conditions", () => {
    expect(questionnaire.title).toBe("Proef van buiten");
    expect(questionnaire.sections.map(({ title, intro }) => [title, intro])).toEqual([
      ["Algemeen", "Welkom bij deze lijst."],
      ["Hoe vaak", ""],
      ["Proef van buiten", ""],
    ]);
    expect(items.map(({ wording, kind, display }) => [wording, kind, display])).toEqual([
      ["Doen jullie mee?", "one", "list"],
      ["Hoeveel mensen?", "number", "list"],
      ["Welke kleuren?", "many", "list"],
      ["Waarom?", "open", "list"],
      ["Waarom niet?", "open", "list"],
      ["En later?", "open", "list"],
      ["bellen jullie?", "scale", "grid"],
      ["mailen jullie?", "one", "list"],
      ["Welk cijfer?", "scale", "stars"],
    ]);
    expect(new Set(items.map(({ concept }) => concept)).size).toBe(items.length);
    expect(items.every(({ concept }) => /^[0-9A-Z]{2,6}$/.test(concept))).toBe(true);
    const [first, second, third] = items;
    expect(second?.shownIf).toEqual([{ concept: first?.concept, choices: ["yes"] }]);
    expect(items[3]?.shownIf).toEqual([{ concept: third?.concept, choices: ["rood", "anders"] }]);
    expect(items[4]?.shownIf).toEqual([{ concept: third?.concept, choices: ["rood"], isNot: true }]);
    expect(items[5]?.shownIf).toBeNull();
    expect(questionnaire.lists.find(({ list }) => list === "kleur")?.choices).toEqual([
      { code: "rood", label: "Rood" },
      { code: "licht_blauw", label: "Licht blauw" },
    ]);
  });

  test("tells of every question what was lost", () => {
    const said = (name: string) => remarks.filter(({ at }) => at === name).map(({ text }) => text);
    expect(said("plek")).toEqual(["Een vraag van de soort 'geopoint' kan hier niet. Zij is weggelaten."]);
    expect(said("aantal")).toEqual(
      expect.arrayContaining([
        "Bij een heel getal mag hier ook een komma.",
        "Weggelaten: een controle op het antwoord.",
      ]),
    );
    expect(said("waarom2")).toContain("De voorwaarde geldt bij ons pas als de andere vraag is beantwoord.");
    expect(said("later")).toEqual(
      expect.arrayContaining([expect.stringContaining("aantal} > 5' kennen wij niet.")]),
    );
    expect(remarks.filter(({ text }) => text === "Vul het doel en het gebruik nog in.")).toHaveLength(
      items.length,
    );
  });
});

test.each([
  ["(#{a} = '1'"],
  ["#{a} = "],
  ["#{a} + 1 = 2"],
  ["if(#{a} = '1', true(), false())"],
  ["#{a} = '1' or #{b} = '1'"],
  ["not(#{a} = '1' and #{b} = '1')"],
  ["(".repeat(3000)],
  ["pulldata('x', 'y')"],
])("a condition that ours cannot say is told, not guessed: %s", (relevant) => {
  const rows = [
    ["type", "name", "label", "relevant"],
    ["select_one l", "a", "A", ""],
    ["select_one l", "b", "B", ""],
    ["text", "c", "C", relevant],
  ];
  const sheets = [
    { name: "survey", rows },
    {
      name: "choices",
      rows: [
        ["list_name", "name", "label"],
        ["l", "1", "Een"],
      ],
    },
  ];
  const { questionnaire, remarks } = read(withVariables(sheets));
  expect(questionnaire.sections[0]?.items[2]?.shownIf).toBeNull();
  expect(remarks.some(({ at, text }) => at === "c" && text.includes("kennen wij niet"))).toBe(true);
});
