import { eq, isNull, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  memberMunicipalities,
  members,
  memberships,
  outbox,
  people,
  profileValues,
} from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { csv, importer, MEMBER_HEAD, PERSON_HEAD } from "../support/importing.ts";
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

const { handIn, checked, rowsOf, takeOver } = importer(
  () => app,
  () => database,
);

/** Each kind of bad row with the words that refuse it. */
const BAD_PEOPLE: [line: string, words: RegExp][] = [
  [";leeg@bad.example;;Wijkteam Waterrand;", /Vul de voornaam en achternaam in/],
  ["Anne Bos;geen adres;;Wijkteam Waterrand;", /Vul het mailadres van het werk in/],
  ["Anne Bos;;;Wijkteam Waterrand;", /Vul het mailadres van het werk in/],
  ["Anne Bos;anne@bad.example;bel maar;Wijkteam Waterrand;", /Vul een telefoonnummer in/],
  ["Anne Bos;anne2@bad.example;;Onbekend Team;", /‘Onbekend Team’ is geen lid/],
  ["Anne Bos;anne3@bad.example;;;", /Vul de organisatie in/],
  ["Anne Bos;anne4@bad.example;;Wijkteam Waterrand;bureau", /De rol ‘bureau’ kun je niet inlezen/],
  ["Anne Bos;anne5@bad.example;;Dorpenteam Heuvelrug;", /Dorpenteam Heuvelrug is geen lid meer/],
  ["Mens 7;mens7@goed.example;;Wijkteam Waterrand;", /Dit mailadres staat ook op rij 9/],
  ["Een Ander;mens8@goed.example;;Buurtkracht Lindestad;", /Op rij 10 hoort dit mailadres bij Mens 8/],
];

test("a file of 300 rows with 40 bad ones of all kinds: the other 260 come in, in two round trips", async () => {
  await database.db.update(members).set({ leftOn: "2026-01-01" }).where(eq(members.id, "heuvelrug"));
  const good = Array.from({ length: 260 }, (_, at) =>
    `Mens ${at};mens${at}@goed.example;;Wijkteam Waterrand;host`.replace("host", "gastheer"),
  );
  const bad = Array.from({ length: 40 }, (_, at) => BAD_PEOPLE[at % BAD_PEOPLE.length] as [string, RegExp]);
  const before = (await database.db.select().from(people)).length;
  app.roundTrips();
  const address = await checked("people", csv(PERSON_HEAD, ...good, ...bad.map(([line]) => line)));
  expect(app.roundTrips()).toBe(2);
  const rows = await rowsOf(address);
  expect(rows).toHaveLength(300);
  expect(rows.slice(0, 260).every(({ outcome }) => outcome === "new")).toBe(true);
  for (const [at, [, words]] of bad.entries()) {
    expect(rows[260 + at]?.outcome).toBe("refused");
    expect(rows[260 + at]?.words).toMatch(words);
  }
  await takeOver(address, { welkom: "ja" });
  expect(app.roundTrips()).toBe(2);
  expect((await database.db.select().from(people)).length - before).toBe(260);
  expect(await database.db.select().from(outbox)).toHaveLength(260);
  expect(await database.db.select().from(people).where(sql`email like '%@bad.example'`)).toEqual([]);

  const [data, notes] = await readSheets(await app.get(`${address}/rijen.xlsx`, "bureau"));
  expect(data).toHaveLength(301);
  expect(data?.[1]).toEqual([
    "2",
    "Mens 0",
    "nieuw",
    "Krijgt rol gastheer bij Wijkteam Waterrand.",
    "overgenomen",
  ]);
  expect(data?.[261]?.slice(2)).toEqual(["geweigerd", "Vul de voornaam en achternaam in."]);
  expect(notes).toContainEqual(["Aantal rijen", "300"]);
  const refusedPage = textOf(await (await app.get(`${address}?toon=geweigerd`, "bureau")).text());
  expect(refusedPage).toContain("is geen lid");
  expect(refusedPage).not.toContain("Mens 3 ");
});

const BAD_MEMBERS: [line: string, words: RegExp][] = [
  [";1-1-2026;;;;;;", /Vul de naam van de organisatie in/],
  ["Team A;;;;;;;", /Vul de dag in waarop het lidmaatschap begint/],
  ["Team B;31-2-2026;;;;;;", /Vul de dag in/],
  ["Team C;1-1-2026;Nergenshuizen;;;;;", /De gemeente ‘Nergenshuizen’ kennen we niet/],
  [
    "Team D;1-1-2026;;Geheim genootschap;;;;",
    /De organisatievorm ‘Geheim genootschap’ staat niet in de lijst/,
  ],
  ["Team E;1-1-2026;;;geen adres;;;", /Vul een webadres in/],
  ["Team F;1-1-2026;;;;geen adres;;", /Vul een e-mailadres in/],
  ["Team G;1-1-2026;;;;;12;", /Vul een telefoonnummer in/],
  ["goed TEAM;1-1-2026;;;;;;", /Deze naam staat ook op rij 2/],
];

test.each(BAD_MEMBERS)("refused with a way out: %s", async (line, words) => {
  const address = await checked("members", csv(MEMBER_HEAD, "Goed Team;1-1-2026;;;;;;", line));
  const [good, bad] = await rowsOf(address);
  expect(good?.outcome).toBe("new");
  expect(bad).toMatchObject({ outcome: "refused", plan: null });
  expect(bad?.words).toMatch(words);
});

test("any file writes rows wholly or not at all, and a second time nothing", async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "Team Een",
      "team een",
      "Buurtkracht Lindestad",
      "Utrecht",
      "1-1-2026",
      "x@y.example",
      "Stichting",
      "' or 1=1 --",
      '"',
      "{}",
      "null",
    ),
    fc.string({ maxLength: 12, unit: "binary" }).map((text) => text.replaceAll("\0", "")),
  );
  const row = fc.array(cell, { minLength: 8, maxLength: 8 });
  const quoted = (cells: string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(";");
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom("members" as const, "people" as const),
      async (rows, kind) => {
        const head = kind === "members" ? MEMBER_HEAD : `${PERSON_HEAD};x;y;z`;
        const answer = await handIn(kind, csv(head, ...rows.map(quoted)));
        if (answer.status === 422) return;
        const address = answer.headers.get("location") ?? "";
        const held = await rowsOf(address);
        expect((await takeOver(address)).status).toBe(303);
        for (const { result, outcome } of await rowsOf(address))
          expect(result).toBe(outcome === "new" || outcome === "changed" ? "written" : null);
        for (const { plan, outcome } of held) {
          if (!plan || outcome !== "new" || kind === "people") continue;
          const wanted = JSON.parse(plan) as {
            id: string;
            facts: { field: string; value: { codes?: string[] } }[];
          };
          const [written] = await database.db.select().from(members).where(eq(members.id, wanted.id));
          const facts = await database.db
            .select()
            .from(profileValues)
            .where(eq(profileValues.memberId, wanted.id));
          const places = await database.db
            .select()
            .from(memberMunicipalities)
            .where(eq(memberMunicipalities.memberId, wanted.id));
          expect(written).toBeDefined();
          expect(facts.map(({ field }) => field)).toEqual(wanted.facts.map(({ field }) => field));
          expect(places.map(({ code }) => code).sort()).toEqual(
            (wanted.facts.find(({ field }) => field === "municipalities")?.value.codes ?? []).sort(),
          );
        }
        const second = await handIn(kind, csv(head, ...rows.map(quoted)));
        const later = await rowsOf(second.headers.get("location") ?? "");
        expect(later.filter(({ outcome }) => outcome === "new")).toEqual([]);
        const withoutRole = await database.db
          .select()
          .from(people)
          .leftJoin(memberships, eq(memberships.personId, people.id))
          .where(isNull(memberships.personId));
        expect(withoutRole.map(({ people: { id: who } }) => who).sort()).toEqual(["bureau", "monitoring"]);
      },
    ),
    { numRuns: 40 },
  );
});
