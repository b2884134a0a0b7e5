import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { items, responses, rounds } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import {
  bringTo,
  CHECK,
  fillIn,
  formFields,
  openForm,
  openScene,
  press,
  READY,
  REOPEN,
  RESUME,
  type Scene,
  SIGN,
  section,
  sentMail,
  storedResponses,
} from "../support/questionnaire-fixtures.ts";
import { finishSections, RETURN, remind, returnForm, SECTIONS } from "../support/questionnaires-signing.ts";

const DAY = 86_400_000;
let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const mailTo = async (address: string) =>
  (await sentMail(scene.db)).filter(({ toEmail }) => toEmail === address);
const signatoryMail = () => mailTo("signatory@proef.example");

describe("when the last section is done", () => {
  test("asks in the two round trips of the save, and not again by the button", async () => {
    await finishSections(scene, SECTIONS.slice(0, 9));
    const fields = await openForm(scene, 10, "editor");
    scene.app.roundTrips();
    await scene.app.post(section(10), { ...fields, klaar: "ja", actie: "bewaren" }, "editor");
    expect(scene.app.roundTrips()).toBe(2);
    const [mail, ...more] = await signatoryMail();
    expect(more).toEqual([]);
    expect(mail?.noticeKind).toBe("signature");
    expect(mail?.text).toContain(CHECK);
    await press(scene, CHECK, READY, "editor");
    expect(await signatoryMail()).toHaveLength(1);
    expect(textOf(await (await scene.app.get("/", "signatory")).text())).toContain("ondertekenen");
  });

  test("is signed straight away; a change in between is refused", async () => {
    await finishSections(scene, SECTIONS);
    const signing = () => press(scene, CHECK, SIGN, "signatory");
    const html = await (await scene.app.get(CHECK, "signatory")).text();
    await fillIn(scene, 2, { "3B1": "7" });
    expect((await scene.app.post(SIGN, formFields(html, SIGN), "signatory")).status).toBe(409);
    expect((await signing()).status).toBe(303);
    expect((await storedResponses(scene.db)).map(({ state }) => state)).toEqual(["signed"]);
  });

  test("is over when a section is opened again; done again asks no second time", async () => {
    await finishSections(scene, SECTIONS);
    const fields = await openForm(scene, 3, "editor");
    const { klaar: _, ...open } = fields;
    await scene.app.post(section(3), { ...open, actie: "bewaren" }, "editor");
    expect((await storedResponses(scene.db))[0]?.askedAt).toBeNull();
    expect(await (await scene.app.get(CHECK, "signatory")).text()).not.toContain(`action="${SIGN}"`);
    await finishSections(scene, [3]);
    expect((await storedResponses(scene.db))[0]?.askedAt).toBe(TODAY);
    expect(await signatoryMail()).toHaveLength(1);
  });

  test("two colleagues who finish the last two at once ask once", async () => {
    await finishSections(scene, SECTIONS.slice(0, 8));
    const forms = await Promise.all([openForm(scene, 9, "editor"), openForm(scene, 10, "host")]);
    await Promise.all([
      scene.app.post(section(9), { ...forms[0], klaar: "ja", actie: "bewaren" }, "editor"),
      scene.app.post(section(10), { ...forms[1], klaar: "ja", actie: "bewaren" }, "host"),
    ]);
    expect((await storedResponses(scene.db))[0]?.askedAt).toBe(TODAY);
    expect(await signatoryMail()).toHaveLength(1);
  });
});

describe("after three days", () => {
  test("the signatory is asked once more, however often the clock comes by", async () => {
    await bringTo(scene, "ready");
    await remind(scene, TODAY + 3 * DAY - 1);
    expect(await signatoryMail()).toHaveLength(1);
    await Promise.all([remind(scene, TODAY + 3 * DAY), remind(scene, TODAY + 3 * DAY)]);
    await remind(scene, TODAY + 9 * DAY);
    const mail = await signatoryMail();
    expect(mail).toHaveLength(2);
    expect(mail.map(({ subject }) => subject)).toContain("Herinnering: onderteken de vragenlijst van 2026");
  });

  test.each([
    ["signed", (): Promise<unknown> => press(scene, CHECK, SIGN, "signatory"), 2],
    ["taken back", (): Promise<unknown> => press(scene, CHECK, RESUME, "editor"), 1],
    ["closed", async (): Promise<unknown> => scene.db.update(rounds).set({ state: "closed" }), 1],
  ] as const)("not when it was %s in between", async (_, between, mails) => {
    await bringTo(scene, "ready");
    await between();
    await remind(scene, TODAY + 4 * DAY);
    // Signing sends the copy; a second request leaves in none of these.
    expect(await signatoryMail()).toHaveLength(mails);
    expect((await signatoryMail()).some(({ subject }) => subject.startsWith("Herinnering"))).toBe(false);
  });
});

describe("the copy", () => {
  test("holds every answer in words, and in a next version what is different", async () => {
    await fillIn(scene, 2, { "3B1": "12" });
    await press(scene, CHECK, READY, "editor");
    await press(scene, CHECK, SIGN, "signatory");
    const copy = (await signatoryMail()).find(({ subject }) => subject.includes("ingediend"));
    expect(copy?.text).toMatch(/Hoeveel fysieke locaties[^\n]*\n12 /);
    expect(copy?.text).not.toContain("anders dan in de versie ervoor");
    await press(scene, CHECK, REOPEN, "editor");
    await fillIn(scene, 2, { "3B1": "14" });
    await press(scene, CHECK, READY, "editor");
    await press(scene, CHECK, SIGN, "signatory");
    const copies = (await signatoryMail()).filter(({ subject }) => subject.includes("ingediend"));
    expect(copies.some(({ text }) => /Was: 12 [^\n]*\nNu: 14 /.test(text))).toBe(true);
    const receipt = textOf(await (await scene.app.get("/vragenlijst/2026/bevestiging", "editor")).text());
    expect(receipt).toContain("Wat anders is dan in versie 1");
    const [first] = await scene.db.select().from(responses).where(eq(responses.version, 1));
    expect(first?.state).toBe("superseded");
  });
});

test("the check page counts a question with nothing but an explanation as not filled in", async () => {
  await fillIn(scene, 3, { "3C2-toelichting": "Dat zoeken we nog uit.", "3C1": ["foundation"] });
  const all = await scene.db.$count(items);
  const page = textOf(await (await scene.app.get(CHECK, "signatory")).text());
  expect(page).toContain(`${all - 1} vragen zijn niet ingevuld.`);
  expect(page).toContain("Dat zoeken we nog uit.");
});

test("the task list says to each what that person can do, and forgets what came back once it is signed", async () => {
  await bringTo(scene, "ready");
  await scene.app.post(RETURN, await returnForm(scene, { "3B1": "Klopt dit?" }), "signatory");
  const tasks = async (as: "editor" | "signatory") =>
    textOf(await (await scene.app.get("/vragenlijst/2026", as)).text());
  expect(await tasks("editor")).toContain("De tekenaar stuurde 1 vraag terug");
  await finishSections(scene, SECTIONS);
  expect(await tasks("editor")).toContain("De tekenaar kan de antwoorden lezen en indienen.");
  const own = await tasks("signatory");
  expect(own).toContain("Jij kunt de antwoorden lezen en indienen.");
  expect(own).not.toContain("Jij kunt meelezen.");
  await press(scene, CHECK, SIGN, "signatory");
  expect(await tasks("editor")).not.toContain("stuurde 1 vraag terug");
  await press(scene, CHECK, REOPEN, "editor");
  expect(await tasks("editor")).toContain("Controleer de antwoorden en meld het de tekenaar.");
});
