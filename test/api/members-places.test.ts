import { and, eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  auditEntries,
  memberMunicipalities,
  members,
  municipalities,
  profileValues,
} from "../../db/schema/tables.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { id, profileForm, seedProfiles } from "../support/profiles.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedProfiles(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const PLACES = "/leden/lindestad/profiel/gemeenten";
const audits = () =>
  database.db.select().from(auditEntries).where(eq(auditEntries.action, "profile_changed"));
const currentPlaces = async () => {
  const isPlaces = and(eq(profileValues.memberId, "lindestad"), eq(profileValues.field, "municipalities"));
  const [value] = await database.db
    .select()
    .from(profileValues)
    .where(and(isPlaces, isNull(profileValues.supersededAt)));
  return value?.value;
};

const placeForm = (codes: string[], fields: Fields = {}) =>
  profileForm({ vorige: "lindestad-municipalities", gemeenten: codes, ...fields });
const placesOf = async () =>
  (
    await database.db
      .select()
      .from(memberMunicipalities)
      .where(eq(memberMunicipalities.memberId, "lindestad"))
  )
    .map(({ code }) => code)
    .toSorted();

test("municipalities change the value, the rows and the search key together", async () => {
  expect((await app.post(PLACES, placeForm(["GM0796", "GM0200"]), "editor")).status).toBe(303);
  expect(app.roundTrips()).toBe(2);
  expect(await currentPlaces()).toEqual({ codes: ["GM0200", "GM0796"] });
  expect(await placesOf()).toEqual(["GM0200", "GM0796"]);
  const [member] = await database.db.select().from(members).where(eq(members.id, "lindestad"));
  expect(member?.searchKey).toContain("buurtkracht lindestad");
  expect(member?.searchKey).toContain("den bosch");
  const profile = textOf(await (await app.get("/leden/lindestad")).text());
  expect(profile).toContain("Actief in 2 gemeenten in Gelderland en Noord-Brabant, voor 331.494 inwoners.");
});

test("a lost race for municipalities leaves value and rows of the winner", async () => {
  await app.post(PLACES, placeForm(["GM0014"]), "editor");
  expect((await app.post(PLACES, placeForm(["GM0363"], { id: id("2") }), "editor")).status).toBe(409);
  // The same id with other codes, as the back button sends it.
  expect((await app.post(PLACES, placeForm(["GM0363"]), "editor")).status).toBe(409);
  expect(await currentPlaces()).toEqual({ codes: ["GM0014"] });
  expect(await placesOf()).toEqual(["GM0014"]);
});

test("only municipalities of today, and at least one", async () => {
  await database.db
    .update(municipalities)
    .set({ validTo: "2026-01-01" })
    .where(eq(municipalities.code, "GM0200"));
  const gone = await app.post(PLACES, placeForm(["GM0200", "GM0796"], { zoek: "bosch" }), "editor");
  expect(gone.status).toBe(422);
  const page = await gone.text();
  expect(textOf(page)).toContain("Apeldoorn is geen gemeente meer.");
  for (const code of ["GM0200", "GM0796"]) expect(page).toMatch(new RegExp(`value="${code}" checked`));
  expect((await app.post(PLACES, placeForm([]), "editor")).status).toBe(422);
  expect((await app.post(PLACES, placeForm(["GM0000"]), "editor")).status).toBe(422);
  expect(await placesOf()).toEqual(["GM0200", "GM0285"]);
});

test("searching without JavaScript keeps what was chosen and saves nothing", async () => {
  const query = `actie=zoek&zoek=Den+Bosch&gemeenten=GM0200&gemeenten=GM0014&peildatum=2026-10-01&vorige=gezien&id=${id("4")}`;
  const response = await app.get(`${PLACES}?${query}`, "editor");
  expect(app.roundTrips()).toBe(1);
  const page = await response.text();
  const text = textOf(page);
  expect(text).toContain("1 gemeente gevonden. 2 gemeenten gekozen.");
  expect(text).toContain("Gevonden gemeenten 's-Hertogenbosch");
  expect(text).toContain(
    "Gekozen gemeenten Haal het vinkje weg bij een gemeente waar jullie niet meer werken. Apeldoorn Groningen",
  );
  expect(page).toContain('value="2026-10-01"');
  expect(page).toContain('name="vorige" value="gezien"');
  expect(page).toContain(`name="id" value="${id("4")}"`);
  expect(await placesOf()).toEqual(["GM0200", "GM0285"]);
});

const contactForm = (fields: Fields = {}): Fields => ({
  website: "www.lindestad.example",
  email: "info@lindestad.example",
  telefoon: "+31 55 123 45 67",
  "vorige-website": "",
  "vorige-email": "",
  "vorige-telefoon": "",
  ...fields,
});
const CONTACT = "/leden/lindestad/profiel/contact";

test("contact details are saved; twice does no harm; an older form is asked about", async () => {
  for (const _ of [1, 2]) {
    app.roundTrips();
    expect((await app.post(CONTACT, contactForm(), "editor")).status).toBe(303);
    expect(app.roundTrips()).toBe(2);
  }
  const [member] = await database.db.select().from(members).where(eq(members.id, "lindestad"));
  expect(member).toMatchObject({
    website: "https://www.lindestad.example",
    contactEmail: "info@lindestad.example",
    contactPhone: "+31 55 123 45 67",
  });
  expect(await audits()).toMatchObject([{ subject: "lindestad/contact" }]);

  const stale = await app.post(CONTACT, contactForm({ email: "ander@lindestad.example" }), "editor");
  expect(stale.status).toBe(409);
  const page = await stale.text();
  expect(page).toContain('value="ander@lindestad.example"');
  expect(page).toContain('name="vorige-email" value="info@lindestad.example"');
  expect(textOf(page)).toContain("Iemand anders heeft dit intussen gewijzigd.");
});

test.each([
  ["website", "javascript:alert(1)", "Vul een webadres in"],
  ["website", "geen adres", "Vul een webadres in"],
  ["email", "info@", "Vul een e-mailadres in"],
  ["telefoon", "bel maar", "Vul een telefoonnummer in"],
])("contact: %s '%s' is refused and kept", async (name, value, sentence) => {
  const response = await app.post(CONTACT, contactForm({ [name]: value }), "editor");
  expect(response.status).toBe(422);
  const page = await response.text();
  expect(textOf(page)).toContain(sentence);
  expect(page).toContain(`value="${value}"`);
});
