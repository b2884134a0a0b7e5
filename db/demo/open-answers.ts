import { codebooks } from "../registry/codebooks.ts";
import type { DemoAnswer } from "./facts.ts";
import { type Random, randomFrom } from "./random.ts";
import { sentenceDeck } from "./sentence-deck.ts";
import { commitmentSentences } from "./sentences/commitments.ts";
import { concernSentences } from "./sentences/concerns.ts";
import { curiositySentences } from "./sentences/curiosities.ts";
import { helpingSentences } from "./sentences/helping.ts";
import { hinderingSentences } from "./sentences/hindering.ts";
import { innovationSentences } from "./sentences/innovations.ts";
import type { SentencePool } from "./sentences/slots.ts";

export interface OpenAnswer {
  readonly answer: DemoAnswer | undefined;
  /** Theme slugs, one for each mention. */
  readonly mentions: readonly string[];
}

interface OpenItem {
  readonly pool: SentencePool;
  /** Mentions in 2024 by rank of the theme. The source prints the order; the numbers are ours. */
  readonly mentions: readonly number[];
}

const openItems: Readonly<Record<string, OpenItem>> = {
  "4C1": { pool: helpingSentences, mentions: [31, 26, 22, 18, 14, 11, 8, 5] },
  "4C2": { pool: hinderingSentences, mentions: [30, 26, 22, 18, 15, 12, 9, 6, 3] },
  "5A1": { pool: commitmentSentences, mentions: [10, 9, 8, 7, 6, 6, 5, 4, 4, 3, 3, 2, 2, 1] },
  "5A2": { pool: curiositySentences, mentions: [11, 9, 8, 7, 7, 6, 5, 5, 4, 3, 3, 2, 2, 1] },
  "5B1": { pool: concernSentences, mentions: [27, 23, 19, 15, 12, 9, 6, 3] },
  "5C1": { pool: innovationSentences, mentions: [28, 23, 18, 14, 10, 7, 4] },
};

export const openConcepts: readonly string[] = Object.keys(openItems);

/** The themes of an open item, most mentioned first: the published rank where there is one. */
function rankedThemes(concept: string, pool: SentencePool): string[] {
  return (
    codebooks.find((codebook) => codebook.concept === concept)?.themes.map(({ slug }) => slug) ??
    Object.keys(pool)
  );
}

/** Rounds in the order in which they draw from a deck, so that none repeats a sentence of another. */
const DRAWING: readonly number[] = [2024, 2026, 2022];

/** Answers to one open item. In 2024 its 48 responses make exactly the wanted number of mentions. */
export function openAnswers(concept: string, round: number, count: number): OpenAnswer[] {
  const item = openItems[concept];
  if (!item) throw new Error(`${concept} is not an open item`);
  const random = randomFrom(`open ${concept} in ${round}`);
  const deck = sentenceDeck(item.pool, `sentences ${concept}`);
  const ranked = rankedThemes(concept, item.pool);
  const themes = ranked.flatMap((slug, rank) => Array.from({ length: item.mentions[rank] ?? 0 }, () => slug));
  for (const _ of DRAWING.slice(0, DRAWING.indexOf(round))) for (const slug of themes) deck.draw(slug);
  const silent: (DemoAnswer | undefined)[] =
    count < 20 ? [undefined] : [undefined, { state: "unknown" }, { state: "not_applicable" }];
  const hands = dealt(random, themes, count - silent.length, round === 2024 ? themes.length : count * 2);
  const spoken = hands.map((mentions): OpenAnswer => {
    const sentences = mentions.map((slug) => deck.draw(slug));
    const text =
      random.chance(0.3) && sentences.length > 1 ? `- ${sentences.join("\n- ")}` : sentences.join(" ");
    return { mentions, answer: { state: "given", value: { text } } };
  });
  return random.shuffled([...spoken, ...silent.map((answer) => ({ answer, mentions: [] }))]);
}

/** Deals themes into hands: everybody gets one, the others fall unevenly, no theme more than twice a hand. */
function dealt(random: Random, themes: readonly string[], hands: number, total: number): string[][] {
  const cards = random.shuffled(themes).slice(0, total);
  const result: string[][] = Array.from({ length: hands }, () => []);
  cards.forEach((theme, index) => {
    const fits = (hand: string[]) => hand.length < 5 && hand.filter((each) => each === theme).length < 2;
    const preferred = index < hands ? result[index] : random.pick(result);
    const hand = preferred && fits(preferred) ? preferred : random.shuffled(result).find(fits);
    if (!hand) throw new Error("More mentions than hands can hold");
    hand.push(theme);
  });
  return result;
}
