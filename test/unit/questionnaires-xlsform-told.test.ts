import { describe, expect, test } from "vitest";
import type { ReadSheet } from "../../functions/http/table-reading.ts";
import { fitted } from "../../functions/questionnaires/transfer-fitting.ts";
import { grouped } from "../../functions/questionnaires/transfer-shape.ts";
import { readXlsForm } from "../../functions/questionnaires/xlsform-reading.ts";

function read(sheets: readonly ReadSheet[]) {
  const outcome = readXlsForm(sheets);
  if (!outcome.ok) throw new Error(outcome.error);
  return fitted(outcome.draft);
}

/** A variable of XLSForm stands in braces behind a dollar sign; in these tests behind a hash. */
const withVariables = (sheets: readonly ReadSheet[]): ReadSheet[] =>
  sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => cell.replaceAll("#", "$"))),
  }));

const survey = (head: string[], ...rows: string[][]): ReadSheet[] =>
  withVariables([{ name: "survey", rows: [head, ...rows] }]);
const PLAIN = ["type", "name", "label", "relevant"];

test("a name that comes back in another group is a question of its own, and conditions mean the first", () => {
  const { questionnaire, remarks } = read([
    ...survey(
      PLAIN,
      ["begin_group", "een", "Een", ""],
      ["select_one l", "wat", "Wat nu?", ""],
      ["end_group", "", "", ""],
      ["begin_group", "twee", "Twee", ""],
      ["select_one l", "wat", "Wat dan?", ""],
      ["text", "wat", "Waarom?", "#{wat} = '1'"],
      ["end_group", "", "", ""],
    ),
    {
      name: "choices",
      rows: [
        ["list_name", "name", "label"],
        ["l", "1", "Een"],
      ],
    },
  ]);
  const [first, second, third] = questionnaire.sections.flatMap(({ items }) => items);
  expect([first?.concept, second?.concept, third?.concept]).toEqual(["WAT", "Q1", "Q2"]);
  expect(third?.shownIf).toEqual([{ concept: "WAT", choices: ["1"] }]);
  expect(remarks).toContainEqual({ at: "wat (2)", text: "De vraag kreeg de code Q1." });
});

describe("what another program has and ours has not is told, not passed over", () => {
  const toldOf = (sheets: readonly ReadSheet[]) =>
    read(sheets).remarks.map(({ at, text }) => `${at}: ${text}`);

  test("lists without choices, and questions without words", () => {
    const sheets = survey(PLAIN, ["select_one kleur", "a1", "Welke?", ""], ["text", "b1", "", ""]);
    expect(toldOf(sheets)).toEqual(
      expect.arrayContaining([
        "A1: De keuzes van 'kleur' ontbreken in het bestand. Kies zelf een keuzelijst.",
        "B1: De vraag heeft geen tekst. Vul die nog in.",
      ]),
    );
    expect(read(sheets).questionnaire.sections[0]?.items[0]?.choiceList).toBeNull();
  });

  test("required questions, languages and columns that are unknown here, once for the whole form", () => {
    const told = toldOf(
      survey(
        ["type", "name", "label::English (en)", "label::Nederlands (nl)", "required", "media::image", "leeg"],
        ["text", "a1", "Why?", "Waarom?", "yes", "foto.png", ""],
        ["text", "b1", "What?", "Wat?", "yes", "", ""],
      ),
    );
    expect(told.filter((line) => line.startsWith(": "))).toEqual([
      ": Verplichte vragen bestaan hier niet: iedereen mag iets openlaten.",
      ": Van elke tekst is één taal ingelezen.",
      ": Weggelaten kolommen van het blad 'survey': media::image.",
    ]);
  });

  test("groups in groups, texts between questions and texts that are too long", () => {
    const told = toldOf(
      survey(
        PLAIN,
        ["begin_group", "nul", "Nul", ""],
        ["note", "m", "Welkom.", ""],
        ["end_group", "", "", ""],
        ["begin_group", "een", "Een", ""],
        ["text", "a1", "Wat?", ""],
        ["note", "n", "x".repeat(501), "#{a1} = '1'"],
        ["begin_group", "in", "In", ""],
        ["text", "b1", "Wie?", ""],
        ["end_group", "", "", ""],
        ["end_group", "", "", ""],
      ),
    );
    expect(told).toEqual(
      expect.arrayContaining([
        "in: Een groep in een groep kan hier niet. De vragen staan in de sectie.",
        "Nul: In deze sectie past geen vraag. Leden zien haar niet.",
        "n: Deze losse tekst staat nu in de inleiding van de sectie.",
        "n: De voorwaarde van een losse tekst is weggelaten.",
        "Een: De inleiding was te lang en is ingekort.",
      ]),
    );
  });

  test("a sheet without rows, and a file without the sheet", () => {
    const errorOf = (sheets: readonly ReadSheet[]) => {
      const outcome = readXlsForm(sheets);
      return outcome.ok ? "" : outcome.error;
    };
    expect(errorOf(survey(PLAIN))).toBe("Op het blad 'survey' staan geen vragen.");
    expect(errorOf([{ name: "Blad1", rows: [PLAIN] }])).toContain("het blad 'survey' met de kolom 'type'");
  });
});

test("remarks with the same words are one, with all that they are about", () => {
  const text = "Weggelaten: een berekening.";
  const all = ["a", "b", "a"].map((at) => ({ at, text }));
  expect(grouped([{ at: "", text: "Iets." }, ...all])).toEqual([
    { at: "", text: "Iets." },
    { at: "a, b", text },
  ]);
});
