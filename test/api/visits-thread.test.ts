import { asc } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { outbox, visitMessages, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, idOf, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
let id: string;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
  id = await seedVisit(store.db);
});
afterEach(() => store.close());

const say = (tekst: string, as: CastKey | null, messageId = idOf("bericht")) =>
  app.post(paths.visitMessages(id), { id: messageId, tekst }, as);
const said = () => store.db.select().from(visitMessages).orderBy(asc(visitMessages.createdAt));
const mail = () => store.db.select().from(outbox);
const read = async (as: CastKey) => textOf(await (await app.get(paths.visit(id), as)).text());

test("what one side says the other side reads on the page and gets by mail", async () => {
  const { response, trips } = await costOf(app, () =>
    say("Hebben jullie een parkeerplaats?", "professional"),
  );
  expect([response.status, trips]).toEqual([303, 2]);
  expect(await read("otherHost")).toContain("Hebben jullie een parkeerplaats?");
  const [first] = await mail();
  expect(first).toMatchObject({
    toEmail: "otherhost@proef.example",
    subject: "Bericht van Buurtkracht Lindestad over het werkbezoek",
  });
  expect(first?.text).toContain("Hebben jullie een parkeerplaats?");
  expect(first?.text).toContain(paths.visit(id));
  app.setNow(TODAY + 60_000);
  expect((await say("Ja, achter het gebouw.", "otherHost", idOf("antwoord"))).status).toBe(303);
  expect((await mail()).map(({ toEmail }) => toEmail)).toEqual([
    "otherhost@proef.example",
    "professional@proef.example",
  ]);
  const page = await read("professional");
  expect(page.indexOf("parkeerplaats")).toBeLessThan(page.indexOf("achter het gebouw"));
});

test("said twice is said once, one after the other or at the same moment", async () => {
  const both = await Promise.all([say("Tot dinsdag", "professional"), say("Tot dinsdag", "professional")]);
  expect([...both, await say("Tot dinsdag", "professional")].map(({ status }) => status)).toEqual([
    303, 303, 303,
  ]);
  expect(await said()).toHaveLength(1);
  expect(await mail()).toHaveLength(1);
});

test("an empty or very long message comes back with all that was typed", async () => {
  const empty = await say("   ", "professional");
  expect(empty.status).toBe(422);
  expect(textOf(await empty.text())).toContain("Schrijf eerst je bericht.");
  const long = "a".repeat(2001);
  const refused = await say(long, "professional");
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain(long);
  expect(html).toContain('href="#veld-tekst"');
  expect(await said()).toEqual([]);
});

test.each([
  ["a stranger signs in first", null, 401],
  ["a colleague of the host without that role", "otherEditor", 403],
  ["the bureau", "bureau", 404],
] as const)("%s: nothing is said", async (_who, as, status) => {
  const answer = await say("Dit is niet voor mij", as);
  expect(answer.status).toBe(status);
  // Who has to sign in finds the text again afterwards.
  if (status === 401) expect(await answer.text()).toContain("Dit is niet voor mij");
  expect(await said()).toEqual([]);
  expect(await mail()).toEqual([]);
});

test("another member and a colleague without the role do not read along", async () => {
  await say("Alleen voor ons tweeën", "professional");
  expect(await read("otherEditor")).not.toContain("Alleen voor ons tweeën");
  expect(await read("editor")).toContain("Alleen voor ons tweeën");
  await store.db.update(visits).set({ guestMemberId: "heuvelrug", guestPersonId: null });
  expect((await app.get(paths.visit(id), "professional")).status).toBe(404);
  expect((await say("Nog iets", "professional", idOf("later"))).status).toBe(404);
});

test.each(["declined", "withdrawn", "disapproved"] as const)(
  "a visit that is %s has no conversation any more; the text comes back with how it stands",
  async (state) => {
    await store.db.update(visits).set({ state });
    const refused = await say("Mag het toch?", "professional");
    expect(refused.status).toBe(409);
    const words = textOf(await refused.text());
    expect(words).toContain("De stand van dit bezoek is");
    expect(words).toContain("Mag het toch?");
    expect(await said()).toEqual([]);
  },
);

test("a visit that ends while somebody writes takes no message, and mails nobody", async () => {
  const batch = store.db.batch.bind(store.db);
  let trips = 0;
  store.db.batch = (async (...given: Parameters<typeof batch>) => {
    trips += 1;
    // Between reading the page and writing the message.
    if (trips === 2) await store.db.update(visits).set({ state: "withdrawn" });
    return batch(...given);
  }) as unknown as typeof batch;
  const refused = await say("Zijn jullie er nog?", "otherHost");
  expect(refused.status).toBe(409);
  expect(textOf(await refused.text())).toContain("Zijn jullie er nog?");
  expect(await said()).toEqual([]);
  expect(await mail()).toEqual([]);
});

test("an open question has no conversation: there is nobody yet to talk with", async () => {
  await store.db.update(visits).set({ state: "open", hostMemberId: null });
  expect(await read("professional")).not.toContain("Bericht aan het andere team");
  expect((await say("Hallo?", "professional")).status).toBe(409);
});
