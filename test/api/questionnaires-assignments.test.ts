import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries, memberships, outbox, people, sectionAssignments } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import type { CastKey } from "../support/cast.ts";
import {
  bringTo,
  CHECK,
  formFields,
  openScene,
  press,
  READY,
  type Scene,
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

describe("giving a section to a colleague", () => {
  test("costs one round trip to look and two to do, and mails what is asked until when", async () => {
    scene.app.roundTrips();
    const html = await (await scene.app.get(PAGE, "editor")).text();
    expect(scene.app.roundTrips()).toBe(1);
    const given = await scene.app.post(
      PAGE,
      {
        ...formFields(html, PAGE),
        collega: "professional",
        voor: "2026-12-01",
        bericht: "Jij weet dit beter.",
      },
      "editor",
    );
    expect(scene.app.roundTrips()).toBe(2);
    expect(given.headers.get("location")).toBe(`${PAGE}?melding=gegeven`);
    expect(await assigned()).toMatchObject([
      { sectionId: "locaties", memberId: "lindestad", personId: "professional", assignedBy: "editor" },
    ]);
    const [mail] = await mails();
    expect(mail).toMatchObject({ toEmail: "professional@proef.example", subject: "Vul jij 'Locaties' in?" });
    expect(mail?.text).toContain("2 vragen, ongeveer 3 minuten");
    expect(mail?.text).toContain("dinsdag 1 december 2026");
    expect(mail?.text).toContain("Jij weet dit beter.");
    expect(mail?.text).toContain("/vragenlijst/2026/sectie/2");
    const log = await scene.db.select().from(auditEntries).where(eq(auditEntries.action, "section_assigned"));
    expect(log).toMatchObject([{ personId: "editor", memberId: "lindestad", subject: "2026/locaties" }]);
  });

  test("the task list tells who is on what", async () => {
    await give({ collega: "professional", voor: "2026-12-01" });
    const text = textOf(await (await scene.app.get(TASKS, "signatory")).text());
    expect(text).toContain("Persoon professional vult dit in, graag klaar op 1 december 2026.");
  });

  test("a new person is added with the least role, and can sign in by mail", async () => {
    const given = await give({ naam: "Nieuwe collega", email: "Nieuw@Lindestad.example" });
    expect(given.status).toBe(303);
    const [person] = await scene.db.select().from(people).where(eq(people.email, "nieuw@lindestad.example"));
    expect(person).toMatchObject({ name: "Nieuwe collega", removedAt: null });
    const roles = await scene.db
      .select()
      .from(memberships)
      .where(eq(memberships.personId, person?.id ?? ""));
    expect(roles).toMatchObject([{ memberId: "lindestad", role: "professional" }]);
    expect(await assigned()).toMatchObject([{ personId: person?.id }]);
    expect((await mails())[0]?.text).toContain("Log in met nieuw@lindestad.example");
    const log = await scene.db.select().from(auditEntries).where(eq(auditEntries.action, "role_granted"));
    expect(log).toMatchObject([{ personId: "editor", subject: `${person?.id} professional` }]);
  });

  test("an address that is somebody's already makes no second person, and changes no name", async () => {
    await give({ naam: "Andere naam", email: "otherhost@proef.example" });
    expect(await assigned()).toMatchObject([{ personId: "otherHost" }]);
    const found = await scene.db.select().from(people).where(eq(people.email, "otherhost@proef.example"));
    expect(found).toMatchObject([{ name: "Persoon otherHost" }]);
    const roles = await scene.db.select().from(memberships).where(eq(memberships.personId, "otherHost"));
    expect(roles.map(({ memberId, role }) => `${memberId} ${role}`).sort()).toEqual([
      "lindestad professional",
      "waterrand host",
    ]);
  });

  test("the same form twice gives once and mails once", async () => {
    const fields = {
      ...(await fieldsOf("editor")),
      naam: "Nieuwe collega",
      email: "nieuw@lindestad.example",
    };
    const both = [await scene.app.post(PAGE, fields, "editor"), await scene.app.post(PAGE, fields, "editor")];
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await assigned()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
    expect(await scene.db.select().from(people).where(eq(people.name, "Nieuwe collega"))).toHaveLength(1);
  });

  test("two who give it to different people: the second sees who has it now", async () => {
    const fields = await fieldsOf("host");
    await give({ collega: "professional" });
    const late = await scene.app.post(
      PAGE,
      { ...fields, naam: "Te Laat", email: "laat@lindestad.example", bericht: "Graag jij" },
      "host",
    );
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(textOf(html)).toContain("Een collega was je voor.");
    expect(html).toContain("Graag jij");
    expect(await assigned()).toMatchObject([{ personId: "professional" }]);
    expect(await scene.db.select().from(people).where(eq(people.name, "Te Laat"))).toEqual([]);
  });

  test.each([
    [{}, "Kies een collega, of vul hieronder een naam en mailadres in."],
    [{ naam: "Nieuwe collega" }, "Vul ook het mailadres van het werk in."],
    [{ email: "x@lindestad.example" }, "Vul ook de naam van je collega in."],
    [{ collega: "professional", naam: "Wie" }, "Kies een collega of vul een nieuwe in, niet allebei."],
    [{ collega: "professional", voor: "2026-11-01" }, "Kies vandaag of een dag daarna."],
    [{ naam: "Wie", email: "geen adres" }, "Vul het mailadres van het werk in"],
  ])("what is missing in %o is asked for, and nothing typed is lost", async (fields, sentence) => {
    const refused = await give({ ...fields, bericht: "Dit stond er al" } as Record<string, string>);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(textOf(html)).toContain(sentence);
    expect(html).toContain("Dit stond er al");
    expect(await assigned()).toEqual([]);
  });

  test("somebody of another organisation is no colleague", async () => {
    expect((await give({ collega: "otherEditor" })).status).toBe(409);
    expect(await assigned()).toEqual([]);
  });

  test("a form from before a switch of organisation gives nothing away", async () => {
    expect((await give({ collega: "professional", namens: "waterrand" })).status).toBe(409);
    expect(await assigned()).toEqual([]);
  });

  test.each([
    [null, 401],
    ["professional", 403],
    ["monitoring", 403],
    ["bureau", 403],
  ] as const)("%s may not: %i", async (as, status) => {
    const fields = { ...(await fieldsOf("editor")), collega: "professional" };
    expect((await scene.app.get(PAGE, as)).status).toBe(status);
    expect((await scene.app.post(PAGE, fields, as)).status).toBe(status);
    expect(await assigned()).toEqual([]);
  });

  test("a signatory may, and an editor elsewhere gives away only there", async () => {
    expect((await give({ collega: "professional" }, "signatory")).status).toBe(303);
    const elsewhere = await scene.app.get(PAGE, "otherEditor");
    expect(textOf(await elsewhere.text())).toContain("Niemand in het bijzonder heeft deze sectie.");
  });

  test("nothing is given away once the answers wait for a signature, and no such section exists", async () => {
    await bringTo(scene, "in_progress");
    const fields = { ...(await fieldsOf("editor")), collega: "professional" };
    await press(scene, CHECK, READY, "editor");
    expect((await scene.app.post(PAGE, fields, "editor")).status).toBe(409);
    expect((await scene.app.get("/vragenlijst/2026/sectie/99/collega", "editor")).status).toBe(404);
  });
});
