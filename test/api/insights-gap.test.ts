import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, perspectiveMeasurements, perspectiveStatements } from "../../db/schema/tables.ts";
import { newId } from "../../functions/http/identifiers.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { CAST, type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const LIST = "/inzicht/perspectieven";
const ID = newId();
const PAGE = `${LIST}/${ID}`;

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedCast(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const send = async (path: string, fields: Fields, as: CastKey | null = "monitoring", status = 303) => {
  app.roundTrips();
  const answer = await app.post(path, fields, as);
  expect(answer.status, path).toBe(status);
  if (status === 303) expect(app.roundTrips()).toBe(2);
  return answer.text();
};
const read = async (path: string, as: CastKey | null = "professional", status = 200) => {
  app.roundTrips();
  const answer = await app.get(path, as);
  expect(answer.status, path).toBe(status);
  expect(app.roundTrips(), path).toBe(1);
  return answer.text();
};
const MEASUREMENT = {
  id: ID,
  titel: "Samenwerking in Lindestad",
  gemeten: "2026-10-01",
  bron: "eigen vragenlijst",
  eerste: "wijkteam",
  tweede: "voorveld",
};
const STATEMENT = {
  begrip: "contact",
  stelling: "We komen makkelijk in contact.",
  eerste_aantallen: "2 1 11 28 12",
  tweede_aantallen: "9, 16, 23, 28, 10",
};

describe("a measurement from two sides", () => {
  it("is added by monitoring and read by every member", async () => {
    expect(textOf(await read(LIST))).toContain("Er is nog geen meting van twee kanten.");
    await send(`${LIST}/nieuw`, MEASUREMENT);
    expect(textOf(await read(PAGE))).toContain("Bij deze meting staan nog geen stellingen.");
    await send(`${PAGE}/stelling`, STATEMENT);
    for (const as of ["professional", "otherSignatory", "bureau", "monitoring"] as const) {
      const text = textOf(await read(PAGE, as));
      expect(text).toContain("Daarmee eens: wijkteam 74 % (40 van 54), voorveld 44 % (38 van 86).");
      expect(text).toContain("Verschil: 30 procentpunten, middelgroot (Cliffs delta 0,35).");
      expect(text.includes("Stelling toevoegen")).toBe(as === "monitoring");
    }
    expect(textOf(await read(LIST))).toContain("1 stelling");
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ action, subject }) => [action, subject])).toEqual([
      ["perspectives_added", ID],
      ["perspectives_added", ID],
    ]);
  });

  it("says without numbers that a side has too few answers", async () => {
    await send(`${LIST}/nieuw`, MEASUREMENT);
    await send(`${PAGE}/stelling`, { ...STATEMENT, eerste_aantallen: "1 1 2 2 3" });
    const html = await read(PAGE);
    expect(textOf(html)).toContain("Niet getoond: een van beide groepen gaf te weinig antwoorden.");
    // The address of the page is drawn by chance, and may hold these figures.
    expect(textOf(html).replaceAll(PAGE, "")).not.toMatch(/38|86|44 %|n = /);
  });

  it("is exported as it is shown, and not when a side has too few", async () => {
    await send(`${LIST}/nieuw`, MEASUREMENT);
    await send(`${PAGE}/stelling`, STATEMENT);
    await send(`${PAGE}/stelling`, { ...STATEMENT, begrip: "weinig", eerste_aantallen: "1 1 2 2 3" });
    const csv = await read(`${PAGE}/cijfers.csv`);
    expect(csv).toContain("contact;We komen makkelijk in contact.;40;;54;");
    expect(csv).toMatch(/;38;;86;\d;30;0,35;middelgroot;/);
    expect(csv).toMatch(/weinig;We komen makkelijk in contact\.;;;;;;;;;;;;Niet getoond: een van beide/);
    await read(`${PAGE}/cijfers.xlsx`);
    await read(`${PAGE}/cijfers.csv`, null, 401);
    await read(`${LIST}/${newId()}/cijfers.csv`, "monitoring", 404);
  });

  it("sent twice is one; another statement of the same concept is refused", async () => {
    await send(`${LIST}/nieuw`, MEASUREMENT);
    await send(`${LIST}/nieuw`, MEASUREMENT);
    await send(`${PAGE}/stelling`, STATEMENT);
    await send(`${PAGE}/stelling`, STATEMENT);
    expect(await database.db.select().from(perspectiveMeasurements)).toHaveLength(1);
    expect(await database.db.select().from(perspectiveStatements)).toHaveLength(1);
    const html = await send(`${PAGE}/stelling`, { ...STATEMENT, stelling: "Een andere." }, "monitoring", 422);
    expect(html).toContain("Dit begrip staat er al.");
    expect(html).toContain("Een andere.");
    expect(await database.db.select().from(auditEntries)).toHaveLength(2);
  });

  it.each([
    [{ titel: " " }, "Geef de meting een titel"],
    [{ gemeten: "gisteren" }, "Vul in wanneer er is gemeten"],
    [{ tweede: "wijkteam" }, "Kies twee verschillende groepen."],
    [{ eerste: "raad" }, "Kies de eerste groep."],
    [{ bron: "" }, "Schrijf waar de aantallen vandaan komen."],
  ])("with %j is refused and keeps what was typed", async (wrong, sentence) => {
    const html = await send(`${LIST}/nieuw`, { ...MEASUREMENT, ...wrong }, "monitoring", 422);
    expect(html.split(sentence).length).toBeGreaterThanOrEqual(3);
    expect(html).toContain("<title>Fout: ");
    expect(html).toContain(ID);
    expect(await database.db.select().from(perspectiveMeasurements)).toEqual([]);
  });

  it.each(["2 1 11 28", "2 1 11 28 12 4", "-2 1 11 28 12", "2,5 1 2 3 4 5", "veel", "1e9 1 1 1 1"])(
    "takes five whole counts, not %s",
    async (eerste_aantallen) => {
      await send(`${LIST}/nieuw`, MEASUREMENT);
      const html = await send(`${PAGE}/stelling`, { ...STATEMENT, eerste_aantallen }, "monitoring", 422);
      expect(html).toContain("Typ vijf aantallen, van helemaal oneens tot helemaal eens.");
      expect(html).toContain(`value="${eerste_aantallen}"`);
      expect(await database.db.select().from(perspectiveStatements)).toEqual([]);
    },
  );

  it("is not for others to add, and there is none elsewhere", async () => {
    for (const as of Object.keys(CAST) as CastKey[]) {
      if (as === "monitoring") continue;
      await read(`${LIST}/nieuw`, as, 403);
      await send(`${LIST}/nieuw`, MEASUREMENT, as, 403);
      await send(`${PAGE}/stelling`, STATEMENT, as, 403);
    }
    expect(await send(`${LIST}/nieuw`, MEASUREMENT, null, 401)).toContain("Samenwerking in Lindestad");
    for (const path of [LIST, PAGE, `${LIST}/nieuw`]) await read(path, null, 401);
    await read(PAGE, "professional", 404);
    await read(`${PAGE}/stelling`, "monitoring", 404);
    await send(`${PAGE}/stelling`, STATEMENT, "monitoring", 404);
    expect(await database.db.select().from(perspectiveMeasurements)).toEqual([]);
  });
});

describe("taking away", () => {
  const REMOVAL = `${PAGE}/verwijdering`;
  const count = async () => (await database.db.select().from(perspectiveStatements)).length;

  beforeEach(async () => {
    await send(`${LIST}/nieuw`, MEASUREMENT);
    await send(`${PAGE}/stelling`, STATEMENT);
    await send(`${PAGE}/stelling`, { ...STATEMENT, begrip: "vertrouwen", stelling: "We vertrouwen elkaar." });
  });

  it("takes one statement, which may then be added again with other counts", async () => {
    expect(textOf(await read(REMOVAL, "monitoring"))).toContain("We vertrouwen elkaar.");
    await send(REMOVAL, { wat: "stelling-contact" });
    expect(textOf(await read(`${PAGE}?melding=weggehaald`))).toContain("Weggehaald.");
    expect(await count()).toBe(1);
    await send(`${PAGE}/stelling`, { ...STATEMENT, eerste_aantallen: "2 1 11 28 13" });
    expect(textOf(await read(PAGE))).toContain("41 van 55");
  });

  it("takes the whole measurement, once", async () => {
    await send(REMOVAL, { wat: "meting" });
    expect([await count(), (await database.db.select().from(perspectiveMeasurements)).length]).toEqual([
      0, 0,
    ]);
    await send(REMOVAL, { wat: "meting" }, "monitoring", 404);
    expect((await database.db.select().from(auditEntries)).map(({ action }) => action)).toContain(
      "perspectives_removed",
    );
  });

  it("asks for a choice, and is for monitoring only", async () => {
    for (const wat of ["", "stelling-", "alles"])
      expect(await send(REMOVAL, { wat }, "monitoring", 422)).toContain("Kies wat je wilt weghalen.");
    for (const as of ["editor", "bureau", "professional"] as const) {
      await send(REMOVAL, { wat: "meting" }, as, 403);
      await read(REMOVAL, as, 403);
    }
    await send(REMOVAL, { wat: "meting" }, null, 401);
    expect(await count()).toBe(2);
  });
});
