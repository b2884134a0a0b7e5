import fc from "fast-check";
import { choiceLists } from "../../db/registry/choice-lists.ts";
import { annualQuestionnaire } from "../../db/registry/questionnaire.ts";
import type { Condition } from "../../db/schema/values.ts";
import { AUDIENCES, COMPARABILITIES, PROFILE_FIELDS } from "../../db/vocabulary.ts";
import type {
  TransferItem,
  TransferList,
  TransferQuestionnaire,
} from "../../functions/questionnaires/transfer-shape.ts";

/** The annual questionnaire as it travels. */
export function annualTransfer(): TransferQuestionnaire {
  const sections = annualQuestionnaire.sections.map(({ title, intro, minutes, items }) => ({
    title,
    intro,
    minutes,
    shownIf: null,
    items: items.map(
      ({ id: _id, ...item }: (typeof items)[number] & { id?: string }): TransferItem => ({
        display: "list",
        stem: "",
        help: "",
        definition: "",
        unit: null,
        classes: null,
        choiceList: null,
        allowsOther: false,
        allowsExplanation: false,
        profileField: null,
        comparability: null,
        origins: [],
        shownIf: null,
        ...item,
      }),
    ),
  }));
  const used = new Set(sections.flatMap(({ items }) => items.map(({ choiceList }) => choiceList)));
  const lists = Object.entries(choiceLists).flatMap(([list, choices]): TransferList[] =>
    used.has(list) ? [{ list, choices: choices.map(({ code, label }) => ({ code, label })) }] : [],
  );
  return { title: annualQuestionnaire.title, sections, lists };
}

/** Text as people type it: any letters and signs, no space before or after, no signs that no file can hold. */
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).map(
  (text) =>
    text
      .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, "")
      .replace(/\s+/g, " ")
      .trim() || "x",
);
const maybe = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(""), text);

const LISTS: TransferList[] = [
  {
    list: "laws",
    choices: [
      { code: "wmo", label: "Wmo 2015 & <meer>" },
      { code: "participatiewet", label: "Participatiewet 'zo'" },
      { code: "none_explicit", label: "Geen" },
    ],
  },
  { list: "extent", choices: ["1", "2", "3"].map((code) => ({ code, label: `Trede ${code}` })) },
  { list: "stars", choices: ["1", "2", "3", "4", "5"].map((code) => ({ code, label: `${code} sterren` })) },
  {
    list: "own-list",
    choices: [
      { code: "a-b", label: "A" },
      { code: "A2", label: "]]> B" },
    ],
  },
];
const codesOf = (item: TransferItem): string[] => [
  ...(LISTS.find(({ list }) => list === item.choiceList)?.choices.map(({ code }) => code) ?? []),
  ...(item.allowsOther ? ["anders"] : []),
];

const shape = fc.oneof(
  fc.record({
    kind: fc.constantFrom("one" as const, "many" as const),
    display: fc.constant("list" as const),
    choiceList: fc.constantFrom("laws", "own-list"),
    allowsOther: fc.boolean(),
  }),
  fc.constant({ kind: "scale" as const, display: "stars" as const, choiceList: "stars" }),
  fc.record({
    kind: fc.constant("scale" as const),
    display: fc.constantFrom("grid" as const, "list" as const),
    choiceList: fc.constant("extent"),
    stem: fc.constantFrom("In hoeverre", "Hoe vaak"),
  }),
  fc.record({
    kind: fc.constant("number" as const),
    unit: fc.constantFrom("fte", "locaties", null),
    classes: fc.constantFrom<number[] | null>(null, [0, 2.5, 10], [1, 2]),
  }),
  fc.record({ kind: fc.constantFrom("open" as const, "date" as const) }),
);

const item = fc
  .tuple(
    shape,
    fc.record({
      stem: maybe(words),
      wording: words,
      shortName: words,
      help: maybe(words),
      definition: maybe(words),
      purpose: words,
      use: words,
      allowsExplanation: fc.boolean(),
      profileField: fc.option(fc.constantFrom(...PROFILE_FIELDS)),
      audience: fc.constantFrom(...AUDIENCES),
      comparability: fc.option(fc.constantFrom(...COMPARABILITIES)),
      origins: fc.subarray(["4A1", "4A2", "1B"]),
    }),
  )
  .map(
    ([own, said]): TransferItem => ({
      concept: "",
      display: "list",
      unit: null,
      classes: null,
      choiceList: null,
      allowsOther: false,
      shownIf: null,
      ...said,
      ...own,
    }),
  );

/** What a question or section may wait for: up to two questions before it, each once. */
const wish = fc.array(fc.record({ about: fc.nat(), which: fc.nat(), isNot: fc.boolean() }), { maxLength: 2 });

function wished(
  wishes: readonly { about: number; which: number; isNot: boolean }[],
  before: readonly TransferItem[],
): Condition[] | null {
  const asked = before.filter(({ kind }) => kind === "one" || kind === "many" || kind === "scale");
  if (asked.length === 0) return null;
  const conditions = new Map<string, Condition>();
  for (const { about, which, isNot } of wishes) {
    const one = asked[about % asked.length] as TransferItem;
    const codes = codesOf(one);
    const choices = codes.filter(
      (_, at) => at === which % codes.length || at === (which >> 3) % codes.length,
    );
    conditions.set(one.concept, { concept: one.concept, choices, ...(isNot ? { isNot } : {}) });
  }
  return conditions.size > 0 ? [...conditions.values()] : null;
}

/** Any questionnaire that the editor could make. */
export const anyQuestionnaire: fc.Arbitrary<TransferQuestionnaire> = fc
  .record({
    title: words,
    sections: fc.array(
      fc.record({
        title: words,
        intro: maybe(words),
        minutes: fc.integer({ min: 1, max: 99 }),
        wish,
        items: fc.array(fc.tuple(item, wish), { minLength: 1, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ title, sections }) => {
    const before: TransferItem[] = [];
    const made = sections.map(({ items, wish: wishes, ...section }, nth) => ({
      ...section,
      shownIf: wished(wishes, before),
      items: items.map(([one, ownWish], at) => {
        const placed = { ...one, concept: `${nth + 1}A${at + 1}`, shownIf: wished(ownWish, before) };
        before.push(placed);
        return placed;
      }),
    }));
    const used = new Set(before.map(({ choiceList }) => choiceList));
    return { title, sections: made, lists: LISTS.filter(({ list }) => used.has(list)) };
  });
