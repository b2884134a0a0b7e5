import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { municipalityRegistry } from "../../db/registry/municipalities.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, tokenOf } from "../support/cast.ts";
import { seedProfiles } from "../support/profiles.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedProfiles(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const INHABITANTS = "/bureau/gemeenten/inwoners";
const REGIONS = "/bureau/gemeenten/regios";
/** Rows that say something else than the registry does. */
const OWN_ROWS = [
  "GM0200;170.000",
  "Voorst;12.000",
  "Den Bosch;163742",
  "Utrech;1",
  "Epe;veel",
  "apeldoorn;5",
];
/** With all other municipalities as they were counted last. */
const CSV = [
  "Inwoners per gemeente;",
  "",
  "Gemeente;Inwoners",
  ...OWN_ROWS,
  ...municipalityRegistry()
    .filter(({ code }) => !["GM0200", "GM0285", "GM0796"].includes(code))
    .map(({ code, inhabitants }) => `${code};${inhabitants["2026-01-01"]}`),
].join("\n");

function upload(path: string, csv: string, fields: Record<string, string>, as: CastKey | null = "bureau") {
  const body = new FormData();
  for (const [name, value] of Object.entries({ actie: "bekijken", ...fields })) body.append(name, value);
  if (csv !== "") body.append("bestand", new File([csv], "tabel.csv", { type: "text/csv" }));
  const headers = as ? { cookie: `sessie=${tokenOf(as)}` } : undefined;
  return app.request(path, { method: "POST", body, ...(headers && { headers }) });
}
const hidden = (html: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "").replaceAll("&#39;", "'");
const held = (day: string) =>
  database.db.all<{ code: string; inhabitants: number }>(
    sql`select code, inhabitants from municipality_inhabitants where reference_on = ${day} order by code`,
  );
const logged = (action: string) =>
  database.db.all<{ subject: string }>(sql`select subject from audit_entries where action = ${action}`);

describe("inhabitants on a reference date", () => {
  test("come with a preview: new, odd, unknown with a suggestion, and what is wrong in each row", async () => {
    const answer = await upload(INHABITANTS, CSV, { peildatum: "1-6-2026" });
    expect(answer.status).toBe(200);
    const text = textOf(await answer.text());
    expect(text).toContain("342 nieuw, 0 anders, 0 gelijk en 3 niet te lezen.");
    expect(text).toContain(
      "7 Utrech Deze gemeente kennen we niet. Bedoel je Utrecht of Utrechtse Heuvelrug?",
    );
    expect(text).toContain("8 Epe Vul een heel getal in, bijvoorbeeld 30.500.");
    expect(text).toContain("9 apeldoorn Deze gemeente staat ook op regel 4.");
    expect(text).toContain("Voorst 25.567 12.000 −53,1 % Meer dan 10 % anders");
    expect(text).toContain("1 aantal wijkt meer dan 10 % af.");
    expect(await held("2026-06-01")).toEqual([]);
  });

  test("are stored after confirming, once, and leave other dates alone", async () => {
    const before = await held("2026-01-01");
    const html = await (await upload(INHABITANTS, CSV, { peildatum: "2026-06-01" })).text();
    const fields = { peildatum: "2026-06-01", cijfers: hidden(html, "cijfers"), actie: "vastleggen" };
    app.roundTrips();
    const stored = await app.post(INHABITANTS, fields, "bureau");
    expect(stored.headers.get("location")).toBe("/bureau/gemeenten?melding=inwoners");
    expect(app.roundTrips()).toBe(2);
    const found = new Map((await held("2026-06-01")).map(({ code, inhabitants }) => [code, inhabitants]));
    expect(found.size).toBe(342);
    expect(["GM0200", "GM0285", "GM0796"].map((code) => found.get(code))).toEqual([170_000, 12_000, 163_742]);
    expect((await app.post(INHABITANTS, fields, "bureau")).status).toBe(303);
    expect(await logged("inhabitants_imported")).toEqual([{ subject: "2026-06-01" }]);
    expect(await held("2026-01-01")).toEqual(before);
    const again = textOf(await (await upload(INHABITANTS, CSV, { peildatum: "2026-06-01" })).text());
    expect(again).toContain("0 nieuw, 0 anders, 342 gelijk en 3 niet te lezen.");
  });

  test("a known date shows old and new, and a colleague's figure in between gives 409 and stores nothing", async () => {
    const csv = "gemeente,inwoners\nVoorst,25000\nApeldoorn,169000";
    const html = await (await upload(INHABITANTS, csv, { peildatum: "1-1-2026" })).text();
    expect(textOf(html)).toContain("Voorst 25.567 25.000 −2,2 %");
    const fields = { peildatum: "2026-01-01", cijfers: hidden(html, "cijfers"), actie: "vastleggen" };
    await database.db.run(sql`update municipality_inhabitants set inhabitants = 26000
      where code = 'GM0285' and reference_on = '2026-01-01'`);
    expect((await app.post(INHABITANTS, fields, "bureau")).status).toBe(409);
    const apeldoorn = (await held("2026-01-01")).find(({ code }) => code === "GM0200");
    expect(apeldoorn?.inhabitants).toBe(169_222);
    expect(await logged("inhabitants_imported")).toEqual([]);
  });

  test("a new date without some municipality cannot be stored: sums would miss it", async () => {
    const html = await (
      await upload(INHABITANTS, "gemeente;inwoners\nVoorst;25000", { peildatum: "1-6-2026" })
    ).text();
    expect(textOf(html)).toContain("341 gemeenten ontbreken in het bestand");
    expect(html).not.toContain("vastleggen");
    const fields = { peildatum: "2026-06-01", cijfers: "GM0285:25000:", actie: "vastleggen" };
    expect((await app.post(INHABITANTS, fields, "bureau")).status).toBe(409);
    expect(await held("2026-06-01")).toEqual([]);
  });

  test.each([
    ["", { peildatum: "1-6-2026" }, "Kies een bestand met gemeenten en inwoners."],
    ["naam;iets\nEpe;3", { peildatum: "1-6-2026" }, "Zet boven de kolommen 'gemeente' en 'inwoners'."],
    [CSV, { peildatum: "1-6-2030" }, "Kies vandaag of een dag die al geweest is."],
    [CSV, { peildatum: "gisteren" }, "Vul een datum in die bestaat"],
    [`gemeente;inwoners\n${"Epe;1\n".repeat(5001)}`, { peildatum: "1-6-2026" }, "hooguit 5.000 rijen"],
  ])("a form with a fault gives 422", async (csv, fields, sentence) => {
    const answer = await upload(INHABITANTS, csv, fields);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(sentence);
  });

  test("figures that are no longer ours are refused", async () => {
    for (const cijfers of ["", "GM0200:1", "GM9999:5:", "GM0200:5: GM0200:6:"]) {
      const fields = { peildatum: "2026-06-01", cijfers, actie: "vastleggen" };
      expect((await app.post(INHABITANTS, fields, "bureau")).status).toBe(409);
    }
    expect(await held("2026-06-01")).toEqual([]);
  });
});

describe("regions", () => {
  const TABLE =
    "gemeente;soort;regio\nApeldoorn;Jeugdregio;Midden-IJssel\nVoorst;jeugd;Midden-IJssel\nEpe;GGD;NOG\nEde;x;y";
  async function bring(table: string, from: string) {
    const html = await (await upload(REGIONS, table, { vanaf: from })).text();
    const fields = { vanaf: hidden(html, "vanaf"), regios: hidden(html, "regios"), actie: "vastleggen" };
    return { text: textOf(html), stored: await app.post(REGIONS, fields, "bureau"), fields };
  }
  const memberships = () =>
    database.db.all(sql`select r.code, q.kind, q.name, r.valid_from as validFrom, r.valid_to as validTo
      from municipality_regions r join regions q on q.id = r.region_id order by r.code, r.valid_from`);

  test("are previewed and stored, and one of a kind follows the other", async () => {
    const first = await bring(TABLE, "1-1-2026");
    expect(first.text).toContain("3 rijen veranderen iets. 1 rij slaan we over.");
    expect(first.text).toContain("Kies bij soort een van deze");
    expect(first.stored.headers.get("location")).toBe("/bureau/gemeenten?melding=regios");
    const second = await bring("gemeente;soort;regio\nVoorst;jeugdregio;Achterhoek", "1-7-2026");
    expect(second.text).toContain("Midden-IJssel, wordt Achterhoek");
    expect(await memberships()).toEqual([
      { code: "GM0200", kind: "youth_care", name: "Midden-IJssel", validFrom: "2026-01-01", validTo: null },
      { code: "GM0232", kind: "public_health", name: "NOG", validFrom: "2026-01-01", validTo: null },
      {
        code: "GM0285",
        kind: "youth_care",
        name: "Midden-IJssel",
        validFrom: "2026-01-01",
        validTo: "2026-07-01",
      },
      { code: "GM0285", kind: "youth_care", name: "Achterhoek", validFrom: "2026-07-01", validTo: null },
    ]);
    expect((await app.post(REGIONS, second.fields, "bureau")).status).toBe(303);
    expect(await memberships()).toHaveLength(4);
    expect(await logged("regions_imported")).toHaveLength(2);
    expect(textOf(await (await app.get("/bureau/gemeenten?zoek=voorst", "bureau")).text())).toContain(
      "Achterhoek",
    );
  });

  test("a form that was overtaken gives 409", async () => {
    const html = await (await upload(REGIONS, TABLE, { vanaf: "1-1-2026" })).text();
    await bring("gemeente;soort;regio\nVoorst;jeugdregio;Elders", "1-1-2026");
    const fields = { vanaf: "2026-01-01", regios: hidden(html, "regios"), actie: "vastleggen" };
    expect((await app.post(REGIONS, fields, "bureau")).status).toBe(409);
  });
});

test("both are the work of the bureau alone", async () => {
  for (const path of [INHABITANTS, REGIONS])
    for (const [as, status] of [
      [null, 401],
      ["editor", 403],
      ["monitoring", 403],
    ] as const) {
      expect((await app.get(path, as)).status).toBe(status);
      expect((await upload(path, CSV, { peildatum: "1-6-2026", vanaf: "1-6-2026" }, as)).status).toBe(status);
    }
});
