import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Condition } from "../../db/schema/values.ts";
import {
  answersByConcept,
  askedConcepts,
  type RoutedItem,
  type RoutingAnswer,
} from "../../functions/questionnaires/routing.ts";
import { conditionInWords } from "../../web/questionnaires/condition-words.ts";

const ALWAYS = { shownIf: null, withdrawnAt: null };
const item = (concept: string, shownIf: Condition[] | null = null, more: Partial<RoutedItem> = {}) => ({
  concept,
  shownIf,
  withdrawnAt: null,
  section: ALWAYS,
  ...more,
});
const chose = (...choices: string[]): RoutingAnswer => ({ state: "given", value: { choices } });
const asked = (items: RoutedItem[], answers: Record<string, RoutingAnswer | null>) => [
  ...askedConcepts(items, new Map(Object.entries(answers))),
];

describe("which questions are asked", () => {
  const about = (isNot?: boolean) => [
    item("A"),
    item("B", [{ concept: "A", choices: ["x", "y"], ...(isNot ? { isNot } : {}) }]),
  ];

  test.each<[string, RoutingAnswer | null, string[]]>([
    ["one of the choices", chose("y"), ["A", "B"]],
    ["another choice", chose("z"), ["A"]],
    ["one of several", chose("z", "x"), ["A", "B"]],
    ["no answer", null, ["A"]],
    ["unknown", { state: "unknown", value: null }, ["A"]],
    ["an answer taken away", { state: "cleared", value: { choices: ["x"] } }, ["A"]],
  ])("one of: %s", (_what, answer, expected) => {
    expect(asked(about(), { A: answer })).toEqual(expected);
  });

  test.each<[string, RoutingAnswer | null, string[]]>([
    ["one of the choices", chose("y"), ["A"]],
    ["another choice", chose("z"), ["A", "B"]],
    ["no answer is not 'another answer'", null, ["A"]],
    ["nor is 'not applicable'", { state: "not_applicable", value: null }, ["A"]],
  ])("none of: %s", (_what, answer, expected) => {
    expect(asked(about(true), { A: answer })).toEqual(expected);
  });

  test("a scale is named by its number, and 'anders' by its word", () => {
    const items = [
      item("A"),
      item("B", [{ concept: "A", choices: ["4", "5"] }]),
      item("C", [{ concept: "A", choices: ["anders"] }]),
    ];
    expect(asked(items, { A: { state: "given", value: { scale: 4 } } })).toEqual(["A", "B"]);
    expect(asked(items, { A: { state: "given", value: { choices: [], other: "iets" } } })).toEqual([
      "A",
      "C",
    ]);
  });

  test("all conditions must hold, also those of the section", () => {
    const both = [
      item("A"),
      item("B"),
      item("C", [{ concept: "A", choices: ["x"] }], {
        section: { shownIf: [{ concept: "B", choices: ["x"] }], withdrawnAt: null },
      }),
    ];
    expect(asked(both, { A: chose("x"), B: chose("x") })).toEqual(["A", "B", "C"]);
    expect(asked(both, { A: chose("x"), B: chose("y") })).toEqual(["A", "B"]);
    expect(asked(both, { A: chose("y"), B: chose("x") })).toEqual(["A", "B"]);
  });

  test("what was withdrawn is not asked, nor what hangs on it", () => {
    const items = [
      item("A", null, { withdrawnAt: 1 }),
      item("B", [{ concept: "A", choices: ["x"] }]),
      item("C", null, { section: { shownIf: null, withdrawnAt: 1 } }),
      item("D"),
    ];
    expect(asked(items, { A: chose("x") })).toEqual(["D"]);
  });

  test("an answer that stayed behind at a question no longer asked fulfils nothing", () => {
    const items = [
      item("A"),
      item("B", [{ concept: "A", choices: ["x"] }]),
      item("C", [{ concept: "B", choices: ["x"] }]),
    ];
    expect(asked(items, { A: chose("y"), B: chose("x") })).toEqual(["A"]);
    expect(asked(items, { A: chose("x"), B: chose("x") })).toEqual(["A", "B", "C"]);
  });
});

describe("whatever the questionnaire and the answers", () => {
  const letters = ["x", "y", "z"];
  const condition = (count: number) =>
    fc.record(
      {
        concept: fc.nat(count).map(String),
        choices: fc.subarray(letters, { minLength: 1 }),
        isNot: fc.boolean(),
      },
      { requiredKeys: ["concept", "choices"] },
    );
  const routed = (count: number) =>
    fc.record({
      shownIf: fc.option(fc.array(condition(count), { maxLength: 2 })),
      withdrawnAt: fc.option(fc.constant(1), { freq: 6 }),
    });
  const answer = fc.option(
    fc.oneof(
      fc.subarray(letters, { minLength: 1 }).map((choices) => chose(...choices)),
      fc.constant<RoutingAnswer>({ state: "unknown", value: null }),
    ),
    { freq: 4 },
  );
  const questionnaire = fc
    .integer({ min: 1, max: 12 })
    .chain((count) =>
      fc.array(fc.tuple(routed(count), fc.option(routed(count), { freq: 2 }), answer), {
        minLength: count,
        maxLength: count,
      }),
    )
    .map((rows) =>
      rows.map(([own, section, given], at) => ({
        ...own,
        concept: String(at),
        section: section ?? ALWAYS,
        answer: given,
      })),
    );

  test("conditions look back only: what is answered changes nothing at or before that question", () => {
    fc.assert(
      fc.property(questionnaire, fc.nat(11), answer, (items, at, other) => {
        const before = askedConcepts(items, answersByConcept(items));
        const changed = items.map((each, index) => (index === at ? { ...each, answer: other } : each));
        const after = askedConcepts(changed, answersByConcept(changed));
        for (const { concept } of items.slice(0, at + 1))
          expect(after.has(concept)).toBe(before.has(concept));
      }),
    );
  });

  test("answers to questions that are not asked change nothing", () => {
    fc.assert(
      fc.property(questionnaire, (items) => {
        const before = askedConcepts(items, answersByConcept(items));
        const kept = items.map((each) => (before.has(each.concept) ? each : { ...each, answer: null }));
        expect(askedConcepts(kept, answersByConcept(kept))).toEqual(before);
      }),
    );
  });

  test("it is the same as asking, question by question, whether each of its conditions holds", () => {
    fc.assert(
      fc.property(questionnaire, (items) => {
        const isAsked = (at: number): boolean => {
          const one = items[at];
          if (!one || one.withdrawnAt !== null || one.section.withdrawnAt !== null) return false;
          return [...(one.shownIf ?? []), ...(one.section.shownIf ?? [])].every((each) => {
            const about = Number(each.concept);
            const given = about < at && isAsked(about) ? items[about]?.answer : null;
            if (given?.state !== "given") return false;
            const isOne = (given.value?.choices ?? []).some((code) => each.choices.includes(code));
            return each.isNot ? !isOne : isOne;
          });
        };
        const expected = items.flatMap(({ concept }, at) => (isAsked(at) ? [concept] : []));
        expect([...askedConcepts(items, answersByConcept(items))]).toEqual(expected);
      }),
    );
  });
});

describe("a condition in words", () => {
  const names = {
    question: (concept: string) => (concept === "A" ? "Rechtsvorm" : concept),
    choice: (_concept: string, choice: string) => choice.toUpperCase(),
  };
  test("names the question and the choices", () => {
    expect(conditionInWords({ concept: "A", choices: ["x", "y", "z"] }, names)).toBe(
      "Alleen als je bij 'Rechtsvorm' kiest voor 'X', 'Y' of 'Z'.",
    );
    expect(conditionInWords({ concept: "A", choices: ["x"], isNot: true }, names)).toBe(
      "Alleen als je bij 'Rechtsvorm' iets anders kiest dan 'X'.",
    );
  });
});
