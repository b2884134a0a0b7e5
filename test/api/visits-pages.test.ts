import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memberMunicipalities, municipalities, offerThemes } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  momentFields,
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

const read = async (path: string, as: CastKey | null = "professional") => {
  const response = await app.get(path, as);
  const html = await response.text();
  return { status: response.status, html, text: textOf(html) };
};

const open = { hostMemberId: null, guestMemberId: "heuvelrug", guestPersonId: null, state: "open" as const };

async function seedPlaces(): Promise<void> {
  const place = (code: string, province: string) => ({
    code,
    name: code,
    officialName: code,
    searchKey: code,
    province,
    municipalityClass: "M50" as const,
    latitude: 52,
    longitude: 5,
    validFrom: "2023-01-01",
  });
  await store.db.insert(municipalities).values([place("GM1", "Utrecht"), place("GM2", "Flevoland")]);
  await store.db.insert(memberMunicipalities).values([
    { memberId: "waterrand", code: "GM1" },
    { memberId: "heuvelrug", code: "GM2" },
  ]);
}

describe("the list", () => {
  test("shows published offers that are to come, and open questions, in one round trip", async () => {
    await seedOffer(store.db, { title: "Komt nog", ...DAY });
    await seedOffer(store.db, { id: idOf("voorbij"), title: "Voorbij", startsAt: 1, endsAt: 2 });
    await seedOffer(store.db, { id: idOf("concept"), title: "Nog geheim", state: "draft" });
    await seedVisit(store.db, { ...open, learningQuestion: "Hoe begin je een buurtkamer?" });
    await seedVisit(store.db, { id: idOf("dicht"), learningQuestion: "Vertrouwelijke vraag?" });
    const { response, trips } = await costOf(app, () => app.get(paths.visits(), "professional"));
    const text = textOf(await response.text());
    expect([response.status, trips]).toEqual([200, 1]);
    expect(text).toContain("1 uitnodiging staat open");
    for (const shown of [
      "Komt nog",
      "dinsdag 1 december 2026, 10.00 – 15.30 uur",
      "nog 10 van 10 plekken vrij",
      "teamleiders",
      "Hoe begin je een buurtkamer?",
      "Dorpenteam Heuvelrug",
    ])
      expect(text).toContain(shown);
    for (const hidden of [
      "Voorbij",
      "Nog geheim",
      "Vertrouwelijke vraag?",
      "@proef.example",
      "Persoon otherHost",
    ])
      expect(text).not.toContain(hidden);
  });

  test("takes its filters from the address", async () => {
    await seedPlaces();
    await seedOffer(store.db, { title: "Dag bij ons", ...DAY });
    await seedOffer(store.db, {
      id: idOf("digitaal"),
      title: "Op het scherm",
      format: "digital",
      memberId: "heuvelrug",
    });
    await store.db.insert(offerThemes).values({ offerId: idOf("digitaal"), themeId: THEMES[1] });
    const titles = async (query: string) => {
      const { text } = await read(`${paths.visits()}?${query}`);
      return ["Dag bij ons", "Op het scherm"].filter((title) => text.includes(title));
    };
    expect(await titles("")).toEqual(["Dag bij ons", "Op het scherm"]);
    expect(await titles("thema=preventie")).toEqual(["Op het scherm"]);
    expect(await titles("vorm=teambezoek")).toEqual(["Dag bij ons"]);
    expect(await titles("provincie=Utrecht")).toEqual(["Dag bij ons"]);
    expect(await titles("wanneer=overleg")).toEqual(["Op het scherm"]);
    expect(await titles("wanneer=maand")).toEqual(["Dag bij ons"]);
    expect(await titles("vorm=verzonnen&wanneer=nooit&pagina=x")).toEqual(["Dag bij ons", "Op het scherm"]);
    const { html, text } = await read(`${paths.visits()}?thema=preventie&provincie=Utrecht`);
    expect(text).toContain("Er is nu geen aanbod dat past bij wat je zoekt.");
    expect(html).toContain(`href="${paths.newVisit()}"`);
    expect(html).toContain('value="preventie" selected');
    expect(html).toContain(`href="${paths.visits()}?provincie=Utrecht"`);
  });

  test("costs one round trip for many rows, in pages", async () => {
    for (let at = 10; at < 30; at++) {
      await seedOffer(store.db, { id: idOf(`aanbod${at}`), title: `Aanbod ${at}` });
      await seedVisit(store.db, { ...open, id: idOf(`vraag${at}`), learningQuestion: `Vraag ${at}` });
    }
    const { response, trips } = await costOf(app, () =>
      app.get(`${paths.visits()}?pagina=2`, "professional"),
    );
    const text = textOf(await response.text());
    expect(trips).toBe(1);
    expect(text.match(/Aanbod \d\d/g)).toHaveLength(8);
    expect(text.match(/Vraag \d\d/g)).toHaveLength(12);
  });

  test("is for who is signed in; staff of the association looks along", async () => {
    expect((await read(paths.visits(), null)).status).toBe(401);
    const staff = await read(paths.visits(), "bureau");
    expect(staff.status).toBe(200);
    expect(staff.html).not.toContain(paths.newVisit());
    expect(staff.html).not.toContain(paths.newOffer());
  });
});

describe("the page of a visit", () => {
  const secret = { learningQuestion: "Hoe gaan jullie om met wachtlijsten?" };

  test("tells both sides who, what and when, with each other's address, in one round trip", async () => {
    const offerId = await seedOffer(store.db, DAY);
    const id = await seedVisit(store.db, { ...secret, offerId, location: "Kade 1, Waterrand", ...DAY });
    const { response, trips } = await costOf(app, () => app.get(paths.visit(id), "otherHost"));
    const host = textOf(await response.text());
    expect([response.status, trips]).toEqual([200, 1]);
    for (const shown of [
      secret.learningQuestion,
      "Bezoek accepteren",
      "professional@proef.example",
      "Kade 1",
    ])
      expect(host).toContain(shown);
    const guest = await read(paths.visit(id));
    expect(guest.text).toContain("otherhost@proef.example");
    expect(guest.text).toContain("We wachten op Wijkteam Waterrand.");
    expect(guest.text).not.toContain("Bezoek accepteren");
    const colleague = await read(paths.visit(id), "otherEditor");
    expect(colleague.text).not.toContain("Bezoek accepteren");
  });

  test.each([
    ["requested", "bureau"],
    ["accepted", "monitoring"],
    ["cancelled", "host"],
    ["took_place", "host"],
  ] as const)("does not exist for others when %s (%s)", async (state, as) => {
    const id = await seedVisit(store.db, {
      ...secret,
      guestMemberId: "heuvelrug",
      guestPersonId: null,
      state,
      ...DAY,
    });
    for (const path of [paths.visit(id), paths.visitCalendar(id), paths.visitMove(id, "annulering")]) {
      const page = await read(path, as);
      expect(page.status).toBe(404);
      expect(page.text).not.toContain(secret.learningQuestion);
    }
    expect((await read(paths.visit(id), null)).status).toBe(401);
  });

  test("of an open question is for all, without a name, an address or history", async () => {
    const id = await seedVisit(store.db, { hostMemberId: null, state: "open" });
    const page = await read(paths.visit(id), "otherHost");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Nodig dit team uit");
    for (const hidden of ["professional@proef.example", "Persoon professional", "Wat er gebeurde"])
      expect(page.text).not.toContain(hidden);
    expect((await read(paths.visit(id), "bureau")).status).toBe(200);
  });

  test("hides addresses again after a refusal", async () => {
    const id = await seedVisit(store.db, { state: "declined", hostPersonId: "otherHost" });
    expect((await read(paths.visit(id))).text).not.toContain("@proef.example");
  });

  test("shows the form of a move with what is already known", async () => {
    const id = await seedVisit(store.db, { ...DAY, location: "Kade 1, Waterrand" });
    const { html } = await read(paths.visitMove(id, "tegenvoorstel"), "otherHost");
    for (const value of ["2026-12-01", "10:00", "15:30", "Kade 1, Waterrand"])
      expect(html).toContain(`value="${value}"`);
    expect(textOf(html)).toContain("Noem geen inwoners bij naam.");
  });

  test("keeps what was typed when a move is not complete", async () => {
    const id = await seedVisit(store.db);
    const fields = momentFields(1, { datum: "31-2-2027", van: "9", bericht: "Graag met jullie allemaal" });
    const response = await app.post(paths.visitMove(id, "tegenvoorstel"), fields, "otherHost");
    const html = await response.text();
    expect(response.status).toBe(422);
    for (const kept of ["31-2-2027", 'value="9"', "Graag met jullie allemaal", 'value="15:30"'])
      expect(html).toContain(kept);
  });
});
