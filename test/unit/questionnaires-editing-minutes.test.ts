import { expect, test } from "vitest";
import { choiceLists } from "../../db/registry/choice-lists.ts";
import { annualQuestionnaire } from "../../db/registry/questionnaire.ts";
import { minutesOf, secondsOf, type TimedItem } from "../../functions/questionnaires/minutes.ts";

const timed = (item: (typeof annualQuestionnaire.sections)[number]["items"][number]): TimedItem => ({
  kind: item.kind,
  display: "list",
  stem: item.stem ?? "",
  wording: item.wording,
  help: item.help ?? "",
  allowsExplanation: item.allowsExplanation ?? false,
  choices: item.choiceList ? choiceLists[item.choiceList].map(({ label }) => label) : [],
});

test("the sections of 2024 come within two minutes of what was stated, and together within a tenth", () => {
  let [stated, predicted] = [0, 0];
  for (const section of annualQuestionnaire.sections) {
    const minutes = minutesOf(section.items.map(timed));
    expect(Math.abs(minutes - section.minutes), section.title).toBeLessThanOrEqual(2);
    stated += section.minutes;
    predicted += minutes;
  }
  expect(Math.abs(predicted - stated)).toBeLessThanOrEqual(stated / 10);
});

const scale: TimedItem = {
  kind: "scale",
  display: "list",
  stem: "In hoeverre is voldaan aan",
  wording: "gedeelde visie",
  help: "",
  allowsExplanation: false,
  choices: ["Helemaal niet", "Volledig"],
};

test("a row of a table takes less than a question, stars less than a row, an open question most", () => {
  const row = secondsOf({ ...scale, display: "grid" });
  expect(row).toBeLessThan(secondsOf(scale));
  expect(secondsOf({ ...scale, display: "stars" })).toBeLessThan(row);
  expect(secondsOf({ ...scale, kind: "open" })).toBeGreaterThan(secondsOf({ ...scale, kind: "number" }));
});

test("an opening that questions share is read once, and no questions take no time", () => {
  expect(secondsOf(scale, true)).toBeLessThan(secondsOf(scale));
  expect(minutesOf([])).toBe(0);
  expect(minutesOf([{ ...scale, display: "stars" }])).toBe(1);
});

test("more to choose from, more words and room to explain all take more", () => {
  const many: TimedItem = { ...scale, kind: "many" };
  expect(secondsOf({ ...many, choices: [...many.choices, "Deels"] })).toBeGreaterThan(secondsOf(many));
  expect(secondsOf({ ...scale, help: "Denk aan het hele gebied." })).toBeGreaterThan(secondsOf(scale));
  expect(secondsOf({ ...scale, allowsExplanation: true })).toBeGreaterThan(secondsOf(scale));
});
