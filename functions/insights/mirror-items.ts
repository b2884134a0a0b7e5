import type { AnswerValue } from "../../db/schema/values.ts";
import type { MirrorItem } from "../../web/insights/mirror.ts";
import type { ShownFigure } from "../../web/insights/shown-figure.ts";
import { valueWords } from "../../web/members/value-words.ts";
import { type OwnAnswerRow, ownValue } from "./mirror-queries.ts";
import { classAt } from "./number-classes.ts";
import type { ChoiceRow, ItemRow } from "./queries.ts";
import { DATE_GIVEN, yearOf } from "./release-support.ts";

const OTHER_QUESTION = "De vraag was anders. Jullie antwoord is hier niet mee te vergelijken.";

/** Own answers beside the figures of the group, item by item. */
export function mirrorItems(
  items: readonly ItemRow[],
  own: readonly OwnAnswerRow[],
  figures: readonly ShownFigure[],
  choices: readonly ChoiceRow[],
  seesConfidential: boolean,
): MirrorItem[] {
  return items.map((item) => {
    const answer = own.find(({ concept }) => concept === item.concept);
    const value = answer ? ownValue(answer) : null;
    const labelOf = (code: string) =>
      choices.find((each) => each.list === item.choiceList && each.code === code)?.label ?? code;
    const mayRead = item.audience === "members" || seesConfidential;
    const isComparable = answer?.isComparable !== 0;
    const isGiven = isComparable && answer?.state === "given";
    const words = answer ? valueWords({ state: answer.state, value }, labelOf, item.unit) : [];
    return {
      concept: item.concept,
      section: item.section,
      shortName: item.shortName,
      own: mayRead ? (isComparable ? words : [OTHER_QUESTION]) : null,
      ownKeys: answer && isGiven ? keysOf(item, value, answer) : [],
      ownNumber: isGiven ? (value?.number ?? null) : null,
      figure: figures.find(({ concept }) => concept === item.concept) ?? null,
    };
  });
}

/** The rows of the figure that an own answer belongs to. */
function keysOf(item: ItemRow, value: AnswerValue | null, { themes }: OwnAnswerRow) {
  const { kind, audience } = item;
  if (kind === "open") return JSON.parse(themes) as string[];
  const other = value?.other?.trim() ? [audience === "members" ? "other" : "anders"] : [];
  return [
    ...(value?.choices ?? []),
    ...other,
    ...(value?.scale ? [String(value.scale)] : []),
    ...(value?.number === undefined ? [] : [String(classAt(value.number, item))]),
    ...(value?.date ? [audience === "members" ? yearOf(value.date) : DATE_GIVEN] : []),
  ];
}
