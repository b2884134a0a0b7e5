import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answers, auditEntries, items, responses } from "../../db/schema/tables.ts";
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
  sentMail,
} from "../support/questionnaire-fixtures.ts";

const OWN = "/vragenlijst/2026/dubbel";
const BUREAU = "/bureau/rondes/2026/dubbel/lindestad";
const SECRET = "Wij zijn nieuwsgierig naar de aanpak van schulden.";
let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

/** Lindestad signed once; a second response is put beside it, as an import would, in this state. */
async function twice(state: "in_progress" | "signed" = "signed"): Promise<{ first: string; second: string }> {
  await fillIn(scene, 9, { "5A2": SECRET });
  await bringTo(scene, "signed");
  const [one] = await scene.db.select().from(responses);
  if (!one) throw new Error("Nothing was signed.");
  const second = "tweede".padEnd(20, "0");
  const isSigned = state === "signed";
  await scene.db.insert(responses).values({
    ...one,
    ...{ id: second, sequence: 2, state, signedAt: isSigned ? TODAY : null },
    reference: isSigned ? "2026-0002-1" : null,
  });
  const rows = await scene.db.select().from(answers).where(eq(answers.responseId, one.id));
  const locations = await scene.db.select().from(items).where(eq(items.concept, "3B1"));
  await scene.db.insert(answers).values(
    rows.map((row) => ({
      ...row,
      responseId: second,
      value: row.itemId === locations[0]?.id ? { number: 14 } : row.value,
    })),
  );
  return { first: one.id, second };
}

const standing = async () =>
  (await scene.db.select().from(responses).orderBy(asc(responses.sequence), asc(responses.version))).map(
    ({ sequence, version, state }) => `${sequence}.${version} ${state}`,
  );
const formOf = async (path: string, as: "editor" | "bureau") =>
  formFields(await (await scene.app.get(path, as)).text(), path);
const text = async (path: string, as: Parameters<Scene["app"]["get"]>[1]) =>
  textOf(await (await scene.app.get(path, as)).text());

describe("the organisation", () => {
  test("sees both side by side in one round trip, and hears of it at home", async () => {
    await twice();
    scene.app.roundTrips();
    const page = await text(OWN, "editor");
    expect(scene.app.roundTrips()).toBe(1);
    expect(page).toContain("1 vraag verschilt");
    expect(page).toMatch(/12 locaties[\s\S]*14 locaties/);
    expect(page).toContain(SECRET);
    expect(await text("/", "editor")).toContain("Jullie hebben twee inzendingen voor 2026");
    expect(await text("/", "bureau")).toContain("1 organisatie heeft twee inzendingen voor 2026");
    expect(await text("/", "otherEditor")).not.toContain("twee inzendingen");
  });

  test("chooses per question; the outcome keeps where it came from and counts once signed; twice is once", async () => {
    const { first, second } = await twice();
    const form = { ...(await formOf(OWN, "editor")), "kies-3B1": "eerste", actie: "samenvoegen" };
    scene.app.roundTrips();
    const sent = await scene.app.post(OWN, form, "editor");
    expect(scene.app.roundTrips()).toBe(2);
    expect(sent.headers.get("location")).toBe(`${CHECK}?melding=samengevoegd`);
    expect((await scene.app.post(OWN, form, "editor")).status).toBe(303);
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed", "2.2 in_progress"]);
    const [merged] = await scene.db.select().from(responses).where(eq(responses.version, 2));
    expect(merged?.mergesId).toBe(first);
    const rows = await scene.db
      .select({ concept: items.concept, value: answers.value, origin: answers.originResponseId })
      .from(answers)
      .innerJoin(items, eq(items.id, answers.itemId))
      .where(eq(answers.responseId, merged?.id ?? ""))
      .orderBy(asc(items.concept));
    expect(rows).toEqual([
      { concept: "3B1", value: { number: 12 }, origin: first },
      { concept: "5A2", value: { text: SECRET }, origin: second },
    ]);
    expect(await text(CHECK, "editor")).toContain("Wat anders is dan in versie 1");
    await press(scene, CHECK, READY, "editor");
    await press(scene, CHECK, SIGN, "signatory");
    expect(await standing()).toEqual(["1.1 superseded", "2.1 superseded", "2.2 signed"]);
    expect((await scene.app.get(OWN, "editor")).status).toBe(303);
    expect(await text("/vragenlijst/2026/versies/2-2", "editor")).toContain("Uit inzending 1");
    const log = await scene.db.select().from(auditEntries);
    expect(log.filter(({ action }) => action === "responses_merged")).toHaveLength(1);
  });

  test("must choose at every question that differs", async () => {
    await twice();
    const sent = await scene.app.post(
      OWN,
      { ...(await formOf(OWN, "editor")), actie: "samenvoegen" },
      "editor",
    );
    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain("Kies welk antwoord blijft.");
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed"]);
  });

  test("keeps the second whole: nothing has to be signed again", async () => {
    await twice();
    const form = { ...(await formOf(OWN, "editor")), actie: "houd-tweede" };
    expect((await scene.app.post(OWN, form, "editor")).status).toBe(303);
    expect(await standing()).toEqual(["1.1 superseded", "2.1 signed"]);
    expect(await text("/vragenlijst/2026", "editor")).toContain("Ingediend");
    expect(await text("/", "editor")).not.toContain("twee inzendingen");
  });

  test("keeps the first whole while the second was never signed; it stays the one that is worked on", async () => {
    await twice("in_progress");
    const form = { ...(await formOf(OWN, "editor")), actie: "houd-eerste" };
    expect((await scene.app.post(OWN, form, "editor")).status).toBe(303);
    expect(await standing()).toEqual(["1.1 signed", "2.1 superseded"]);
    expect(await text(CHECK, "editor")).toContain("Antwoorden van 2026");
    expect(await text(CHECK, "editor")).toContain("12 locaties");
  });

  test("keeps the first whole of two that are signed as a version that is signed again", async () => {
    await twice();
    await scene.app.post(OWN, { ...(await formOf(OWN, "editor")), actie: "houd-eerste" }, "editor");
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed", "2.2 in_progress"]);
    expect(await text(CHECK, "editor")).toContain("12 locaties");
  });

  test("that changed meanwhile is refused, and a form of another pair does nothing", async () => {
    await twice();
    const form = { ...(await formOf(OWN, "editor")), actie: "houd-tweede", eerste: "iets-anders" };
    expect((await scene.app.post(OWN, form, "editor")).status).toBe(409);
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed"]);
  });

  test.each([
    [null, 401],
    ["professional", 403],
    ["monitoring", 403],
    ["bureau", 403],
  ] as const)("is not %s: %d", async (as, status) => {
    await twice();
    expect((await scene.app.get(OWN, as)).status).toBe(status);
    const form = { ...(await formOf(OWN, "editor")), actie: "houd-tweede" };
    expect((await scene.app.post(OWN, form, as)).status).toBe(status);
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed"]);
  });

  test("of another member finds its own, which is one", async () => {
    await twice();
    const page = await scene.app.get(OWN, "otherEditor");
    expect(page.status).toBe(303);
    const form = { ...(await formOf(OWN, "editor")), actie: "houd-tweede" };
    expect((await scene.app.post(OWN, form, "otherEditor")).status).toBe(409);
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed"]);
  });
});

describe("the bureau", () => {
  test("sees facts and who made them, of opinions only how many differ; from the page of the round", async () => {
    await twice();
    expect(await (await scene.app.get("/bureau/rondes/2026", "bureau")).text()).toContain(BUREAU);
    scene.app.roundTrips();
    const page = await text(BUREAU, "bureau");
    expect(scene.app.roundTrips()).toBe(1);
    expect(page).toContain("14 locaties");
    expect(page).toContain("Persoon signatory");
    expect(page).not.toContain(SECRET);
    expect(page).toContain("Gelijk: 1. Verschillend: 0.");
  });

  test("keeps the second; the organisation hears it once", async () => {
    await twice();
    const form = { ...(await formOf(BUREAU, "bureau")), actie: "houd-tweede" };
    scene.app.roundTrips();
    expect((await scene.app.post(BUREAU, form, "bureau")).status).toBe(303);
    expect(scene.app.roundTrips()).toBe(2);
    await scene.app.post(BUREAU, form, "bureau");
    expect(await standing()).toEqual(["1.1 superseded", "2.1 signed"]);
    const mail = (await sentMail(scene.db)).filter(({ subject }) => subject.startsWith("Twee inzendingen"));
    expect(mail.map(({ toEmail }) => toEmail)).toEqual([
      "editor@proef.example",
      "host@proef.example",
      "signatory@proef.example",
    ]);
    expect(mail[0]?.text).not.toContain(SECRET);
  });

  test("keeps the first of two that are signed: the signatory is told, and may sign it at once", async () => {
    await twice();
    await scene.app.post(BUREAU, { ...(await formOf(BUREAU, "bureau")), actie: "houd-eerste" }, "bureau");
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed", "2.2 in_progress"]);
    const mail = (await sentMail(scene.db)).filter(({ subject }) => subject.startsWith("Twee inzendingen"));
    expect(mail.at(-1)).toMatchObject({ toEmail: "signatory@proef.example" });
    expect(mail.at(-1)?.text).toContain(CHECK);
    expect((await press(scene, CHECK, SIGN, "signatory")).status).toBe(303);
    expect(await standing()).toEqual(["1.1 superseded", "2.1 superseded", "2.2 signed"]);
  });

  test("asks the organisation, and changes nothing by it", async () => {
    await twice();
    await scene.app.post(BUREAU, { ...(await formOf(BUREAU, "bureau")), actie: "vraag" }, "bureau");
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed"]);
    const mail = (await sentMail(scene.db)).filter(({ subject }) => subject.startsWith("Twee inzendingen"));
    expect(mail[0]?.text).toContain(OWN);
  });

  test("cannot merge by question", async () => {
    await twice();
    const form = { ...(await formOf(BUREAU, "bureau")), "kies-3B1": "eerste", actie: "samenvoegen" };
    expect((await scene.app.post(BUREAU, form, "bureau")).status).toBe(404);
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed"]);
  });

  test.each([
    [null, 401],
    ["editor", 403],
    ["signatory", 403],
    ["monitoring", 403],
  ] as const)("is not %s: %d", async (as, status) => {
    await twice();
    const form = { ...(await formOf(BUREAU, "bureau")), actie: "houd-tweede" };
    expect((await scene.app.get(BUREAU, as)).status).toBe(status);
    expect((await scene.app.post(BUREAU, form, as)).status).toBe(status);
    expect(await standing()).toEqual(["1.1 signed", "2.1 signed"]);
  });
});
