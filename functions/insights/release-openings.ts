import type { ConsentTier, ItemKind } from "../../db/vocabulary.ts";
import type { OpenedTo } from "./gate/known.ts";
import { type GivenAnswer, type ItemShape, optionsOf } from "./release-support.ts";

/** An answer that an edition opens: to whom, and the signed version that is shown. */
export interface Opening {
  to: OpenedTo;
  response: string;
}

export type Openings = Readonly<Record<string, Opening>>;

/** From wide to narrow. */
const WIDTHS: readonly ConsentTier[] = ["public", "members", "learning_group", "counted_only"];

const isWider = (one: ConsentTier, other: ConsentTier): boolean =>
  WIDTHS.indexOf(one) < WIDTHS.indexOf(other);

/**
 * To whom an answer can be opened at all. An answer with one option of several is not opened to the learning
 * group alone: members, who do not know it, could learn about it from which steps are shown.
 */
function openedTo(kind: ItemKind, consent: ConsentTier | null | undefined): OpenedTo | null {
  if (!consent || consent === "counted_only") return null;
  return consent !== "learning_group" || kind === "open" || kind === "many" ? consent : null;
}

/**
 * The openings of an edition: those of the last one, for what was known stays known, and the new ones. An
 * answer that was changed since an edition counted it is not opened: figures count the one of then.
 *
 * @param answers the options with which each organisation counts
 */
export function openingsOf(
  shape: ItemShape,
  given: ReadonlyMap<string, GivenAnswer>,
  answers: Readonly<Record<string, readonly string[]>>,
  before: Openings,
): Openings {
  const openings: Record<string, Opening> = { ...before };
  for (const [id, now] of given) {
    const to = openedTo(shape.kind, now.consent);
    const frozen = answers[id];
    if (!to || !frozen || !now.response || now.state === "missing" || now.state === "cleared") continue;
    if (optionsOf(shape, now).toSorted().join() !== frozen.toSorted().join()) continue;
    const known = openings[id];
    if (!known || isWider(to, known.to)) openings[id] = { to, response: now.response };
  }
  return openings;
}

/** The same as the gate wants it. */
export const tiersOf = (openings: Openings): Record<string, OpenedTo> =>
  Object.fromEntries(Object.entries(openings).map(([id, { to }]) => [id, to]));
