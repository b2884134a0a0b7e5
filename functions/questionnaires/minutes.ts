import type { ItemDisplay, ItemKind } from "../../db/vocabulary.ts";

/** What the time of a question depends on. */
export interface TimedItem {
  kind: ItemKind;
  display: ItemDisplay;
  stem: string;
  wording: string;
  help: string;
  allowsExplanation: boolean;
  /** labels of what can be chosen */
  choices: readonly string[];
}

/** Silent reading of plain prose: Brysbaert, How many words do we read per minute? (2019), J. Mem. Lang. 109. */
const WORDS_A_SECOND = 238 / 60;

/**
 * Seconds to come to an answer, beside reading. The order and the shortest are those of survey practice: a
 * question by itself takes some 10 seconds, a row of a table less, an open question minutes (Pew Research Center,
 * How we keep our online surveys from running too long, 2022). A director does not answer for herself but for an
 * organisation: a fact is looked up and an opinion talked over. What that adds is our own estimate, set so that
 * the ten sections of 2024 together come to what was stated for them (`questionnaires-editing-minutes.test.ts`).
 */
const SECONDS: Record<ItemKind, number> = { one: 25, many: 45, number: 75, scale: 40, date: 30, open: 165 };
const GRID_ROW_SECONDS = 25;
const STARS_SECONDS = 15;
const CHOICE_TO_WEIGH_SECONDS = 1.5;
/** two or three lines beside an answer; most who can explain a scale do so, a fact seldom needs it */
const EXPLANATION_SECONDS = { scale: 30, other: 8 } as const;

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Predicted seconds for one question. @param sharesStem its stem was read at the question before */
export function secondsOf(item: TimedItem, sharesStem = false): number {
  const { kind, display } = item;
  const texts = [sharesStem ? "" : item.stem, item.wording, item.help, ...(sharesStem ? [] : item.choices)];
  const reading = wordsIn(texts.join(" ")) / WORDS_A_SECOND;
  const thinking =
    display === "grid" ? GRID_ROW_SECONDS : display === "stars" ? STARS_SECONDS : SECONDS[kind];
  const weighing = kind === "many" ? item.choices.length * CHOICE_TO_WEIGH_SECONDS : 0;
  const explaining = item.allowsExplanation ? EXPLANATION_SECONDS[kind === "scale" ? "scale" : "other"] : 0;
  return reading + thinking + weighing + explaining;
}

/** Predicted minutes for questions that follow each other, in whole minutes; 0 only without questions. */
export function minutesOf(items: readonly TimedItem[]): number {
  let seconds = 0;
  let stem = "";
  for (const item of items) {
    seconds += secondsOf(item, item.stem !== "" && item.stem === stem);
    stem = item.stem;
  }
  return Math.max(0, Math.ceil(seconds / 60 - 0.25));
}
