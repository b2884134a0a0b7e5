import type { Match } from "./ranking.ts";

/** Guests and hosts that are joined by matches, and nobody else; a division of one says nothing about another. */
export interface Components {
  /** ids, sorted */
  guests: string[];
  hosts: string[];
  matches: Match[];
}

/** Parts matches into groups that share no guest and no host (union-find), in order of their first guest. */
export function componentsOf(matches: readonly Match[]): Components[] {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    // Every node on the way learns the root, so that the next walk is short.
    for (let at = node; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  for (const match of matches) parents.set(rootOf(guestOf(match)), rootOf(hostOf(match)));
  return [...Map.groupBy(matches, (match) => rootOf(guestOf(match))).values()]
    .map((joined) => ({
      guests: sorted(joined.map(({ wish }) => wish.guest.id)),
      hosts: sorted(joined.map(({ offer }) => offer.host.id)),
      matches: joined,
    }))
    .toSorted((a, b) => ((a.guests[0] ?? "") < (b.guests[0] ?? "") ? -1 : 1));
}

// One organisation is a guest and a host in different places.
const guestOf = ({ wish }: Match): string => `guest ${wish.guest.id}`;
const hostOf = ({ offer }: Match): string => `host ${offer.host.id}`;

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
