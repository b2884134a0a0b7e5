import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries, sectionAssignments, sections } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import {
  bringTo,
  CHECK,
  fillIn,
  formFields,
  openScene,
  press,
  READY,
  type Scene,
  SIGN,
  section,
  sentMail,
  storedResponses,
} from "../support/questionnaire-fixtures.ts";
import {
  doneSections,
  finishSections,
  RETURN,
  RETURNED,
  returnForm,
  SECTIONS,
  storedReturns,
} from "../support/questionnaires-signing.ts";

const REASON = "Wij hebben er sinds mei dertien.";
let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const text = async (path: string, as: Parameters<Scene["app"]["get"]>[1]) =>
  textOf(await (await scene.app.get(path, as)).text());

async function sendBack(reasons: Record<string, string> = { "3B1": REASON }) {
  await bringTo(scene, "ready");
  return scene.app.post(RETURN, await returnForm(scene, reasons), "signatory");
}

describe("sending back", () => {
  test("opens the answers again and keeps each reason, in two round trips; twice is once", async () => {
    await bringTo(scene, "ready");
    const form = await returnForm(scene, { "3B1": REASON, "5A2": "Hier ontbreekt een voorbeeld." });
    scene.app.roundTrips();
    const sent = await scene.app.post(RETURN, form, "signatory");
    expect(scene.app.roundTrips()).toBe(2);
    expect(sent.headers.get("location")).toContain("melding=teruggestuurd");
    expect((await scene.app.post(RETURN, form, "signatory")).status).toBe(303);
    expect(await storedReturns(scene.db)).toMatchObject([
      { reason: REASON, returnedBy: "signatory", answerRevision: 1, resolvedAt: null },
      { reason: "Hier ontbreekt een voorbeeld.", answerRevision: 0 },
    ]);
    expect(await storedResponses(scene.db)).toMatchObject([{ state: "in_progress", askedAt: null }]);
    const entries = await scene.db.select().from(auditEntries);
    expect(entries.filter(({ action }) => action === "response_returned")).toHaveLength(1);
  });

  test("tells editors which sections, and a colleague of the own ones only; never answers or reasons", async () => {
    await bringTo(scene, "ready");
    const [{ roundId } = { roundId: "" }] = await storedResponses(scene.db);
    const [concerned] = await scene.db.select().from(sections).where(eq(sections.position, 9));
    const [left] = await scene.db.select().from(sections).where(eq(sections.position, 3));
    for (const [personId, given] of [
      ["professional", concerned],
      ["otherEditor", left],
    ] as const)
      await scene.db
        .insert(sectionAssignments)
        .values({ roundId, memberId: "lindestad", personId, assignedAt: TODAY, sectionId: given?.id ?? "" });
    const reasons = { "3B1": REASON, "5A2": REASON };
    await scene.app.post(RETURN, await returnForm(scene, reasons), "signatory");
    const mail = (await sentMail(scene.db)).filter(({ subject }) => subject.includes("kwam terug"));
    expect(
      mail.map(({ toEmail, text: words }) => [toEmail, words.match(/Kijk opnieuw naar .*/)?.[0]]),
    ).toEqual([
      ["editor@proef.example", "Kijk opnieuw naar Locaties (1 vraag) en Thema's en visite (1 vraag)."],
      ["host@proef.example", "Kijk opnieuw naar Locaties (1 vraag) en Thema's en visite (1 vraag)."],
      ["professional@proef.example", "Kijk opnieuw naar Thema's en visite (1 vraag)."],
    ]);
    for (const { text: words, noticeKind } of mail) {
      expect(words).not.toContain(REASON);
      expect(noticeKind).toBe("signature");
    }
  });

  test("takes the mark off the sections it touches, so that finishing them asks the signatory again", async () => {
    await finishSections(scene, SECTIONS);
    await scene.app.post(RETURN, await returnForm(scene, { "3B1": REASON }), "signatory");
    expect(await doneSections(scene.db)).toHaveLength(9);
    await finishSections(scene, [2]);
    const asked = (await sentMail(scene.db)).filter(({ subject }) => subject.includes("te ondertekenen"));
    expect(asked).toHaveLength(2);
  });

  test("without a reason, or with one that is too long, keeps what was typed", async () => {
    const empty = await sendBack({});
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("Schrijf bij minstens één vraag wat er niet klopt.");
    const long = await scene.app.post(
      RETURN,
      await returnForm(scene, { "3B1": "x".repeat(1001), "3C2": "Kort." }),
      "signatory",
    );
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("Kort.");
    expect(await storedReturns(scene.db)).toEqual([]);
  });

  test("of what changed meanwhile is refused with what was typed", async () => {
    await finishSections(scene, SECTIONS);
    const form = await returnForm(scene, { "3B1": REASON });
    await fillIn(scene, 2, { "3B1": "13" });
    const late = await scene.app.post(RETURN, form, "signatory");
    expect(late.status).toBe(409);
    expect(await late.text()).toContain(REASON);
    expect(await storedReturns(scene.db)).toEqual([]);
  });

  test.each([
    [null, 401],
    ["professional", 403],
    ["editor", 403],
    ["host", 403],
    ["monitoring", 403],
    ["bureau", 403],
    ["otherSignatory", 409],
    ["otherEditor", 403],
  ] as const)("by %s is %d", async (as, status) => {
    await bringTo(scene, "ready");
    const form = await returnForm(scene, { "3B1": REASON });
    expect((await scene.app.post(RETURN, form, as)).status).toBe(status);
    expect((await scene.app.get(RETURN, as)).status).toBe(status);
    expect(await storedReturns(scene.db)).toEqual([]);
  });

  test("what is not ready yet, or signed already, cannot be sent back", async () => {
    await bringTo(scene, "in_progress");
    expect((await scene.app.get(RETURN, "signatory")).status).toBe(409);
    await press(scene, CHECK, READY, "editor");
    await press(scene, CHECK, SIGN, "signatory");
    expect((await scene.app.get(RETURN, "signatory")).status).toBe(409);
  });
});

describe("what came back", () => {
  const answer = async (remark: string, as: Parameters<Scene["app"]["get"]>[1] = "editor") => {
    const [one] = await storedReturns(scene.db);
    const html = await (await scene.app.get(RETURNED, "editor")).text();
    const action = `${RETURNED}/${one?.id}`;
    return scene.app.post(action, { ...formFields(html, action), [`opmerking-${one?.id}`]: remark }, as);
  };

  test("stands at the question, on the task list and at home, until the answer changes", async () => {
    await sendBack();
    for (const path of [section(2), RETURNED]) {
      scene.app.roundTrips();
      expect(await text(path, "editor")).toContain(REASON);
      expect(scene.app.roundTrips()).toBe(1);
    }
    expect(await text("/vragenlijst/2026", "editor")).toContain("stuurde 1 vraag terug");
    expect(await text("/", "editor")).toContain("1 vraag kwam terug van de tekenaar");
    await fillIn(scene, 2, { "3B1": "13" });
    expect(await text(section(2), "editor")).not.toContain(REASON);
    expect(await text("/vragenlijst/2026", "editor")).not.toContain("stuurde 1 vraag terug");
    expect(await text(CHECK, "signatory")).toContain("Het antwoord is gewijzigd door Persoon editor");
  });

  test("may stay with a remark, which the signatory reads; the same twice is harmless", async () => {
    await sendBack();
    expect((await answer("Het derde pand is nog niet open.")).status).toBe(303);
    const [one] = await storedReturns(scene.db);
    const again = { inzending: one?.responseId ?? "", [`opmerking-${one?.id}`]: one?.remark ?? "" };
    expect((await scene.app.post(`${RETURNED}/${one?.id}`, again, "editor")).status).toBe(303);
    expect(one).toMatchObject({ remark: "Het derde pand is nog niet open.", resolvedBy: "editor" });
    const other = { ...again, [`opmerking-${one?.id}`]: "Iets anders." };
    expect((await scene.app.post(`${RETURNED}/${one?.id}`, other, "host")).status).toBe(409);
    await press(scene, CHECK, READY, "editor");
    expect(await text(CHECK, "signatory")).toContain("Het derde pand is nog niet open.");
  });

  test("needs words", async () => {
    await sendBack();
    const short = await answer("ok");
    expect(short.status).toBe(422);
    expect(await short.text()).toContain("Schrijf in een zin waarom het antwoord zo blijft.");
  });

  test.each([
    [null, 401],
    ["professional", 403],
    ["signatory", 403],
    ["bureau", 403],
    ["monitoring", 403],
    ["otherEditor", 404],
  ] as const)("is not answered by %s: %d", async (as, status) => {
    await sendBack();
    expect((await answer("Dit klopt gewoon.", as)).status).toBe(status);
    expect((await storedReturns(scene.db))[0]?.resolvedAt).toBeNull();
  });

  test("is empty for who never got anything back", async () => {
    await bringTo(scene, "in_progress");
    expect(await text(RETURNED, "editor")).toContain("stuurde niets terug");
    expect((await scene.app.get(RETURNED, "otherEditor")).status).toBe(404);
  });
});
