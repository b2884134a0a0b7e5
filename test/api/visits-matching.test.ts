import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  answers,
  hostSettings,
  members,
  releaseOpenings,
  responses,
  visitOffers,
  visits,
} from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { seedPlaces, seedScale, seedStep, seedSystems } from "../support/match-fixtures.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, idOf, seedOffer, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
let wish: string;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  await seedPlaces(store.db);
  app = startApp(store.db);
  wish = await seedVisit(store.db, { state: "open", hostMemberId: null, seats: 2 });
});
afterEach(() => store.close());

const teams = async (as: Parameters<TestApp["get"]>[1] = "professional") => {
  const { response, trips } = await costOf(app, () => app.get(paths.teamsForRequest(wish), as));
  return { status: response.status, trips, html: await response.text() };
};
const reasonsIn = (html: string) =>
  [...html.matchAll(/<ul class="wt-reasons">(.*?)<\/ul>/g)].map(([, list = ""]) =>
    [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, reason = ""]) => textOf(reason)),
  );

describe("teams for a request", () => {
  test("come with three reasons and the way to ask, in one round trip", async () => {
    const offer = await seedOffer(store.db);
    await seedSystems(store.db, "lindestad", "waterrand");
    const { status, trips, html } = await teams();
    expect([status, trips]).toEqual([200, 1]);
    expect(reasonsIn(html)).toEqual([
      [
        "Het aanbod gaat over “Samenwerken in de wijk”.",
        "De reis duurt ongeveer 25 minuten.",
        "Jullie zijn van dezelfde grootte: M50 of 30.000 tot 80.000 inwoners.",
      ],
    ]);
    expect(html).toContain(`${paths.newVisit()}?aanbod=${offer}&amp;vraag=${wish}`);
    expect(textOf(html)).toContain("Zelfde systemen 8");
  });

  test("cost one round trip for many offers too, of each host the best one", async () => {
    for (let nth = 0; nth < 30; nth++)
      await seedOffer(store.db, { id: idOf(`veel${nth}`), memberId: nth % 2 ? "waterrand" : "heuvelrug" });
    const { trips, html } = await teams();
    expect(trips).toBe(1);
    expect(reasonsIn(html)).toHaveLength(2);
  });

  test("without any that fits say so, and go on", async () => {
    const { status, html } = await teams();
    expect(status).toBe(200);
    expect(textOf(html)).toContain(
      "Er is nu geen team dat jullie kan ontvangen over “Samenwerken in de wijk”.",
    );
  });

  test("are only for who asked", async () => {
    await seedOffer(store.db);
    expect((await teams(null)).status).toBe(401);
    expect((await teams("otherHost")).status).toBe(404);
    expect((await teams("bureau")).status).toBe(403);
    expect((await app.get(paths.teamsForRequest("bestaat-niet"), "professional")).status).toBe(404);
  });

  test("are no longer there when the question is not open", async () => {
    await store.db.update(visits).set({ state: "withdrawn" });
    const { status, html } = await teams();
    expect(status).toBe(409);
    expect(textOf(html)).toContain("Deze vraag staat niet meer open.");
  });

  test("leave out a host that takes nobody, a draft, a past day, one's own offer and who left", async () => {
    const receiving = async () => reasonsIn((await teams()).html).length;
    const offer = await seedOffer(store.db);
    await seedOffer(store.db, { id: idOf("eigen"), memberId: "lindestad" });
    expect(await receiving()).toBe(1);
    await store.db.insert(hostSettings).values({ memberId: "waterrand", isPaused: true, updatedAt: TODAY });
    expect(await receiving()).toBe(0);
    await store.db.update(hostSettings).set({ isPaused: false, maxPerQuarter: 1 });
    expect(await receiving()).toBe(1);
    const another = {
      guestMemberId: "heuvelrug",
      state: "accepted",
      startsAt: TODAY + 1,
      endsAt: TODAY + 2,
    } as const;
    await seedVisit(store.db, { id: idOf("ander"), ...another });
    expect(await receiving()).toBe(0);
    await store.db.delete(hostSettings);
    expect(await receiving()).toBe(1);
    await store.db.update(visitOffers).set({ state: "draft" }).where(eq(visitOffers.id, offer));
    expect(await receiving()).toBe(0);
    await store.db.update(visitOffers).set({ state: "published", startsAt: TODAY - 1 });
    expect(await receiving()).toBe(0);
    await store.db.update(visitOffers).set({ startsAt: null });
    await store.db.update(members).set({ leftOn: "2026-01-01" }).where(eq(members.id, "waterrand"));
    expect(await receiving()).toBe(0);
  });

  test("respect the travel limit of the request", async () => {
    await seedOffer(store.db);
    await store.db.update(visits).set({ travelLimit: 20, travelUnit: "minutes" });
    expect(reasonsIn((await teams()).html)).toEqual([]);
    await store.db.update(visits).set({ travelLimit: 20, travelUnit: "kilometres" });
    expect(reasonsIn((await teams()).html)).toHaveLength(1);
  });
});

describe("answers on scales", () => {
  const strong = "Zij zijn sterk in gedeelde visie. Jullie zijn daar nog mee bezig.";
  const seedSteps = async (guest: Parameters<typeof seedStep>[3], host: Parameters<typeof seedStep>[3]) => {
    await seedOffer(store.db);
    await seedScale(store.db);
    await seedStep(store.db, "lindestad", 1, guest);
    await seedStep(store.db, "waterrand", 5, host);
  };

  test("give a reason when both sides opened them to members or wider", async () => {
    await seedSteps("members", "public");
    const { html } = await teams();
    expect(reasonsIn(html)[0]).toContain(strong);
    expect(textOf(html)).toContain("Sterk waar jullie zoeken 8");
  });

  test("give neither reason nor points as soon as one side closes", async () => {
    await seedSteps("members", "public");
    for (const [closing, tier] of [
      ["lindestad", "learning_group"],
      ["waterrand", "counted_only"],
      ["waterrand", null],
    ] as const) {
      await store.db.update(answers).set({ consent: "members" });
      expect(reasonsIn((await teams()).html)[0]).toContain(strong);
      await store.db
        .update(answers)
        .set({ consent: tier })
        .where(eq(answers.responseId, `inzending-${closing}`));
      const { html } = await teams();
      expect(reasonsIn(html)[0]).not.toContain(strong);
      expect(html).not.toContain("gedeelde visie");
      expect(textOf(html)).not.toContain("Sterk waar jullie zoeken");
    }
  });

  test("give no reason by a consent that no edition of the figures took in", async () => {
    await seedSteps("members", "public");
    await store.db.delete(releaseOpenings).where(eq(releaseOpenings.memberId, "waterrand"));
    expect((await teams()).html).not.toContain("gedeelde visie");
  });

  test("are closed by the second response of an organisation as well as by a new version", async () => {
    await seedSteps("members", "public");
    const [first] = await store.db.select().from(responses).where(eq(responses.memberId, "waterrand"));
    const [answer] = await store.db
      .select()
      .from(answers)
      .where(eq(answers.responseId, first?.id ?? ""));
    if (!first || !answer) throw new Error("the fixture signed a response");
    await store.db.insert(responses).values({ ...first, id: "tweede-inzending", sequence: 2 });
    await store.db
      .insert(answers)
      .values({ ...answer, responseId: "tweede-inzending", consent: "counted_only" });
    expect((await teams()).html).not.toContain("gedeelde visie");
  });
});

describe("requests for an offer", () => {
  const requests = (offer: string, as: Parameters<TestApp["get"]>[1]) =>
    costOf(app, () => app.get(paths.requestsForOffer(offer), as));

  test("come with three reasons and, for a host, the way to invite", async () => {
    const offer = await seedOffer(store.db);
    const { response, trips } = await requests(offer, "otherHost");
    const html = await response.text();
    expect([response.status, trips]).toEqual([200, 1]);
    expect(reasonsIn(html)[0]).toHaveLength(3);
    expect(reasonsIn(html)[0]).toContain("Hun reis duurt ongeveer 25 minuten.");
    expect(html).toContain(paths.visitMove(wish, "uitnodiging"));
    const asEditor = await (await requests(offer, "otherEditor")).response.text();
    expect(asEditor).not.toContain(paths.visitMove(wish, "uitnodiging"));
    expect(textOf(asEditor)).toContain("Vraag een gastheer van jouw organisatie");
  });

  test("are only for the organisation of the offer", async () => {
    const offer = await seedOffer(store.db);
    expect((await requests(offer, null)).response.status).toBe(401);
    expect((await requests(offer, "host")).response.status).toBe(404);
    expect((await requests(offer, "monitoring")).response.status).toBe(403);
  });

  test("invite nobody while the host is closed", async () => {
    const offer = await seedOffer(store.db);
    await store.db.insert(hostSettings).values({ memberId: "waterrand", isPaused: true, updatedAt: TODAY });
    const html = await (await requests(offer, "otherHost")).response.text();
    expect(reasonsIn(html)).toEqual([]);
    expect(textOf(html)).toContain("Jullie ontvangen nu niemand volgens jullie eigen afspraken.");
  });
});
