import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { offerThemes, visitOffers, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  offerFields,
  requestFields,
  seedOffer,
  seedThemes,
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

const offers = () => store.db.select().from(visitOffers).orderBy(visitOffers.startsAt);
const threeDays = {
  ...{ wanneer: "datum", datum: "2026-12-01", van: "10:00", tot: "15:30" },
  ...{ datum2: "8-12-2026", van2: "10.00", tot2: "15.30" },
  ...{ datum4: "2026-12-15", van4: "10:00", tot4: "15:30" },
};
const place = (fields: Record<string, string | string[]> = {}) =>
  app.post(paths.newOffer(), offerFields({ ...threeDays, ...fields }), "otherHost");

describe("an offer on several days", () => {
  test("is one row a day with seats of its own, whatever is clicked twice", async () => {
    const { response, trips } = await costOf(app, () => place());
    expect([response.status, trips]).toEqual([303, 2]);
    expect((await place()).status).toBe(303);
    const rows = await offers();
    expect(rows.map(({ startsAt }) => startsAt)).toEqual([
      DAY.startsAt,
      Date.parse("2026-12-08T09:00:00Z"),
      Date.parse("2026-12-15T09:00:00Z"),
    ]);
    expect(new Set(rows.map(({ seriesId }) => seriesId))).toEqual(new Set([idOf("nieuwaanbod")]));
    expect(rows.every(({ seats, state }) => seats === 4 && state === "draft")).toBe(true);
    expect(await store.db.select().from(offerThemes)).toHaveLength(3 * THEMES.length);
  });

  test("with a wrong or double day comes back, and says which", async () => {
    const wrong = await place({ datum2: "morgen" });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('value="morgen"');
    expect(html).toContain(
      'href="#veld-datum2"'.replace("veld-", html.includes('href="#veld-') ? "veld-" : ""),
    );
    const double = await place({ datum2: "1-12-2026" });
    expect(textOf(await double.text())).toContain("Kies een andere dag of tijd: deze staat er al.");
    expect(await offers()).toEqual([]);
  });

  test("opens day by day or all at once, and shows the other open days to others", async () => {
    await place();
    const [first, second, third] = await offers();
    const stand = (id: string, fields: Record<string, string>) =>
      app.post(paths.offerState(id), { stand: "gepubliceerd", ...fields }, "otherHost");
    await stand(first?.id ?? "", { revisie: "1" });
    expect((await offers()).map(({ state }) => state)).toEqual(["published", "draft", "draft"]);
    expect(textOf(await (await app.get(paths.offer(first?.id ?? ""), "host")).text())).not.toContain(
      "Ook op andere dagen",
    );
    const { trips } = await costOf(app, () => stand(second?.id ?? "", { revisie: "1", reeks: "ja" }));
    expect(trips).toBe(2);
    expect((await offers()).map(({ state }) => state)).toEqual(["published", "published", "published"]);
    const page = textOf(await (await app.get(paths.offer(first?.id ?? ""), "host")).text());
    expect(page).toContain("dinsdag 8 december 2026, 10.00 – 15.30 uur");
    await store.db
      .update(visitOffers)
      .set({ state: "withdrawn" })
      .where(eq(visitOffers.id, third?.id ?? ""));
    expect(textOf(await (await app.get(paths.offer(first?.id ?? ""), "host")).text())).not.toContain(
      "15 december",
    );
  });

  test("changes its words on one day, or on all, days and seats apart", async () => {
    await place();
    const [first] = await offers();
    const change = (revisie: string, fields: Record<string, string | string[]>) =>
      app.post(
        paths.offerEdit(first?.id ?? ""),
        offerFields({ ...threeDays, revisie, ...fields }),
        "otherHost",
      );
    await change("1", { titel: "Alleen vandaag", plekken: "9" });
    expect((await offers()).filter(({ title }) => title === "Alleen vandaag")).toHaveLength(1);
    const { response, trips } = await costOf(app, () =>
      change("2", { titel: "Overal", themas: [THEMES[1]], plekken: "9", reeks: "ja" }),
    );
    expect([response.status, trips]).toEqual([303, 2]);
    const rows = await offers();
    expect(rows.map(({ title, seats }) => [title, seats])).toEqual([
      ["Overal", 9],
      ["Overal", 4],
      ["Overal", 4],
    ]);
    const chosen = await store.db.select().from(offerThemes);
    expect(chosen.map(({ themeId }) => themeId)).toEqual([THEMES[1], THEMES[1], THEMES[1]]);
    expect((await change("2", { titel: "Te laat", reeks: "ja" })).status).toBe(409);
    expect((await offers()).some(({ title }) => title === "Te laat")).toBe(false);
  });
});

describe("one more day", () => {
  const add = (id: string, fields: Record<string, string> = {}, as: CastKey | null = "otherHost") =>
    app.post(
      paths.offerDay(id),
      { id: idOf("extra"), datum: "2026-12-10", van: "10:00", tot: "12:00", ...fields },
      as,
    );

  test("has the words of the offer and starts as a draft, once", async () => {
    const id = await seedOffer(store.db, { ...DAY, isPublic: true, access: "Bel aan" });
    const { response, trips } = await costOf(app, () => add(id));
    expect([response.status, trips]).toEqual([303, 2]);
    expect((await add(id)).status).toBe(303);
    const rows = await offers();
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({ state: "draft", seriesId: id, access: "Bel aan", isPublic: true });
    expect(rows[0]).toMatchObject({ state: "published", seriesId: id });
    expect(await store.db.select().from(offerThemes)).toHaveLength(2);
  });

  test.each<[CastKey | null, number]>([
    [null, 401],
    ["otherEditor", 403],
    ["host", 404],
    ["bureau", 404],
  ])("is not for %s", async (as, status) => {
    const id = await seedOffer(store.db, { ...DAY });
    expect((await app.get(paths.offerDay(id), as)).status).toBe(status);
    expect((await add(id, {}, as)).status).toBe(status);
    expect(await offers()).toHaveLength(1);
  });

  test("that cannot be comes back; without a day of its own there is none to add", async () => {
    const id = await seedOffer(store.db, { ...DAY });
    const wrong = await add(id, { datum: "2020-01-01" });
    expect(wrong.status).toBe(422);
    expect(textOf(await wrong.text())).toContain("Kies een datum en tijd die nog komen.");
    const loose = await seedOffer(store.db, { id: idOf("los") });
    expect((await add(loose)).status).toBe(409);
    expect(await offers()).toHaveLength(2);
  });
});

describe("the practical sheet and who may come", () => {
  const sheet = {
    ...{ toegang: "Lift aanwezig", parkeren: "Achter het pand", eten: "Soep", veiligheid: "Nooit alleen" },
    ...{
      fotos: "bewoners",
      taal: "fries",
      plekkenmin: "2",
      openbaar: "ja",
      toelating: "volgorde",
      sluitdagen: "3",
    },
  };

  test("are kept, shown to others, and back in the form", async () => {
    await place(sheet);
    const [first] = await offers();
    expect(first).toMatchObject({
      ...{ access: "Lift aanwezig", parking: "Achter het pand", diet: "Soep", safety: "Nooit alleen" },
      ...{ noPhotos: "bewoners", language: "frisian", seatsMin: 2, isPublic: true, needsApproval: false },
      // Until the end of Saturday 28 November, three days before Tuesday 1 December.
      applyBefore: Date.parse("2026-11-28T23:00:00Z"),
    });
    await store.db.update(visitOffers).set({ state: "published" });
    const page = textOf(await (await app.get(paths.offer(first?.id ?? ""), "host")).text());
    for (const shown of ["Lift aanwezig", "Soep", "Geen foto's van bewoners", "Fries", "vanaf 2 personen"])
      expect(page).toContain(shown);
    const form = await (await app.get(paths.offerEdit(first?.id ?? ""), "otherHost")).text();
    expect(form).toMatch(/name="sluitdagen"[^>]*value="3"/);
    for (const chosen of ["fries", "volgorde", "ja"])
      expect(form).toMatch(new RegExp(`value="${chosen}"[^>]*checked`));
  });

  test.each([
    [{ plekkenmin: "5" }, "Vul hooguit 4 in: meer mensen passen er niet."],
    [{ plekkenmin: "nul" }, "Vul in bij hoeveel mensen het doorgaat"],
    [{ sluitdagen: "100" }, "Vul een heel aantal dagen in van 1 tot en met 90"],
    [{ taal: "klingon" }, "Kies in welke taal je ontvangt."],
    [{ parkeren: "x".repeat(601) }, "Maak deze tekst korter: hooguit 600 tekens."],
  ])("are checked: %j", async (fields, sentence) => {
    const response = await place(fields);
    expect(response.status).toBe(422);
    expect(textOf(await response.text())).toContain(sentence);
    expect(await offers()).toEqual([]);
  });
});

describe("what an open question says of its guests", () => {
  test("is kept: form, travel limit and its unit", async () => {
    const wishes = { vorm: "digitaal", reisgrens: "90", reiseenheid: "kilometers" };
    const response = await app.post(paths.newVisit(), requestFields(wishes), "professional");
    expect(response.status).toBe(303);
    expect(await store.db.select().from(visits)).toMatchObject([
      { preferredFormat: "digital", travelLimit: 90, travelUnit: "kilometres" },
    ]);
  });

  test("may stay open", async () => {
    await app.post(paths.newVisit(), requestFields(), "professional");
    expect(await store.db.select().from(visits)).toMatchObject([
      { preferredFormat: null, travelLimit: null, travelUnit: null },
    ]);
  });

  test.each(["0", "601", "anderhalf uur"])("is no travel limit of %s", async (reisgrens) => {
    const response = await app.post(paths.newVisit(), requestFields({ reisgrens }), "professional");
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(textOf(html)).toContain("Vul een heel getal in van 1 tot en met 600, of laat het leeg.");
    expect(html).toContain(`value="${reisgrens}"`);
    expect(await store.db.select().from(visits)).toEqual([]);
  });
});
