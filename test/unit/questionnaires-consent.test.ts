import { describe, expect, test } from "vitest";
import type { ConsentTier } from "../../db/vocabulary.ts";
import { planSave, type SaveItem } from "../../functions/questionnaires/section-save.ts";
import { consentOf, consentTiers } from "../../web/questionnaires/consent.ts";

type Kept = { text: string; consent?: ConsentTier | null };

const answer = ({ text, consent = null }: Kept) =>
  text === ""
    ? { state: "cleared" as const, value: null, explanation: "", consent }
    : { state: "given" as const, value: { text }, explanation: "", consent };

const item = (more: Partial<SaveItem> = {}): SaveItem => ({
  id: "item-4c1",
  concept: "4C1",
  kind: "open",
  audience: "confidential",
  choices: [],
  allowsOther: false,
  allowsExplanation: false,
  profileField: null,
  current: null,
  seen: undefined,
  offered: null,
  earlier: null,
  profile: { known: null, outcome: null, choice: null },
  ...more,
});

const save = (of: SaveItem, typed: Kept & { revision: number }) =>
  planSave(
    [of],
    {
      "4C1-versie": [String(typed.revision)],
      "4C1": [typed.text],
      ...(typed.consent ? { "4C1-openheid": [typed.consent] } : {}),
    },
    { kind: "keep" },
  );

describe("who may read an answer is saved with it", () => {
  test("with a first answer", () => {
    expect(save(item(), { text: "a", consent: "members", revision: 0 }).changes).toMatchObject([
      { consent: "members", value: { text: "a" } },
    ]);
  });

  test("not without one: what is not there opens nothing", () => {
    expect(save(item(), { text: "", consent: "public", revision: 0 })).toMatchObject({
      changes: [],
      errors: {},
    });
  });

  test("alone, when only that changed; a form without the choice leaves it", () => {
    const of = item({
      current: { ...answer({ text: "a", consent: "members" }), revision: 1 },
      seen: answer({ text: "a", consent: "members" }),
    });
    expect(save(of, { text: "a", consent: "counted_only", revision: 1 }).changes).toMatchObject([
      { consent: "counted_only", value: { text: "a" } },
    ]);
    expect(save(of, { text: "b", revision: 1 }).changes).toMatchObject([{ consent: "members" }]);
  });

  test("nothing chosen and 'alleen geteld' are the same, so opening the page changes nothing", () => {
    const of = item({ current: { ...answer({ text: "a" }), revision: 1 }, seen: answer({ text: "a" }) });
    expect(save(of, { text: "a", consent: "counted_only", revision: 1 }).changes).toEqual([]);
  });

  test("a fact keeps to its audience, whatever is posted", () => {
    const of = item({ audience: "members" });
    expect(save(of, { text: "a", consent: "public", revision: 0 }).changes).toMatchObject([
      { consent: null },
    ]);
  });

  test("another word is an error at the field", () => {
    const plan = planSave(
      [item()],
      { "4C1-versie": ["0"], "4C1": ["a"], "4C1-openheid": ["iedereen"] },
      { kind: "keep" },
    );
    expect(plan.errors).toEqual({ "4C1-openheid": "Kies wie het antwoord mag zien." });
    expect(plan.changes).toEqual([]);
  });

  test("a step of a scale cannot be opened to the learning group alone", () => {
    expect(consentTiers("scale")).toEqual(["counted_only", "members", "public"]);
    expect(consentTiers("open")).toContain("learning_group");
    expect(consentOf({ audience: "confidential", kind: "scale" }, "learning_group")).toBe("counted_only");
    expect(consentOf({ audience: "members", kind: "one" }, null)).toBeNull();
  });
});

describe("two colleagues at once", () => {
  const seen = { text: "a", consent: "counted_only" as const };
  const now = (kept: Kept) => ({ ...answer(kept), revision: 2 });

  test("one changed the answer, the other who may read it: both stay", () => {
    const opened = item({ current: now({ text: "a", consent: "members" }), seen: answer(seen) });
    expect(save(opened, { text: "b", consent: "counted_only", revision: 1 })).toMatchObject({
      changes: [{ value: { text: "b" }, consent: "members", seenRevision: 2 }],
      conflicts: [],
    });
    const changed = item({ current: now({ text: "b", consent: "counted_only" }), seen: answer(seen) });
    expect(save(changed, { text: "a", consent: "public", revision: 1 })).toMatchObject({
      changes: [{ value: { text: "b" }, consent: "public", seenRevision: 2 }],
      conflicts: [],
    });
  });

  test("both opened it to somebody else: a person decides", () => {
    const of = item({ current: now({ text: "a", consent: "members" }), seen: answer(seen) });
    expect(save(of, { text: "a", consent: "public", revision: 1 })).toMatchObject({
      changes: [],
      conflicts: [{ consent: "public" }],
    });
    expect(save(of, { text: "a", consent: "members", revision: 1 })).toMatchObject({
      changes: [],
      conflicts: [],
    });
  });
});
