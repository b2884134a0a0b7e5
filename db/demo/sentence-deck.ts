import { randomFrom } from "./random.ts";
import { type SentencePool, slots } from "./sentences/slots.ts";

/** Deals sentences of one theme; none comes back before all have been dealt. */
export interface SentenceDeck {
  draw(theme: string): string;
}

/**
 * A deck over every way to fill the slots of a pool, dealt such that its templates take turns. Each theme is
 * shuffled by itself: what is dealt on one does not depend on what was dealt on another.
 */
export function sentenceDeck(pool: SentencePool, seed: string): SentenceDeck {
  const waiting = new Map<string, string[]>();
  return {
    draw(theme) {
      const templates = pool[theme];
      if (!templates) throw new Error(`There are no sentences on "${theme}"`);
      let queue = waiting.get(theme);
      if (!queue?.length) {
        const random = randomFrom(`${seed} ${theme}`);
        queue = takingTurns(random.shuffled(templates).map((template) => random.shuffled(filled(template))));
        waiting.set(theme, queue);
      }
      return queue.shift() as string;
    },
  };
}

/** All ways to fill the slots of one template. */
function filled(template: string): string[] {
  const slot = /\{(\w+)\}/.exec(template);
  if (!slot) return [template];
  const values = slots[slot[1] as string];
  if (!values) throw new Error(`There is no slot ${slot[0]}`);
  return values.flatMap((value) => filled(template.replace(slot[0], value)));
}

function takingTurns(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}
