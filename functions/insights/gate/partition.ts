import type { Row } from "./sheet.ts";

/**
 * Organisations divided into classes: two are in one class when every published set holds both or neither. No
 * reader can tell them apart, so on any fitting sheet their answers may be exchanged ("swap witness"). That
 * leaves far fewer pairs to look at: pairs of classes instead of pairs of organisations.
 */
export interface Partition {
  /** per organisation the number of its class */
  classOf: Int32Array;
  /** per class its organisations */
  members: number[][];
}

/** All organisations in one class: nothing is published yet. */
export function undivided(n: number): Partition {
  return { classOf: new Int32Array(n), members: n ? [Array.from({ length: n }, (_, at) => at)] : [] };
}

/** Divides the classes further by the sets of these rows. */
export function refine(partition: Partition, rows: readonly Row[]): Partition {
  return rows.reduce((coarse, row) => {
    const inside = new Set(row.members);
    const members = coarse.members.flatMap((group) => {
      const within = group.filter((member) => inside.has(member));
      return within.length === 0 || within.length === group.length
        ? [group]
        : [within, group.filter((member) => !inside.has(member))];
    });
    if (members.length === coarse.members.length) return coarse;
    const classOf = new Int32Array(coarse.classOf.length);
    for (const [at, group] of members.entries()) for (const member of group) classOf[member] = at;
    return { classOf, members };
  }, partition);
}
