import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyedHash } from "../../functions/insights/gate/keyed-hash.ts";
import { publicCells } from "../../functions/insights/gate/public-cells.ts";
import { release } from "../../functions/insights/gate/release.ts";
import { lotOf, nearestView, WITHHELD_SENTENCE } from "../../functions/insights/gate/withholding.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { answersOf, drawAssociation } from "../support/associations.ts";

describe("the keyed hash", () => {
  test("is HMAC-SHA-256", () => {
    // RFC 4231, test case 2
    const hex = Buffer.from(keyedHash("Jefe", "what do ya want for nothing?")).toString("hex");
    expect(hex).toBe("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 300 }), (key, message) => {
        const expected = createHmac("sha256", key).update(message).digest("hex");
        expect(Buffer.from(keyedHash(key, message)).toString("hex")).toBe(expected);
      }),
    );
  });
});

describe("withholding by chance", () => {
  const cells = Array.from({ length: 5_000 }, (_, at) => `form=${at}`);

  const lots = (seed: string, item: string, edition = 1) =>
    cells.map((cell) => lotOf({ seed, item, cell, edition }, []));

  test("takes about one in ten, and as many exact counts by themselves; others with another seed or item", () => {
    const drawn = lots("seed", "item");
    for (const share of [
      drawn.filter(({ isWithheld }) => isWithheld).length / cells.length,
      drawn.filter(({ isCoarser }) => isCoarser).length / cells.length,
      drawn.filter(({ isWithheld, isCoarser }) => isWithheld && isCoarser).length / (cells.length / 10),
    ]) {
      expect(share).toBeGreaterThan(0.08);
      expect(share).toBeLessThan(0.12);
    }
    expect(lots("seed", "item")).toEqual(drawn);
    expect(lots("other", "item")).not.toEqual(drawn);
    expect(lots("seed", "other")).not.toEqual(drawn);
  });

  test("is drawn anew in a next edition, where a gap stays a gap and a word a word", () => {
    expect(lots("seed", "item", 2)).not.toEqual(lots("seed", "item"));
    const draw = { seed: "seed", item: "item", cell: "alle", edition: 2, share: 0 };
    expect(lotOf(draw, [])).toEqual({ isWithheld: false, isCoarser: false });
    expect(lotOf(draw, ["exact", "exact"])).toEqual({ isWithheld: false, isCoarser: false });
    expect(lotOf(draw, ["words", "exact"])).toEqual({ isWithheld: false, isCoarser: true });
    expect(lotOf(draw, ["exact", "withheld"])).toEqual({ isWithheld: true, isCoarser: false });
  });

  test("hits the same cells whatever the answers, and never the total", () => {
    const association = drawAssociation(12, "independent", 0.3);
    const hit = (answers: Record<string, string[]>) =>
      release({
        item: "ervaringsdeskundige",
        support: { kind: "yes_no", option: "yes", of: ["yes"] },
        answers,
        attributes: association.attributes,
        secretSeed: "geheim",
        // A lot is drawn before anything is solved.
        solver: null,
      }).strands[0]!.cells.flatMap(({ key, reason }) => (reason === "chance" ? [key] : []));
    const real = answersOf(association);
    const turned = Object.fromEntries(
      Object.entries(real).map(([id, chosen]) => [id, chosen.length ? [] : ["yes"]]),
    );
    const nobody = Object.fromEntries(Object.keys(real).map((id) => [id, []]));
    const drawn = hit(real);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn).not.toContain("alle");
    expect(hit(turned)).toEqual(drawn);
    expect(hit(nobody)).toEqual(drawn);
  });

  test("a reader cannot tell one withheld cell from another", async () => {
    const association = drawAssociation(7, "multi-valued", 0.5);
    const made = release({
      item: "x",
      support: { kind: "yes_no", option: "yes", of: ["yes"] },
      answers: answersOf(association),
      attributes: association.attributes,
      secretSeed: "geheim",
      solver: await loadSolver(),
    });
    const reasons = new Set(made.strands[0]!.cells.map(({ reason }) => reason));
    expect(reasons).toContain("chance");
    expect(reasons).toContain("unsafe");
    const withheld = publicCells(made).filter(({ shown }) => !shown);
    for (const cell of withheld) {
      expect(cell.size).toBeNull();
      expect(Object.keys(cell)).toEqual(["key", "filters", "option", "size", "shown", "withheld"]);
      expect(cell.withheld?.sentence).toBe(WITHHELD_SENTENCE);
    }
  });
});

describe("the nearest view", () => {
  const size = { attribute: "size", value: "small" };
  const form = { attribute: "form", value: "foundation" };
  test.each<[string[], { attribute: string; value: string }[] | null]>([
    [["form=foundation", "size=small", "alle"], [form]],
    [["size=small", "alle"], [size]],
    [["alle"], []],
    [[], null],
  ])("with %j shown: %j", (shown, expected) => {
    expect(nearestView([size, form], (key) => shown.includes(key))).toEqual(expected);
  });
});
