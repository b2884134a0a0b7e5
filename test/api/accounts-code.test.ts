import { eq, ne } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { people, sessions, signInCodes } from "../../db/schema/tables.ts";
import { newId } from "../../functions/http/identifiers.ts";
import { cookieIn, sessionIn } from "../support/accounts.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { browserOf } from "../support/sign-in.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const EMAIL = "editor@proef.example";
const MINUTE = 60_000;

const wrongFor = (code: string) => (code === "000000" ? "000001" : "000000");

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
test("a code works a quarter of an hour", async () => {
  const first = await browser.ask(EMAIL);
  const firstCode = await browser.newestCode();
  app.setNow(TODAY + 15 * MINUTE - 1);
  expect((await browser.typeCode(first.request, firstCode)).status).toBe(303);
  app.setNow(TODAY + 20 * MINUTE);
  const second = await browser.ask(EMAIL);
  app.setNow(TODAY + 35 * MINUTE);
  const late = await browser.typeCode(second.request, await browser.newestCode());
  expect(late.status).toBe(422);
  expect(textOf(await late.text())).toContain("Deze code werkt niet meer.");
});

test("after five wrong codes the right one no longer helps", async () => {
  const { request } = await browser.ask(EMAIL);
  const code = await browser.newestCode();
  for (let time = 1; time <= 5; time++) {
    const wrong = await browser.typeCode(request, wrongFor(code));
    expect(wrong.status).toBe(422);
    const sentence = time < 5 ? "Deze code klopt niet." : "Deze code werkt niet meer.";
    expect(textOf(await wrong.text())).toContain(sentence);
  }
  const before = await sessionCount();
  expect((await browser.typeCode(request, code)).status).toBe(422);
  expect(await sessionCount()).toBe(before);
});

test("fifty guesses at the same moment count as fifty", async () => {
  const { request } = await browser.ask(EMAIL);
  const code = await browser.newestCode();
  const before = await sessionCount();
  const guesses = Array.from({ length: 50 }, (_, at) => (at === 49 ? code : wrongFor(code)));
  await Promise.all(guesses.map((guess) => browser.typeCode(request, guess)));
  expect(await sessionCount()).toBe(before);
  expect((await store.db.select().from(signInCodes))[0]?.attempts).toBe(5);
});

test("two clicks at the same moment open one session", async () => {
  const { request } = await browser.ask(EMAIL);
  const code = await browser.newestCode();
  const before = await sessionCount();
  await Promise.all([
    browser.typeCode(request, code),
    browser.typeCode(request, code),
    browser.typeCode(request, code),
  ]);
  expect(await sessionCount()).toBe(before + 1);
});

test("the second click of two, with the session of the first, just goes on", async () => {
  const { request } = await browser.ask(EMAIL);
  const code = await browser.newestCode();
  const session = sessionIn(await browser.typeCode(request, code));
  const second = await app.request("/inloggen/code", {
    method: "POST",
    body: new URLSearchParams({ code, terug: "/leden" }),
    headers: { cookie: `inlogverzoek=${request}; sessie=${session}` },
  });
  expect(second.status).toBe(303);
  expect(second.headers.get("location")).toBe("/leden");
});

test("the code of one browser does not work in another", async () => {
  const mine = await browser.ask(EMAIL);
  const code = await browser.newestCode();
  const other = await browser.ask(EMAIL);
  const otherCode = await browser.newestCode();
  expect(mine.request).not.toBe(other.request);
  if (code !== otherCode) expect((await browser.typeCode(other.request, code)).status).toBe(422);
  expect((await browser.typeCode(mine.request, code)).status).toBe(303);
});

test("sending the form twice mails one code", async () => {
  const { form, request } = await browser.ask(EMAIL);
  const second = await app.post("/inloggen", { ...form, email: EMAIL });
  expect(second.status).toBe(303);
  expect(cookieIn(second, "inlogverzoek")).toBe(request);
  expect(await browser.mails()).toHaveLength(1);
  expect((await browser.typeCode(request, await browser.newestCode())).status).toBe(303);
});

test("a form sent again after its code ended asks a new code, also when that one was used", async () => {
  const { form, request } = await browser.ask(EMAIL);
  expect((await browser.typeCode(request, await browser.newestCode())).status).toBe(303);
  const again = await app.post("/inloggen", { ...form, email: EMAIL });
  expect(again.status).toBe(303);
  expect(await browser.mails()).toHaveLength(2);
  expect(cookieIn(again, "inlogverzoek")).not.toBe(request);
  app.setNow(TODAY + 16 * MINUTE);
  app.roundTrips();
  const later = await app.post("/inloggen", { ...form, email: EMAIL });
  expect(app.roundTrips()).toBe(2);
  expect(await browser.mails()).toHaveLength(3);
  const secret = cookieIn(later, "inlogverzoek");
  expect((await browser.typeCode(secret, await browser.newestCode())).status).toBe(303);
});

test("a form sent again after its code ended says so when the hour's codes are gone", async () => {
  const { form } = await browser.ask(EMAIL);
  app.setNow(TODAY + 16 * MINUTE);
  for (let time = 0; time < 4; time++) await browser.ask(EMAIL);
  const again = await app.post("/inloggen", { ...form, email: EMAIL });
  expect(again.status).toBe(422);
  expect(textOf(await again.text())).toContain("Voor dit adres zijn al vijf codes aangevraagd.");
  expect(await browser.mails()).toHaveLength(5);
});

test("an address gets at most five codes an hour, known or not", async () => {
  for (const email of [EMAIL, "niemand@proef.example"]) {
    for (let time = 0; time < 5; time++) expect((await browser.ask(email)).response.status).toBe(303);
    const { response } = await browser.ask(email);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(textOf(html)).toContain("Voor dit adres zijn al vijf codes aangevraagd.");
    expect(html).toContain(`value="${email}"`);
    expect(cookieIn(response, "inlogverzoek")).toBe("");
  }
  expect(await browser.mails()).toHaveLength(5);
  app.setNow(TODAY + 61 * MINUTE);
  expect((await browser.ask(EMAIL)).response.status).toBe(303);
});

/** Asks a code as a browser in some network does. */
async function askFrom(network: string, email = EMAIL) {
  const headers = { "x-network": network, "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ email, aanvraag: newId() });
  return app.request("/inloggen", { method: "POST", headers, body });
}

test("a stranger who asks codes for an address keeps nobody out who asks from elsewhere", async () => {
  const own = await askFrom("203.0.113.7");
  const code = await browser.newestCode();
  for (const network of ["198.51.100.1", "198.51.100.2"]) {
    for (let time = 0; time < 5; time++) expect((await askFrom(network)).status).toBe(303);
    expect((await askFrom(network)).status).toBe(422);
  }
  expect((await askFrom("203.0.113.7")).status).toBe(303);
  // The code from before all that still works in the browser that asked it.
  expect((await browser.typeCode(cookieIn(own, "inlogverzoek"), code)).status).toBe(303);
});

test("one network gets codes for a whole office, and no more", async () => {
  await store.db.insert(signInCodes).values(
    Array.from({ length: 199 }, (_, at) => ({
      ...{ id: `code-${at}`, email: `iemand-${at}@elders.example`, codeHash: "", createdAt: TODAY },
      ...{ network: "", expiresAt: TODAY + MINUTE },
    })),
  );
  await askFrom("203.0.113.7", "eerste@elders.example");
  const [asked] = await store.db.select().from(signInCodes).where(ne(signInCodes.network, ""));
  expect(asked?.network).toMatch(/^[0-9a-f]{64}$|^[\w-]{43}$/);
  await store.db.update(signInCodes).set({ network: asked?.network ?? "" });
  expect((await askFrom("203.0.113.7", "nog-een@elders.example")).status).toBe(422);
  expect((await askFrom("203.0.113.8", "nog-een@elders.example")).status).toBe(303);
});

test("codes are stored in a way that a copy of the database cannot use", async () => {
  const { request } = await browser.ask(EMAIL);
  const code = await browser.newestCode();
  const [row] = await store.db.select().from(signInCodes);
  expect(JSON.stringify(row)).not.toContain(code);
  expect(JSON.stringify(row)).not.toContain(request);
});

test("requests of yesterday are forgotten", async () => {
  await browser.ask("niemand@proef.example");
  app.setNow(TODAY + 25 * 60 * MINUTE);
  await browser.ask(EMAIL);
  expect((await store.db.select().from(signInCodes)).map((row) => row.email)).toEqual([EMAIL]);
});

test("a removed person cannot sign in, also not with a code from before", async () => {
  const { request } = await browser.ask(EMAIL);
  const code = await browser.newestCode();
  await store.db.update(people).set({ removedAt: TODAY }).where(eq(people.id, "editor"));
  expect((await browser.typeCode(request, code)).status).toBe(422);
  expect((await browser.ask(EMAIL)).response.status).toBe(303);
  expect(await browser.mails()).toHaveLength(1);
});

test.each(["", "geen adres", "a@", `${"a".repeat(250)}@proef.example`, '"><script>alert(1)</script>'])(
  "the address %j is refused with a sentence, and kept in the field",
  async (email) => {
    const { response } = await browser.ask(email);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).not.toContain("<script>alert(1)");
    expect(html).toContain("<title>Fout: Inloggen");
    expect(textOf(html)).toMatch(/Vul (je mailadres in|een adres van minder)/);
    expect(await browser.mails()).toHaveLength(0);
  },
);

test.each(["", "12345", "abcdef", "1234567"])("the code %j is refused and costs no try", async (code) => {
  const { request } = await browser.ask(EMAIL);
  const response = await browser.typeCode(request, code);
  expect(response.status).toBe(422);
  expect(textOf(await response.text())).toContain("Vul de zes cijfers uit de mail in");
  expect((await store.db.select().from(signInCodes))[0]?.attempts).toBe(0);
});
