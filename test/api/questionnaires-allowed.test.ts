import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rounds } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import type { CastKey } from "../support/cast.ts";
import {
  bringTo,
  fillIn,
  formFields,
  openForm,
  openScene,
  type Scene,
  section,
  storedAnswers,
  storedResponses,
} from "../support/questionnaire-fixtures.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const answerTo = async (concept: string) =>
  (await storedAnswers(scene.db)).find((row) => row.concept === concept);

describe("who may save", () => {
  const save = async (as: CastKey | null) => {
    const fields = await openForm(scene, 2, "editor");
    return scene.app.post(section(2), { ...fields, "3B1": "77", actie: "verder" }, as);
  };

  test("a stranger signs in first, and finds back what was typed", async () => {
    const refused = await save(null);
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain("[&quot;3B1&quot;,&quot;77&quot;]");
    expect(await storedAnswers(scene.db)).toEqual([]);
  });

  test.each(["professional", "signatory", "monitoring", "bureau"] as const)("%s may not", async (as) => {
    expect((await save(as)).status).toBe(403);
    expect(await storedAnswers(scene.db)).toEqual([]);
  });

  test("another member writes only its own response, also with our id in its form", async () => {
    await bringTo(scene, "in_progress");
    const [ours] = await storedResponses(scene.db);
    const fields = await openForm(scene, 2, "otherEditor");
    const saved = await scene.app.post(
      section(2),
      { ...fields, inzending: ours?.id ?? "", "3B1": "99", actie: "verder" },
      "otherEditor",
    );
    expect(saved.status).toBe(409);
    expect(await storedAnswers(scene.db)).toMatchObject([{ value: { number: 12 } }]);
    const text = textOf(await (await scene.app.get(section(2), "otherEditor")).text());
    expect(text).not.toContain("Persoon editor");
  });

  test("a section, a round or an action that is not there gives 404", async () => {
    expect((await scene.app.get(section(11), "editor")).status).toBe(404);
    expect((await scene.app.get(section(1, 2031), "editor")).status).toBe(404);
    expect((await scene.app.get("/vragenlijst/straks", "editor")).status).toBe(404);
    expect((await scene.app.post(section(11), {}, "editor")).status).toBe(404);
  });
});

describe("when saving is over", () => {
  test("a closed round refuses in words, with what was typed still there", async () => {
    const fields = await openForm(scene, 2, "editor");
    scene.app.setNow(Date.parse("2026-12-16T00:30:00+01:00"));
    const late = await scene.app.post(section(2), { ...fields, "3B1": "77", actie: "verder" }, "editor");
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(textOf(html)).toContain("Deze ronde is gesloten");
    expect(formFields(html, section(2))["3B1"]).toEqual(["77"]);
    expect(await storedAnswers(scene.db)).toEqual([]);
  });

  test("the closing day itself is open until midnight in Amsterdam", async () => {
    scene.app.setNow(Date.parse("2026-12-15T23:59:00+01:00"));
    expect((await fillIn(scene, 2, { "3B1": "12" })).status).toBe(303);
  });

  test("a round that takes late answers does so after it was published", async () => {
    await scene.db.update(rounds).set({ state: "published", acceptsLate: true }).where(eq(rounds.year, 2026));
    scene.app.setNow(Date.parse("2027-03-01T12:00:00Z"));
    expect((await fillIn(scene, 2, { "3B1": "12" })).status).toBe(303);
  });

  test.each(["ready", "signed"] as const)(
    "a response that is %s is read only, and loses nothing",
    async (state) => {
      await bringTo(scene, state);
      const html = await (await scene.app.get(section(2), "editor")).text();
      expect(html).not.toContain(`action="${section(2)}"`);
      expect(textOf(html)).toContain("12 locaties");
      const fields = { inzending: "0".repeat(20), "3B1-versie": "1", "3B1": "77", actie: "verder" };
      const late = await scene.app.post(section(2), fields, "editor");
      expect(late.status).toBe(409);
      expect(formFields(await late.text(), section(2))["3B1"]).toEqual(["77"]);
      expect((await answerTo("3B1"))?.value).toEqual({ number: 12 });
    },
  );
});
