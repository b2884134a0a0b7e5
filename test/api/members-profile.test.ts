import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { members, profileValues } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import type { CastKey } from "../support/cast.ts";
import { TODAY } from "../support/cast.ts";
import { seedProfiles } from "../support/profiles.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedProfiles(database.db);
  await database.db
    .update(members)
    .set({
      website: "https://lindestad.example",
      contactEmail: "info@lindestad.example",
      contactPhone: "055 123 45 67",
    })
    .where(eq(members.id, "lindestad"));
  app = startApp(database.db);
});
afterEach(() => database.close());

const textAt = async (path: string, as: CastKey | null = null) =>
  textOf(await (await app.get(path, as)).text());

test("a visitor sees the public part, derived from the municipalities, and no fact", async () => {
  const text = await textAt("/leden/lindestad");
  expect(text).toContain("Actief in 2 gemeenten in Gelderland, voor 194.789 inwoners.");
  expect(text).toContain("Gemeenten en inwoners op 1 januari 2026");
  expect(text).toContain("25.567");
  expect(text).toContain("G4/G40 of meer dan 80.000 inwoners");
  expect(text).not.toMatch(
    /GeheimSysteem|84,5|info@lindestad|055 123|lindestad\.example|Persoon|Bijwerken|Geschiedenis/i,
  );
});

test("another member sees the facts with who said it and when, but no person's name", async () => {
  const text = await textAt("/leden/lindestad", "otherEditor");
  expect(text).toContain("Anders: GeheimSysteem");
  expect(text).toContain("84,5 fte");
  expect(text).toContain("info@lindestad.example");
  expect(text).toContain(
    "Peildatum 1 juni 2024. Buurtkracht Lindestad, redacteur, 20 november 2026. Klopt dit nog?",
  );
  expect(text).toContain("Governance code Niet ingevuld");
  expect(text).not.toContain("Persoon editor");
  expect(text).not.toContain("Profiel bijwerken");
});

test("a value of less than a year old is not asked about again", async () => {
  await database.db.update(profileValues).set({ referenceOn: "2025-11-21" });
  expect(await textAt("/leden/lindestad", "editor")).not.toContain("Klopt dit nog?");
  await database.db.update(profileValues).set({ referenceOn: "2025-11-20" });
  expect(await textAt("/leden/lindestad", "editor")).toContain("Klopt dit nog?");
});

test("a member that left is shown as such", async () => {
  await database.db.update(members).set({ leftOn: "2026-03-01" }).where(eq(members.id, "lindestad"));
  expect(await textAt("/leden/lindestad")).toContain("is sinds 1 maart 2026 geen lid meer");
  expect((await app.get("/leden/lindestad/profiel", "editor")).status).toBe(403);
});

test("a member without anything filled in has a page too", async () => {
  expect(await textAt("/leden/heuvelrug")).toContain("De gemeenten van dit lid zijn nog niet bekend.");
  expect(await textAt("/leden/heuvelrug", "otherHost")).toContain("Niet ingevuld");
});

const pages = [
  "/leden/lindestad/profiel",
  "/leden/lindestad/profiel/fte",
  "/leden/lindestad/profiel/gemeenten",
  "/leden/lindestad/profiel/contact",
];
const statuses: [CastKey | null, number][] = [
  ["editor", 200],
  ["professional", 403],
  ["signatory", 403],
  ["host", 403],
  ["monitoring", 403],
  ["bureau", 403],
  ["otherEditor", 404],
  ["otherHost", 404],
  [null, 401],
];

test.each(statuses)("%s gets %i at every editing page", async (as, status) => {
  for (const path of pages) {
    app.roundTrips();
    expect((await app.get(path, as)).status, path).toBe(status);
    expect(app.roundTrips(), path).toBe(1);
  }
});

const historyStatuses: [CastKey | null, number][] = [
  ["editor", 200],
  ["host", 200],
  ["bureau", 200],
  ["monitoring", 403],
  ["otherEditor", 404],
  [null, 401],
];

test.each(historyStatuses)("%s gets %i at the history", async (as, status) => {
  const response = await app.get("/leden/lindestad/geschiedenis", as);
  expect(response.status).toBe(status);
  const text = textOf(await response.text());
  expect(text.includes("GeheimSysteem")).toBe(status === 200);
  expect(app.roundTrips()).toBe(1);
});

test("the history holds every value, with person, reference date and end", async () => {
  await database.db
    .update(profileValues)
    .set({ supersededAt: TODAY })
    .where(eq(profileValues.id, "lindestad-fte"));
  await database.db.insert(profileValues).values({
    id: "newer",
    memberId: "lindestad",
    field: "fte",
    state: "unknown",
    referenceOn: "2026-11-01",
    source: "typed",
    saidBy: "editor",
    saidAt: TODAY,
  });
  const text = await textAt("/leden/lindestad/geschiedenis", "bureau");
  // Value, since when it holds, reference date, who said it and when, and until when it held.
  expect(text).toContain(
    "Weet ik niet 21 november 2026 1 november 2026 Persoon editor, redacteur, 21 november 2026 nu",
  );
  expect(text).toContain(
    "84,5 fte 20 november 2026 1 juni 2024 Persoon editor, redacteur, 20 november 2026 21 november 2026",
  );
});

test.each([
  "/leden/niemand",
  "/leden/niemand/geschiedenis",
  "/leden/niemand/profiel",
  "/leden/niemand/profiel/fte",
  "/leden/niemand/profiel/contact",
  "/leden/lindestad/profiel/onzin",
])("%s does not exist", async (path) => {
  for (const as of ["editor", null] as const) expect((await app.get(path, as)).status).toBe(404);
});

test("the profile page is one round trip, for a visitor and for an editor", async () => {
  for (const as of ["editor", null] as const) {
    await app.get("/leden/lindestad", as);
    expect(app.roundTrips()).toBe(1);
  }
});
