import { describe, expect, test } from "vitest";
import { sharedThemes } from "../../db/registry/shared-themes.ts";
import type { DraftAnswerRow } from "../../functions/visits/draft-queries.ts";
import { draftKeyOf, draftNamed, draftsOf } from "../../functions/visits/draft-reading.ts";
import { suggestTheme } from "../../functions/visits/draft-theme.ts";

const themes = sharedThemes.map(({ slug }) => ({ id: `id-${slug}`, slug }));

describe("a suggested theme", () => {
  test.each([
    ["Hoe houden jullie de caseload klein en de wachtlijst kort?", "werkdruk", ["caseload", "wachtlijst"]],
    ["Werken met schulden aan de deur", "bestaanszekerheid", ["schulden"]],
    ["Jeugdhulp op school, samen met ouders", "jeugd-en-gezin", ["jeugdhulp", "school", "ouders"]],
  ])("%s", (text, slug, words) => {
    expect(suggestTheme(text, themes)).toEqual({ themeId: `id-${slug}`, words });
  });

  test("needs a word that points somewhere", () => {
    expect(suggestTheme("Gewoon eens kijken hoe het gaat.", themes)).toBeNull();
    expect(suggestTheme("", themes)).toBeNull();
    expect(suggestTheme("schulden", [])).toBeNull();
  });

  test("of two that fit as well takes the first of the list, every time", () => {
    const [first] = themes;
    const text = "partner en preventie";
    expect(suggestTheme(text, themes)?.themeId).toBe(first?.id);
    expect(suggestTheme(text, themes)).toEqual(suggestTheme(text, themes));
  });

  test("can be found for each theme of the list", () => {
    for (const { slug, name, definition } of sharedThemes)
      expect([slug, suggestTheme(`${name} ${definition}`, [{ id: slug, slug }])?.themeId]).toEqual([
        slug,
        slug,
      ]);
  });
});

const row = (given: Partial<DraftAnswerRow> = {}): DraftAnswerRow => ({
  concept: "5A2",
  roundId: "round-2026",
  year: 2026,
  signedAt: 1,
  answer: "Werken met schulden",
  state: null,
  themeId: null,
  text: null,
  visitId: null,
  offerId: null,
  revision: null,
  ...given,
});

describe("a draft", () => {
  test("is the answer until somebody writes own words", () => {
    const [untouched] = draftsOf([row()], [], themes);
    expect(untouched).toMatchObject({ state: "untouched", text: "Werken met schulden", revision: 0 });
    const own = { state: "edited" as const, text: "Onze vraag", themeId: "id-preventie", revision: 2 };
    const [edited] = draftsOf([row(own)], [], themes);
    expect(edited).toMatchObject({ text: "Onze vraag", theme: { id: "id-preventie", source: "chosen" } });
  });

  test("takes a coding before words, and never for a choice", () => {
    const coding = { concept: "5A2" as const, roundId: "round-2026", themeId: "id-inrichting" };
    expect(draftsOf([row()], [coding], themes)[0]?.theme).toEqual({ id: "id-inrichting", source: "coding" });
    const named = draftNamed("5A2.round-2026", "5A2", [row()], [coding], themes);
    expect(named).toEqual({ key: "5A2.round-2026", text: "Werken met schulden", themeId: null });
  });

  test.each(["published", "discarded"] as const)("that is %s holds no text", (state) => {
    const [draft] = draftsOf([row({ state, revision: 2 })], [], themes);
    expect(draft).toMatchObject({ text: "", theme: { id: null, source: "none" } });
    expect(draftNamed("5A2.round-2026", "5A2", [row({ state })], [], themes)).toBeNull();
  });

  test("is named by its question and round, and not by another", () => {
    expect(draftKeyOf("5C1.round-2026")).toEqual({ concept: "5C1", roundId: "round-2026" });
    for (const key of [undefined, "", "5A2", "4C1.round-2026", "5A2.", "constructor.x"])
      expect(draftKeyOf(key)).toBeNull();
    expect(draftKeyOf("5C1.round-2026", "5A2")).toBeNull();
    expect(draftNamed("5C1.round-2026", "5A2", [row({ concept: "5C1" })], [], themes)).toBeNull();
  });
});
