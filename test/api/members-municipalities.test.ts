import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as pure from "../../functions/members/division.ts";
import { inhabitantsOn, placesOn } from "../../functions/members/division-queries.ts";
import { applyMergers } from "../../functions/members/municipality-merging.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
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

const LIST = "/bureau/gemeenten";
const MERGER = "/bureau/gemeenten/herindeling";
/** Apeldoorn and Voorst become a made-up town. Lindestad works in both, Waterrand in Voorst and 's-Hertogenbosch. */
const FORM = { gemeenten: "Apeldoorn\nGM0285", naar: "Veluwestad", code: "gm9001", ingang: "1-11-2026" };
const ID = "herindeling".padEnd(20, "0");

const hidden = (html: string): Fields =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? "",
      (value ?? "").replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    ]),
  );
const preview = (form: Fields = FORM) => app.post(MERGER, { id: ID, ...form, actie: "bekijken" }, "bureau");
async function merge(form: Fields = FORM): Promise<Response> {
  const fields = hidden(await (await preview(form)).text());
  return app.post(MERGER, { ...fields, gemeenten: String(form.gemeenten), actie: "vastleggen" }, "bureau");
}
const places = (day: string) =>
  database.db.all<{ member_id: string; code: string }>(
    sql`select member_id, code from ${placesOn(day)} order by member_id, code`,
  );
const codesOf = async (member: string, day: string) =>
  (await places(day)).filter((row) => row.member_id === member).map(({ code }) => code);
const valuesOf = (member: string) =>
  database.db.all<{ value: string; source: string; current: number; validFrom: string | null }>(sql`
    select value ->> '$.codes' as value, source, superseded_at is null as current, valid_from as validFrom
    from profile_values where member_id = ${member} and field = 'municipalities' order by said_at`);

describe("a merger of municipalities", () => {
  test("is shown before it is stored: parts, inhabitants and what happens to each member", async () => {
    const answer = await preview();
    expect(answer.status).toBe(200);
    const text = textOf(await answer.text());
    expect(text).toContain("Apeldoorn (GM0200), Voorst (GM0285)");
    expect(text).toContain("Inwoners samen 194.789");
    expect(text).toContain("Buurtkracht Lindestad Apeldoorn, Voorst Veluwestad");
    expect(text).toContain("Wijkteam Waterrand 's-Hertogenbosch, Voorst 's-Hertogenbosch, Veluwestad");
    expect(await valuesOf("lindestad")).toHaveLength(1);
  });

  test("reaches the profiles at once when its day is past; nobody loses a municipality", async () => {
    const answer = await merge();
    expect(answer.headers.get("location")).toBe(`${LIST}?melding=herindeling`);
    expect(await valuesOf("lindestad")).toEqual([
      { value: '["GM0200","GM0285"]', source: "typed", current: 0, validFrom: null },
      { value: '["GM9001"]', source: "merger", current: 1, validFrom: "2026-11-01" },
    ]);
    expect((await valuesOf("waterrand")).at(-1)?.value).toBe('["GM0796","GM9001"]');
    const profile = textOf(await (await app.get("/leden/lindestad")).text());
    expect(profile).toContain("Actief in 1 gemeente in Gelderland, voor 194.789 inwoners.");
    const history = textOf(await (await app.get("/leden/lindestad/geschiedenis", "editor")).text());
    expect(history).toContain("door een herindeling");
    expect(history).toContain("1 november 2026");
    expect(textOf(await (await app.get("/leden?zoek=veluwestad")).text())).toContain("Buurtkracht Lindestad");
    const directory = textOf(await (await app.get("/leden")).text());
    expect(directory).toMatch(/35\d\.\d{3} inwoners/);
  });

  test("leaves the division of before to the rounds of before", async () => {
    const before = await places("2026-06-01");
    await merge();
    expect(await places("2026-06-01")).toEqual(before);
    expect(await codesOf("lindestad", "2026-11-21")).toEqual(["GM9001"]);
    const then = await database.db.all(
      sql`select * from ${inhabitantsOn("2026-06-01")} where code in ('GM0200', 'GM0285')`,
    );
    expect(then).toHaveLength(2);
  });

  test("waits for its day, and can be taken back until then", async () => {
    await merge({ ...FORM, ingang: "2027-01-01" });
    expect(await codesOf("lindestad", "2026-11-21")).toEqual(["GM0200", "GM0285"]);
    expect(textOf(await (await app.get(LIST, "bureau")).text())).toMatch(/Trek in ?: Veluwestad/);
    const taken = await app.post(`${MERGER}/${ID}/intrekking`, {}, "bureau");
    expect(taken.headers.get("location")).toBe(`${LIST}?melding=ingetrokken`);
    expect(await database.db.all(sql`select 1 from municipalities where code = 'GM9001'`)).toEqual([]);
    expect((await app.post(`${MERGER}/${ID}/intrekking`, {}, "bureau")).status).toBe(409);
  });

  test("on its day the profiles follow, once", async () => {
    await merge({ ...FORM, ingang: "2027-01-01" });
    const work = { db: database.db, origin: "", mailFrom: "", replyAddress: null };
    await applyMergers({ ...work, now: TODAY });
    expect((await valuesOf("lindestad")).length).toBe(1);
    const newYear = Date.parse("2027-01-01T09:00:00Z");
    await applyMergers({ ...work, now: newYear });
    await applyMergers({ ...work, now: newYear + 60_000 });
    expect((await valuesOf("lindestad")).map(({ value }) => value)).toEqual([
      '["GM0200","GM0285"]',
      '["GM9001"]',
    ]);
    expect(await codesOf("lindestad", "2026-12-31")).toEqual(["GM0200", "GM0285"]);
    expect(await codesOf("lindestad", "2027-01-01")).toEqual(["GM9001"]);
    expect((await app.post(`${MERGER}/${ID}/intrekking`, {}, "bureau")).status).toBe(409);
  });

  test("into one that stays gives its members the inhabitants of both, and keeps its past apart", async () => {
    await merge({ gemeenten: "Voorst", naar: "Apeldoorn", code: "", ingang: "1-11-2026" });
    expect(await codesOf("waterrand", "2026-06-01")).toEqual(["GM0285", "GM0796"]);
    expect(await codesOf("waterrand", "2026-11-21")).toEqual(["GM0200", "GM0796"]);
    expect(await codesOf("lindestad", "2026-06-01")).toEqual(["GM0200", "GM0285"]);
    const profile = textOf(await (await app.get("/leden/lindestad")).text());
    expect(profile).toContain("voor 194.789 inwoners");
  });

  test("an edit of the profile afterwards keeps where the member worked before", async () => {
    await merge();
    const [value] = await database.db.all<{ id: string }>(sql`select id from profile_values
      where member_id = 'lindestad' and field = 'municipalities' and superseded_at is null`);
    const saved = await app.post(
      "/leden/lindestad/profiel/gemeenten",
      {
        id: "nieuw".padEnd(20, "0"),
        vorige: value?.id ?? "",
        peildatum: "21-11-2026",
        gemeenten: ["GM9001", "GM0796"],
        actie: "opslaan",
      },
      "editor",
    );
    expect(saved.status).toBe(303);
    expect(await codesOf("lindestad", "2026-06-01")).toEqual(["GM0200", "GM0285", "GM0796"]);
    expect(await codesOf("lindestad", "2026-11-21")).toEqual(["GM0796", "GM9001"]);
  });

  test("the same form twice is stored once", async () => {
    const fields = hidden(await (await preview()).text());
    const once = { ...fields, gemeenten: FORM.gemeenten, actie: "vastleggen" };
    app.roundTrips();
    expect((await app.post(MERGER, once, "bureau")).status).toBe(303);
    expect(app.roundTrips()).toBe(2);
    expect((await app.post(MERGER, once, "bureau")).status).toBe(303);
    expect(await valuesOf("lindestad")).toHaveLength(2);
  });

  test("a preview that no longer holds comes back with 409, and nothing is stored", async () => {
    const fields = hidden(await (await preview()).text());
    await database.db.run(
      sql`update profile_values set value = '{"codes":["GM0200"]}' where id = 'lindestad-municipalities'`,
    );
    const late = await app.post(
      MERGER,
      { ...fields, gemeenten: FORM.gemeenten, actie: "vastleggen" },
      "bureau",
    );
    expect(late.status).toBe(409);
    expect(textOf(await late.text())).toContain("Er veranderde intussen iets.");
    expect(await database.db.all(sql`select 1 from municipality_mergers`)).toEqual([]);
  });
});

describe("the list", () => {
  test("costs one round trip, finds old names and tells the reach of each round", async () => {
    await merge();
    app.roundTrips();
    const html = await (await app.get(`${LIST}?zoek=apeldoorn`, "bureau")).text();
    expect(app.roundTrips()).toBe(1);
    expect(textOf(html)).toContain("Veluwestad (GM9001)");
    // Counted apart in 2022 and 2026, and still one series.
    expect(textOf(html)).toContain("194.789 190.605");
    const past = textOf(await (await app.get(`${LIST}?toon=opgegaan`, "bureau")).text());
    expect(past).toContain("tot 1 november 2026, daarna Veluwestad");
    expect(textOf(await (await app.get(`${LIST}?zoek=nergens`, "bureau")).text())).toContain(
      "Geen gemeente heet zo.",
    );
  });
});

test("the division in SQL says what the pure one says, after mergers of every kind", async () => {
  await merge();
  await merge({
    id: "tweede".padEnd(20, "0"),
    gemeenten: "Veluwestad",
    naar: "Epe",
    code: "",
    ingang: "10-11-2026",
  });
  const { db } = database;
  const division = await db.all<pure.DividedMunicipality>(sql`
    select code, valid_from as validFrom, valid_to as validTo, successor_code as successorCode from municipalities`);
  const counts = await db.all<pure.CountedInhabitants>(sql`
    select code, reference_on as referenceOn, inhabitants from municipality_inhabitants`);
  const worked = await db.all<pure.WorkedIn & { member: string }>(sql`
    select member_id as member, code, since, null as until from member_municipalities
    union all select member_id, code, since, until from member_municipalities_ended`);
  const days = fc.constantFrom(
    "2023-06-01",
    "2026-06-01",
    "2026-10-31",
    "2026-11-01",
    "2026-11-09",
    "2026-11-10",
    "2027-06-01",
  );
  await fc.assert(
    fc.asyncProperty(days, async (day) => {
      const found = await places(day);
      for (const member of ["lindestad", "waterrand"])
        expect(found.filter((row) => row.member_id === member).map(({ code }) => code)).toEqual(
          pure.placesOn(
            division,
            worked.filter((row) => row.member === member),
            day,
          ),
        );
      const inhabitants = await db.all<{ code: string; inhabitants: number }>(
        sql`select * from ${inhabitantsOn(day)}`,
      );
      for (const { code } of division.filter((each) => pure.isValidOn(each, day)).slice(0, 60))
        expect(inhabitants.find((each) => each.code === code)?.inhabitants ?? 0).toBe(
          pure.inhabitantsOn(division, counts, [code], day),
        );
    }),
    { numRuns: 12 },
  );
});
