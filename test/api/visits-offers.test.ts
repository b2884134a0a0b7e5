import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { offerThemes, visitOffers } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  locationOf,
  offerFields,
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

const offers = () => store.db.select().from(visitOffers);
const themesOf = async (id: string) =>
  (await store.db.select().from(offerThemes).where(eq(offerThemes.offerId, id)))
    .map(({ themeId }) => themeId)
    .sort();

describe("a new offer", () => {
  test("is a draft with its themes, whatever is clicked twice", async () => {
    const { response, trips } = await costOf(app, () =>
      app.post(paths.newOffer(), offerFields(), "otherHost"),
    );
    expect([response.status, trips]).toEqual([303, 2]);
    const id = idOf("nieuwaanbod");
    expect(locationOf(response)).toBe(`${paths.offer(id)}?melding=bewaard`);
    const again = await app.post(paths.newOffer(), offerFields({ titel: "Andere titel" }), "otherHost");
    expect(again.status).toBe(303);
    expect(await offers()).toHaveLength(1);
    expect((await offers())[0]).toMatchObject({
      state: "draft",
      memberId: "waterrand",
      title: "Meekijken bij het wijkspreekuur",
      startsAt: null,
      seats: 4,
    });
    expect(await themesOf(id)).toEqual([...THEMES].sort());
  });

  test("keeps the Dutch clock on both sides of the change of time", async () => {
    const day = { wanneer: "datum", van: "10:00", tot: "15.30" };
    await app.post(paths.newOffer(), offerFields({ ...day, datum: "2027-03-26" }), "otherHost");
    await app.post(
      paths.newOffer(),
      offerFields({ ...day, datum: "29-3-2027", id: idOf("zomertijd") }),
      "otherHost",
    );
    const starts = new Map((await offers()).map(({ id, startsAt }) => [id, startsAt]));
    expect(starts.get(idOf("nieuwaanbod"))).toBe(Date.parse("2027-03-26T09:00:00Z"));
    expect(starts.get(idOf("zomertijd"))).toBe(Date.parse("2027-03-29T08:00:00Z"));
  });

  test("that is not complete comes back with everything that was typed", async () => {
    const fields = offerFields({
      titel: "",
      plekken: "0",
      wanneer: "datum",
      datum: "morgen",
      praktisch: "Lift <2>",
    });
    const response = await app.post(paths.newOffer(), fields, "otherHost");
    const html = await response.text();
    expect(response.status).toBe(422);
    for (const kept of ["Lift &lt;2>", "Dorpsplein 2, Waterrand", "Een spreekuur met drie collega"])
      expect(html).toContain(kept);
    // Two themes, the form, the day, and the two choices that stand ready: language and who gets a place.
    expect(html.match(/checked/g)).toHaveLength(6);
    for (const said of ["Vul een titel in", "een heel getal van 1 tot en met 200", "Vul een datum in"])
      expect(textOf(html)).toContain(said);
    expect(await offers()).toEqual([]);
  });

  test("cannot have a theme of another codebook", async () => {
    const response = await app.post(
      paths.newOffer(),
      offerFields({ themas: ["thema-van-4c1"] }),
      "otherHost",
    );
    expect(response.status).toBe(422);
    expect(textOf(await response.text())).toContain("Kies thema's uit de lijst.");
  });

  test.each([
    [null, 401],
    ["otherEditor", 403],
    ["bureau", 403],
  ] as const)("is not for %s", async (as, status) => {
    expect((await app.get(paths.newOffer(), as)).status).toBe(status);
    const response = await app.post(paths.newOffer(), offerFields(), as);
    expect(response.status).toBe(status);
    if (status === 401) expect(await response.text()).toContain("Meekijken bij het wijkspreekuur");
    expect(await offers()).toEqual([]);
  });
});

describe("an offer that is no longer or not yet open", () => {
  test.each(["draft", "paused", "withdrawn"] as const)(
    "when %s exists for its own organisation only",
    async (state) => {
      const id = await seedOffer(store.db, { state });
      expect((await app.get(paths.offer(id), "otherEditor")).status).toBe(200);
      for (const as of ["host", "professional", "bureau", "monitoring"] as const)
        expect((await app.get(paths.offer(id), as)).status).toBe(404);
      expect((await app.get(paths.offer(id))).status).toBe(401);
      for (const as of ["host", "bureau"] as const)
        expect(await (await app.get(paths.visits(), as)).text()).not.toContain("keukentafel");
    },
  );
});

describe("changing an offer", () => {
  const change = (
    id: string,
    fields: Record<string, string | string[]>,
    as: "otherHost" | "host" = "otherHost",
  ) => app.post(paths.offerEdit(id), offerFields({ revisie: "1", ...fields }), as);

  test("replaces its content and themes, and raises the revision", async () => {
    const id = await seedOffer(store.db);
    const { response, trips } = await costOf(app, () => change(id, { themas: [THEMES[1]] }));
    expect([response.status, trips]).toEqual([303, 2]);
    expect((await offers())[0]).toMatchObject({ title: "Meekijken bij het wijkspreekuur", revision: 2 });
    expect(await themesOf(id)).toEqual([THEMES[1]]);
  });

  test("twice is once: the second click finds what the first one wrote", async () => {
    const id = await seedOffer(store.db);
    const form = { plekkenmin: "1", taal: "nederlands", toelating: "zelf" };
    expect((await change(id, form)).status).toBe(303);
    expect((await change(id, form)).status).toBe(303);
    expect((await offers())[0]?.revision).toBe(2);
    expect((await change(id, { ...form, titel: "Iets anders" })).status).toBe(409);
  });

  test("from an old page changes nothing, themes included", async () => {
    const id = await seedOffer(store.db, { revision: 3 });
    const late = await change(id, { themas: [THEMES[1]], revisie: "2", watjeziet: "Een lange dag" });
    expect(late.status).toBe(409);
    const page = await late.text();
    for (const kept of ["Een lange dag", "intussen veranderd", 'name="revisie" value="3"'])
      expect(page).toContain(kept);
    expect((await offers())[0]).toMatchObject({ title: "Een ochtend aan de keukentafel", revision: 3 });
    expect(await themesOf(id)).toEqual([THEMES[0]]);
  });

  test("cannot take away seats that are agreed, nor the day", async () => {
    const id = await seedOffer(store.db, { seats: 10, ...DAY });
    await seedVisit(store.db, { offerId: id, state: "accepted", seats: 6, ...DAY });
    const day = { wanneer: "datum", datum: "2026-12-01", van: "10:00", tot: "15:30" };
    const fewer = await change(id, { ...day, plekken: "5" });
    expect(fewer.status).toBe(422);
    expect(textOf(await fewer.text())).toContain("Vul minstens 6 in: zoveel plekken zijn al afgesproken.");
    const moved = await change(id, { ...day, datum: "2026-12-02", plekken: "10" });
    expect(moved.status).toBe(422);
    expect(textOf(await moved.text())).toContain("Verplaats elk bezoek apart");
    expect((await change(id, { ...day, plekken: "6" })).status).toBe(303);
    expect((await offers())[0]).toMatchObject({ seats: 6, ...DAY });
  });

  test.each([
    ["otherEditor", 403],
    ["host", 404],
    ["bureau", 404],
    [null, 401],
  ] as const)("is not for %s", async (as, status) => {
    const id = await seedOffer(store.db);
    expect((await app.get(paths.offerEdit(id), as)).status).toBe(status);
    expect((await app.post(paths.offerEdit(id), offerFields({ revisie: "1" }), as)).status).toBe(status);
    expect((await app.post(paths.offerState(id), { stand: "gepauzeerd", revisie: "1" }, as)).status).toBe(
      status,
    );
    expect((await offers())[0]).toMatchObject({ revision: 1, state: "published" });
  });

  test("is over once it is withdrawn", async () => {
    const id = await seedOffer(store.db, { state: "withdrawn" });
    expect((await change(id, {})).status).toBe(409);
  });
});

describe("the stand of an offer", () => {
  const stand = (id: string, to: string, revisie: number) =>
    app.post(paths.offerState(id), { stand: to, revisie: String(revisie) }, "otherHost");

  test("goes from draft to open, to paused, to open, and to withdrawn for good", async () => {
    const id = await seedOffer(store.db, { state: "draft" });
    const path = ["gepubliceerd", "gepauzeerd", "gepubliceerd", "ingetrokken"];
    for (const [at, to] of path.entries()) {
      const { response, trips } = await costOf(app, () => stand(id, to, at + 1));
      expect([response.status, trips]).toEqual([303, 2]);
      expect(locationOf(response)).toBe(`${paths.offer(id)}?melding=${to}`);
    }
    expect((await offers())[0]).toMatchObject({ state: "withdrawn", revision: 5 });
    const back = await stand(id, "gepubliceerd", 5);
    expect(back.status).toBe(409);
    expect(textOf(await back.text())).toContain('de stand van het aanbod is nu "ingetrokken"');
  });

  test("clicked twice changes once, from an old page not at all", async () => {
    const id = await seedOffer(store.db, { state: "draft" });
    expect((await stand(id, "gepubliceerd", 1)).status).toBe(303);
    expect((await stand(id, "gepubliceerd", 1)).status).toBe(303);
    expect((await stand(id, "gepauzeerd", 1)).status).toBe(409);
    expect((await stand(id, "verzonnen", 2)).status).toBe(409);
    expect((await offers())[0]).toMatchObject({ state: "published", revision: 2 });
  });

  test("cannot be open on a day that is past", async () => {
    const id = await seedOffer(store.db, { state: "draft", ...DAY });
    app.setNow(DAY.endsAt);
    const response = await stand(id, "gepubliceerd", 1);
    expect(response.status).toBe(409);
    expect(textOf(await response.text())).toContain("Kies eerst een nieuwe dag.");
  });
});
