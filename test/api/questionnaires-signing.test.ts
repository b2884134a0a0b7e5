import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries, memberships } from "../../db/schema/tables.ts";
import { startApp, textOf } from "../support/app.ts";
import { type CastKey, TODAY } from "../support/cast.ts";
import {
  bringTo,
  CHECK,
  fillIn,
  formFields,
  openScene,
  press,
  READY,
  REOPEN,
  RESUME,
  type Scene,
  SIGN,
  sentMail,
  storedAnswers,
  storedResponses,
} from "../support/questionnaire-fixtures.ts";
import { TEST_SETTINGS } from "../support/settings.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const states = async () =>
  (await storedResponses(scene.db)).map(({ version, state }) => `${version} ${state}`);
const formOn = async (action: string, as: CastKey) =>
  formFields(await (await scene.app.get(CHECK, as)).text(), action);

describe("made ready", () => {
  test("asks each signatory by mail, once, in two round trips", async () => {
    await scene.db
      .insert(memberships)
      .values({ personId: "professional", memberId: "lindestad", role: "signatory", grantedAt: TODAY });
    await bringTo(scene, "in_progress");
    const form = await formOn(READY, "editor");
    scene.app.roundTrips();
    const [one, two] = await Promise.all([
      scene.app.post(READY, form, "editor"),
      scene.app.post(READY, form, "editor"),
    ]);
    expect(scene.app.roundTrips()).toBeLessThanOrEqual(4);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect((await scene.app.post(READY, form, "host")).status).toBe(303);
    expect(await states()).toEqual(["1 ready"]);
    const mail = await sentMail(scene.db);
    expect(mail.map(({ toEmail }) => toEmail)).toEqual([
      "professional@proef.example",
      "signatory@proef.example",
    ]);
    expect(mail[0]?.subject.length).toBeLessThan(60);
    expect(mail[0]?.text).toContain(`http://localhost${CHECK}`);
    const entries = await scene.db.select().from(auditEntries);
    expect(entries.filter(({ action }) => action === "response_made_ready")).toHaveLength(1);
  });

  test("may be taken back by editor and signatory, and says so", async () => {
    await bringTo(scene, "ready");
    expect((await press(scene, CHECK, RESUME, "signatory")).headers.get("location")).toContain("hervat");
    expect(await states()).toEqual(["1 in_progress"]);
    await press(scene, CHECK, READY, "editor");
    const form = formFields(await (await scene.app.get("/vragenlijst/2026", "editor")).text(), RESUME);
    for (let click = 0; click < 2; click++)
      expect((await scene.app.post(RESUME, form, "editor")).status).toBe(303);
    expect(await states()).toEqual(["1 in_progress"]);
    const entries = await scene.db.select().from(auditEntries);
    const resumed = entries.filter(({ action }) => action === "response_resumed");
    expect(resumed.map(({ personId }) => personId)).toEqual(["signatory", "editor"]);
    expect((await fillIn(scene, 2, { "3B1": "13" })).status).toBe(303);
  });
});

describe("signed", () => {
  test("gets a number, a confirmation and a copy by mail, in two round trips", async () => {
    await bringTo(scene, "ready");
    const form = await formOn(SIGN, "signatory");
    scene.app.roundTrips();
    const signed = await scene.app.post(SIGN, form, "signatory");
    expect(scene.app.roundTrips()).toBe(2);
    expect(signed.headers.get("location")).toBe("/vragenlijst/2026/bevestiging");
    expect(await storedResponses(scene.db)).toMatchObject([
      { state: "signed", signedBy: "signatory", signedAt: TODAY, reference: "2026-0001-1" },
    ]);
    const receipt = textOf(await (await scene.app.get("/vragenlijst/2026/bevestiging", "signatory")).text());
    for (const words of [
      "2026-0001-1",
      "zaterdag 21 november 2026, 12.00 uur",
      "Persoon signatory",
      "Wat gebeurt er nu?",
    ])
      expect(receipt).toContain(words);
    const copy = (await sentMail(scene.db)).find(({ subject }) => subject.includes("ingediend"));
    expect(copy).toMatchObject({ toEmail: "signatory@proef.example" });
    expect(copy?.text).toContain("Nummer: 2026-0001-1");
    expect(copy?.html).toContain("2026-0001-1");
  });

  test("sent twice is signed and mailed once", async () => {
    await bringTo(scene, "ready");
    const form = await formOn(SIGN, "signatory");
    const all = await Promise.all([1, 2, 3].map(() => scene.app.post(SIGN, form, "signatory")));
    const later = await scene.app.post(SIGN, form, "signatory");
    expect([...all, later].map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    const mail = (await sentMail(scene.db)).filter(({ subject }) => subject.includes("ingediend"));
    expect(mail).toHaveLength(1);
    const entries = await scene.db.select().from(auditEntries);
    expect(entries.filter(({ action }) => action === "response_signed")).toHaveLength(1);
  });

  test("numbers count on within the round, each once", async () => {
    await bringTo(scene, "signed");
    await fillIn(scene, 2, { "3B1": "3" }, "otherEditor");
    await press(scene, CHECK, READY, "otherEditor");
    await press(scene, CHECK, SIGN, "otherSignatory");
    const numbers = (await storedResponses(scene.db)).map(({ reference }) => reference);
    expect(numbers).toEqual(["2026-0001-1", "2026-0002-1"]);
  });

  test("is refused when something changed since it was read", async () => {
    await bringTo(scene, "ready");
    const form = await formOn(SIGN, "signatory");
    await press(scene, CHECK, RESUME, "editor");
    await fillIn(scene, 2, { "3B1": "13" });
    scene.app.setNow(TODAY + 60_000);
    await press(scene, CHECK, READY, "editor");
    const refused = await scene.app.post(SIGN, form, "signatory");
    expect(refused.status).toBe(409);
    expect(await refused.text()).toMatch(/nog iets gewijzigd[\s\S]*href="[^"]*\/controle"/);
    expect(await states()).toEqual(["1 ready"]);
    expect((await scene.app.post(SIGN, { ...form, gezien: "alles" }, "signatory")).status).toBe(409);
    expect(await sentMail(scene.db)).toHaveLength(1);
  });
});

describe("reopened", () => {
  test("is a next version with all answers and their history; the first keeps counting until the second is signed", async () => {
    await bringTo(scene, "signed");
    scene.app.setNow(TODAY + 60_000);
    const form = formFields(await (await scene.app.get(CHECK, "editor")).text(), REOPEN);
    scene.app.roundTrips();
    const all = await Promise.all([1, 2].map(() => scene.app.post(REOPEN, form, "editor")));
    expect(scene.app.roundTrips()).toBeLessThanOrEqual(4);
    expect(all.map(({ status }) => status)).toEqual([303, 303]);
    expect((await scene.app.post(REOPEN, form, "editor")).status).toBe(303);
    expect(await states()).toEqual(["1 signed", "2 in_progress"]);
    expect(await storedAnswers(scene.db)).toMatchObject([
      { concept: "3B1", revision: 1, value: { number: 12 }, savedBy: "editor" },
      { concept: "3B1", revision: 1, value: { number: 12 }, savedBy: "editor" },
    ]);

    await fillIn(scene, 2, { "3B1": "14" });
    const check = textOf(await (await scene.app.get(CHECK, "signatory")).text());
    expect(check).toMatch(/Wat anders is dan in versie 1 .*Aantal locaties 12 locaties 14 locaties/);
    await press(scene, CHECK, READY, "editor");
    await press(scene, CHECK, SIGN, "signatory");
    expect(await states()).toEqual(["1 superseded", "2 signed"]);
    const numbers = (await storedResponses(scene.db)).map(({ reference }) => reference);
    expect(numbers).toEqual(["2026-0001-1", "2026-0001-2"]);
    expect((await sentMail(scene.db)).filter(({ subject }) => subject.includes("ingediend"))).toHaveLength(2);
  });

  test("twice by two people from two pages makes one version; the second hears it", async () => {
    await bringTo(scene, "signed");
    const one = formFields(await (await scene.app.get(CHECK, "editor")).text(), REOPEN);
    const two = formFields(await (await scene.app.get(CHECK, "host")).text(), REOPEN);
    expect((await scene.app.post(REOPEN, one, "editor")).status).toBe(303);
    expect((await scene.app.post(REOPEN, two, "host")).status).toBe(409);
    expect(await states()).toEqual(["1 signed", "2 in_progress"]);
  });
});

describe("who may do what, when", () => {
  const ROLES = [
    "professional",
    "editor",
    "signatory",
    "otherEditor",
    "otherSignatory",
    "monitoring",
    "bureau",
  ] as const;
  type Expected = Partial<Record<(typeof ROLES)[number] | "else", number>>;
  /** Status of a form that is right in all but its sender and its moment. */
  const table: [string, "in_progress" | "ready" | "signed", Expected][] = [
    [READY, "in_progress", { editor: 303, else: 403, otherEditor: 409 }],
    [READY, "signed", { editor: 409, else: 403, otherEditor: 409 }],
    [RESUME, "ready", { editor: 303, signatory: 303, else: 403, otherEditor: 409, otherSignatory: 409 }],
    [RESUME, "signed", { editor: 409, signatory: 409, else: 403, otherEditor: 409, otherSignatory: 409 }],
    [SIGN, "ready", { signatory: 303, else: 403, otherSignatory: 409 }],
    [SIGN, "in_progress", { signatory: 409, else: 403, otherSignatory: 409 }],
    [REOPEN, "signed", { editor: 303, signatory: 303, else: 403, otherEditor: 409, otherSignatory: 409 }],
    [REOPEN, "ready", { editor: 409, signatory: 409, else: 403, otherEditor: 409, otherSignatory: 409 }],
  ];

  test.each(table)("%s of a response that is %s", async (action, state, expected) => {
    for (const as of ROLES) {
      await scene.close();
      scene = await openScene();
      await bringTo(scene, state);
      const [ours] = await storedResponses(scene.db);
      const form = {
        inzending: ours?.id ?? "",
        nieuw: "n".repeat(20),
        gezien: `${ours?.readyAt ?? 0}-1`,
      };
      const before = await states();
      const answer = await scene.app.post(action, form, as);
      expect([as, answer.status]).toEqual([as, expected[as] ?? expected.else]);
      if (answer.status !== 303) expect(await states()).toEqual(before);
    }
  });

  test.each([READY, RESUME, SIGN, REOPEN])("%s asks a stranger to sign in", async (action) => {
    await bringTo(scene, "ready");
    expect((await scene.app.post(action, {}, null)).status).toBe(401);
  });

  test.each([
    [READY, "in_progress"],
    [SIGN, "ready"],
    [REOPEN, "signed"],
    [RESUME, "ready"],
  ] as const)("%s is over once the round is closed", async (action, state) => {
    await bringTo(scene, state);
    const as = action === SIGN ? "signatory" : "editor";
    const form = await formOn(action, as);
    scene.app.setNow(Date.parse("2026-12-20T12:00:00Z"));
    const refused = await scene.app.post(action, form, as);
    expect(refused.status).toBe(409);
    expect(textOf(await refused.text())).toContain("Deze ronde is gesloten");
  });

  test("nothing that was not saved can be made ready", async () => {
    expect((await scene.app.post(READY, { inzending: "0".repeat(20) }, "editor")).status).toBe(409);
  });
});

test("mail leads to the address of the request where no setting names one", async () => {
  const app = startApp(scene.db, { settings: { ...TEST_SETTINGS, origin: null } });
  const nameless = { ...scene, app };
  await bringTo(nameless, "signed");
  const texts = (await sentMail(scene.db)).map(({ text }) => text);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain(`\nhttp://localhost${CHECK}`);
  expect(texts[1]).toContain("\nhttp://localhost/vragenlijst/2026/bevestiging");
});
