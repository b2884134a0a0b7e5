import type { Known } from "./known.ts";
import type { Partition } from "./partition.ts";
import type { Sheet } from "./sheet.ts";

/** Two classes (or twice the same) and an option for a member of each. */
export interface Combination {
  first: number;
  firstOption: number;
  second: number;
  secondOption: number;
}

/**
 * Which combinations of two answers some known sheet shows, kept as bits: 32 classes a word. A sheet shows a
 * combination when a member of the first class chose the first option and another member of the second class
 * the second: by exchanging answers within a class it then holds for every pair of their members.
 */
export class Coverage {
  readonly options: number;
  readonly classes: number;
  private readonly words: number;
  private readonly seen: Uint32Array[];
  private readonly partition: Partition;
  private readonly present: Uint32Array[];
  private readonly counts: Int32Array;
  private readonly isKnown: readonly boolean[];

  /** @param known whose answers a reader knows: nothing has to remain possible for them */
  constructor(partition: Partition, options: number, known: Known | null = null) {
    this.partition = partition;
    this.isKnown = partition.members.map(([first]) => known !== null && known[first!]! >= 0);
    this.options = options;
    this.classes = partition.members.length;
    this.words = Math.ceil(this.classes / 32);
    const tables = Array.from({ length: options * options });
    this.seen = tables.map(() => new Uint32Array(this.classes * this.words));
    this.present = Array.from({ length: options }, () => new Uint32Array(this.words));
    this.counts = new Int32Array(this.classes * options);
  }

  /** Adds what this sheet shows; true when it shows something new. */
  add(sheet: Sheet): boolean {
    const { options, classes, words, counts, present } = this;
    counts.fill(0);
    for (const bits of present) bits.fill(0);
    for (let at = 0; at < sheet.length; at++) {
      const group = this.partition.classOf[at]!;
      const option = sheet[at]!;
      counts[group * options + option]! += 1;
      present[option]![group >> 5]! |= 1 << (group & 31);
    }
    let isNew = false;
    for (let group = 0; group < classes; group++) {
      const word = group >> 5;
      const bit = 1 << (group & 31);
      for (let one = 0; one < options; one++) {
        const count = counts[group * options + one]!;
        if (count === 0) continue;
        for (let other = 0; other < options; other++) {
          const row = this.seen[one * options + other]!;
          const bits = present[other]!;
          const start = group * words;
          for (let at = 0; at < words; at++) {
            let shown = bits[at]!;
            // One member cannot stand for two.
            if (at === word && one === other && count < 2) shown &= ~bit;
            const before = row[start + at]!;
            const after = (before | shown) >>> 0;
            if (after !== before) {
              row[start + at] = after;
              isNew = true;
            }
          }
        }
      }
    }
    return isNew;
  }

  has({ first, firstOption, second, secondOption }: Combination): boolean {
    const word = this.seen[firstOption * this.options + secondOption]![first * this.words + (second >> 5)]!;
    return ((word >>> (second & 31)) & 1) === 1;
  }

  /** Every combination that some pair of organisations needs and no sheet shows yet; looked up while going. */
  *missing(): Generator<Combination> {
    const { options, classes } = this;
    for (let first = 0; first < classes; first++) {
      if (this.isKnown[first]) continue;
      const isAlone = this.partition.members[first]!.length < 2;
      for (let second = first; second < classes; second++) {
        if (this.isKnown[second] || (second === first && isAlone)) continue;
        for (let firstOption = 0; firstOption < options; firstOption++) {
          const from = second === first ? firstOption : 0;
          for (let secondOption = from; secondOption < options; secondOption++) {
            const combination = { first, firstOption, second, secondOption };
            if (!this.has(combination)) yield combination;
          }
        }
      }
    }
  }
}
