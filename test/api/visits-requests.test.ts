import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memberships, outbox, visitEvents, visitOffers, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { hiddenFields } from "../support/accounts.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  locationOf,
  offerFields,
  requestFields,
  seedOffer,
  seedThemes,
  seedVisit,
  THEMES,
} from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const visitOf = async (id: string) =>
  (await store.db.select().from(visits).where(eq(visits.id, id)))[0] as typeof visits.$inferSelect;
const mail = () => store.db.select().from(outbox).orderBy(outbox.toEmail);
const events = (id: string) =>
  store.db.select().from(visitEvents).where(eq(visitEvents.visitId, id)).orderBy(visitEvents.revision);

describe("requesting a visit", () => {
  test("reaches every host of the organisation and waits for them", async () => {
    const offer = await seedOffer(store.db, DAY);
    const { response, trips } = await costOf(app, () =>
      app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional"),
    );
    expect([response.status, trips]).toEqual([303, 2]);
    expect(locationOf(response)).toBe(`${paths.visit(idOf("nieuwbezoek"))}?melding=aangevraagd`);
    const visit = await visitOf(idOf("nieuwbezoek"));
    expect(visit).toMatchObject({ state: "requested", hostMemberId: "waterrand", seats: 2, ...DAY });
    expect((await mail()).map(({ toEmail }) => toEmail)).toEqual(["otherhost@proef.example"]);
    expect(await events(visit.id)).toHaveLength(1);
  });

  test("sent twice makes one visit and one mail", async () => {
    const offer = await seedOffer(store.db);
    const fields = requestFields({ aanbod: offer });
    const both = await Promise.all([
      app.post(paths.newVisit(), fields, "professional"),
      app.post(paths.newVisit(), fields, "professional"),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await store.db.select().from(visits)).toHaveLength(1);
    expect(await mail()).toHaveLength(1);
    expect(await events(idOf("nieuwbezoek"))).toHaveLength(1);
  });

  test("without an offer is an open question and mails nobody", async () => {
    const response = await app.post(paths.newVisit(), requestFields(), "editor");
    expect(response.status).toBe(303);
    expect(await visitOf(idOf("nieuwbezoek"))).toMatchObject({ state: "open", hostMemberId: null });
    expect(await mail()).toEqual([]);
  });

  test("without a learning question keeps all that was typed", async () => {
    const offer = await seedOffer(store.db);
    const fields = requestFields({ aanbod: offer, leervraag: " ", meebrengen: "Onze <aanpak>", aantal: "x" });
    const response = await app.post(paths.newVisit(), fields, "professional");
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain("Onze &lt;aanpak");
    expect(html).toContain('value="in maart"');
    expect(html.match(/Vul je leervraag in: wat wil je leren van dit bezoek\?/g)).toHaveLength(2);
    expect(textOf(html)).toContain("Vul in met hoeveel mensen je komt");
    expect(html).toContain(idOf("nieuwbezoek"));
    expect(await store.db.select().from(visits)).toEqual([]);
  });

  test("asks no more seats than there are, and a theme from the offer", async () => {
    const offer = await seedOffer(store.db, { seats: 3 });
    const fields = requestFields({ aanbod: offer, aantal: "4", thema: "thema-van-4c1" });
    const text = textOf(await (await app.post(paths.newVisit(), fields, "professional")).text());
    expect(text).toContain("Kom met minder mensen: er zijn nog 3 plekken vrij.");
    expect(text).toContain("Kies een thema uit de lijst.");
  });

  test.each([
    ["a stranger keeps what was typed", null, 401],
    ["the host's own people", "otherEditor", 403],
    ["the association's staff", "bureau", 403],
  ] as const)("%s", async (_who, as, status) => {
    const offer = await seedOffer(store.db);
    const fields = requestFields({ aanbod: offer, leervraag: "Onze eigen vraag" });
    const response = await app.post(paths.newVisit(), fields, as);
    expect(response.status).toBe(status);
    if (status === 401) expect(await response.text()).toContain("Onze eigen vraag");
    expect(await store.db.select().from(visits)).toEqual([]);
  });

  test.each([
    ["draft", 404],
    ["paused", 409],
    ["withdrawn", 409],
  ] as const)("to an offer that is %s cannot be asked, nor sent", async (state, status) => {
    const offer = await seedOffer(store.db, { state });
    const { response, trips } = await costOf(app, () =>
      app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional"),
    );
    expect([response.status, trips]).toEqual([status, 1]);
    expect((await app.get(`${paths.newVisit()}?aanbod=${offer}`, "professional")).status).toBe(404);
    expect(await store.db.select().from(visits)).toEqual([]);
  });

  test("to an offer that closed meanwhile comes back as an open question with all that was typed", async () => {
    const offer = await seedOffer(store.db, { state: "paused" });
    const fields = requestFields({ aanbod: offer, meebrengen: "Onze <aanpak>", namens: "lindestad" });
    const html = await (await app.post(paths.newVisit(), fields, "professional")).text();
    expect(textOf(html)).toContain("Dit aanbod is nu niet open voor aanvragen.");
    expect(textOf(html)).toContain("Je aanvraag is niet verstuurd.");
    expect(html).toContain(`<a href="${paths.visits()}">ander aanbod</a>`);
    const kept = hiddenFields(html, paths.newVisit());
    expect(kept).toEqual({ id: [idOf("nieuwbezoek")], namens: ["lindestad"] });
    for (const words of [fields.leervraag, "Onze &lt;aanpak", 'value="2"', 'value="in maart"'])
      expect(html).toContain(words);
    expect(html).toMatch(new RegExp(`value="${THEMES[0]}"[^>]*checked|checked[^>]*value="${THEMES[0]}"`));
    const { aanbod: _closed, ...open } = fields;
    expect((await app.post(paths.newVisit(), { ...open, ...kept }, "professional")).status).toBe(303);
    expect(await visitOf(idOf("nieuwbezoek"))).toMatchObject({ state: "open" });
  });

  test("is refused when the offer is full or its day is past", async () => {
    const offer = await seedOffer(store.db, { seats: 1 });
    await seedVisit(store.db, { offerId: offer, state: "accepted", ...DAY });
    const full = await app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional");
    expect(full.status).toBe(409);
    const words = await full.text();
    expect(textOf(words)).toContain("Dit bezoek zit vol");
    expect(words).toContain("Hoe werken jullie samen met huisartsen?");
    await store.db.update(visitOffers).set(DAY);
    app.setNow(DAY.endsAt);
    const late = await app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional");
    expect(textOf(await late.text())).toContain("De dag van dit aanbod is voorbij");
  });
});

test("a request to an offer that closes at that very moment is not lost in silence", async () => {
  const offer = await seedOffer(store.db);
  const batch = store.db.batch.bind(store.db);
  let isFirst = true;
  // Between the read and the write of the request another host pauses the offer.
  store.db.batch = (async (statements: Parameters<typeof batch>[0]) => {
    const rows = await batch(statements);
    if (isFirst) await store.db.update(visitOffers).set({ state: "paused" });
    isFirst = false;
    return rows;
  }) as unknown as typeof batch;
  const response = await app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional");
  expect(response.status).toBe(409);
  expect(textOf(await response.text())).toContain("Je aanvraag is niet verstuurd.");
  expect(await mail()).toEqual([]);
});

test.each([
  ["a request", paths.newVisit(), requestFields()],
  ["an offer", paths.newOffer(), offerFields()],
])("%s is not made for another organisation that was chosen since", async (_what, address, fields) => {
  await store.db
    .insert(memberships)
    .values({ personId: "host", memberId: "waterrand", role: "host", grantedAt: TODAY });
  expect(await (await app.get(address, "host")).text()).toContain('name="namens" value="lindestad"');
  await app.post("/wissel", { lid: "waterrand", terug: "/" }, "host");
  expect((await app.post(address, { ...fields, namens: "lindestad" }, "host")).status).toBe(409);
  expect(await store.db.select().from(visits)).toEqual([]);
  expect(await store.db.select().from(visitOffers)).toEqual([]);
  expect((await app.post(address, { ...fields, namens: "waterrand" }, "host")).status).toBe(303);
});
