import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries, outbox, people, sessions, signInCodes } from "../../db/schema/tables.ts";
import { cookieIn, hiddenFields, sessionIn } from "../support/accounts.ts";
import { ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const EMAIL = "editor@proef.example";
const MINUTE = 60_000;

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const mails = () => store.db.select().from(outbox);
const newestCode = async () => (await mails()).at(-1)?.text.match(/\b\d{6}\b/)?.[0] ?? "";
const sessionCount = async () => (await store.db.select().from(sessions)).length;
const wrongFor = (code: string) => (code === "000000" ? "000001" : "000000");

/** Fills in the sign-in form as a browser does; answers the browser's cookie and the response. */
async function ask(email: string, more: Record<string, string> = {}) {
  const form = hiddenFields(await (await app.get("/inloggen")).text(), "/inloggen");
  const response = await app.post("/inloggen", { ...form, ...more, email });
  return { response, form, request: cookieIn(response, "inlogverzoek") };
}

const typeCode = (request: string, code: string, more: Record<string, string> = {}) =>
  app.request("/inloggen/code", {
    method: "POST",
    body: new URLSearchParams({ code, terug: "/", ...more }),
    headers: { cookie: `inlogverzoek=${request}` },
  });

test("who types the code from the mail is signed in, once", async () => {
  const { response, request } = await ask(` Editor@Proef.example `, { terug: "/leden?zoek=linde" });
  expect(response.status).toBe(303);
  const next = response.headers.get("location") ?? "";
  expect(next).toBe("/inloggen/code?terug=%2Fleden%3Fzoek%3Dlinde");
  const codePage = await app.request(next, { headers: { cookie: `inlogverzoek=${request}` } });
  const html = await codePage.text();
  expect(html).toContain('autocomplete="one-time-code"');
  const code = await newestCode();
  const [mail] = await mails();
  expect(mail?.toEmail).toBe(EMAIL);
  expect(mail?.subject).toContain(code);

  app.roundTrips();
  const signedIn = await typeCode(request, `${code.slice(0, 3)} ${code.slice(3)}`, {
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

  const again = await typeCode(request, code);
  expect(again.status).toBe(422);
  expect(sessionIn(again)).toBe("");
});

test("an address that nobody has gets the same answer, and no mail", async () => {
  const known = await ask(EMAIL);
  app.roundTrips();
  const form = hiddenFields(await (await app.get("/inloggen")).text(), "/inloggen");
  expect(app.roundTrips()).toBe(1);
  const response = await app.post("/inloggen", { ...form, email: "niemand@proef.example" });
  expect(app.roundTrips()).toBe(2);
  expect(response.status).toBe(known.response.status);
  expect(response.headers.get("location")).toBe(known.response.headers.get("location"));
  expect(cookieIn(response, "inlogverzoek")).toMatch(/^[0-9a-f]{64}$/);
  expect((await mails()).map((mail) => mail.toEmail)).toEqual([EMAIL]);
  const read = async (request: string) =>
    (await app.request("/inloggen/code", { headers: { cookie: `inlogverzoek=${request}` } })).text();
  expect(await read(cookieIn(response, "inlogverzoek"))).toBe(await read(known.request));
  const wrong = await typeCode(cookieIn(response, "inlogverzoek"), "123456");
  expect(textOf(await wrong.text())).toContain("Deze code klopt niet.");
});

test("a scanner that opens or posts the link neither signs in nor uses up the code", async () => {
  const { request } = await ask(EMAIL);
  const code = await newestCode();
  const link = (await mails())[0]?.text.match(/http\S+/)?.[0] ?? "";
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
  expect((await typeCode(request, code)).status).toBe(303);
});

test("a link with anything but six digits fills in nothing", async () => {
  const response = await app.get("/inloggen/code?code=%3Cscript%3Ealert(1)%3C/script%3E");
  expect(await response.text()).not.toContain("alert(1)");
});

test("without a known address of its own, the site mails the code without a link", async () => {
  const unset = startApp(store.db, {
    settings: {
      port: 8787,
      dataDirectory: "data",
      databaseUrl: null,
      databaseToken: null,
      isDemo: false,
      origin: null,
      mailFrom: "plein@plein.example",
      smtpUrl: null,
      setUpCode: null,
    },
  });
  await unset.request("/inloggen", {
    method: "POST",
    headers: { host: "kwaad.example" },
    body: new URLSearchParams({ email: EMAIL }),
  });
  expect((await mails())[0]?.text).not.toContain("http");
});

test("a code works a quarter of an hour", async () => {
  const first = await ask(EMAIL);
  const firstCode = await newestCode();
  app.setNow(TODAY + 15 * MINUTE - 1);
  expect((await typeCode(first.request, firstCode)).status).toBe(303);
  app.setNow(TODAY + 20 * MINUTE);
  const second = await ask(EMAIL);
  app.setNow(TODAY + 35 * MINUTE);
  const late = await typeCode(second.request, await newestCode());
  expect(late.status).toBe(422);
  expect(textOf(await late.text())).toContain("Deze code werkt niet meer.");
});

test("after five wrong codes the right one no longer helps", async () => {
  const { request } = await ask(EMAIL);
  const code = await newestCode();
  for (let time = 1; time <= 5; time++) {
    const wrong = await typeCode(request, wrongFor(code));
    expect(wrong.status).toBe(422);
    const sentence = time < 5 ? "Deze code klopt niet." : "Deze code werkt niet meer.";
    expect(textOf(await wrong.text())).toContain(sentence);
  }
  const before = await sessionCount();
  expect((await typeCode(request, code)).status).toBe(422);
  expect(await sessionCount()).toBe(before);
});

test("fifty guesses at the same moment count as fifty", async () => {
  const { request } = await ask(EMAIL);
  const code = await newestCode();
  const before = await sessionCount();
  const guesses = Array.from({ length: 50 }, (_, at) => (at === 49 ? code : wrongFor(code)));
  await Promise.all(guesses.map((guess) => typeCode(request, guess)));
  expect(await sessionCount()).toBe(before);
  expect((await store.db.select().from(signInCodes))[0]?.attempts).toBe(5);
});

test("two clicks at the same moment open one session", async () => {
  const { request } = await ask(EMAIL);
  const code = await newestCode();
  const before = await sessionCount();
  await Promise.all([typeCode(request, code), typeCode(request, code), typeCode(request, code)]);
  expect(await sessionCount()).toBe(before + 1);
});

test("the second click of two, with the session of the first, just goes on", async () => {
  const { request } = await ask(EMAIL);
  const code = await newestCode();
  const session = sessionIn(await typeCode(request, code));
  const second = await app.request("/inloggen/code", {
    method: "POST",
    body: new URLSearchParams({ code, terug: "/leden" }),
    headers: { cookie: `inlogverzoek=${request}; sessie=${session}` },
  });
  expect(second.status).toBe(303);
  expect(second.headers.get("location")).toBe("/leden");
});

test("the code of one browser does not work in another", async () => {
  const mine = await ask(EMAIL);
  const code = await newestCode();
  const other = await ask(EMAIL);
  const otherCode = await newestCode();
  expect(mine.request).not.toBe(other.request);
  if (code !== otherCode) expect((await typeCode(other.request, code)).status).toBe(422);
  expect((await typeCode(mine.request, code)).status).toBe(303);
});

test("sending the form twice mails one code", async () => {
  const { form, request } = await ask(EMAIL);
  const second = await app.post("/inloggen", { ...form, email: EMAIL });
  expect(second.status).toBe(303);
  expect(cookieIn(second, "inlogverzoek")).toBe(request);
  expect(await mails()).toHaveLength(1);
  expect((await typeCode(request, await newestCode())).status).toBe(303);
});

test("an address gets at most five codes an hour, known or not", async () => {
  for (const email of [EMAIL, "niemand@proef.example"]) {
    for (let time = 0; time < 5; time++) expect((await ask(email)).response.status).toBe(303);
    const { response } = await ask(email);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(textOf(html)).toContain("Voor dit adres zijn al vijf codes aangevraagd.");
    expect(html).toContain(`value="${email}"`);
    expect(cookieIn(response, "inlogverzoek")).toBe("");
  }
  expect(await mails()).toHaveLength(5);
  app.setNow(TODAY + 61 * MINUTE);
  expect((await ask(EMAIL)).response.status).toBe(303);
});

test("codes are stored in a way that a copy of the database cannot use", async () => {
  const { request } = await ask(EMAIL);
  const code = await newestCode();
  const [row] = await store.db.select().from(signInCodes);
  expect(JSON.stringify(row)).not.toContain(code);
  expect(JSON.stringify(row)).not.toContain(request);
});

test("requests of yesterday are forgotten", async () => {
  await ask("niemand@proef.example");
  app.setNow(TODAY + 25 * 60 * MINUTE);
  await ask(EMAIL);
  expect((await store.db.select().from(signInCodes)).map((row) => row.email)).toEqual([EMAIL]);
});

test("a removed person cannot sign in, also not with a code from before", async () => {
  const { request } = await ask(EMAIL);
  const code = await newestCode();
  await store.db.update(people).set({ removedAt: TODAY }).where(eq(people.id, "editor"));
  expect((await typeCode(request, code)).status).toBe(422);
  expect((await ask(EMAIL)).response.status).toBe(303);
  expect(await mails()).toHaveLength(1);
});

test.each(["", "geen adres", "a@", `${"a".repeat(250)}@proef.example`, '"><script>alert(1)</script>'])(
  "the address %j is refused with a sentence, and kept in the field",
  async (email) => {
    const { response } = await ask(email);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).not.toContain("<script>alert(1)");
    expect(html).toContain("<title>Fout: Inloggen");
    expect(textOf(html)).toMatch(/Vul (je mailadres in|een adres van minder)/);
    expect(await mails()).toHaveLength(0);
  },
);

test.each(["", "12345", "abcdef", "1234567"])("the code %j is refused and costs no try", async (code) => {
  const { request } = await ask(EMAIL);
  const response = await typeCode(request, code);
  expect(response.status).toBe(422);
  expect(textOf(await response.text())).toContain("Vul de zes cijfers uit de mail in");
  expect((await store.db.select().from(signInCodes))[0]?.attempts).toBe(0);
});
