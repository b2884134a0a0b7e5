import type { Database } from "../../db/client.ts";
import { codebooks, offerThemes, themes, visitEvents, visitOffers, visits } from "../../db/schema/tables.ts";
import { type Fields, ORIGIN, type TestApp } from "./app.ts";
import { TODAY } from "./cast.ts";

/** Two themes of the list that visits share; the registry brings more, but not in every test. */
export const THEMES = ["thema-samenwerken", "thema-preventie"] as const;

export async function seedThemes(db: Database): Promise<void> {
  await db.insert(codebooks).values([
    { id: "gedeeld", concept: "themes", title: "Gedeelde thema's" },
    { id: "ander", concept: "4C1", title: "Helpende factoren" },
  ]);
  await db
    .insert(themes)
    .values([
      theme(THEMES[0], "gedeeld", "samenwerken", "Samenwerken in de wijk", 1),
      theme(THEMES[1], "gedeeld", "preventie", "Preventie en vroegsignalering", 2),
      theme("thema-van-4c1", "ander", "visie", "Heldere visie", 1),
    ]);
}

const theme = (id: string, codebookId: string, slug: string, name: string, position: number) => ({
  id,
  codebookId,
  slug,
  name,
  definition: `Over ${name}.`,
  position,
});

type OfferValues = Partial<typeof visitOffers.$inferInsert>;
type VisitValues = Partial<typeof visits.$inferInsert>;

/** An id of the shape that forms bring, readable in a failing test: "aanbod1" → "aanbod1xxxxxxxxxxxxx". */
export const idOf = (name: string): string => name.padEnd(20, "x");

/** The day of a visit in the tests: Tuesday 1 December 2026, 10.00 – 15.30 in Amsterdam. */
export const DAY = {
  startsAt: Date.parse("2026-12-01T09:00:00Z"),
  endsAt: Date.parse("2026-12-01T14:30:00Z"),
};

/** A published offer of Waterrand for ten people, in consultation, unless told otherwise. */
export async function seedOffer(db: Database, values: OfferValues = {}): Promise<string> {
  const id = values.id ?? idOf("aanbod");
  await db.insert(visitOffers).values({
    id,
    memberId: "waterrand",
    title: "Een ochtend aan de keukentafel",
    format: "team_visit",
    whatYouSee: "Je kijkt mee bij een gesprek.",
    forWhom: "teamleiders",
    practical: "Vijf minuten lopen vanaf het station.",
    location: "Kade 1, Waterrand",
    seats: 10,
    state: "published",
    createdAt: TODAY,
    updatedAt: TODAY,
    ...values,
  });
  await db.insert(offerThemes).values({ offerId: id, themeId: THEMES[0] });
  return id;
}

/** A request of Lindestad's professional to Waterrand's offer, for one person, unless told otherwise. */
export async function seedVisit(db: Database, values: VisitValues = {}): Promise<string> {
  const id = values.id ?? idOf("bezoek");
  const state = values.state ?? "requested";
  const row = {
    id,
    guestMemberId: "lindestad",
    guestPersonId: "professional",
    hostMemberId: "waterrand",
    themeId: THEMES[0],
    learningQuestion: "Hoe houden jullie de wachttijd kort?",
    seats: 1,
    createdAt: TODAY,
    updatedAt: TODAY,
    ...values,
    state,
  };
  await db.insert(visits).values(row);
  await db.insert(visitEvents).values({
    visitId: id,
    revision: row.revision ?? 1,
    state,
    at: TODAY,
    personId: "professional",
  });
  return id;
}

/** Good fields for the form of an offer. */
export const offerFields = (fields: Fields = {}): Fields => ({
  id: idOf("nieuwaanbod"),
  themas: [...THEMES],
  vorm: "teambezoek",
  titel: "Meekijken bij het wijkspreekuur",
  watjeziet: "Een spreekuur met drie collega's.",
  voorwie: "wijkteamleden",
  plekken: "4",
  wanneer: "overleg",
  datum: "",
  van: "",
  tot: "",
  locatie: "Dorpsplein 2, Waterrand",
  praktisch: "",
  revisie: "0",
  ...fields,
});

/** Good fields for a request. */
export const requestFields = (fields: Fields = {}): Fields => ({
  id: idOf("nieuwbezoek"),
  thema: THEMES[0],
  leervraag: "Hoe werken jullie samen met huisartsen?",
  meebrengen: "",
  aantal: "2",
  periode: "in maart",
  ...fields,
});

/** Good fields for a move with a day. */
export const momentFields = (revisie: number, fields: Fields = {}): Fields => ({
  datum: "2026-12-01",
  van: "10:00",
  tot: "15:30",
  locatie: "Kade 1, Waterrand",
  bericht: "",
  revisie: String(revisie),
  ...fields,
});

/** Where a redirect leads, without the origin. */
export const locationOf = (response: Response): string =>
  (response.headers.get("location") ?? "").replace(ORIGIN, "");

/** What a GET and a POST cost in round trips. */
export async function costOf(app: TestApp, request: () => Promise<Response>) {
  app.roundTrips();
  const response = await request();
  return { response, trips: app.roundTrips() };
}
