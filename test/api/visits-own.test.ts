import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memberMunicipalities, municipalities } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, DAY, idOf, seedOffer, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

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

const _open = { hostMemberId: null, guestMemberId: "heuvelrug", guestPersonId: null, state: "open" as const };

async function _seedPlaces(): Promise<void> {
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

describe("the calendar file", () => {
  test("is for both sides once the visit is agreed, and reads as the same event", async () => {
    const agreed = { state: "accepted" as const, hostPersonId: "otherHost", calendarSequence: 3, ...DAY };
    const id = await seedVisit(store.db, agreed);
    for (const as of ["editor", "otherEditor"] as const) {
      const { response, trips } = await costOf(app, () => app.get(paths.visitCalendar(id), as));
      expect(trips).toBe(1);
      expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      const event = new ICAL.Component(ICAL.parse(await response.text())).getFirstSubcomponent("vevent");
      expect(event?.getFirstPropertyValue("uid")).toBe(`${id}@wijkteamplein`);
      expect(event?.getFirstPropertyValue("sequence")).toBe(3);
    }
    expect((await read(paths.visitCalendar(id), null)).status).toBe(401);
  });

  test("does not exist before", async () => {
    const id = await seedVisit(store.db, DAY);
    expect((await read(paths.visitCalendar(id))).status).toBe(404);
  });
});

describe("one's own visits", () => {
  test("stand in groups, as guest and as host, with nobody else's, in one round trip", async () => {
    await seedVisit(store.db, { id: idOf("antwoord"), state: "counter_proposed", ...DAY });
    await seedVisit(store.db, { id: idOf("afspraak"), state: "accepted", ...DAY });
    await seedVisit(store.db, { id: idOf("vroeger"), state: "took_place", startsAt: 1, endsAt: 2 });
    await seedVisit(store.db, {
      id: idOf("anderen"),
      guestMemberId: "heuvelrug",
      guestPersonId: null,
      learningQuestion: "Niet voor Lindestad",
    });
    await seedOffer(store.db, { memberId: "lindestad", state: "draft", title: "Ons concept" });
    const { response, trips } = await costOf(app, () => app.get(paths.myVisits(), "professional"));
    const html = await response.text();
    const text = textOf(html);
    expect(trips).toBe(1);
    const order = ["Wacht op ons", "Afgesproken", "Eerder", "Ons aanbod", "Ons concept"];
    // By their headings: a filter knows the same words.
    const places = order.map((title) => html.search(`>${title}</(h2|a)>`));
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toContain("Niet voor Lindestad");
    expect((await read(paths.myVisits(), "otherEditor")).text).not.toContain("Ons concept");
  });

  test("that are none say what to do next", async () => {
    const page = await read(paths.myVisits(), "signatory");
    expect(page.text).toContain("Jullie hebben nog geen werkbezoeken.");
    expect(page.html).toContain(`href="${paths.visits()}"`);
  });

  test("are not for who has no organisation, nor for strangers", async () => {
    for (const path of [paths.myVisits(), paths.myVisitsExport("csv"), paths.myVisitsExport("xlsx")]) {
      expect((await app.get(path, "bureau")).status).toBe(403);
      expect((await app.get(path)).status).toBe(401);
    }
  });

  test("leave as CSV and Excel, without formulas and without people", async () => {
    await seedVisit(store.db, { learningQuestion: "=1+1", seats: 3, ...DAY });
    const { response, trips } = await costOf(app, () => app.get(paths.myVisitsExport("csv"), "professional"));
    const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(trips).toBe(1);
    expect(csv.startsWith("\uFEFFWij zijn;Gast;Gastheer;Stand;Thema")).toBe(true);
    expect(csv).toContain("gast;Buurtkracht Lindestad;Wijkteam Waterrand;Aangevraagd");
    expect(csv).toContain("'=1+1;3;1-12-2026;10.00;15.30");
    expect(csv).not.toContain("@proef.example");
    const excel = await app.get(paths.myVisitsExport("xlsx"), "professional");
    expect(excel.status).toBe(200);
    expect(new Uint8Array(await excel.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });
});
