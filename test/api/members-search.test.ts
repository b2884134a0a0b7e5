import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { municipalityRegistry } from "../../db/registry/municipalities.ts";
import {
  choices,
  memberMunicipalities,
  members,
  municipalities,
  profileValues,
} from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, MEMBERS, TODAY } from "../support/cast.ts";
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

/** As somebody whose organisation does not stand in the head of the page. */
const read = async (path: string, as: CastKey | null = "bureau") => {
  const response = await app.get(path, as);
  expect(response.status).toBe(200);
  return textOf(await response.text());
};
const finds = async (words: string, as: CastKey | null = "bureau") => {
  const text = await read(`/leden?zoek=${encodeURIComponent(words)}`, as);
  return Object.entries(MEMBERS).flatMap(([key, name]) => (text.includes(name) ? [key] : []));
};
const rename = (id: string, set: { name?: string; synonyms?: string }) =>
  database.db.update(members).set(set).where(eq(members.id, id));

describe("the directory finds", () => {
  test("no province by its name, and leads to the members there", async () => {
    for (const path of ["/leden?zoek=gelderlánd", "/zoeken?zoek=gelderlánd"]) {
      const page = await (await app.get(path)).text();
      expect(page, path).toContain('href="/leden?provincie=Gelderland"');
    }
    expect(await read("/leden?provincie=Gelderland")).toContain(MEMBERS.lindestad);
  });

  test("by other names, by first letters, and after a change by the new name only", async () => {
    await rename("heuvelrug", { name: "Sociale Wijkteams Noord", synonyms: "De Brug; SoWiNo" });
    for (const words of ["SWN", "swn", "sowino", "brug", "wijkteams noord", "Sociále"]) {
      const text = await read(`/leden?zoek=${words}`);
      expect(text, words).toContain("Sociale Wijkteams Noord");
      expect(text, words).not.toContain(MEMBERS.lindestad);
    }
    expect(await finds("heuvelrug")).toEqual([]);
  });

  test("facts for members, not for visitors, and follows the profile", async () => {
    expect(await finds("zorgned")).toEqual(["lindestad"]);
    expect(await finds("geheimsysteem")).toEqual(["lindestad"]);
    expect(await finds("stichting")).toEqual(["lindestad"]);
    for (const words of ["zorgned", "geheimsysteem", "stichting"])
      expect(await finds(words, null)).toEqual([]);
    await database.db
      .update(profileValues)
      .set({ supersededAt: TODAY })
      .where(eq(profileValues.id, "lindestad-process_systems"));
    expect(await finds("zorgned")).toEqual([]);
    await database.db.update(choices).set({ label: "Mozaïek" }).where(eq(choices.code, "mozard"));
    expect(await finds("mozaiek")).toEqual(["waterrand"]);
  });

  test("places as they come and go, with those that merged into them", async () => {
    await database.db.insert(memberMunicipalities).values({ memberId: "heuvelrug", code: "GM0344" });
    expect(await finds("utrecht")).toEqual(["heuvelrug"]);
    await database.db
      .update(municipalities)
      .set({ successorCode: "GM0344" })
      .where(eq(municipalities.code, "GM0355"));
    expect(await finds("zeist")).toEqual(["heuvelrug"]);
    await database.db.delete(memberMunicipalities).where(eq(memberMunicipalities.memberId, "heuvelrug"));
    expect(await finds("utrecht")).toEqual([]);
    expect(await read("/leden?provincie=Utrecht")).toContain("Geen lid past bij alles wat je koos.");
  });

  test("nothing of what somebody types is syntax", async () => {
    const nasty = [
      '"',
      "'",
      "*",
      "NEAR(a b)",
      "title:x",
      "-a",
      "a AND",
      "{facts} : zorgned",
      "^",
      "(",
      "a OR b",
      "\\",
      "%",
      "\u0000x",
    ];
    for (const words of nasty) await finds(words, null);
    expect(await finds("facts : zorgned", null)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 30, unit: "binary" }), async (words) => {
        expect((await app.get(`/leden?zoek=${encodeURIComponent(words)}`, null)).status).toBe(200);
        expect((await app.get(`/zoeken?zoek=${encodeURIComponent(words)}`, null)).status).toBe(200);
      }),
      { numRuns: 40, seed: 5 },
    );
  });
});

test("the stored index says what a fresh one would, whatever was written", async () => {
  const fresh = () =>
    database.db.all(sql`select e.ref from search_entries e join member_search s on s.ref = e.ref
      where e.kind = 'member' and (e.title <> s.title or e.words <> s.words or e.facts <> s.facts)`);
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom("name", "place", "leave", "fact", "end"),
      fc.constantFrom("lindestad", "waterrand", "heuvelrug"),
      fc.nat(340),
    ),
    { minLength: 1, maxLength: 8 },
  );
  const codes = municipalityRegistry().map(({ code }) => code);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      for (const [what, memberId, at] of all) {
        count += 1;
        const code = codes[at % codes.length] ?? "";
        if (what === "name") await rename(memberId, { name: `Naam ${at}`, synonyms: `S${at}` });
        if (what === "place")
          await database.db.insert(memberMunicipalities).values({ memberId, code }).onConflictDoNothing();
        if (what === "leave")
          await database.db.delete(memberMunicipalities).where(eq(memberMunicipalities.memberId, memberId));
        if (what === "end" || what === "fact")
          await database.db.run(sql`update profile_values set superseded_at = 1
            where member_id = ${memberId} and field = 'laws' and superseded_at is null`);
        if (what === "fact")
          await database.db.insert(profileValues).values({
            id: `v${count}`,
            memberId,
            field: "laws",
            state: "given",
            value: { choices: at % 2 ? ["wmo"] : ["wmo", "jeugdwet"], other: `eigen${at}` },
            referenceOn: "2026-01-01",
            source: "typed",
            saidAt: count,
          });
      }
      expect(await fresh()).toEqual([]);
      await database.db.run(sql`insert into search_words (search_words) values ('integrity-check')`);
      const facets =
        await database.db.all(sql`select member_id, facet, code from member_facets where facet in ('laws', 'province')
        except select member_id, field, c.value from profile_values, json_each(profile_values.value, '$.choices') c
          where superseded_at is null and field = 'laws'
        except select w.member_id, 'province', t.province from member_municipalities w join municipalities t on t.code = w.code`);
      expect(facets).toEqual([]);
    }),
    { numRuns: 25, seed: 6 },
  );
});

describe("/zoeken", () => {
  test.each([
    ["Sudwest", "Súdwest-Fryslân , Fryslân"],
    ["den bosch", "'s-Hertogenbosch , Noord-Brabant Wijkteam Waterrand"],
    ["lindestad", "Buurtkracht Lindestad Apeldoorn en Voorst"],
    ["mentale", "Mentale gezondheid en veerkracht"],
  ])("%s finds %s, for everybody and in one round trip", async (words, expected) => {
    for (const as of [null, "editor"] as const) {
      app.roundTrips();
      expect(await read(`/zoeken?zoek=${encodeURIComponent(words)}`, as)).toContain(expected);
      expect(app.roundTrips()).toBe(1);
    }
  });

  test("themes lead to offers and figures for who may see those", async () => {
    await database.db.run(sql`insert into rounds (id, questionnaire_id, year, state, reference_on, opens_on, closes_on)
      select 'r', id, 2024, 'published', '2024-06-01', '2024-06-01', '2024-07-01' from questionnaires limit 1`);
    const html = async (as: CastKey | null) => (await app.get("/zoeken?zoek=preventie", as)).text();
    expect(await html("editor")).toMatch(/href="\/werkbezoeken\?thema=[a-z-]+"/);
    expect(await html("editor")).toContain('href="/inzicht/2024/vraag/5B1"');
    expect(await html(null)).not.toMatch(/werkbezoeken\?thema|inzicht\/2024/);
  });

  test("nothing typed, nothing found, and a member that left", async () => {
    expect(await read("/zoeken", null)).not.toContain("Leden (");
    expect(await read("/zoeken?zoek=qqqq", null)).toContain("Niets gevonden voor ‘qqqq’.");
    await database.db.update(members).set({ leftOn: "2026-01-01" }).where(eq(members.id, "lindestad"));
    expect(await read("/zoeken?zoek=lindestad", null)).toContain("Niets gevonden");
  });
});

describe("teams zoals wij", () => {
  test("leads to one's own, names others with reasons, never itself", async () => {
    app.roundTrips();
    const own = await (await app.get("/leden/zoals-wij", "editor")).text();
    expect(app.roundTrips()).toBe(1);
    expect(own).toContain('<a href="/leden/waterrand">Wijkteam Waterrand</a>');
    app.roundTrips();
    const html = await (await app.get("/leden/lindestad/zoals-wij", "editor")).text();
    expect(app.roundTrips()).toBe(1);
    const text = textOf(html);
    expect(text).toContain("Teams zoals wij");
    expect(html).toContain('<a href="/leden/waterrand">Wijkteam Waterrand</a>');
    expect(html.match(/<h2><a href="\/leden\/lindestad">/)).toBeNull();
    expect(text).toContain("Ongeveer 190.000 inwoners.");
    expect(text).toContain("Ook G4/G40 of meer dan 80.000 inwoners.");
    expect(text).toContain("Werkt ook in Gelderland.");
    expect(text).not.toContain("Dorpenteam Heuvelrug");
  });

  test("who has told nothing yet is told what helps", async () => {
    expect(await read("/leden/heuvelrug/zoals-wij", "bureau")).toContain("Er is nog te weinig bekend");
  });

  test.each([
    [null, 401],
    ["professional", 200],
    ["otherEditor", 200],
    ["monitoring", 200],
  ] as const)("%s gets %i", async (as, status) => {
    expect((await app.get("/leden/lindestad/zoals-wij", as)).status).toBe(status);
  });

  test("an address that is nobody's is not found; staff without a member chooses one", async () => {
    expect((await app.get("/leden/niemand/zoals-wij", "editor")).status).toBe(404);
    expect(await read("/leden/zoals-wij", "bureau")).toContain("Je werkt niet namens een lid.");
    expect((await app.get("/leden/zoals-wij")).status).toBe(401);
  });
});
