import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries, sessions, signInCodes } from "../../db/schema/tables.ts";
import { cookieIn, hiddenFields, sessionIn } from "../support/accounts.ts";
import { ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { TEST_SETTINGS } from "../support/settings.ts";
import { browserOf } from "../support/sign-in.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const EMAIL = "editor@proef.example";

let store: TemporaryDatabase;
let app: TestApp;
let browser: ReturnType<typeof browserOf>;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  app = startApp(store.db);
  browser = browserOf(app, store.db);
});
afterEach(() => store.close());

const sessionCount = async () => (await store.db.select().from(sessions)).length;
test("who types the code from the mail is signed in, once", async () => {
  const { response, request } = await browser.ask(` Editor@Proef.example `, { terug: "/leden?zoek=linde" });
  expect(response.status).toBe(303);
  const next = response.headers.get("location") ?? "";
  expect(next).toBe("/inloggen/code?terug=%2Fleden%3Fzoek%3Dlinde");
  const codePage = await app.request(next, { headers: { cookie: `inlogverzoek=${request}` } });
  const html = await codePage.text();
  expect(html).toContain('autocomplete="one-time-code"');
  const code = await browser.newestCode();
  const [mail] = await browser.mails();
  expect(mail?.toEmail).toBe(EMAIL);
  expect(mail?.subject).toContain(code);

  app.roundTrips();
  const signedIn = await browser.typeCode(request, `${code.slice(0, 3)} ${code.slice(3)}`, {
    terug: "/leden?zoek=linde",
  });
  expect(signedIn.status).toBe(303);
  expect(signedIn.headers.get("location")).toBe("/leden?zoek=linde");
  expect(app.roundTrips()).toBe(1);
  const session = sessionIn(signedIn);
  expect(session).toMatch(/^[0-9a-f]{64}$/);
  const page = await app.request("/privacy", { headers: { cookie: `sessie=${session}` } });
  expect(textOf(await page.text())).toContain("redacteur namens Buurtkracht Lindestad");
  expect((await store.db.select().from(auditEntries)).map((entry) => entry.action)).toEqual(["signed_in"]);

  const again = await browser.typeCode(request, code);
  expect(again.status).toBe(422);
  expect(sessionIn(again)).toBe("");
});

test("an address that nobody has gets the same answer, and no mail", async () => {
  const known = await browser.ask(EMAIL);
  app.roundTrips();
  const form = hiddenFields(await (await app.get("/inloggen")).text(), "/inloggen");
  expect(app.roundTrips()).toBe(1);
  const response = await app.post("/inloggen", { ...form, email: "niemand@proef.example" });
  expect(app.roundTrips()).toBe(2);
  expect(response.status).toBe(known.response.status);
  expect(response.headers.get("location")).toBe(known.response.headers.get("location"));
  expect(cookieIn(response, "inlogverzoek")).toMatch(/^[0-9a-f]{64}$/);
  expect((await browser.mails()).map((mail) => mail.toEmail)).toEqual([EMAIL]);
  const read = async (request: string) =>
    (await app.request("/inloggen/code", { headers: { cookie: `inlogverzoek=${request}` } })).text();
  expect(await read(cookieIn(response, "inlogverzoek"))).toBe(await read(known.request));
  const wrong = await browser.typeCode(cookieIn(response, "inlogverzoek"), "123456");
  expect(textOf(await wrong.text())).toContain("Deze code klopt niet.");
});

test("a scanner that opens or posts the link neither signs in nor uses up the code", async () => {
  const { request } = await browser.ask(EMAIL);
  const code = await browser.newestCode();
  const link = (await browser.mails())[0]?.text.match(/http\S+/)?.[0] ?? "";
  expect(link).toBe(`${ORIGIN}/inloggen/code?code=${code}`);
  const address = link.replace(ORIGIN, "");
  const before = await sessionCount();
  for (let time = 0; time < 6; time++) {
    const looked = await app.get(address);
    expect(looked.status).toBe(200);
    expect(textOf(await looked.text())).toContain("Typ je code in de andere browser");
    expect((await app.request(address, { method: "POST" })).status).toBe(422);
    expect((await app.post(address, { code })).status).toBe(422);
  }
  expect(await sessionCount()).toBe(before);
  expect((await store.db.select().from(signInCodes))[0]).toMatchObject({ attempts: 0, usedAt: null });

  const filledIn = await app.request(address, { headers: { cookie: `inlogverzoek=${request}` } });
  expect(await filledIn.text()).toContain(`value="${code}"`);
  expect((await browser.typeCode(request, code)).status).toBe(303);
});

test("a link with anything but six digits fills in nothing", async () => {
  const response = await app.get("/inloggen/code?code=%3Cscript%3Ealert(1)%3C/script%3E");
  expect(await response.text()).not.toContain("alert(1)");
});

test("without a known address of its own, the site mails the code without a link", async () => {
  const unset = startApp(store.db, { settings: { ...TEST_SETTINGS, origin: null } });
  await unset.request("/inloggen", {
    method: "POST",
    headers: { host: "kwaad.example" },
    body: new URLSearchParams({ email: EMAIL }),
  });
  expect((await browser.mails())[0]?.text).not.toContain("http");
});
