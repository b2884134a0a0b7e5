import { afterEach, beforeEach, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, members, rounds } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, seedRound } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const ID = "0123456789abcdefghjk";
const MEMBER = {
  id: ID,
  naam: "Buurtteams Súdwest & Omstreken",
  lid_sinds: "1-12-2026",
  website: "www.sudwest.example",
  email: "info@sudwest.example",
  telefoon: "030 123 45 67",
};
const ROUND = {
  id: ID,
  jaar: "2027",
  peildatum: "2027-06-01",
  opent: "1-11-2027",
  sluit: "15-12-2027",
  late_antwoorden: "ja",
  vragenlijst: "hoe-werken-onze-wijkteams",
};

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedRegistry(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const log = async () =>
  (await store.db.select().from(auditEntries)).map(({ action, subject }) => `${action} ${subject}`);

test.each(["/bureau/leden/nieuw", "/bureau/rondes/nieuw"])("%s is for the bureau alone", async (path) => {
  expect((await app.get(path, "bureau")).status).toBe(200);
  expect(app.roundTrips()).toBe(1);
  for (const as of ["editor", "monitoring"] as const) {
    expect((await app.get(path, as)).status).toBe(403);
    expect((await app.post(path, { ...MEMBER, ...ROUND }, as)).status).toBe(403);
  }
  expect((await app.get(path)).status).toBe(401);
  expect((await app.post(path, { ...MEMBER, ...ROUND })).status).toBe(401);
  expect(await log()).toEqual([]);
});

test("a member is added once, is found without accents, and leads to adding its first person", async () => {
  for (let click = 0; click < 2; click++) {
    app.roundTrips();
    const response = await app.post("/bureau/leden/nieuw", MEMBER, "bureau");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`/bureau/mensen/nieuw?lid=${ID}&melding=lid-toegevoegd`);
    expect(app.roundTrips()).toBe(2);
  }
  const added = (await store.db.select().from(members)).filter(({ id }) => id === ID);
  expect(added).toMatchObject([
    {
      slug: "buurtteams-sudwest-omstreken",
      searchKey: "buurtteams sudwest omstreken",
      joinedOn: "2026-12-01",
      website: "https://www.sudwest.example",
      contactEmail: "info@sudwest.example",
      contactPhone: "030 123 45 67",
    },
  ]);
  expect(await log()).toEqual(["member_added buurtteams-sudwest-omstreken"]);
  const next = await app.get(`/bureau/mensen/nieuw?lid=${ID}&melding=lid-toegevoegd`, "bureau");
  const html = await next.text();
  expect(textOf(html)).toContain("Het lid is toegevoegd.");
  expect(html).toMatch(new RegExp(`<option value="${ID}" selected`));
});

test.each([
  ["naam", "", "Vul de naam van de organisatie in."],
  ["naam", "---", "Vul de naam van de organisatie in."],
  ["naam", "Lindestad", "Er is al een lid met deze naam."],
  ["lid_sinds", "31-2-2026", "Vul de dag in waarop het lidmaatschap begint"],
  ["lid_sinds", "", "Vul de dag in waarop het lidmaatschap begint"],
  ["email", "info", "Vul een e-mailadres in"],
  ["telefoon", "bel", "Vul een telefoonnummer in"],
])("a member with %s %j is refused, and everything typed is kept", async (field, value, sentence) => {
  const response = await app.post("/bureau/leden/nieuw", { ...MEMBER, [field]: value }, "bureau");
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(textOf(html)).toContain(sentence);
  for (const [name, typed] of Object.entries(MEMBER))
    if (name !== field) expect(html).toContain(`value="${typed.replace("&", "&amp;")}"`);
  expect(await store.db.select().from(members)).toHaveLength(3);
  expect(await log()).toEqual([]);
});

test("a round is added once, in preparation until its first day, on the yearly questionnaire", async () => {
  for (let click = 0; click < 2; click++) {
    app.roundTrips();
    const response = await app.post("/bureau/rondes/nieuw", ROUND, "bureau");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/bureau?melding=ronde-geopend");
    expect(app.roundTrips()).toBe(2);
  }
  expect(await store.db.select().from(rounds)).toMatchObject([
    {
      id: ID,
      year: 2027,
      state: "concept",
      referenceOn: "2027-06-01",
      opensOn: "2027-11-01",
      closesOn: "2027-12-15",
      acceptsLate: true,
      questionnaireId: "hoe-werken-onze-wijkteams",
    },
  ]);
  expect(await log()).toEqual(["round_opened 2027"]);
  const text = textOf(await (await app.get("/bureau", "bureau")).text());
  expect(text).toContain("1 november 2027 tot en met 15 december 2027");
});

test.each([
  ["jaar", "27", "Vul een jaar in"],
  ["jaar", "2026", "Van dit jaar is er al een ronde."],
  ["peildatum", "morgen", "Vul de peildatum in"],
  ["opent", "", "Vul de dag in waarop de ronde opengaat"],
  ["sluit", "31-10-2027", "Kies een sluitdatum op of na de dag"],
  ["late_antwoorden", "", "Kies of late antwoorden welkom zijn."],
  ["vragenlijst", "", "Kies de vragenlijst van deze ronde."],
  ["vragenlijst", "bestaat-niet", "Kies de vragenlijst van deze ronde."],
])("a round with %s %j is refused, and everything typed is kept", async (field, value, sentence) => {
  await seedRound(store.db);
  const response = await app.post("/bureau/rondes/nieuw", { ...ROUND, [field]: value }, "bureau");
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(textOf(html)).toContain(sentence);
  if (field !== "peildatum") expect(html).toContain('value="2027-06-01"');
  if (field !== "late_antwoorden") expect(html).toMatch(/value="ja" checked/);
  expect(await store.db.select().from(rounds)).toHaveLength(1);
});
