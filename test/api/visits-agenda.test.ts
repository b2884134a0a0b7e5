import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memberMunicipalities, municipalities, visitOffers } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, DAY, idOf, seedOffer, seedThemes, seedVisit, THEMES } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const read = async (path: string, as: CastKey | null) => {
  const { response, trips } = await costOf(app, () => app.get(path, as));
  const html = await response.text();
  return { status: response.status, trips, html, text: textOf(html) };
};
const DECEMBER = "maand=2026-12";
const agenda = (query = DECEMBER) => `${paths.visitAgenda()}?${query}`;

describe("the agenda of the association", () => {
  beforeEach(async () => {
    await seedOffer(store.db, { ...DAY });
    await seedOffer(store.db, { id: idOf("digitaal"), title: "Online uur", format: "digital", ...DAY });
    await seedOffer(store.db, { id: idOf("concept"), title: "Nog een concept", state: "draft", ...DAY });
    await seedOffer(store.db, { id: idOf("overleg"), title: "Dag in overleg" });
    const january = Date.parse("2027-01-05T09:00:00Z");
    await seedOffer(store.db, {
      id: idOf("later"),
      title: "In januari",
      startsAt: january,
      endsAt: january + 1,
    });
  });

  test("shows a month with Dutch days and the way to the next, in one round trip", async () => {
    const page = await read(agenda(), "professional");
    expect([page.status, page.trips]).toEqual([200, 1]);
    for (const shown of ["december 2026", "keukentafel", "Online uur", "dinsdag 1 december 2026"])
      expect(page.text).toContain(shown);
    for (const hidden of ["Nog een concept", "Dag in overleg", "In januari"])
      expect(page.text).not.toContain(hidden);
    expect(page.html).toContain(`${paths.visitAgenda()}?maand=2027-01`);
    expect((await read(agenda("maand=2027-01"), "professional")).text).toContain("In januari");
    const empty = await read(agenda("maand=2027-03"), "professional");
    expect(empty.text).toContain("In maart 2027 staat er niets.");
  });

  test("opens on the first month ahead in which something happens", async () => {
    const opened = await read(paths.visitAgenda(), "professional");
    expect([opened.status, opened.trips]).toEqual([200, 1]);
    expect(opened.text).toContain("keukentafel");
    expect(opened.text).not.toContain("In januari");
    const filtered = await read(agenda("provincie=Nergens"), "professional");
    expect(filtered.text).toContain("In november 2026 staat er niets.");
  });

  test("filters by the address, and the filters stay with month and files", async () => {
    const page = await read(agenda(`${DECEMBER}&vorm=digitaal`), "monitoring");
    expect(page.text).toContain("Online uur");
    expect(page.text).not.toContain("keukentafel");
    expect(page.html).toContain("maand=2027-01&amp;vorm=digitaal");
    const csv = await app.get(`${paths.visitAgendaExport("csv")}?${DECEMBER}&vorm=digitaal`, "bureau");
    const lines = (await csv.text()).trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("1-12-2026;10.00;15.30;Online uur;Wijkteam Waterrand");
    const excel = await app.get(`${paths.visitAgendaExport("xlsx")}?${DECEMBER}`, "bureau");
    expect([excel.status, excel.headers.get("content-disposition")]).toEqual([
      200,
      'attachment; filename="agenda-werkbezoeken.xlsx"',
    ]);
  });

  test("is not for strangers, in no form", async () => {
    for (const path of [agenda(), paths.visitAgendaExport("csv"), paths.visitAgendaExport("xlsx")])
      expect((await read(path, null)).status).toBe(401);
  });
});

describe("the public agenda", () => {
  const PUBLIC = `${paths.publicAgenda()}?${DECEMBER}`;

  test("shows only what a host chose, to everybody, in one round trip", async () => {
    await seedOffer(store.db, { ...DAY });
    const id = await seedOffer(store.db, {
      id: idOf("openbaar"),
      title: "Kom gerust",
      isPublic: true,
      ...DAY,
    });
    await seedOffer(store.db, {
      id: idOf("dicht"),
      title: "Even dicht",
      isPublic: true,
      state: "paused",
      ...DAY,
    });
    const page = await read(PUBLIC, null);
    expect([page.status, page.trips]).toEqual([200, 1]);
    expect(page.text).toContain("Kom gerust");
    for (const hidden of ["keukentafel", "Even dicht"]) expect(page.text).not.toContain(hidden);
    expect(page.html).not.toContain(paths.offer(id));
    expect((await read(PUBLIC, "professional")).html).toContain(paths.offer(id));
    await store.db.update(visitOffers).set({ isPublic: false });
    expect((await read(PUBLIC, null)).text).not.toContain("Kom gerust");
  });

  test("tells nothing of guests, questions and people, also of a visit on a day found together", async () => {
    const id = await seedOffer(store.db, { id: idOf("openbaar"), title: "Kom gerust", isPublic: true });
    const agreed = { offerId: id, state: "accepted" as const, hostPersonId: "otherHost", ...DAY };
    await seedVisit(store.db, { ...agreed, learningQuestion: "Onze geheime vraag" });
    await seedVisit(store.db, { ...agreed, id: idOf("vraag"), state: "requested" });
    for (const path of [PUBLIC, paths.publicAgendaCalendar()]) {
      const { html } = await read(path, null);
      for (const secret of ["Onze geheime vraag", "Lindestad", "Persoon ", "proef.example"])
        expect(html).not.toContain(secret);
    }
    const { text } = await read(PUBLIC, null);
    expect(text.match(/bezoek afgesproken/g)).toHaveLength(1);
    await store.db.update(visitOffers).set({ isPublic: false });
    expect((await read(PUBLIC, null)).text).not.toContain("Kom gerust");
  });

  test("can be read by a calendar: no organiser, no attendees", async () => {
    await seedOffer(store.db, { isPublic: true, ...DAY });
    const response = await app.get(paths.publicAgendaCalendar());
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const calendar = new ICAL.Component(ICAL.parse(await response.text()));
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    const [event, ...others] = calendar.getAllSubcomponents("vevent");
    expect(others).toEqual([]);
    expect(event?.getFirstPropertyValue("summary")).toContain("Een ochtend aan de keukentafel");
    const starts = event?.getFirstPropertyValue("dtstart") as ICAL.Time;
    expect(starts.toJSDate().getTime()).toBe(DAY.startsAt);
    for (const none of ["organizer", "attendee"]) expect(event?.getAllProperties(none)).toEqual([]);
  });
});

describe("one's own calendar and list", () => {
  beforeEach(async () => {
    await seedVisit(store.db, { id: idOf("heen"), state: "accepted", ...DAY });
    const back = { guestMemberId: "waterrand", hostMemberId: "lindestad", themeId: THEMES[1] };
    await seedVisit(store.db, { id: idOf("terug"), learningQuestion: "Terug?", ...back, ...DAY });
    await seedVisit(store.db, {
      ...{ id: idOf("anderen"), guestMemberId: "heuvelrug", learningQuestion: "Niet van ons" },
      ...DAY,
    });
  });

  test("hold the visits of both sides and nobody else's", async () => {
    const page = await read(`${paths.myVisitsCalendar()}?${DECEMBER}`, "professional");
    expect([page.status, page.trips]).toEqual([200, 1]);
    for (const shown of ["Naar Wijkteam Waterrand", "Bij ons: Wijkteam Waterrand"])
      expect(page.text).toContain(shown);
    expect(page.text).not.toContain("Heuvelrug");
    expect((await read(paths.myVisitsCalendar(), null)).status).toBe(401);
    expect((await read(paths.myVisitsCalendar(), "bureau")).status).toBe(403);
  });

  test.each([
    ["rol=gast", ["wachttijd"], ["Terug?"]],
    ["rol=gastheer", ["Terug?"], ["wachttijd"]],
    ["stand=afgesproken", ["wachttijd"], ["Terug?"]],
    ["thema=preventie", ["Terug?"], ["wachttijd"]],
    ["jaar=2026", ["wachttijd", "Terug?"], []],
    ["jaar=2025", [], ["wachttijd", "Terug?"]],
    ["rol=koning&stand=verzonnen&jaar=morgen", ["wachttijd", "Terug?"], []],
  ])("filter by the address: %s, on the page and in the file alike", async (query, shown, hidden) => {
    const page = await read(`${paths.myVisits()}?${query}`, "professional");
    const csv = await read(`${paths.myVisitsExport("csv")}?${query}`, "professional");
    expect(page.trips).toBe(1);
    for (const text of shown) for (const { html } of [page, csv]) expect(html).toContain(text);
    for (const text of hidden) for (const { html } of [page, csv]) expect(html).not.toContain(text);
    if (shown.length === 0) expect(page.text).toContain("Geen van jullie bezoeken past bij wat je zoekt.");
  });
});

describe("the map", () => {
  beforeEach(async () => {
    const place = (code: string, name: string, latitude: number, longitude: number) => ({
      ...{ code, name, officialName: name, searchKey: name, province: "Utrecht", latitude, longitude },
      ...{ municipalityClass: "M50" as const, validFrom: "2023-01-01" },
    });
    await store.db
      .insert(municipalities)
      .values([place("GM1", "Waterstad", 52.1, 5.1), place("GM2", "Linde", 53, 6.5)]);
    await store.db.insert(memberMunicipalities).values([
      { memberId: "waterrand", code: "GM1" },
      { memberId: "lindestad", code: "GM2" },
    ]);
  });

  test("draws hosts and own visits, with the same in a table, in one round trip", async () => {
    await seedOffer(store.db);
    await seedVisit(store.db, { state: "accepted", ...DAY });
    await seedVisit(store.db, { id: idOf("vraag"), state: "requested", ...DAY });
    const page = await read(paths.visitMap(), "professional");
    expect([page.status, page.trips]).toEqual([200, 1]);
    expect(page.html.match(/class="wt-map__mark"/g)).toHaveLength(1);
    expect(page.html.match(/class="wt-map__arc"/g)).toHaveLength(1);
    expect(page.text).toContain("1 team heeft nu open aanbod. Jullie hebben 1 bezoek afgesproken of gehad.");
    expect(page.text).toContain("Buurtkracht Lindestad bij Wijkteam Waterrand");
    expect(page.html).not.toContain("style=");
  });

  test("shows no visits of others, to nobody", async () => {
    await seedVisit(store.db, { state: "accepted", guestMemberId: "heuvelrug", ...DAY });
    for (const as of ["professional", "bureau", "monitoring"] as const) {
      const page = await read(paths.visitMap(), as);
      expect(page.html).not.toContain('wt-map__arc"');
      expect(page.text).not.toContain("Heuvelrug");
    }
    expect((await read(paths.visitMap(), null)).status).toBe(401);
  });

  test("filters by the address, in its file too", async () => {
    await seedOffer(store.db);
    await seedVisit(store.db, { state: "accepted", ...DAY });
    const csv = async (query: string) =>
      (await (await app.get(`${paths.visitMapExport("csv")}?${query}`, "professional")).text())
        .trim()
        .split("\r\n");
    expect(await csv("")).toHaveLength(3);
    expect((await csv("toon=aanbod"))[1]).toContain("Open aanbod;Een ochtend aan de keukentafel");
    expect(await csv("toon=bezoeken")).toHaveLength(2);
    expect(await csv("thema=preventie")).toHaveLength(1);
    const excel = await app.get(paths.visitMapExport("xlsx"), "professional");
    expect(excel.status).toBe(200);
  });
});
