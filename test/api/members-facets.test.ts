import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memberMunicipalities, members } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, MEMBERS } from "../support/cast.ts";
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
const _finds = async (words: string, as: CastKey | null = "bureau") => {
  const text = await read(`/leden?zoek=${encodeURIComponent(words)}`, as);
  return Object.entries(MEMBERS).flatMap(([key, name]) => (text.includes(name) ? [key] : []));
};
const _rename = (id: string, set: { name?: string; synonyms?: string }) =>
  database.db.update(members).set(set).where(eq(members.id, id));

describe("facets", () => {
  const counted = async (path: string, as: CastKey | null = "editor") =>
    Object.fromEntries(
      [
        ...(await (await app.get(path, as)).text()).matchAll(
          /<li><a href="[^"]*"[^>]*>([^<]+)<\/a> \((\d+)\)<\/li>/g,
        ),
      ].map(([, label, count]) => [label, Number(count)]),
    );

  test("count what each value would find beside everything else that is chosen", async () => {
    await database.db.insert(memberMunicipalities).values({ memberId: "heuvelrug", code: "GM0355" });
    const all = await counted("/leden");
    expect(all).toMatchObject({
      Gelderland: 2,
      "Noord-Brabant": 1,
      Utrecht: 1,
      Zorgned: 1,
      Mozard: 1,
      Stichting: 1,
    });
    // Within the facet the others keep their number, elsewhere only who is found counts.
    expect(await counted("/leden?provincie=Noord-Brabant")).toMatchObject({
      Gelderland: 2,
      Utrecht: 1,
      Mozard: 1,
    });
    expect(await counted("/leden?provincie=Noord-Brabant")).not.toHaveProperty("Zorgned");
    expect(await counted("/leden?systeem=mozard&provincie=Utrecht")).toMatchObject({
      Gelderland: 1,
      Utrecht: 0,
    });
  });

  test("two values of one facet find who has either; two facets find who has both", async () => {
    const both = await read("/leden?systeem=zorgned&systeem=mozard");
    expect(both).toContain(MEMBERS.lindestad);
    expect(both).toContain(MEMBERS.waterrand);
    expect(both).not.toContain(MEMBERS.heuvelrug);
    const one = await read("/leden?systeem=zorgned&systeem=mozard&rechtsvorm=foundation");
    expect(one).toContain(MEMBERS.lindestad);
    expect(one).not.toContain(MEMBERS.waterrand);
    expect(one).toContain("Verwijder filter Systeem: Zorgned");
    expect(one).toContain("Wis alle filters");
  });

  test("visitors see no facet of opened facts", async () => {
    const shown = await counted("/leden?systeem=zorgned", null);
    expect(Object.keys(shown)).toEqual(["Gelderland", "Noord-Brabant", "G4/G40 of meer dan 80.000 inwoners"]);
  });

  test("each number is what its link finds, under any filter", async () => {
    await database.db.insert(memberMunicipalities).values({ memberId: "heuvelrug", code: "GM0355" });
    const query = fc.record({
      zoek: fc.constantFrom("", "team", "voorst"),
      provincie: fc.constantFrom([], ["Gelderland"], ["Gelderland", "Utrecht"]),
      grootte: fc.constantFrom([], ["groot"], ["middel", "klein"]),
      systeem: fc.constantFrom([], ["zorgned"], ["zorgned", "mozard"]),
    });
    await fc.assert(
      fc.asyncProperty(query, fc.nat(), async (chosen, pick) => {
        const address = new URLSearchParams({ zoek: chosen.zoek });
        for (const key of ["provincie", "grootte", "systeem"] as const)
          for (const value of chosen[key]) address.append(key, value);
        const html = await (await app.get(`/leden?${address}`, "editor")).text();
        const links = [...html.matchAll(/<li><a href="([^"]*)"([^>]*)>[^<]+<\/a> \((\d+)\)<\/li>/g)].filter(
          ([, , attributes]) => !attributes?.includes("aria-current"),
        );
        const link = links[pick % Math.max(1, links.length)];
        if (!link) return;
        const [, href = "", , number] = link;
        const before = new URLSearchParams(address);
        const target = new URL(href.replaceAll("&amp;", "&"), "http://x").searchParams;
        // Choosing a second value widens its facet: then what it adds is at most its number.
        const facet = ["provincie", "grootte", "systeem", "rechtsvorm", "wet"].find(
          (key) => target.getAll(key).length > before.getAll(key).length,
        );
        const value = target.getAll(facet ?? "").at(-1) ?? "";
        target.delete(facet ?? "");
        target.append(facet ?? "", value);
        const csv = await (await app.get(`/leden.csv?${target}`, "editor")).text();
        expect(csv.trim().split("\r\n").length - 1).toBe(Number(number));
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe("the map", () => {
  test("has a mark for each municipality of who is found, one's own apart, and the same as a table", async () => {
    app.roundTrips();
    const html = await (await app.get("/leden/kaart", "editor")).text();
    expect(app.roundTrips()).toBe(1);
    expect(html.match(/class="wt-map__mark wt-map__mark--own"/g)).toHaveLength(2);
    expect(html.match(/class="wt-map__mark wt-map__mark--member"/g)).toHaveLength(1);
    expect(html).toContain("<title>Voorst: 2 leden</title>");
    expect(html).not.toContain("style=");
    const text = textOf(html);
    expect(text).toContain("Kaart van Nederland. 3 leden, samen actief in 3 gemeenten");
    expect(text).toContain("Voorst Gelderland Buurtkracht Lindestad , Wijkteam Waterrand");
    const some = textOf(await (await app.get("/leden/kaart?provincie=Noord-Brabant", null)).text());
    expect(some).toContain("'s-Hertogenbosch Noord-Brabant Wijkteam Waterrand");
    expect(some).not.toContain("waar jullie werken");
    expect(await read("/leden/kaart?zoek=bestaatniet", null)).toContain(
      "Geen gemeente past bij alles wat je koos.",
    );
  });
});
