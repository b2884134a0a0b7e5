/** Numbers in [0, 1) from a seed: the same seed gives the same numbers, on every machine. */
export type Random = () => number;

/** Mulberry32: small, fast and good enough to steer a search. Never used for a secret. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
