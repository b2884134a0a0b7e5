import type { Attribute } from "../../functions/insights/gate/cells.ts";

/** A figure as a reader sees it on a page: a text, beside the chosen filters and the number of organisations. */
export interface SeenFigure {
  filters: readonly { attribute: string; value: string }[];
  size: number;
  text: string;
}

/** What a figure says: of these organisations, at least and at most so many said yes. */
export interface Statement {
  who: readonly number[];
  least: number;
  most: number;
}

/**
 * Reads figures the way an attacker does: from the text, the published rules of display, the public profiles
 * and the list of who answered. Written apart from the gate and shares no code with it.
 *
 * @param everybody by whose place statements number organisations; more than `answered` when some were late
 */
export function statementsFrom(
  figures: readonly SeenFigure[],
  attributes: readonly Attribute[],
  answered: readonly string[],
  everybody: readonly string[] = answered,
): Statement[] {
  const hasAnswered = new Set(answered);
  return figures.map(({ filters, size, text }) => {
    const who = everybody.flatMap((id, at) =>
      hasAnswered.has(id) &&
      filters.every(
        ({ attribute, value }) =>
          attributes.find(({ key }) => key === attribute)?.of[id]?.includes(value) === true,
      )
        ? [at]
        : [],
    );
    if (who.length !== size) throw new Error(`The page says ${size}, the profiles say ${who.length}`);
    return { who, ...boundsOf(text, size) };
  });
}

function boundsOf(text: string, size: number): { least: number; most: number } {
  if (/^\d+$/.test(text)) return { least: Number(text), most: Number(text) };
  if (text === "hooguit 2") return { least: 0, most: 2 };
  if (text === "vrijwel alle") return { least: size - 2, most: size };
  const words = size < 8 ? ["weinig", "de meeste"] : ["weinig", "ongeveer de helft", "de meeste"];
  const nth = words.indexOf(text);
  if (nth < 0) throw new Error(`Unknown text: ${text}`);
  // size + 1 counts dealt out over the words, the first ones getting what is left over
  const ends = words.map((_, at) => Math.ceil(((at + 1) * (size + 1)) / words.length) - 1);
  const share = Math.floor((size + 1) / words.length);
  const over = (size + 1) % words.length;
  const starts = words.map((_, at) => at * share + Math.min(at, over));
  const most = nth + 1 < words.length ? starts[nth + 1]! - 1 : ends[nth]!;
  return { least: starts[nth]!, most };
}
