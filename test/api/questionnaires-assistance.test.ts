import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { assistances, associationRoles, auditEntries, questionNotes } from "../../db/schema/tables.ts";
import { type Fields, textOf } from "../support/app.ts";
import { type CastKey, TODAY } from "../support/cast.ts";
import {
  bringTo,
  CHECK,
  fillIn,
  formFields,
  openScene,
  type Scene,
  SIGN,
  section,
  sentMail,
  storedAnswers,
} from "../support/questionnaire-fixtures.ts";

const START = "/bureau/rondes/2026/namens";
const HOUR = 3_600_000;
const WORDS = { beller: "Mira Doe, manager", akkoord: "Ik mag deel 3 invullen en lezen." };
let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const form = async (changes: Fields = {}): Promise<Fields> => ({
  ...formFields(await (await scene.app.get(START, "bureau")).text(), START),
  ...WORDS,
  lid: "lindestad",
  ...changes,
});

/** Begins, and gives the address of a section within it. */
async function begin() {
  const sent = await scene.app.post(START, await form(), "bureau");
  const page = sent.headers.get("location") ?? "";
  const id = page.split("/").at(-1) ?? "";
  return { id, page, at: (position: number) => `${section(position)}?namens=${id}` };
}

const audit = async (action: string) =>
  (await scene.db.select().from(auditEntries).orderBy(asc(auditEntries.at))).filter(
    (row) => row.action === action,
  );

describe("beginning", () => {
  test("keeps who calls and what was agreed, tells the editors, and is noted without either; twice is once", async () => {
    const fields = await form();
    scene.app.roundTrips();
    const sent = await scene.app.post(START, fields, "bureau");
    expect(scene.app.roundTrips()).toBe(2);
    expect(sent.status).toBe(303);
    expect((await scene.app.post(START, fields, "bureau")).headers.get("location")).toBe(
      sent.headers.get("location"),
    );
    expect(await scene.db.select().from(assistances)).toMatchObject([
      {
        memberId: "lindestad",
        helperId: "bureau",
        caller: WORDS.beller,
        consentNote: WORDS.akkoord,
        endsAt: TODAY + 4 * HOUR,
        endedAt: null,
      },
    ]);
    const mail = await sentMail(scene.db);
    expect(mail.map(({ toEmail }) => toEmail)).toEqual(["editor@proef.example", "host@proef.example"]);
    expect(mail[0]?.text).toContain(WORDS.beller);
    const [entry, ...more] = await audit("assistance_started");
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ memberId: "lindestad", personId: "bureau" });
    expect(JSON.stringify(entry)).not.toContain("Mira");
  });

  test.each([
    [{ beller: "" }, "Schrijf wie je aan de telefoon hebt"],
    [{ akkoord: "ja" }, "Schrijf in een zin waar de beller mee akkoord ging."],
    [{ lid: "niemand" }, "Kies het lid dat je aan de telefoon hebt."],
  ] as [Fields, string][])("with %j keeps what was typed", async (changes, sentence) => {
    const sent = await scene.app.post(
      START,
      await form({ akkoord: "Twee secties samen.", ...changes }),
      "bureau",
    );
    expect(sent.status).toBe(422);
    const html = await sent.text();
    expect(html).toContain(sentence);
    expect(await scene.db.select().from(assistances)).toEqual([]);
  });

  test.each([
    [null, 401],
    ["professional", 403],
    ["editor", 403],
    ["signatory", 403],
    ["monitoring", 403],
  ] as const)("by %s is %d", async (as, status) => {
    const fields = await form();
    expect((await scene.app.get(START, as)).status).toBe(status);
    expect((await scene.app.post(START, fields, as)).status).toBe(status);
    expect(await scene.db.select().from(assistances)).toEqual([]);
  });
});

describe("filling in", () => {
  test("works in the section of the member, says so, and keeps who typed and how", async () => {
    const { at, page } = await begin();
    scene.app.roundTrips();
    const html = await (await scene.app.get(at(2), "bureau")).text();
    expect(scene.app.roundTrips()).toBe(1);
    expect(textOf(html)).toContain("Je vult in namens Buurtkracht Lindestad, telefonisch");
    const fields = formFields(html, at(2));
    const saved = await scene.app.post(at(2), { ...fields, "3B1": "12", actie: "bewaren" }, "bureau");
    expect(scene.app.roundTrips()).toBe(2);
    expect(saved.status).toBe(303);
    expect(saved.headers.get("location")).toContain(page);
    expect(await storedAnswers(scene.db)).toMatchObject([
      { concept: "3B1", source: "assisted", savedBy: "bureau" },
    ]);
    for (const path of [section(2), CHECK])
      expect(textOf(await (await scene.app.get(path, "editor")).text()).toLowerCase()).toContain(
        "ingevuld door het bureau, telefonisch",
      );
  });

  test("a colleague who was first is shown beside it, and the choice stays within the assistance", async () => {
    const { at } = await begin();
    const fields = formFields(await (await scene.app.get(at(2), "bureau")).text(), at(2));
    await fillIn(scene, 2, { "3B1": "7" });
    const both = await scene.app.post(at(2), { ...fields, "3B1": "9" }, "bureau");
    expect(both.status).toBe(409);
    const choice = { ...formFields(await both.text(), at(2)), "3B1-keuze": "mijn" };
    expect((await scene.app.post(at(2), choice, "bureau")).status).toBe(303);
    expect(await storedAnswers(scene.db)).toMatchObject([{ value: { number: 9 }, source: "assisted" }]);
  });

  test("each section that is opened stands in the log; the list of sections shows no answer", async () => {
    await fillIn(scene, 2, { "3B1": "1234" });
    const { at, page } = await begin();
    const list = textOf(await (await scene.app.get(page, "bureau")).text());
    expect(list).toContain("1 van");
    expect(list).not.toContain("1.234");
    expect(await audit("assisted_section_read")).toEqual([]);
    await scene.app.get(at(2), "bureau");
    await scene.app.get(at(3), "bureau");
    expect(await audit("assisted_section_read")).toMatchObject([
      { memberId: "lindestad", personId: "bureau" },
      { memberId: "lindestad" },
    ]);
  });

  test("reads no notes of colleagues, signs nothing and sees no other page of the member", async () => {
    await bringTo(scene, "in_progress");
    const [one] = await storedAnswers(scene.db);
    expect(one).toBeDefined();
    const { id, at } = await begin();
    for (const path of [CHECK, "/vragenlijst/2026", "/vragenlijst/2026/afdruk", "/vragenlijst/2026/versies"])
      expect((await scene.app.get(`${path}?namens=${id}`, "bureau")).status).toBe(403);
    expect((await scene.app.post(`${SIGN}?namens=${id}`, { inzending: "x" }, "bureau")).status).toBe(403);
    const html = await (await scene.app.get(at(2), "bureau")).text();
    expect(html).not.toContain("notitie");
    expect(await scene.db.select().from(questionNotes)).toEqual([]);
  });

  test("of what is ready or signed is over, and shows nothing", async () => {
    await bringTo(scene, "ready");
    const { at, page } = await begin();
    expect((await scene.app.get(at(2), "bureau")).status).toBe(409);
    expect(textOf(await (await scene.app.get(page, "bureau")).text())).toContain(
      "staan klaar of zijn ingediend",
    );
  });

  test.each(["professional", "editor", "monitoring", "otherEditor"] as CastKey[])(
    "is nobody else's: %s",
    async (as) => {
      const { at, page } = await begin();
      const answer = await scene.app.get(at(2), as);
      expect(answer.status).toBe(403);
      expect((await scene.app.get(page, as)).status).toBe(403);
      expect(await audit("assisted_section_read")).toEqual([]);
    },
  );

  test("is the helper's own: another of the bureau cannot go on with it", async () => {
    await scene.db
      .insert(associationRoles)
      .values({ personId: "monitoring", role: "bureau", grantedAt: TODAY });
    const { at, page } = await begin();
    expect((await scene.app.get(at(2), "monitoring")).status).toBe(409);
    expect((await scene.app.get(page, "monitoring")).status).toBe(409);
  });
});

describe("ending", () => {
  test("by the button, once, and by itself after four hours, with what was typed kept", async () => {
    const { at, id, page } = await begin();
    const fields = formFields(await (await scene.app.get(at(2), "bureau")).text(), at(2));
    scene.app.setNow(TODAY + 4 * HOUR);
    const late = await scene.app.post(at(2), { ...fields, "3B1": "77", actie: "bewaren" }, "bureau");
    expect(late.status).toBe(409);
    expect(textOf(await late.text())).toContain("afgelopen");
    expect((await scene.app.get(page, "bureau")).status).toBe(409);
    expect(await storedAnswers(scene.db)).toEqual([]);
    scene.app.setNow(TODAY + HOUR);
    for (let twice = 0; twice < 2; twice++)
      expect((await scene.app.post(`${START}/${id}/einde`, {}, "bureau")).status).toBe(303);
    expect(await audit("assistance_ended")).toHaveLength(1);
    const [row] = await scene.db.select().from(assistances).where(eq(assistances.id, id));
    expect(row?.endedAt).toBe(TODAY + HOUR);
    expect((await scene.app.get(at(2), "bureau")).status).toBe(409);
  });
});
