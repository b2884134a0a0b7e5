import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLimeSurvey } from "../../functions/questionnaires/limesurvey-reading.ts";
import { limeSurveyOf } from "../../functions/questionnaires/limesurvey-writing.ts";
import { fitted } from "../../functions/questionnaires/transfer-fitting.ts";
import type { TransferQuestionnaire } from "../../functions/questionnaires/transfer-shape.ts";
import { annualTransfer, anyQuestionnaire } from "../support/questionnaires.ts";

function read(xml: string) {
  const outcome = readLimeSurvey(xml);
  if (!outcome.ok) throw new Error(outcome.error);
  return fitted(outcome.draft);
}
const byList = ({ lists, ...rest }: TransferQuestionnaire) => ({
  ...rest,
  lists: lists.toSorted((one, other) => one.list.localeCompare(other.list)),
});

describe("a LimeSurvey file of our own comes back as it went", () => {
  test("the annual questionnaire", () => {
    const annual = annualTransfer();
    const { questionnaire, remarks } = read(limeSurveyOf(annual));
    expect(byList(questionnaire)).toEqual(byList(annual));
    expect(remarks).toEqual([]);
  });

  test("any questionnaire that the editor can make", () => {
    fc.assert(
      fc.property(anyQuestionnaire, (questionnaire) => {
        const outcome = read(limeSurveyOf(questionnaire));
        expect(byList(outcome.questionnaire)).toEqual(byList(questionnaire));
        expect(outcome.remarks).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a LimeSurvey file of another association", () => {
  const table = (name: string, ...rows: Record<string, string>[]) =>
    `<${name}><rows>${rows
      .map(
        (row) =>
          `<row>${Object.entries(row)
            .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
            .join("")}</row>`,
      )
      .join("")}</rows></${name}>`;
  const question = (qid: string, type: string, title: string, more: Record<string, string> = {}) => ({
    qid,
    parent_qid: "0",
    sid: "7",
    gid: "1",
    type,
    title,
    other: "N",
    mandatory: "N",
    question_order: qid,
    relevance: "1",
    ...more,
  });
  const words = (qid: string, text: string, language = "nl") => ({ qid, question: text, help: "", language });
  const xml = `<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>
    ${table("surveys", { sid: "7", language: "nl", additional_languages: "en" })}
    ${table("surveys_languagesettings", { surveyls_language: "nl", surveyls_title: "Proef &amp; meer", surveyls_welcometext: "<p>Hallo</p>" })}
    ${table("defaultvalues", { dvid: "1", qid: "3" })}
    ${table("question_attributes", { qid: "2", attribute: "max_answers", value: "2" }, { qid: "3", attribute: "hidden", value: "0" })}
    ${table("groups", { gid: "1", sid: "7", group_order: "1", grelevance: "" })}
    ${table("group_l10ns", { gid: "1", group_name: "Eerste deel", description: "<p>Lees <b>dit</b> eerst.</p>", language: "nl" })}
    ${table(
      "questions",
      question("1", "Y", "mee", { mandatory: "Y" }),
      question("2", "M", "wet", { other: "Y", relevance: '((7X1X1.NAOK == "Y"))' }),
      question("3", "T", "waarom", { relevance: 'wet_a.NAOK == "Y" or !is_empty(wet_other.NAOK)' }),
      question("4", "F", "tab"),
      question("5", "K", "tel"),
      question("6", "|", "bestand"),
      question("8", "F", "tab2"),
      question("7", "D", "dag", { relevance: 'tab_r1.NAOK != "A2" and count(that.wet.NAOK) > 0' }),
    )}
    ${table(
      "subquestions",
      question("11", "T", "a", { parent_qid: "2", question_order: "1" }),
      question("12", "T", "b", { parent_qid: "2", question_order: "2" }),
      question("13", "T", "r1", { parent_qid: "4" }),
      question("16", "T", "r1", { parent_qid: "8" }),
      question("14", "T", "een", { parent_qid: "5", question_order: "1" }),
      question("15", "T", "twee", { parent_qid: "5", question_order: "2" }),
    )}
    ${table(
      "question_l10ns",
      words("1", "Join?", "en"),
      words("1", "<strong>Doen jullie mee?</strong>"),
      words("2", "Welke wetten?"),
      words("3", "Waarom?"),
      words("4", "Hoe vaak"),
      words("5", "Hoeveel"),
      words("6", "Bestand"),
      words("7", "Welke dag?"),
      words("8", "Hoe lang"),
      words("16", "bellen jullie dan?"),
      words("11", "Wmo"),
      words("12", "Jeugdwet &lt;nieuw&gt;"),
      words("13", "bellen jullie?"),
      words("14", "mensen"),
      words("15", "plekken"),
    )}
    ${table(
      "answers",
      { aid: "1", qid: "4", code: "A1", sortorder: "1" },
      { aid: "2", qid: "4", code: "A2", sortorder: "2" },
      { aid: "3", qid: "8", code: "A1", sortorder: "1" },
    )}
    ${table("answer_l10ns", { aid: "1", answer: "Nooit", language: "nl" }, { aid: "2", answer: "Vaak", language: "nl" }, { aid: "3", answer: "Kort", language: "nl" })}
  </document>`;
  const { questionnaire, remarks } = read(xml);
  const items = questionnaire.sections.flatMap((section) => section.items);

  test("gives sections, plain Dutch texts, rows of tables and conditions", () => {
    expect(questionnaire.title).toBe("Proef & meer");
    expect(questionnaire.sections[0]).toMatchObject({ title: "Eerste deel", intro: "Lees dit eerst." });
    expect(items.map(({ stem, wording, kind }) => [stem, wording, kind])).toEqual([
      ["", "Doen jullie mee?", "one"],
      ["", "Welke wetten?", "many"],
      ["", "Waarom?", "open"],
      ["Hoe vaak", "bellen jullie?", "scale"],
      ["Hoeveel", "mensen", "number"],
      ["Hoeveel", "plekken", "number"],
      ["", "Welke dag?", "date"],
      ["Hoe lang", "bellen jullie dan?", "scale"],
    ]);
    // the rows of two tables have the same code there
    expect(new Set(items.map(({ concept }) => concept)).size).toBe(items.length);
    const [joins, laws, , calls] = items;
    expect(laws?.shownIf).toEqual([{ concept: joins?.concept, choices: ["Y"] }]);
    expect(items[2]?.shownIf).toEqual([{ concept: laws?.concept, choices: ["a", "anders"] }]);
    const scale = questionnaire.lists.find(({ list }) => list === calls?.choiceList);
    expect(scale?.choices).toEqual([
      { code: "1", label: "Nooit" },
      { code: "2", label: "Vaak" },
    ]);
    expect(questionnaire.lists.find(({ list }) => list === laws?.choiceList)?.choices[1]?.label).toBe(
      "Jeugdwet <nieuw>",
    );
  });

  test("tells what was lost", () => {
    const texts = remarks.map(({ at, text }) => `${at}: ${text}`);
    expect(texts).toEqual(
      expect.arrayContaining([
        ": Alleen de teksten in de taal 'nl' zijn ingelezen.",
        ": Verplichte vragen bestaan hier niet: iedereen mag iets openlaten.",
        ": Weggelaten: de tekst vooraf en de tekst na afloop.",
        ": Weggelaten: vooringevulde antwoorden.",
        "wet: Weggelaten: een grens aan het aantal keuzes.",
        "tel: Elk getal is een losse vraag geworden.",
        "bestand: Een vraag van LimeSurvey-soort '|' kan hier niet. Zij is weggelaten.",
      ]),
    );
    expect(texts).not.toContain("waarom: Weggelaten: de vraag was verborgen.");
    // that anything was chosen says nothing that ours can, beside a condition on another question
    expect(items.at(-2)?.shownIf).toBeNull();
    expect(texts.some((text) => text.startsWith("dag: De voorwaarde"))).toBe(true);
  });

  test("an entity that a file declares itself is never expanded", () => {
    const bomb = xml.replace(
      '<?xml version="1.0"?>',
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    );
    const outcome = readLimeSurvey(bomb.replaceAll("Waarom?", "]]>&b;<![CDATA["));
    expect(JSON.stringify(outcome)).not.toContain("aaaa");
  });
});
