import { beforeAll, describe, expect, it } from "vitest";
import { publishedRows } from "../../functions/insights/gate/editions.ts";
import type { Solver } from "../../functions/insights/gate/program.ts";
import { seededRandom } from "../../functions/insights/gate/random.ts";
import { checked, releaseItem } from "../../functions/insights/release-item.ts";
import { SCALE_OPTIONS } from "../../functions/insights/release-support.ts";
import { loadSolver } from "../../functions/insights/solver.ts";

const STATES = { "weet-niet": "unknown", nvt: "not_applicable", leeg: "missing" } as const;
const SHAPE = { kind: "scale", unit: null, allowsOther: false, codes: [], themes: [] } as const;

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** A scale answered by six organisations, five of them in a group. */
function drawn(seed: number) {
  const random = seededRandom(seed);
  const ids = Array.from({ length: 6 }, (_, at) => `team-${at}`);
  const given = new Map(
    ids.map((id) => {
      const option = SCALE_OPTIONS[Math.floor(random() * SCALE_OPTIONS.length)] ?? "1";
      const state = STATES[option as keyof typeof STATES];
      return [
        id,
        { state: state ?? ("given" as const), value: state ? null : { scale: Number(option) }, themes: [] },
      ];
    }),
  );
  const group = {
    key: "groep",
    isSingle: true,
    values: ["in"],
    of: Object.fromEntries(ids.slice(1).map((id) => [id, ["in"]])),
  };
  return releaseItem({
    concept: "4A1",
    shape: SHAPE,
    given,
    entered: ids,
    attributes: [group],
    earlier: [],
    secret: `geheim ${seed}`,
    solver,
    progress: () => undefined,
  });
}

describe("a scale in two layers", () => {
  it("leaves every pair every two steps, counted over all 262,144 sheets", { timeout: 60_000 }, () => {
    let spreads = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const made = drawn(seed);
      if (!made.ok) throw new Error(made.problems.join());
      const [high, spread] = made.proof.parts;
      const rowsHigh = high?.strands.flatMap(publishedRows) ?? [];
      const rowsSpread = spread?.strands.flatMap(publishedRows) ?? [];
      if (rowsSpread.length > 0) spreads += 1;
      // Rows of the first layer count high or not; here over sheets with all eight steps.
      const rows = [...rowsHigh.map((row) => ({ ...row, options: 24 })), ...rowsSpread];
      expect(missingPairs(rows), `seed ${seed}`).toBe(0);
    }
    expect(spreads).toBeGreaterThan(3);
  });

  it("is refused without its witnesses", () => {
    const made = drawn(3);
    if (!made.ok) throw new Error(made.problems.join());
    expect(made.proof.parts).toHaveLength(2);
    expect(checked(made.proof, []).ok).toBe(true);
    expect(checked({ ...made.proof, layers: [] }, []).ok).toBe(false);
  });
});

/** How many of all (organisation, step, other organisation, step) fit no sheet: by trying every sheet. */
function missingPairs(
  rows: readonly { members: readonly number[]; options: number; low: number; high: number }[],
): number {
  const seen = new Set<number>();
  const sheet = new Uint8Array(6);
  for (let code = 0; code < 8 ** 6; code++) {
    for (let at = 0, left = code; at < 6; at++, left >>= 3) sheet[at] = left & 7;
    const doesFit = rows.every(({ members, options, low, high }) => {
      let count = 0;
      for (const member of members) count += (options >> (sheet[member] ?? 0)) & 1;
      return count >= low && count <= high;
    });
    if (!doesFit) continue;
    for (let one = 0; one < 6; one++)
      for (let other = one + 1; other < 6; other++)
        seen.add(((one * 6 + other) * 8 + (sheet[one] ?? 0)) * 8 + (sheet[other] ?? 0));
  }
  return 15 * 64 - seen.size;
}
