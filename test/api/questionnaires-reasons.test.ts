import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerReasons, sectionAssignments } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import { type CastKey, TODAY } from "../support/cast.ts";
import {
  CHECK,
  fillIn,
  formFields,
  openForm,
  openScene,
  press,
  READY,
  REOPEN,
  type Scene,
  SIGN,
  section,
  seedProfile,
} from "../support/questionnaire-fixtures.ts";

const REASON = "/vragenlijst/2026/sectie/3/reden/3C2";
const ALL = "/vragenlijst/2026/redenen";
const WARNING = "Dit is de helft of minder van eerder. In het profiel staat 84,5 fte.";
const WHY = "De jeugdteams zijn een eigen organisatie.";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  await seedProfile(scene.db, "fte", { number: 84.5 });
});
afterEach(async () => scene.close());

const text = async (path: string, as: CastKey) => textOf(await (await scene.app.get(path, as)).text());
const stored = () => scene.db.select().from(answerReasons);

/** Fills in a number that looks odd, and gives the reason. */
async function giveReason(words = WHY, as: CastKey = "editor") {
  await fillIn(scene, 3, { "3C2": "40" });
  const fields = formFields(await (await scene.app.get(REASON, as)).text(), REASON);
  scene.app.roundTrips();
  return { fields, response: await scene.app.post(REASON, { ...fields, reden: words }, as) };
}

describe("an odd answer", () => {
  test("is stored all the same, and shown once to who goes on", async () => {
    const fields = await openForm(scene, 3, "editor");
    const first = await scene.app.post(section(3), { ...fields, "3C2": "40", actie: "verder" }, "editor");
    expect(first.headers.get("location")).toMatch(/^\/vragenlijst\/2026\/sectie\/3\?melding=.*#veld-3C2$/);
    expect(await text(section(3), "editor")).toContain(WARNING);
    const again = await openForm(scene, 3, "editor");
    const second = await scene.app.post(section(3), { ...again, actie: "verder" }, "editor");
    expect(second.headers.get("location")).toContain("/vragenlijst/2026/sectie/4");
  });

  test("is no odd one after another save that means 'later'", async () => {
    const saved = await fillIn(scene, 3, { "3C2": "40" });
    expect(saved.headers.get("location")).toMatch(/^\/vragenlijst\/2026\?/);
    expect(await text(section(3), "editor")).toContain(WARNING);
    await fillIn(scene, 3, { "3C2": "80" });
    expect(await text(section(3), "editor")).not.toContain("Dit is de helft");
  });

  test("never blocks: it is made ready and signed without a reason, and the signatory sees it", async () => {
    await fillIn(scene, 3, { "3C2": "40" });
    expect((await press(scene, CHECK, READY, "editor")).status).toBe(303);
    const page = await text(CHECK, "signatory");
    expect(page).toContain(`FTE. ${WARNING} Er is nog geen reden gegeven.`);
    expect((await press(scene, CHECK, SIGN, "signatory")).status).toBe(303);
  });
});

describe("a reason", () => {
  test("costs one round trip to look and two to give, and stands at the question and on the check page", async () => {
    const { response } = await giveReason();
    expect(scene.app.roundTrips()).toBe(2);
    expect(response.headers.get("location")).toMatch(/^\/vragenlijst\/2026\/sectie\/3\?.*#veld-3C2$/);
    expect(await stored()).toMatchObject([{ rule: "halved", revision: 1, text: WHY, personId: "editor" }]);
    scene.app.roundTrips();
    for (const path of [section(3), CHECK])
      expect(await text(path, "editor")).toContain(`Reden van Persoon editor, 21 november 2026: ${WHY}`);
    expect(scene.app.roundTrips()).toBe(2);
  });

  test("is about one answer: a next one asks again, and the old reason is not stored with it", async () => {
    const { fields } = await giveReason();
    await fillIn(scene, 3, { "3C2": "30" });
    expect(await text(section(3), "editor")).not.toContain(WHY);
    const late = await scene.app.post(REASON, { ...fields, reden: "Te laat" }, "editor");
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("Te laat");
    expect(await stored()).toMatchObject([{ text: WHY, revision: 1 }]);
  });

  test("can be said better or taken back, and twice the same is one", async () => {
    const { fields } = await giveReason();
    expect((await scene.app.post(REASON, { ...fields, reden: WHY }, "editor")).status).toBe(303);
    expect((await scene.app.post(REASON, { ...fields, reden: "Beter gezegd" }, "host")).status).toBe(303);
    expect(await stored()).toMatchObject([{ text: "Beter gezegd", personId: "host" }]);
    const empty = { ...fields, reden: "" };
    const takenBack = await scene.app.post(REASON, empty, "editor");
    expect(takenBack.headers.get("location")).toContain("melding=opgeslagen-");
    expect(await stored()).toEqual([]);
    const nothing = await scene.app.post(REASON, empty, "editor");
    expect(nothing.headers.get("location")).toContain("melding=ongewijzigd");
  });

  test("is not given where nothing looks odd, nor too long", async () => {
    await fillIn(scene, 3, { "3C2": "80" });
    const page = await scene.app.get(REASON, "editor");
    expect(textOf(await page.text())).toContain("Er valt nu niets op aan dit antwoord.");
    expect((await scene.app.post(REASON, { gezien: "1", reden: "x" }, "editor")).status).toBe(409);
    expect((await giveReason("lang ".repeat(120))).response.status).toBe(422);
    expect(await stored()).toEqual([]);
  });

  test.each([
    [null, 401],
    ["professional", 403],
    ["signatory", 403],
    ["monitoring", 403],
    ["bureau", 403],
  ] as const)("is not given by %s: %i", async (as, status) => {
    await fillIn(scene, 3, { "3C2": "40" });
    expect((await scene.app.post(REASON, { gezien: "1", reden: "x" }, as)).status).toBe(status);
    expect(await stored()).toEqual([]);
  });

  test("is given by the colleague who has the section, and by nobody elsewhere", async () => {
    await scene.db.insert(sectionAssignments).values({
      roundId: "round-2026",
      memberId: "lindestad",
      sectionId: "vorm-en-capaciteit",
      personId: "professional",
      assignedBy: "editor",
      assignedAt: TODAY,
    });
    expect((await giveReason(WHY, "professional")).response.status).toBe(303);
    expect((await scene.app.post(REASON, { gezien: "1", reden: "x" }, "otherEditor")).status).toBe(409);
    expect(await stored()).toMatchObject([{ personId: "professional", text: WHY }]);
  });

  test("stays with the answer when a signed response is opened again", async () => {
    await giveReason();
    await press(scene, CHECK, READY, "editor");
    await press(scene, CHECK, SIGN, "signatory");
    await press(scene, CHECK, REOPEN, "editor");
    expect(await stored()).toHaveLength(2);
  });
});

describe("the learning group", () => {
  test("reads reasons with signed answers only, and of facts only", async () => {
    await giveReason();
    expect(await text(ALL, "monitoring")).toContain(
      "Nog niemand gaf een reden bij een ondertekend antwoord.",
    );
    await press(scene, CHECK, READY, "editor");
    await press(scene, CHECK, SIGN, "signatory");
    scene.app.roundTrips();
    expect(await text(ALL, "monitoring")).toContain(`FTE gehalveerd Buurtkracht Lindestad ${WHY}`);
    expect(scene.app.roundTrips()).toBe(1);
  });

  test("does not even learn that an answer to a confidential question looked odd", async () => {
    await fillIn(scene, 6, { "4A1": "3" });
    const [given] = await scene.db.select().from(answerReasons);
    expect(given).toBeUndefined();
    const page = await scene.app.get(section(6), "editor");
    const responseId = formFields(await page.text(), section(6)).inzending?.[0] ?? "";
    await scene.db.insert(answerReasons).values({
      responseId,
      itemId: "item-4a1",
      rule: "none_beside_others",
      revision: 1,
      text: "Ons geheim",
      personId: "editor",
      at: TODAY,
    });
    await press(scene, CHECK, READY, "editor");
    await press(scene, CHECK, SIGN, "signatory");
    const words = await text(ALL, "monitoring");
    expect(words).toContain("Nog niemand gaf een reden bij een ondertekend antwoord.");
    for (const hidden of ["Ons geheim", "Lindestad", "Buurt versterken"]) expect(words).not.toContain(hidden);
  });

  test.each([
    [null, 401],
    ["editor", 403],
    ["bureau", 403],
  ] as const)("%s is not: %i", async (as, status) => {
    expect((await scene.app.get(ALL, as)).status).toBe(status);
  });
});
