import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checked, type Proof } from "../../functions/insights/release-item.ts";
import { releaseRound } from "../../functions/insights/release-job.ts";
import { releasedCells } from "../../functions/insights/release-queries.ts";
import { seedResponses } from "../support/answered-round.ts";
import {
  type Copy,
  outcomesOf,
  proofsIn,
  type Releasing,
  startReleasing,
} from "../support/release-copies.ts";
import { lateTeams, storedCells } from "../support/round-to-release.ts";

let releasing: Releasing;
let whole: Copy;
let teams: string[];
const copyOf = (copy: Copy) => releasing.copyOf(copy);
const settings = () => releasing.settings;

beforeAll(async () => {
  releasing = await startReleasing();
  ({ whole, teams } = releasing);
});
afterAll(() => releasing.close());

describe("late answers", () => {
  it("wait until there are five, and then come in together", async () => {
    const copy = await copyOf(whole);
    await seedResponses(copy.db, lateTeams(teams.slice(20, 24)));
    const before = await storedCells(copy.db);
    await releaseRound(copy.db, 2024, settings());
    expect(await storedCells(copy.db)).toEqual(before);

    const fifth = lateTeams(teams.slice(20, 25)).slice(4);
    await seedResponses(copy.db, fifth);
    const second = await releaseRound(copy.db, 2024, settings());
    expect(second).toMatchObject({ edition: 2, organisations: 25, waiting: 0 });
    const after = await storedCells(copy.db);
    expect(after.filter(({ edition }) => edition === 1)).toEqual(before);
    const [cell] = await releasedCells(copy.db, 2024, "4A1", null, ["alle"]);
    expect(cell).toMatchObject({ edition: 2, organisations: 25 });
    const [first] = await releasedCells(copy.db, 2024, "4A1", 1, ["alle"]);
    expect(first).toMatchObject({ edition: 1, organisations: 20 });
  });

  it("change no answer that an earlier edition counted", async () => {
    const copy = await copyOf(whole);
    const [again = ""] = teams.slice(8, 9);
    await seedResponses(copy.db, [
      {
        member: again,
        version: 2,
        state: "signed",
        signedAt: "2025-02-01T10:00:00Z",
        sequence: 2,
        answers: { "4A1": { scale: 1 } },
      },
      ...lateTeams(teams.slice(20, 29)),
    ]);
    await releaseRound(copy.db, 2024, settings());
    const proofs = await proofsIn(copy, "4A1");
    expect(proofs).toHaveLength(2);
    expect(proofs[1]?.answers[again]).toEqual(proofs[0]?.answers[again]);
    expect(proofs[1]?.answers[again]).not.toEqual(["1"]);
  });

  it("join a question that was coded later with the organisations of the edition", async () => {
    const copy = await copyOf(whole);
    await seedResponses(copy.db, lateTeams(teams.slice(20, 23)));
    await copy.db.$client.execute(`insert into codings (id, response_id, item_id, theme_id, coded_at)
      select 'later-' || r.id, r.id, 'item-4c2', (select id from themes where codebook_id = 'codebook-4c2' limit 1), 0
      from responses r where r.member_id < 'kwartel-010' and r.member_id like 'kwartel%'`);
    const released = await releaseRound(copy.db, 2024, settings());
    expect(outcomesOf(released)).toMatchObject({ "4A1": "stands", "4C2": "released", "5A1": "not_coded" });
    expect(released).toMatchObject({ edition: 1, organisations: 20 });
  });
});

describe("the check by addition", () => {
  const tampered = async (change: (proof: Proof) => void): Promise<boolean> => {
    const [proof] = await proofsIn(whole, "4A1");
    if (!proof) throw new Error("4A1 has no proof");
    change(proof);
    return checked(proof, []).ok;
  };
  /** a stored proof as something that can be changed */
  type Loose = { shown: { low: number; high: number; count?: number } | null };

  it("accepts what was stored", async () => {
    expect(await tampered(() => undefined)).toBe(true);
  });
  it.each<[string, (proof: Proof) => void]>([
    [
      "another count",
      ({ parts }) => {
        const cell = parts[0]?.strands[0]?.cells[0] as Loose;
        cell.shown = { ...cell.shown, low: 12, high: 12, count: 12 };
      },
    ],
    [
      "a figure that was withheld",
      ({ parts }) => {
        const cells = parts[0]?.strands[0]?.cells ?? [];
        for (const cell of cells)
          Object.assign(cell, { shown: cell.shown ?? { kind: "few", low: 0, high: 2 } });
      },
    ],
    [
      "missing witnesses",
      ({ parts }) => Object.assign(parts[0]?.strands[0] ?? {}, { witnesses: ["0".repeat(20)] }),
    ],
    ["missing witnesses of the two layers together", ({ layers }) => layers[0]?.sheets.splice(0, 1000)],
  ])("refuses %s", async (_, change) => {
    expect(await tampered(change)).toBe(false);
  });
});
