import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { seedPlaces } from "../support/match-fixtures.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  idOf,
  requestFields,
  seedOffer,
  seedThemes,
  seedVisit,
  THEMES,
} from "../support/visit-fixtures.ts";

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

describe("bundles", () => {
  const bundles = (as: Parameters<TestApp["get"]>[1]) => costOf(app, () => app.get(paths.bundles(), as));

  test("put two teams nearby with one theme before a host, with the way to an offer with a day", async () => {
    await seedVisit(store.db, {
      id: idOf("tweede"),
      state: "open",
      hostMemberId: null,
      guestMemberId: "heuvelrug",
    });
    const { response, trips } = await bundles("otherHost");
    const html = await response.text();
    expect([response.status, trips]).toEqual([200, 1]);
    expect(textOf(html)).toContain("Twee teams in jullie buurt willen dit zien. Samen zijn dat 3 personen.");
    expect(html).toContain(`${paths.newOffer()}?themas=${THEMES[0]}&amp;wanneer=datum&amp;plekken=3`);
    const form = await (
      await app.get(`${paths.newOffer()}?themas=${THEMES[0]}&wanneer=datum&plekken=3`, "otherHost")
    ).text();
    expect(form).toMatch(new RegExp(`value="${THEMES[0]}"[^>]*checked|checked[^>]*value="${THEMES[0]}"`));
    expect(form).toMatch(/name="plekken"[^>]*value="3"|value="3"[^>]*name="plekken"/);
  });

  test("are not made of one team, nor for who is not signed in", async () => {
    const { response } = await bundles("otherHost");
    expect(textOf(await response.text())).toContain("Er zijn nu geen twee teams in jullie buurt");
    expect((await bundles(null)).response.status).toBe(401);
    expect((await bundles("bureau")).response.status).toBe(403);
  });
});

describe("asking a team with an open question", () => {
  const ask = (offer: string, fields = {}) =>
    app.post(
      paths.newVisit(),
      requestFields({ aanbod: offer, vraag: wish, namens: "lindestad", ...fields }),
      "professional",
    );
  const stateOf = async (id: string) =>
    (await store.db.select().from(visits).where(eq(visits.id, id)))[0]?.state;

  test("fills in the form with what the question says", async () => {
    const offer = await seedOffer(store.db);
    const html = await (
      await app.get(`${paths.newVisit()}?aanbod=${offer}&vraag=${wish}`, "professional")
    ).text();
    expect(html).toContain("Hoe houden jullie de wachttijd kort?");
    expect(html).toContain(`name="vraag" value="${wish}"`);
  });

  test("places a request and closes the question, in two round trips", async () => {
    const offer = await seedOffer(store.db);
    const { response, trips } = await costOf(app, () => ask(offer));
    expect([response.status, trips]).toEqual([303, 2]);
    expect(await stateOf(idOf("nieuwbezoek"))).toBe("requested");
    expect(await stateOf(wish)).toBe("withdrawn");
  });

  test("closes nothing when the form is wrong, nor a question of somebody else", async () => {
    const offer = await seedOffer(store.db);
    const wrong = await ask(offer, { leervraag: "" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(`name="vraag" value="${wish}"`);
    expect(await stateOf(wish)).toBe("open");
    const theirs = await seedVisit(store.db, {
      id: idOf("hunvraag"),
      guestMemberId: "heuvelrug",
      state: "open",
      hostMemberId: null,
    });
    expect((await ask(offer, { vraag: theirs })).status).toBe(303);
    expect(await stateOf(theirs)).toBe("open");
  });
});

describe("the explanation", () => {
  test("shows the weights that the score counts with", async () => {
    const { response, trips } = await costOf(app, () => app.get(paths.matchExplanation(), "professional"));
    expect([response.status, trips]).toEqual([200, 1]);
    expect(textOf(await response.text())).toContain("Thema tot 35");
    expect((await app.get(paths.matchExplanation())).status).toBe(401);
  });
});
