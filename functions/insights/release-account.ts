import type { Depth } from "./gate/display.ts";
import { publishedRows } from "./gate/editions.ts";
import { knownFrom, knownRows } from "./gate/known.ts";
import { refine, undivided } from "./gate/partition.ts";
import type { Reason, Release, ReleasedStrand } from "./gate/released.ts";

/** Figures by how many filters they have: none, one, two. */
export type ByDepth = Record<"totals" | "one" | "two", number>;

/**
 * What a release kept and what that cost, in totals. Part of the proof, from which monitoring's page reads only
 * this. It holds no count and no verdict on a single figure.
 */
export interface ReleaseAccount {
  offered: ByDepth;
  kept: ByDepth;
  withheld: Record<Reason, number>;
  walks: number;
  solves: number;
  proofs: number;
  /** witness sheets stored */
  witnesses: number;
  /**
   * How far the answer nearest to being known still is from that: of the stored witness sheets, the share in
   * which an organisation has an answer, for the organisation and the answer that occur least. Above 0 means
   * that every answer of everybody remains possible. The sheets are made without the true one, so this tells
   * nothing about it.
   */
  margin: number;
}

const DEPTHS: Record<Depth, keyof ByDepth> = { 0: "totals", 1: "one", 2: "two" };

export function accountOf(parts: readonly Release[]): ReleaseAccount {
  const strands = parts.flatMap((part) => part.strands);
  const offered: ByDepth = { totals: 0, one: 0, two: 0 };
  const kept: ByDepth = { totals: 0, one: 0, two: 0 };
  const withheld: Record<Reason, number> = { chance: 0, unsafe: 0, limit: 0, solver: 0 };
  for (const { depth, shown, reason } of strands.flatMap((strand) => strand.cells)) {
    offered[DEPTHS[depth]] += 1;
    if (shown) kept[DEPTHS[depth]] += 1;
    if (reason) withheld[reason] += 1;
  }
  const sum = (of: (strand: ReleasedStrand) => number) => strands.reduce((all, each) => all + of(each), 0);
  return {
    offered,
    kept,
    withheld,
    walks: sum(({ cost }) => cost.walks),
    solves: sum(({ cost }) => cost.solves),
    proofs: sum(({ cost }) => cost.proofs),
    witnesses: sum(({ witnesses }) => witnesses.length),
    margin: strands.length === 0 ? 0 : Math.min(...strands.map(marginOf)),
  };
}

function marginOf(strand: ReleasedStrand): number {
  const { witnesses, options, carried } = strand;
  const organisations = witnesses[0]?.length ?? 0;
  // Organisations that no figure tells apart may exchange answers: what one has on a sheet, each can have.
  const { members } = refine(undivided(organisations), [
    ...knownRows(knownFrom(strand.known ?? ""), options),
    ...carried,
    ...publishedRows(strand),
  ]);
  // What everybody may read has no other answer to remain possible.
  const hidden = members.filter(([first]) => (strand.known?.[first ?? 0] ?? ".") === ".");
  const shares = hidden.flatMap((alike) => {
    const times = new Uint32Array(options);
    for (const sheet of witnesses)
      for (const at of alike) {
        const answer = Number.parseInt(sheet[at] ?? "", 36);
        times[answer] = (times[answer] ?? 0) + 1;
      }
    return Array.from(times, (count) => count / (alike.length * witnesses.length));
  });
  return shares.length === 0 ? 0 : Math.min(...shares);
}
