import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { memberships, questionNotes, sessions } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import { formFields, openScene, type Scene } from "../support/questionnaire-fixtures.ts";

const NOTES = "/vragenlijst/2026/vraag/3B1/notities";
const TEXT = 'Telt het inlooppunt mee? <b of "niet"';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  // At the other organisation the editor may only look around.
  await scene.db
    .insert(memberships)
    .values({ personId: "editor", memberId: "waterrand", role: "professional", grantedAt: TODAY });
});
afterEach(async () => scene.close());

/** Types a note for Lindestad, goes to work for Waterrand in another window, and sends the note. */
async function sendAfterSwitch() {
  const fields = formFields(await (await scene.app.get(NOTES, "editor")).text(), NOTES);
  await scene.app.post("/wissel", { lid: "waterrand", terug: "/" }, "editor");
  return scene.app.post(NOTES, { ...fields, tekst: TEXT }, "editor");
}
const notes = () => scene.db.select().from(questionNotes);

test("a form for another organisation shows what was typed, also where one may do nothing now", async () => {
  const refused = await sendAfterSwitch();
  expect(refused.status).toBe(409);
  const html = await refused.text();
  expect(textOf(html)).toContain("In een ander venster wisselde je naar Wijkteam Waterrand.");
  expect(html).toContain("Telt het inlooppunt mee? &lt;b of &quot;niet&quot;");
  expect(await notes()).toEqual([]);

  const main = html.slice(html.indexOf("<main"));
  const back = await scene.app.post("/wissel", formFields(main, "/wissel"), "editor");
  const waiting = await back.text();
  expect(textOf(waiting)).toContain("Je werkt weer voor Buurtkracht Lindestad.");
  for (let click = 0; click < 2; click++)
    expect((await scene.app.post(NOTES, formFields(waiting, NOTES), "editor")).status).toBe(303);
  expect(await notes()).toMatchObject([{ text: TEXT, memberId: "lindestad" }]);
});

test("who does not belong there any more still sees what was typed, and no way to send it", async () => {
  const fields = { namens: "lindestad", tekst: TEXT, id: "" };
  await scene.app.post("/wissel", { lid: "waterrand", terug: "/" }, "editor");
  const ofLindestad = and(eq(memberships.personId, "editor"), eq(memberships.memberId, "lindestad"));
  await scene.db.delete(memberships).where(ofLindestad);
  const refused = await scene.app.post(NOTES, fields, "editor");
  expect(refused.status).toBe(409);
  const html = await refused.text();
  expect(textOf(html)).toContain("een organisatie waar je niet meer bij hoort");
  expect(html).toContain("Telt het inlooppunt mee?");
  expect(html.slice(html.indexOf("<main"))).not.toContain('action="/wissel"');
});

test("who is signed out is asked to sign in first, whatever the form speaks for", async () => {
  await scene.db.delete(sessions);
  const refused = await scene.app.post(NOTES, { namens: "waterrand", tekst: TEXT }, "editor");
  expect(refused.status).toBe(401);
  expect(textOf(await refused.text())).toContain("Wat je typte is bewaard.");
});
