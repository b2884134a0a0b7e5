import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { people } from "../../db/schema/tables.ts";
import { cookieIn, hiddenFields, sessionIn } from "../support/accounts.ts";
import { type Fields, ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { DEMO_SETTINGS } from "../support/settings.ts";
import { browserOf } from "../support/sign-in.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const EMAIL = "bureau@proef.example";
const HOSTILE = `"><script>alert(1)</script>&amp;' "]}`;

/** What somebody typed before the session ended: long, with many values, line ends and hostile signs. */
const TYPED = {
  id: "0123456789abcdefghjk",
  naam: "Zoë van 't Plein",
  email: "zoe@proef.example",
  telefoon: "030 765 43 21",
  lid: "lindestad",
  rollen: ["professional", "editor"],
  toelichting: `${HOSTILE}\n\n  tweede regel met spaties  \n${"lange tekst ë ".repeat(3000)}`,
};

let store: TemporaryDatabase;
let app: TestApp;
let demo: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await store.db.update(people).set({ demoKey: "bureau" }).where(eq(people.id, "bureau"));
  app = startApp(store.db);
  demo = startApp(store.db, { settings: DEMO_SETTINGS });
});
afterEach(() => store.close());

const lists = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));

function bodyOf(fields: Fields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) body.append(name, each);
  return body;
}

test("a form that comes after the session has ended survives signing in by mail", async () => {
  const refused = await app.post("/bureau/mensen", TYPED);
  expect(refused.status).toBe(401);
  const signInPage = await refused.text();
  expect(signInPage).not.toContain("<script>alert(1)");
  expect(textOf(signInPage)).toContain("Wat je typte is bewaard.");

  const emailForm = hiddenFields(signInPage, "/inloggen");
  const mistyped = await app.post("/inloggen", { ...emailForm, email: "geen adres" });
  expect(mistyped.status).toBe(422);
  const corrected = hiddenFields(await mistyped.text(), "/inloggen");
  expect(corrected.bewaard).toEqual(emailForm.bewaard);

  const asked = await app.post("/inloggen", { ...corrected, email: EMAIL });
  expect(asked.status).toBe(200);
  const request = cookieIn(asked, "inlogverzoek");
  const codeForm = hiddenFields(await asked.text(), "/inloggen/code");
  const type = (fields: Fields, code: string) =>
    app.request("/inloggen/code", {
      method: "POST",
      body: bodyOf({ ...fields, code }),
      headers: { cookie: `inlogverzoek=${request}` },
    });
  const wrong = await type(codeForm, "12345");
  expect(wrong.status).toBe(422);
  const again = hiddenFields(await wrong.text(), "/inloggen/code");

  const code = await browserOf(app, store.db).newestCode();
  const signedIn = await type(again, code);
  expect(signedIn.status).toBe(200);
  const cookie = `sessie=${sessionIn(signedIn)}`;
  const resumePage = await signedIn.text();
  expect(resumePage).not.toContain("<script>alert(1)");
  expect(textOf(resumePage)).toContain("Je was iets aan het opslaan");
  expect(textOf(resumePage)).toContain("Persoon bureau");
  const kept = hiddenFields(resumePage, "/bureau/mensen");
  expect(kept).toEqual(lists(TYPED));

  const saved = await app.request("/bureau/mensen", {
    method: "POST",
    body: bodyOf(kept),
    headers: { cookie },
  });
  expect(saved.status).toBe(303);
  const [person] = await store.db.select().from(people).where(eq(people.id, TYPED.id));
  expect(person).toMatchObject({ name: TYPED.naam, email: TYPED.email, phone: TYPED.telefoon });
});

test("a form survives the button of a demo person as well", async () => {
  const refused = await demo.post("/bureau/mensen", TYPED);
  const fields = hiddenFields(await refused.text(), "/inloggen/demo");
  const signedIn = await demo.post("/inloggen/demo", { ...fields, persoon: "bureau" });
  expect(signedIn.status).toBe(200);
  expect(sessionIn(signedIn)).toMatch(/^[0-9a-f]{64}$/);
  expect(hiddenFields(await signedIn.text(), "/bureau/mensen")).toEqual(lists(TYPED));
});

test("after a page that asked to sign in, people come back to that page with its query", async () => {
  const refused = await app.get("/bureau/mensen?zoek=zo%C3%AB&rol=editor");
  expect(refused.status).toBe(401);
  expect(app.roundTrips()).toBe(1);
  const fields = hiddenFields(await refused.text(), "/inloggen");
  expect(fields.terug).toEqual(["/bureau/mensen?zoek=zo%C3%AB&rol=editor"]);
  expect(fields.bewaard).toBeUndefined();
});

test("after a form, people come back to the page on which it stood", async () => {
  const post = (referer: string) =>
    app.request("/bureau/mensen", { method: "POST", body: bodyOf(TYPED), headers: { referer } });
  const own = hiddenFields(await (await post(`${ORIGIN}/bureau/mensen/nieuw?lid=a`)).text(), "/inloggen");
  expect(own.terug).toEqual(["/bureau/mensen/nieuw?lid=a"]);
  const foreign = hiddenFields(await (await post("https://kwaad.example/val")).text(), "/inloggen");
  expect(foreign.terug).toEqual(["/"]);
});

test.each([
  ["https://kwaad.example/"],
  ["//kwaad.example/"],
  ["/\\kwaad.example"],
  ["javascript:alert(1)"],
  ["bureau"],
  [""],
])("a kept form for %j is dropped: nothing is sent to another site", async (action) => {
  const bewaard = JSON.stringify({ action, fields: [["naam", "Zoë"]] });
  const response = await demo.post("/inloggen/demo", { persoon: "bureau", bewaard, terug: "/" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/");
});

test.each([
  ["geen json"],
  ["null"],
  ["[]"],
  ['{"action":"/x"}'],
  ['{"action":"/x","fields":[["a"]]}'],
  ['{"action":"/x","fields":[["a",1]]}'],
  [JSON.stringify({ action: "/x", fields: [["a", "b".repeat(200_000)]] })],
])("a kept form that somebody changed into %.40s is dropped", async (bewaard) => {
  const response = await demo.post("/inloggen/demo", { persoon: "bureau", bewaard, terug: "/leden" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/leden");
});

test("a form that is too large to keep is not lost in silence", async () => {
  const refused = await app.post("/bureau/mensen", { ...TYPED, toelichting: "x".repeat(200_000) });
  expect(refused.status).toBe(401);
  const html = await refused.text();
  expect(textOf(html)).toContain("Je tekst is te lang om te bewaren.");
  expect(hiddenFields(html, "/inloggen").bewaard).toBeUndefined();
});
