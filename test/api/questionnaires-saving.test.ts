import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries, sectionCompletions } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import {
  fillIn,
  formFields,
  openForm,
  openScene,
  type Scene,
  section,
  storedAnswers,
  storedResponses,
  storedRevisions,
} from "../support/questionnaire-fixtures.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const answerTo = async (concept: string) =>
  (await storedAnswers(scene.db)).find((row) => row.concept === concept);

describe("a section", () => {
  test("is saved with its history, its completion and a line in the log, in two round trips", async () => {
    const fields = await openForm(scene, 2, "editor");
    scene.app.roundTrips();
    const saved = await scene.app.post(
      section(2),
      { ...fields, "3B1": "12", "3B2": ["walk_in", "office"], actie: "verder" },
      "editor",
    );
    expect(scene.app.roundTrips()).toBe(2);
    expect(saved.status).toBe(303);
    expect(saved.headers.get("location")).toBe(`${section(3)}?melding=opgeslagen-${TODAY}`);
    expect(await storedAnswers(scene.db)).toMatchObject([
      {
        concept: "3B1",
        revision: 1,
        state: "given",
        value: { number: 12 },
        source: "typed",
        savedBy: "editor",
      },
      { concept: "3B2", revision: 1, state: "given", value: { choices: ["walk_in", "office"] } },
    ]);
    expect(await storedRevisions(scene.db)).toMatchObject([
      { concept: "3B1", revision: 1, value: { number: 12 } },
      { concept: "3B2", revision: 1 },
    ]);
    expect(await scene.db.select().from(sectionCompletions)).toMatchObject([{ sectionId: "locaties" }]);
    expect(await scene.db.select().from(auditEntries)).toMatchObject([
      { action: "section_saved", personId: "editor", memberId: "lindestad", subject: "2026/locaties" },
    ]);
  });

  test("shows what was saved, when and by whom, in one round trip", async () => {
    await fillIn(scene, 2, { "3B1": "1.234" });
    scene.app.roundTrips();
    const page = await scene.app.get(`${section(2)}?melding=opgeslagen-${TODAY}`, "host");
    expect(scene.app.roundTrips()).toBe(1);
    const html = await page.text();
    expect(formFields(html, section(2))["3B1"]).toEqual(["1.234"]);
    expect(textOf(html)).toContain("Opgeslagen om 12.00");
    expect(textOf(html)).toContain("Opgeslagen door Persoon editor, zaterdag 21 november 2026, 12.00 uur");
    expect(textOf(html)).toContain("Sectie 2 van 10");
  });

  test("is done when every question has an answer, or when somebody says so", async () => {
    await fillIn(scene, 2, { "3B1": "12", actie: "verder" });
    expect(await scene.db.select().from(sectionCompletions)).toEqual([]);
    await fillIn(scene, 2, { klaar: "ja" });
    expect(await scene.db.select().from(sectionCompletions)).toHaveLength(1);
    await fillIn(scene, 2, { klaar: [] });
    expect(await scene.db.select().from(sectionCompletions)).toEqual([]);
    await fillIn(scene, 2, { "3B2": "walk_in", actie: "verder" });
    expect(await scene.db.select().from(sectionCompletions)).toHaveLength(1);
  });

  test("keeps all when something is wrong, and stores nothing half", async () => {
    const wrong = await fillIn(scene, 2, {
      "3B1": "een stuk of tien",
      "3B2": ["office"],
      "3B2-toelichting": "Zó",
    });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(html).toContain("<title>Fout: ");
    expect(html).toContain('href="#veld-3B1"');
    expect(
      html.split("Vul een heel getal in").length + html.split("Vul een getal in").length,
    ).toBeGreaterThan(3);
    expect(formFields(html, section(2))).toMatchObject({
      "3B1": ["een stuk of tien"],
      "3B2": ["office"],
      "3B2-toelichting": ["Zó"],
    });
    expect(await storedAnswers(scene.db)).toEqual([]);
    expect(await storedResponses(scene.db)).toEqual([]);
  });

  test("refuses a text that is too long with a sentence, and keeps it", async () => {
    const long = "é".repeat(5001);
    const refused = await fillIn(scene, 8, { "4C1": long });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(textOf(html)).toContain("5.000 tekens");
    expect(formFields(html, section(8))["4C1"]).toEqual([long]);
    // A field that stops at the limit would cut off what somebody pastes, without a word.
    expect(Number(/<textarea[^>]*name="4C1"[^>]*>/.exec(html)?.[0].match(/maxlength="(\d+)"/i)?.[1])).toBe(
      50_000,
    );
    expect((await fillIn(scene, 8, { "4C1": "é".repeat(5000) })).status).toBe(303);
  });

  test("keeps any script as it was typed", async () => {
    const text = 'Súdwest-Fryslân <b>&amp;</b> "zó" 𝒳 👩🏽‍🤝‍👩🏻\nregel twee – العربية';
    await fillIn(scene, 8, { "4C1": text.replace("\n", "\r\n") });
    expect((await answerTo("4C1"))?.value).toEqual({ text });
    expect((await openForm(scene, 8, "editor"))["4C1"]).toEqual([text]);
  });

  test.each(["1.234,5", "1234,5", "1 234,5"])("reads %s as one number", async (typed) => {
    await fillIn(scene, 3, { "3C2": typed });
    expect((await answerTo("3C2"))?.value).toEqual({ number: 1234.5 });
  });

  test("stores other and explanation together, and not knowing apart from nothing", async () => {
    await fillIn(scene, 1, { "3A2": ["wmo", "anders"], "3A2-anders": "Wlz", "3A2-toelichting": "sinds mei" });
    await fillIn(scene, 6, { "4A1": "weet-niet", "4A2": "nvt" });
    await fillIn(scene, 8, { "4C1-stand": "weet-niet" });
    expect(await answerTo("3A2")).toMatchObject({
      value: { choices: ["wmo"], other: "Wlz" },
      explanation: "sinds mei",
    });
    expect(await answerTo("4A1")).toMatchObject({ state: "unknown", value: null });
    expect(await answerTo("4A2")).toMatchObject({ state: "not_applicable", value: null });
    expect(await answerTo("4C1")).toMatchObject({ state: "unknown", value: null });
    expect(await answerTo("4A3")).toBeUndefined();
  });

  test("remembers that an answer was taken away, without losing it", async () => {
    await fillIn(scene, 2, { "3B1": "12" });
    await fillIn(scene, 2, { "3B1": "" });
    expect(await answerTo("3B1")).toMatchObject({ state: "cleared", value: null, revision: 2 });
    expect(await storedRevisions(scene.db)).toMatchObject([
      { revision: 1, value: { number: 12 } },
      { revision: 2, state: "cleared" },
    ]);
  });

  test("sent twice is stored once", async () => {
    const fields = { ...(await openForm(scene, 2, "editor")), "3B1": "12", actie: "verder" };
    const [one, two] = await Promise.all([
      scene.app.post(section(2), fields, "editor"),
      scene.app.post(section(2), fields, "editor"),
    ]);
    const three = await scene.app.post(section(2), fields, "editor");
    expect([one.status, two.status, three.status]).toEqual([303, 303, 303]);
    expect(await storedRevisions(scene.db)).toHaveLength(1);
    expect(await storedResponses(scene.db)).toHaveLength(1);
    expect(await scene.db.select().from(auditEntries)).toHaveLength(1);
  });

  test("first saved in two tabs makes one response that holds both", async () => {
    const one = await openForm(scene, 2, "editor");
    const two = await openForm(scene, 3, "host");
    expect(one.inzending).not.toEqual(two.inzending);
    await Promise.all([
      scene.app.post(section(2), { ...one, "3B1": "12", actie: "verder" }, "editor"),
      scene.app.post(section(3), { ...two, "3C2": "84,5", actie: "verder" }, "host"),
    ]);
    expect(await storedResponses(scene.db)).toHaveLength(1);
    expect(await storedAnswers(scene.db)).toMatchObject([{ concept: "3B1" }, { concept: "3C2" }]);
  });

  test("brought from the check page leads back to it", async () => {
    const html = await (await scene.app.get(`${section(2)}?terug=controle`, "editor")).text();
    const fields = formFields(html, section(2));
    const saved = await scene.app.post(section(2), { ...fields, "3B1": "1", actie: "verder" }, "editor");
    expect(saved.headers.get("location")).toBe(`/vragenlijst/2026/controle?melding=opgeslagen-${TODAY}`);
  });
});
