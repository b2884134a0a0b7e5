import { eq, isNotNull } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { municipalityRegistry } from "../../db/registry/municipalities.ts";
import { auditEntries, memberMunicipalities, members, municipalities } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { MEMBERS } from "../support/cast.ts";
import { seedProfiles } from "../support/profiles.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedProfiles(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const read = async (path: string, as: Parameters<TestApp["get"]>[1] = null) => {
  const response = await app.get(path, as);
  expect(response.status).toBe(200);
  return textOf(await response.text());
};

test("a visitor sees names, municipalities and figures, inhabitants counted once", async () => {
  const text = await read("/leden");
  for (const name of Object.values(MEMBERS)) expect(text).toContain(name);
  // Voorst counts for both members, its 25.567 inhabitants once: 169.222 + 162.272 + 25.567.
  expect(text).toContain(
    "3 leden, samen actief in 3 gemeenten in 2 provincies met 357.061 inwoners. Peildatum: 1 januari 2026.",
  );
  expect(text).toContain("Apeldoorn, Voorst");
  expect(text).toContain("194.789");
  expect(text).toContain("G4/G40 of meer dan 80.000 inwoners");
});

test("a visitor neither sees nor filters on opened facts", async () => {
  const text = await read("/leden?systeem=zorgned&rechtsvorm=foundation&wet=wmo");
  expect(text).not.toMatch(/GeheimSysteem|Zorgned|Stichting|Systemen|Organisatievorm|Je filtert op/);
  for (const name of Object.values(MEMBERS)) expect(text).toContain(name);
});

test.each(["professional", "otherEditor", "monitoring", "bureau"] as const)(
  "%s sees and filters on facts",
  async (as) => {
    const text = await read("/leden?systeem=zorgned", as);
    expect(text).toContain("GeheimSysteem");
    expect(text).toContain(
      "1 van 3 leden, actief in 2 gemeenten met 194.789 inwoners. Peildatum: 1 januari 2026.",
    );
    expect(text).not.toMatch(/Wijkteam Waterrand 's-/);
    expect(text).toContain("Verwijder filter Systeem: Zorgned");
  },
);

test.each([
  ["zoek=den+bosch", ["waterrand"]],
  ["zoek=S-HERTOGENBOSCH", ["waterrand"]],
  ["zoek=voorst", ["lindestad", "waterrand"]],
  ["zoek=buurtkracht+apeldoorn", ["lindestad"]],
  ["zoek=heúvelRUG", ["heuvelrug"]],
  ["zoek=%25", ["lindestad", "waterrand", "heuvelrug"]],
  ["provincie=Noord-Brabant", ["waterrand"]],
  ["grootte=groot", ["lindestad", "waterrand"]],
  ["grootte=klein", []],
  ["zoek=voorst&provincie=Noord-Brabant", ["waterrand"]],
  ["grootte=onzin&sorteer=onzin&pagina=-4", ["lindestad", "waterrand", "heuvelrug"]],
] as const)("/leden?%s finds %j", async (query, expected) => {
  const text = await read(`/leden?${query}`);
  for (const [key, name] of Object.entries(MEMBERS))
    expect(text.includes(name), name).toBe((expected as readonly string[]).includes(key));
});

test("'Sudwest' finds who works in Súdwest-Fryslân", async () => {
  await database.db.insert(memberMunicipalities).values({ memberId: "heuvelrug", code: "GM1900" });
  expect(await read("/leden?zoek=Sudwest")).toContain(MEMBERS.heuvelrug);
});

test("an empty list says why and how to go on, and so does a page too far", async () => {
  const nothing = await read("/leden?zoek=bestaatniet");
  expect(nothing).toContain("Geen lid past bij alles wat je koos.");
  expect(nothing).toContain("Toon alle leden");
  expect(await read("/leden?pagina=9")).toContain("Naar de eerste bladzijde");
});

test("sorting by inhabitants lives in the address", async () => {
  await database.db.insert(memberMunicipalities).values({ memberId: "heuvelrug", code: "GM0363" });
  const order = async (path: string) => {
    const text = await read(path);
    return Object.values(MEMBERS).toSorted((one, other) => text.indexOf(one) - text.indexOf(other));
  };
  expect(await order("/leden")).toEqual([MEMBERS.lindestad, MEMBERS.heuvelrug, MEMBERS.waterrand]);
  const byInhabitants = [MEMBERS.heuvelrug, MEMBERS.lindestad, MEMBERS.waterrand];
  expect(await order("/leden?sorteer=inwoners")).toEqual(byInhabitants);
});

test("who left, or has yet to join, is not in the directory", async () => {
  await database.db.update(members).set({ leftOn: "2026-11-21" }).where(eq(members.id, "lindestad"));
  await database.db.update(members).set({ joinedOn: "2026-11-22" }).where(eq(members.id, "waterrand"));
  const text = await read("/leden");
  expect(text).not.toContain(MEMBERS.lindestad);
  expect(text).not.toContain(MEMBERS.waterrand);
  expect(text).toContain("1 lid. Hun gemeenten zijn nog niet bekend.");
});

test("one round trip for three members and for two hundred, page by page", async () => {
  await app.get("/leden", "editor");
  expect(app.roundTrips()).toBe(1);
  const codes = municipalityRegistry().map(({ code }) => code);
  const many = Array.from({ length: 200 }, (_, at) => `extra-${String(at).padStart(3, "0")}`);
  await database.db
    .insert(members)
    .values(
      many.map((id) => ({ id, slug: id, name: id, searchKey: id, joinedOn: "2020-01-01", createdAt: 1 })),
    );
  await database.db
    .insert(memberMunicipalities)
    .values(many.map((memberId, at) => ({ memberId, code: codes[at] ?? "" })));
  app.roundTrips();
  const seen = new Set<string>();
  for (let page = 1; page <= 9; page++) {
    const text = await read(`/leden?pagina=${page}`, "editor");
    for (const match of text.matchAll(/extra-\d{3}/g)) seen.add(match[0]);
  }
  expect(app.roundTrips()).toBe(9);
  expect(seen.size).toBe(200);
});

test("files hold the rows and numbers of the screen, under any filter", async () => {
  const queries = fc.record({
    zoek: fc.constantFrom("", "voorst", "team", "zzz"),
    provincie: fc.constantFrom("", "Gelderland", "Noord-Brabant"),
    grootte: fc.constantFrom("", "groot", "klein"),
    systeem: fc.constantFrom("", "zorgned", "mozard"),
    sorteer: fc.constantFrom("", "inwoners"),
  });
  await fc.assert(
    fc.asyncProperty(queries, fc.constantFrom("editor" as const, null), async (filter, as) => {
      const query = new URLSearchParams(filter).toString();
      const page = await (await app.get(`/leden?${query}`, as)).text();
      const onScreen = [...page.matchAll(/href="\/leden\/([a-z]+)">/g)]
        .filter(([, slug]) => slug !== "kaart")
        .map((match) => MEMBERS[match[1] as keyof typeof MEMBERS]);
      const csv = await (await app.get(`/leden.csv?${query}`, as)).text();
      const lines = csv.slice(1).split("\r\n").slice(1, -1);
      expect(lines.map((line) => line.split(";")[0])).toEqual(onScreen);
      const [data, notes] = await readSheets(await app.get(`/leden.xlsx?${query}`, as));
      expect(data?.slice(1).map((row) => row[0])).toEqual(onScreen);
      const shown = textOf(page);
      for (const [, , , inhabitants] of data?.slice(1) ?? [])
        if (inhabitants) expect(shown).toContain(Number(inhabitants).toLocaleString("nl-NL"));
      const outcome = notes?.find(([label]) => label === "Uitkomst")?.[1] ?? "";
      if (onScreen.length > 0 && onScreen.length < 3) expect(shown).toContain(outcome);
      expect(notes?.find(([label]) => label === "Aantal leden in deze lijst")?.[1]).toBe(
        String(onScreen.length),
      );
    }),
    { numRuns: 30 },
  );
});

test("a file holds facts for members only, as numbers, and that it left is logged", async () => {
  const visitor = await app.get("/leden.csv");
  expect(visitor.headers.get("content-disposition")).toBe('attachment; filename="leden.csv"');
  expect(await visitor.text()).not.toMatch(/GeheimSysteem|Zorgned|FTE|1234,25/);
  const logged = () => database.db.select().from(auditEntries).where(isNotNull(auditEntries.personId));
  expect(await logged()).toEqual([]);

  app.roundTrips();
  const csv = await (await app.get("/leden.csv", "professional")).text();
  expect(app.roundTrips()).toBe(1);
  expect(csv).toContain("Zorgned, Anders: GeheimSysteem");
  expect(csv).toContain(";1234,25;");
  expect(await logged()).toMatchObject([
    { personId: "professional", memberId: "lindestad", action: "members_exported", subject: "/leden.csv" },
  ]);
});

test("a municipality without a count of inhabitants hides no member", async () => {
  await database.db.insert(municipalities).values({
    code: "GM9999",
    name: "Nieuwland",
    officialName: "Nieuwland",
    searchKey: "nieuwland",
    province: "Utrecht",
    municipalityClass: "K80/P10",
    latitude: 52,
    longitude: 5,
    validFrom: "2026-06-01",
  });
  await database.db.insert(memberMunicipalities).values({ memberId: "heuvelrug", code: "GM9999" });
  expect(await read("/leden?zoek=nieuwland")).toContain("1 van 3 leden, actief in 1 gemeente. ");
});
