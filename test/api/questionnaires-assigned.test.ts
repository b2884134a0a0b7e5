import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memberships, outbox, sectionAssignments } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import type { CastKey } from "../support/cast.ts";
import {
  bringTo,
  CHECK,
  fillIn,
  formFields,
  openScene,
  READY,
  type Scene,
  section,
  storedAnswers,
} from "../support/questionnaire-fixtures.ts";

const PAGE = "/vragenlijst/2026/sectie/2/collega";
const TASKS = "/vragenlijst/2026";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

/** The fields of one of the forms of the page of section 2, as somebody sees it. */
const fieldsOf = async (as: CastKey, action = PAGE) =>
  formFields(await (await scene.app.get(PAGE, as)).text(), action);

const give = async (fields: Record<string, string>, as: CastKey = "editor") =>
  scene.app.post(PAGE, { ...(await fieldsOf(as)), ...fields }, as);

const assigned = () => scene.db.select().from(sectionAssignments);
const mails = () => scene.db.select().from(outbox).where(eq(outbox.noticeKind, "section_work"));

describe("who was given a section", () => {
  beforeEach(async () => {
    await bringTo(scene, "in_progress");
    await give({ collega: "professional", bericht: "Jij weet dit beter." });
  });

  test("fills in that section, reads the others, and nothing more", async () => {
    const page = await scene.app.get(section(2), "professional");
    expect(textOf(await page.text())).toContain("Deze sectie is aan jou gevraagd");
    expect((await fillIn(scene, 2, { "3B1": "14" }, "professional")).status).toBe(303);
    expect(await storedAnswers(scene.db)).toMatchObject([{ concept: "3B1", savedBy: "professional" }]);
    const other = await scene.app.get(section(1), "professional");
    expect(other.status).toBe(200);
    expect(await other.text()).not.toContain('value="verder"');
    const fields = formFields(await (await scene.app.get(section(1), "editor")).text(), section(1));
    const stolen = await scene.app.post(
      section(1),
      { ...fields, actie: "bewaren", "3A1": "adults" },
      "professional",
    );
    expect(stolen.status).toBe(403);
    for (const path of [TASKS, CHECK]) expect((await scene.app.get(path, "professional")).status).toBe(200);
    for (const path of [READY, "/vragenlijst/2026/openheid", "/vragenlijst/2026/ondertekening"])
      expect((await scene.app.post(path, { inzending: "x" }, "professional")).status).toBe(403);
  });

  test("is told so on the list of rounds and the task list, without links that lead nowhere", async () => {
    expect(await (await scene.app.get("/vragenlijst", "professional")).text()).toContain(`href="${TASKS}"`);
    const html = await (await scene.app.get(TASKS, "professional")).text();
    expect(textOf(html)).toContain("Je vult alleen de secties in die aan jou zijn gevraagd.");
    expect(html).not.toContain("/openheid");
  });

  test("can hand it back, and then reads nothing any more", async () => {
    const action = `${PAGE}/terugname`;
    const back = await scene.app.post(action, await fieldsOf("professional", action), "professional");
    expect(back.headers.get("location")).toBe("/");
    expect(await assigned()).toEqual([]);
    expect((await scene.app.get(section(2), "professional")).status).toBe(403);
  });

  test("gets one reminder", async () => {
    const action = `${PAGE}/herinnering`;
    const fields = await fieldsOf("editor", action);
    scene.app.setNow(Date.parse("2026-11-25T09:00:00Z"));
    scene.app.roundTrips();
    expect((await scene.app.post(action, fields, "editor")).status).toBe(303);
    expect(scene.app.roundTrips()).toBe(2);
    expect((await scene.app.post(action, fields, "editor")).status).toBe(409);
    expect((await mails()).map(({ subject }) => subject).sort()).toEqual([
      "Herinnering: 'Locaties' wacht op jou",
      "Vul jij 'Locaties' in?",
    ]);
    expect(await (await scene.app.get(PAGE, "editor")).text()).not.toContain(action);
  });

  test("loses it when an editor takes it back; an old form does nothing", async () => {
    const action = `${PAGE}/terugname`;
    const fields = await fieldsOf("editor", action);
    scene.app.setNow(Date.parse("2026-11-25T09:00:00Z"));
    await give({ collega: "host" });
    expect((await scene.app.post(action, fields, "editor")).status).toBe(409);
    expect(await assigned()).toMatchObject([{ personId: "host" }]);
    expect((await scene.app.get(section(2), "professional")).status).toBe(403);
    const now = await fieldsOf("editor", action);
    expect((await scene.app.post(action, now, "editor")).headers.get("location")).toBe(
      `${PAGE}?melding=terug`,
    );
    expect(await assigned()).toEqual([]);
  });

  test("reads nothing after leaving the organisation", async () => {
    await scene.db.delete(memberships).where(eq(memberships.personId, "professional"));
    expect((await scene.app.get(section(2), "professional")).status).toBe(403);
  });

  test("has it at home, with how far it is", async () => {
    const text = textOf(await (await scene.app.get("/", "professional")).text());
    expect(text).toContain("Jouw sectie 'Locaties' wacht");
    expect(text).toContain("1 van 2 ingevuld.");
  });
});
