import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  auditEntries,
  exchangeProposals,
  hostSettings,
  outbox,
  visitExchanges,
  visitOffers,
  visits,
} from "../../db/schema/tables.ts";
import { makeExchange } from "../../functions/visits/exchange-job.ts";
import { MOST_IN_REQUEST } from "../../functions/visits/exchange-policy.ts";
import { paths } from "../../web/paths.ts";
import { ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { seedPlaces } from "../support/match-fixtures.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  idOf,
  locationOf,
  seedOffer,
  seedThemes,
  seedVisit,
  THEMES,
} from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
let wish: string;
let offer: string;

/** Lindestad asks, Waterrand offers. */
beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  await seedPlaces(store.db);
  app = startApp(store.db);
  wish = await seedVisit(store.db, { state: "open", hostMemberId: null, seats: 2 });
  offer = await seedOffer(store.db);
});
afterEach(() => store.close());

const start = (jaar = "2026", as: Parameters<TestApp["get"]>[1] = "bureau") =>
  costOf(app, () => app.post(paths.exchange(), { jaar }, as));
const proposals = () => store.db.select().from(exchangeProposals);
const seen = async (path: string, as: Parameters<TestApp["get"]>[1]) => {
  const { response, trips } = await costOf(app, () => app.get(path, as));
  return { status: response.status, trips, html: await response.text() };
};

describe("starting an exchange", () => {
  test("stores one proposal a request, in two round trips, and says so in the log", async () => {
    const lonely = await seedVisit(store.db, {
      id: idOf("alleen"),
      themeId: THEMES[1],
      state: "open",
      hostMemberId: null,
    });
    const { response, trips } = await start();
    expect([response.status, trips]).toEqual([303, 2]);
    expect(locationOf(response)).toBe(`${paths.exchangeYear(2026)}?melding=gemaakt`);
    const stored = new Map((await proposals()).map((each) => [each.visitId, each]));
    expect(stored.get(wish)).toMatchObject({
      hostMemberId: "waterrand",
      offerId: offer,
      wave: 1,
      cause: null,
    });
    expect(stored.get(lonely)).toMatchObject({
      hostMemberId: null,
      offerId: null,
      wave: null,
      cause: "no_offer",
    });
    const log = await store.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "exchange_computed"));
    expect(log).toMatchObject([{ personId: "bureau", subject: "2026" }]);
  });

  test("tells both sides once how many proposals there are, on the page and by the command", async () => {
    await seedVisit(store.db, { id: idOf("ook"), state: "open", hostMemberId: null, seats: 2 });
    const { trips } = await start();
    expect(trips).toBe(2);
    await start();
    await makeExchange(store.db, 2026, TODAY, ORIGIN);
    const told = (await store.db.select().from(outbox)).sort((a, b) => a.toEmail.localeCompare(b.toEmail));
    expect(told.map(({ toEmail, noticeKind, subject }) => [toEmail, noticeKind, subject])).toEqual([
      ["otherhost@proef.example", "visit_request", "Ruilbeurs 2026: 2 voorstellen voor jullie"],
      ["professional@proef.example", "visit_request", "Ruilbeurs 2026: 2 voorstellen voor jullie"],
    ]);
    expect(told[0]?.text).toContain("Om een team te ontvangen: 2 voorstellen.");
    expect(told[1]?.text).toContain("Om zelf op bezoek te gaan: 2 voorstellen.");
    expect(told[0]?.text).toContain(`${ORIGIN}${paths.exchange()}`);
  });

  test("the command tells both sides as well; nobody hears of a request without a proposal", async () => {
    await store.db.update(visitOffers).set({ state: "withdrawn" });
    await makeExchange(store.db, 2025, TODAY, ORIGIN);
    expect(await store.db.select().from(outbox)).toEqual([]);
    await store.db.update(visitOffers).set({ state: "published" });
    await makeExchange(store.db, 2026, TODAY, ORIGIN);
    expect((await store.db.select().from(outbox)).map(({ toEmail }) => toEmail).sort()).toEqual([
      "otherhost@proef.example",
      "professional@proef.example",
    ]);
  });

  test("books nothing", async () => {
    await start();
    expect(await store.db.select({ state: visits.state, host: visits.hostMemberId }).from(visits)).toEqual([
      { state: "open", host: null },
    ]);
  });

  test("twice is once", async () => {
    await start();
    expect((await start()).response.status).toBe(303);
    expect(await store.db.select().from(visitExchanges)).toHaveLength(1);
    expect(await proposals()).toHaveLength(1);
  });

  test("at the same moment twice is once as well", async () => {
    await Promise.all([start(), start(), start()]);
    expect(await store.db.select().from(visitExchanges)).toHaveLength(1);
    expect(await proposals()).toHaveLength(1);
  });

  test("is for the bureau only, for this year, and with something to divide", async () => {
    expect((await start("2026", null)).response.status).toBe(401);
    for (const other of ["host", "monitoring"] as const)
      expect((await start("2026", other)).response.status).toBe(403);
    for (const year of ["2025", "", "nul"]) expect((await start(year)).response.status).toBe(409);
    await store.db.update(visits).set({ state: "withdrawn" });
    expect((await start()).response.status).toBe(409);
    expect(await proposals()).toEqual([]);
  });

  test("with too much for a page leads to the command, which does it", async () => {
    for (let nth = 0; nth < MOST_IN_REQUEST.wishes; nth++)
      await seedVisit(store.db, { id: idOf(`veel${nth}`), state: "open", hostMemberId: null });
    const { response } = await start();
    expect(response.status).toBe(409);
    expect(textOf(await response.text())).toContain("npm run ruilbeurs -- 2026");
    expect(textOf((await seen(paths.exchange(), "bureau")).html)).toContain("npm run ruilbeurs -- 2026");
    const made = await makeExchange(store.db, 2026, TODAY, ORIGIN);
    expect(made.ok && made.planned).toHaveLength(MOST_IN_REQUEST.wishes + 1);
    expect(await makeExchange(store.db, 2026, TODAY, ORIGIN)).toEqual({ ok: false, because: "exists" });
    expect(await proposals()).toHaveLength(MOST_IN_REQUEST.wishes + 1);
  });

  test("respects the limit of a host, and tells who is left why", async () => {
    await store.db.insert(hostSettings).values({ memberId: "waterrand", maxPerQuarter: 1, updatedAt: TODAY });
    await seedVisit(store.db, {
      id: idOf("tweede"),
      guestMemberId: "heuvelrug",
      state: "open",
      hostMemberId: null,
    });
    await start();
    const stored = await proposals();
    expect(stored.filter(({ hostMemberId }) => hostMemberId === "waterrand")).toHaveLength(1);
    expect(stored.find(({ hostMemberId }) => hostMemberId === null)?.cause).toBe("hosts_full");
  });

  test("tells who asks for too large a group that nothing fits", async () => {
    await store.db.update(visitOffers).set({ seats: 1 });
    await start();
    expect((await proposals())[0]?.cause).toBe("no_fit");
    expect(textOf((await seen(paths.exchange(), "professional")).html)).toContain(
      "Het aanbod over dit thema past niet bij jullie groep of reisgrens.",
    );
  });
});

describe("one's own proposals", () => {
  beforeEach(async () => void (await start()));

  test("show both sides each other with three reasons, in one round trip", async () => {
    const guest = await seen(paths.exchange(), "professional");
    expect([guest.status, guest.trips]).toEqual([200, 1]);
    expect(guest.html).toContain(`${paths.newVisit()}?aanbod=${offer}&amp;vraag=${wish}`);
    expect(textOf(guest.html)).toContain("De reis duurt ongeveer 25 minuten.");
    const host = await seen(paths.exchange(), "otherHost");
    expect(host.html).toContain(paths.visitMove(wish, "uitnodiging"));
    expect(textOf(host.html)).toContain("Hun reis duurt ongeveer 25 minuten.");
    for (const { html } of [guest, host])
      expect(html.match(/wt-reasons">(<li>.*?<\/li>){3}<\/ul>/g)).toHaveLength(1);
  });

  test("are not shown to anybody else", async () => {
    expect((await seen(paths.exchange(), null)).status).toBe(401);
    for (const other of ["bureau", "monitoring"] as const)
      expect((await seen(paths.exchange(), other)).html).not.toContain("wachttijd");
  });

  test("wait on the home page until they are answered, those to a host for its hosts only", async () => {
    const line = "1 voorstel van de ruilbeurs 2026 bekijken";
    expect(textOf((await seen(paths.home(), "professional")).html)).toContain(line);
    expect(textOf((await seen(paths.home(), "otherHost")).html)).toContain(line);
    expect(textOf((await seen(paths.home(), "otherEditor")).html)).not.toContain(line);
    await app.post(paths.exchangeDecline((await proposals())[0]?.id ?? ""), {}, "professional");
    expect(textOf((await seen(paths.home(), "otherHost")).html)).not.toContain(line);
  });

  test("lose their reasons and buttons when the host closes", async () => {
    await store.db.insert(hostSettings).values({ memberId: "waterrand", isPaused: true, updatedAt: TODAY });
    const { html } = await seen(paths.exchange(), "professional");
    expect(textOf(html)).toContain("Dit voorstel past nu niet meer.");
    expect(html).not.toContain(`${paths.newVisit()}?aanbod=`);
  });

  test("hide the question from the host once it is withdrawn", async () => {
    await store.db.update(visits).set({ state: "withdrawn" });
    const { html } = await seen(paths.exchange(), "otherHost");
    expect(html).not.toContain("wachttijd");
    expect(textOf(html)).toContain("Niet meer nodig");
  });

  test("are taken up by asking the host with the ordinary form", async () => {
    const form = { id: idOf("nieuw"), aanbod: offer, vraag: wish, thema: THEMES[0], namens: "lindestad" };
    const fields = { ...form, leervraag: "Hoe?", meebrengen: "", aantal: "2", periode: "" };
    expect((await app.post(paths.newVisit(), fields, "professional")).status).toBe(303);
    expect(textOf((await seen(paths.exchange(), "professional")).html)).toContain("Opgepakt");
    expect(textOf((await seen(paths.exchangeYear(2026), "bureau")).html)).toContain(
      "Daarvan zijn er 1 opgepakt.",
    );
  });
});
