import { eq, isNull, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  auditEntries,
  importRows,
  imports,
  memberMunicipalities,
  members,
  memberships,
  outbox,
  people,
  profileValues,
} from "../../db/schema/tables.ts";
import { forgetOldImports } from "../../functions/members/import-forgetting.ts";
import { ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, TODAY, tokenOf } from "../support/cast.ts";
import { id, seedProfiles } from "../support/profiles.ts";
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

type Kind = "members" | "people";
let handedIn = 0;

/** Hands a table in as a file; the answer is not followed. */
async function handIn(
  kind: Kind | "",
  content: BlobPart | null,
  as: CastKey | null = "bureau",
  name = "lijst.csv",
) {
  handedIn += 1;
  const body = new FormData();
  body.append("id", `t${String(handedIn).padStart(19, "0")}`);
  if (kind) body.append("soort", kind);
  if (content !== null) body.append("bestand", new File([content], name));
  return app.request("/bureau/inlezen", {
    method: "POST",
    body,
    headers: as ? { cookie: `sessie=${tokenOf(as)}` } : undefined,
  });
}

const csv = (head: string, ...lines: string[]) => [head, ...lines].join("\r\n");
const MEMBER_HEAD = "Naam;Lid sinds;Gemeenten;Organisatievorm;Website;E-mail;Telefoon;Ook bekend als";
const PERSON_HEAD = "Naam;E-mail;Telefoon;Organisatie;Rollen";

/** Hands in what must be accepted, and gives the address of its page. */
async function checked(kind: Kind, content: BlobPart): Promise<string> {
  const answer = await handIn(kind, content);
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
}

const keyOf = (address: string) => address.split("/").at(-1) ?? "";
const rowsOf = (address: string) =>
  database.db
    .select()
    .from(importRows)
    .where(eq(importRows.importId, keyOf(address)))
    .orderBy(importRows.position);
const takeOver = (address: string, fields = {}) => app.post(`${address}/overname`, fields, "bureau");
const findMember = async (name: string) =>
  (await database.db.select().from(members).where(eq(members.name, name)))[0];

test("members: looked at first, nothing written; then taken over with places, form and a log", async () => {
  app.roundTrips();
  const address = await checked(
    "members",
    csv(
      MEMBER_HEAD,
      "Sociaal Team Noord;1-3-2026;Den Bosch; GM0363;Stichting;stn.example;info@stn.example;030 123 45 67;STN",
    ),
  );
  expect(app.roundTrips()).toBe(2);
  // A semicolon within a cell shifts the others: the row is refused, and says why.
  expect((await rowsOf(address))[0]?.outcome).toBe("refused");

  const good = await checked(
    "members",
    csv(
      MEMBER_HEAD,
      'Sociaal Team Noord;1-3-2026;"Den Bosch; GM0363";stichting;stn.example;info@stn.example;030 123 45 67;STN',
    ),
  );
  expect(await rowsOf(good)).toMatchObject([{ position: 2, outcome: "new", result: null }]);
  expect(await findMember("Sociaal Team Noord")).toBeUndefined();
  const page = textOf(await (await app.get(good, "bureau")).text());
  expect(page).toContain("1 nieuw, 0 wijzigt, 0 blijft gelijk en 0 geweigerd. Er is nog niets opgeslagen.");
  expect(page).toContain("Gemeenten: 's-Hertogenbosch en Amsterdam.");

  app.roundTrips();
  expect((await takeOver(good)).status).toBe(303);
  expect(app.roundTrips()).toBe(2);
  const member = await findMember("Sociaal Team Noord");
  expect(member).toMatchObject({
    slug: "sociaal-team-noord",
    synonyms: "STN",
    website: "https://stn.example",
    contactEmail: "info@stn.example",
    joinedOn: "2026-03-01",
  });
  const places = await database.db
    .select()
    .from(memberMunicipalities)
    .where(eq(memberMunicipalities.memberId, member?.id ?? ""));
  expect(places.map(({ code }) => code).sort()).toEqual(["GM0363", "GM0796"]);
  const facts = await database.db
    .select()
    .from(profileValues)
    .where(eq(profileValues.memberId, member?.id ?? ""))
    .orderBy(sql`field desc`);
  expect(facts).toMatchObject([
    { field: "municipalities", source: "imported", saidBy: "bureau", referenceOn: "2026-11-21" },
    { field: "legal_form", value: { choices: ["foundation"] } },
  ]);
  expect(
    await database.db.select().from(auditEntries).where(eq(auditEntries.action, "member_added")),
  ).toMatchObject([{ personId: "bureau", subject: "sociaal-team-noord" }]);
  expect(textOf(await (await app.get("/leden?zoek=stn", "bureau")).text())).toContain("Sociaal Team Noord");

  // The same file again: nothing new.
  const again = await checked(
    "members",
    csv(MEMBER_HEAD, 'Sociaal Team Noord;1-3-2026;"GM0363; 0796";Stichting;;;;'),
  );
  expect(await rowsOf(again)).toMatchObject([{ outcome: "unchanged", plan: null }]);
  expect(textOf(await (await app.get(again, "bureau")).text())).toContain("Er is niets om over te nemen.");
});

test("a change says what, an empty cell changes nothing, and what a member said itself stands", async () => {
  const address = await checked(
    "members",
    csv(MEMBER_HEAD, "BUURTKRACHT lindestad;;Utrecht;Stichting;https://nieuw.example;;;"),
  );
  const [row] = await rowsOf(address);
  expect(row?.outcome).toBe("changed");
  expect(row?.words.split("\n")).toEqual([
    "Website: leeg wordt https://nieuw.example.",
    "Gemeenten: het lid vulde dit zelf in. Dat blijft zo staan.",
  ]);
  await takeOver(address);
  const member = await findMember("Buurtkracht Lindestad");
  expect(member).toMatchObject({ website: "https://nieuw.example", joinedOn: "2018-01-01" });
  const now = await database.db
    .select()
    .from(profileValues)
    .where(sql`member_id = 'lindestad' and field = 'municipalities' and superseded_at is null`);
  expect(now).toMatchObject([{ id: "lindestad-municipalities" }]);
});

test("a row that changed since the look is not written, others are; twice writes once", async () => {
  const address = await checked(
    "members",
    csv(
      MEMBER_HEAD,
      "Wijkteam Waterrand;;;;https://een.example;;;",
      "Dorpenteam Heuvelrug;;Ermelo;;;;;",
      "Nieuw Team;1-1-2026;;;;;;",
    ),
  );
  await database.db
    .update(members)
    .set({ website: "https://zelf.example" })
    .where(eq(members.id, "waterrand"));
  const [first, second] = await Promise.all([takeOver(address), takeOver(address)]);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect((await rowsOf(address)).map(({ result }) => result)).toEqual(["outdated", "written", "written"]);
  expect((await findMember("Wijkteam Waterrand"))?.website).toBe("https://zelf.example");
  const values = await database.db
    .select()
    .from(profileValues)
    .where(eq(profileValues.memberId, "heuvelrug"));
  expect(values).toMatchObject([{ field: "municipalities", supersededAt: null }]);
  const page = textOf(await (await app.get(address, "bureau")).text());
  expect(page).toContain("1 rij is niet overgenomen");
  expect(page).toContain("Overgenomen op zaterdag 21 november 2026, 12.00 uur: 2 rijen.");
  const log = await database.db.select().from(auditEntries).where(eq(auditEntries.action, "member_added"));
  expect(log).toHaveLength(1);
});

test("people: roles are added, mail leaves only when asked", async () => {
  const lines = [
    "Noor Veld;Noor@Veld.example;030 123 45 67;Buurtkracht Lindestad;redacteur en gastvrouw",
    "Noor Veld;noor@veld.example;;Wijkteam Waterrand;",
    "Persoon editor;EDITOR@proef.example;;Buurtkracht Lindestad;tekenaar",
  ];
  const address = await checked("people", csv(PERSON_HEAD, ...lines));
  expect((await rowsOf(address)).map(({ outcome }) => outcome)).toEqual(["new", "new", "changed"]);
  app.roundTrips();
  await takeOver(address);
  expect(app.roundTrips()).toBe(2);
  const found = await database.db.select().from(people).where(eq(people.email, "noor@veld.example"));
  expect(found).toMatchObject([{ name: "Noor Veld", phone: "030 123 45 67" }]);
  const rolesOf = async (person: string) =>
    (await database.db.select().from(memberships).where(eq(memberships.personId, person)))
      .map(({ memberId, role }) => `${memberId} ${role}`)
      .sort();
  expect(await rolesOf(found[0]?.id ?? "")).toEqual([
    "lindestad editor",
    "lindestad host",
    "waterrand professional",
  ]);
  expect(await rolesOf("editor")).toEqual(["lindestad editor", "lindestad signatory"]);
  expect(await database.db.select().from(outbox)).toEqual([]);
  expect(
    await database.db.select().from(auditEntries).where(eq(auditEntries.action, "role_granted")),
  ).toHaveLength(4);

  const asked = await checked(
    "people",
    csv(
      PERSON_HEAD,
      "Kim Berg;kim@berg.example;;Wijkteam Waterrand;host",
      "Kim Berg;kim2@berg.example;;Wijkteam Waterrand;gastheer",
    ),
  );
  expect((await rowsOf(asked)).map(({ outcome }) => outcome)).toEqual(["refused", "new"]);
  await takeOver(asked, { welkom: "ja" });
  const mail = await database.db.select().from(outbox);
  expect(mail).toMatchObject([
    { toEmail: "kim2@berg.example", subject: "Welkom bij Vereniging van Proefteams" },
  ]);
  expect(mail[0]?.text).toContain("Het bureau heeft je toegevoegd als gastheer namens Wijkteam Waterrand.");

  const again = await checked("people", csv(PERSON_HEAD, ...lines));
  expect((await rowsOf(again)).map(({ outcome }) => outcome)).toEqual([
    "unchanged",
    "unchanged",
    "unchanged",
  ]);
});

test("a person who got that address meanwhile keeps the row out", async () => {
  const address = await checked(
    "people",
    csv(
      PERSON_HEAD,
      "Noor Veld;noor@veld.example;;Wijkteam Waterrand;",
      "Bo Duin;bo@duin.example;;Wijkteam Waterrand;",
    ),
  );
  await database.db
    .insert(people)
    .values({ id: "iemand", name: "Iemand", email: "noor@veld.example", createdAt: 1 });
  await takeOver(address, { welkom: "ja" });
  expect((await rowsOf(address)).map(({ result }) => result)).toEqual(["outdated", "written"]);
  expect(await database.db.select().from(memberships).where(eq(memberships.personId, "iemand"))).toEqual([]);
  expect((await database.db.select().from(outbox)).map(({ toEmail }) => toEmail)).toEqual([
    "bo@duin.example",
  ]);
});

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

test("a form without a file, of no kind, or with another file: 422 with a sentence that helps", async () => {
  const sentence = async (answer: Response) => {
    expect(answer.status).toBe(422);
    return textOf(await answer.text());
  };
  expect(await sentence(await handIn("people", null))).toContain(
    "Kies een Excel-bestand of een csv-bestand.",
  );
  expect(await sentence(await handIn("", csv(PERSON_HEAD, "x")))).toContain(
    "Kies of je leden of mensen inleest.",
  );
  expect(await sentence(await handIn("people", csv(PERSON_HEAD)))).toContain("Dit bestand is leeg.");
  expect(await sentence(await handIn("people", csv("Naam;Telefoon", "x;y")))).toContain(
    "Zet de kolommen ‘E-mail’ en ‘Organisatie’ in de eerste rij.",
  );
  expect(await sentence(await handIn("people", new Uint8Array([0, 1, 2, 0])))).toContain(
    "Dit bestand is iets anders.",
  );
  const many = Array.from({ length: 1001 }, (_, at) => `M ${at};m${at}@x.example;;Wijkteam Waterrand;`);
  expect(await sentence(await handIn("people", csv(PERSON_HEAD, ...many)))).toContain("hooguit 1.000 rijen");
  expect(await database.db.select().from(imports)).toEqual([]);
});

test("the example can be read in as it is, and explains its columns", async () => {
  for (const [kind, address] of [
    ["members", "leden"],
    ["people", "mensen"],
  ] as const) {
    const example = await app.get(`/bureau/inlezen/voorbeeld-${address}.xlsx`, "bureau");
    const [, notes] = await readSheets(example.clone());
    expect(notes?.some(([label]) => label === "Naam")).toBe(true);
    const answer = await handIn(kind, await example.arrayBuffer(), "bureau", "voorbeeld.xlsx");
    const [row] = await rowsOf(answer.headers.get("location") ?? "");
    expect(row?.outcome).toBe(kind === "members" ? "new" : "refused");
  }
});

test.each(["editor", "monitoring", "professional"] as const)(
  "%s may neither look nor read in",
  async (as) => {
    const address = await checked("people", csv(PERSON_HEAD, "Bo Duin;bo@duin.example;;Wijkteam Waterrand;"));
    for (const path of [
      "/bureau/inlezen",
      address,
      `${address}/rijen.csv`,
      "/bureau/inlezen/voorbeeld-leden.xlsx",
    ])
      expect((await app.get(path, as)).status).toBe(403);
    expect((await handIn("people", csv(PERSON_HEAD, "x"), as)).status).toBe(403);
    expect((await app.post(`${address}/overname`, {}, as)).status).toBe(403);
    expect(await rowsOf(address)).toMatchObject([{ result: null }]);
  },
);

test("a stranger signs in first; what is not there is not found", async () => {
  expect((await app.get("/bureau/inlezen")).status).toBe(401);
  expect((await handIn("people", csv(PERSON_HEAD, "x"), null)).status).toBe(401);
  for (const path of [`/bureau/inlezen/${id("9")}`, `/bureau/inlezen/${id("9")}/rijen.csv`])
    expect((await app.get(path, "bureau")).status).toBe(404);
  expect((await app.post(`/bureau/inlezen/${id("9")}/overname`, {}, "bureau")).status).toBe(404);
});

test("the same form twice keeps one table; after a month it is gone", async () => {
  const body = () => {
    const form = new FormData();
    form.append("id", id("4"));
    form.append("soort", "people");
    form.append(
      "bestand",
      new File([csv(PERSON_HEAD, "Bo Duin;bo@duin.example;;Wijkteam Waterrand;")], "l.csv"),
    );
    return { method: "POST", body: form, headers: { cookie: `sessie=${tokenOf("bureau")}` } };
  };
  for (let times = 0; times < 2; times++)
    expect((await app.request("/bureau/inlezen", body())).status).toBe(303);
  expect(await database.db.select().from(importRows)).toHaveLength(1);
  expect(textOf(await (await app.get("/bureau/inlezen", "bureau")).text())).toContain("l.csv");
  const work = { db: database.db, origin: ORIGIN, mailFrom: "x@y.example", replyAddress: null };
  await forgetOldImports({ ...work, now: TODAY + 29 * 86_400_000 });
  expect(await database.db.select().from(imports)).toHaveLength(1);
  await forgetOldImports({ ...work, now: TODAY + 31 * 86_400_000 });
  expect(await database.db.select().from(imports)).toEqual([]);
  expect(await database.db.select().from(importRows)).toEqual([]);
});
