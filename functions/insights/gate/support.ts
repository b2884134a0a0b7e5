/**
 * What an answer to an item can be, as far as a reader knows; the audit looks at all sheets of this shape.
 *
 * - `yes_no`: one thing that is counted or not. Also a merger of options ("eens" against the rest).
 * - `one`: exactly one option, or a scale. All options of a set are shown together or not at all. With
 *   `merged`, the total shows all options and the filters only the merger: far more filters pass.
 * - `many`: any options. Each option is audited as a yes/no item of its own.
 */
export type Support =
  | { kind: "yes_no"; option: string; of: readonly string[] }
  | { kind: "one"; options: readonly string[]; merged?: { option: string; of: readonly string[] } }
  | {
      kind: "many";
      options: readonly string[];
      /** options that rule out all others ("geen") */
      exclusive: readonly string[];
      /** whether every organisation that answered is known to have chosen something */
      atLeastOne: boolean;
      /** the most options one organisation may choose */
      atMost: number | null;
    };

/** A part of an item that is audited by itself. */
export interface Strand {
  /** the option for `many`; otherwise empty */
  name: string;
  /** how many different answers one organisation can give */
  options: number;
  /** the number of an organisation's answer, from what it chose */
  answer(chosen: readonly string[]): number;
  /** what is counted: the option's name and the answers it takes, as bits; for the total and for filters */
  total: readonly Counted[];
  filtered: readonly Counted[];
}

export interface Counted {
  option: string;
  bits: number;
}

/** More options would not fit in the bits of a row, and no release would pass. */
const MOST_OPTIONS = 30;

/**
 * The strands of an item, and the options that are never released.
 *
 * Options of a `many` item may be audited one by one only if, for all a reader knows, any selection of the
 * released ones is possible. A known tie would break that, so what ties is left out, by the questionnaire and
 * never by the answers: an exclusive option (it is "none of the others"); without one, where at least one must
 * be chosen, the last option; with at most m to choose, all options after the first m.
 */
export function strandsOf(support: Support): { strands: Strand[]; tied: string[] } {
  if (support.kind === "yes_no") return { strands: [yesNo("", support.option, support.of)], tied: [] };
  if (support.kind === "many") {
    const free = support.options.filter((option) => !support.exclusive.includes(option));
    const most = Math.min(support.atMost ?? free.length, free.length);
    const lastIsNeeded = support.atLeastOne && support.exclusive.length === 0 && most === free.length;
    const released = free.slice(0, lastIsNeeded ? most - 1 : most);
    return {
      strands: released.map((option) => yesNo(option, option, [option])),
      tied: support.options.filter((option) => !released.includes(option)),
    };
  }
  const { options, merged } = support;
  if (options.length > MOST_OPTIONS) return { strands: [], tied: [...options] };
  const total = options.map((option, at) => ({ option, bits: 1 << at }));
  const bits = merged?.of.reduce((sum, option) => sum | (1 << options.indexOf(option)), 0) ?? 0;
  const filtered = merged ? [{ option: merged.option, bits }] : total;
  const answer = (chosen: readonly string[]) => {
    const at = options.indexOf(chosen[0] ?? "");
    if (at < 0 || chosen.length !== 1) throw new RangeError("An answer is not one of the item's options");
    return at;
  };
  if (options.length === 2) return { strands: [yesNo("", options[0]!, [options[0]!])], tied: [] };
  return { strands: [{ name: "", options: options.length, answer, total, filtered }], tied: [] };
}

function yesNo(name: string, option: string, of: readonly string[]): Strand {
  const counted = [{ option, bits: 2 }];
  const answer = (chosen: readonly string[]) => (chosen.some((one) => of.includes(one)) ? 1 : 0);
  return { name, options: 2, answer, total: counted, filtered: counted };
}
