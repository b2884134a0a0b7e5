import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { visitDrafts, visitOffers, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, seedRound } from "../support/cast.ts";
import { CURIOUS, CURIOUS_KEY, PROUD, PROUD_KEY, seedAnswers, themeOf } from "../support/draft-fixtures.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, idOf, locationOf, offerFields, requestFields } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedRegistry(store.db);
  await seedCast(store.db);
  await seedRound(store.db);
  await seedAnswers(store.db, "lindestad");
  app = startApp(store.db);
});
afterEach(() => store.close());

const drafts = () => store.db.select().from(visitDrafts);

describe("placing a draft", () => {
  test("opens the form filled in, and the request remembers where it came from", async () => {
    const thema = await themeOf(store.db, "preventie");
    const onward = await app.post(
      paths.visitDraft(CURIOUS_KEY),
      { tekst: "Onze eigen vraag", thema, revisie: "0", verder: "ja" },
      "editor",
    );
    expect(locationOf(onward)).toBe(`${paths.newVisit()}?concept=${CURIOUS_KEY}`);
    const form = await (await app.get(locationOf(onward), "editor")).text();
    expect(form).toContain("Onze eigen vraag");
    expect(form).toMatch(new RegExp(`value="${thema}"[^>]*checked|checked[^>]*value="${thema}"`));
    const fields = requestFields({ thema, concept: CURIOUS_KEY });
    const { response, trips } = await costOf(app, () => app.post(paths.newVisit(), fields, "editor"));
    expect([response.status, trips]).toEqual([303, 2]);
    expect((await app.post(paths.newVisit(), fields, "editor")).status).toBe(303);
    expect(await drafts()).toMatchObject([{ state: "published", text: "", visitId: idOf("nieuwbezoek") }]);
    expect(await store.db.select().from(visits)).toHaveLength(1);
    expect(textOf(await (await app.get(paths.visitDrafts(), "host")).text())).toContain(
      "Bekijk jullie bezoekvraag",
    );
  });

  test("of pride makes an offer by a host; an editor cannot", async () => {
    const thema = await themeOf(store.db, "preventie");
    const form = await (await app.get(`${paths.newOffer()}?concept=${PROUD_KEY}`, "host")).text();
    expect(form).toContain(PROUD);
    expect((await app.get(`${paths.newOffer()}?concept=${PROUD_KEY}`, "editor")).status).toBe(403);
    const fields = offerFields({ themas: [thema], concept: PROUD_KEY });
    expect((await app.post(paths.newOffer(), fields, "host")).status).toBe(303);
    expect(await drafts()).toMatchObject([
      { concept: "5C1", state: "published", offerId: idOf("nieuwaanbod") },
    ]);
    expect(await store.db.select().from(visitOffers)).toMatchObject([
      { state: "draft", memberId: "lindestad" },
    ]);
    const gone = await app.post(paths.visitDraftRemoval(PROUD_KEY), { revisie: "1" }, "host");
    expect(gone.status).toBe(303);
    expect(await drafts()).toMatchObject([{ state: "discarded", offerId: null }]);
    expect(await store.db.select().from(visitOffers)).toHaveLength(1);
  });

  test("is not done with the key of somebody else's answer", async () => {
    const thema = await themeOf(store.db, "preventie");
    const form = await (await app.get(`${paths.newVisit()}?concept=${CURIOUS_KEY}`, "otherEditor")).text();
    expect(form).not.toContain(CURIOUS);
    const theirs = requestFields({ thema, concept: CURIOUS_KEY });
    expect((await app.post(paths.newVisit(), theirs, "otherEditor")).status).toBe(303);
    expect((await app.get(`${paths.newVisit()}?concept=${CURIOUS_KEY}`, "professional")).status).toBe(200);
    const text = await (await app.get(`${paths.newVisit()}?concept=${CURIOUS_KEY}`, "professional")).text();
    expect(text).not.toContain(CURIOUS);
    const mine = requestFields({ id: idOf("andere"), thema, concept: CURIOUS_KEY });
    expect((await app.post(paths.newVisit(), mine, "professional")).status).toBe(303);
    expect(await store.db.select().from(visitDrafts).where(eq(visitDrafts.state, "published"))).toEqual([]);
  });
});
