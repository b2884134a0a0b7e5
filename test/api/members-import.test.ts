import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  auditEntries,
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

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedProfiles(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const { checked, rowsOf, takeOver, findMember } = importer(
  () => app,
  () => database,
);

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
      ";;;;;;;",
      'Sociaal Team Noord;1-3-2026;"Den Bosch; GM0363";stichting;stn.example;info@stn.example;301234567;STN',
    ),
  );
  // The row as the file numbers it, also below an empty one.
  expect(await rowsOf(good)).toMatchObject([{ position: 3, outcome: "new", result: null }]);
  expect(await findMember("Sociaal Team Noord")).toBeUndefined();
  const page = textOf(await (await app.get(good, "bureau")).text());
  expect(page).toContain("1 rij: 1 nieuw. Er is nog niets opgeslagen.");
  expect(page).toContain("Lid sinds 1 maart 2026. Gemeenten: 's-Hertogenbosch en Amsterdam.");

  app.roundTrips();
  expect((await takeOver(good)).status).toBe(303);
  expect(app.roundTrips()).toBe(2);
  const member = await findMember("Sociaal Team Noord");
  expect(member).toMatchObject({
    slug: "sociaal-team-noord",
    synonyms: "STN",
    website: "https://stn.example",
    contactEmail: "info@stn.example",
    contactPhone: "0301234567",
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

  // Other places and forms: what comes, and what goes.
  const other = await checked(
    "members",
    csv(MEMBER_HEAD, 'Sociaal Team Noord;1-3-2026;"Amsterdam, Nuenen, Gerwen en Nederwetten";Coöperatie;;;;'),
  );
  expect((await rowsOf(other))[0]?.words.split("\n")).toEqual([
    "Gemeenten erbij: Nuenen, Gerwen en Nederwetten.",
    "Gemeenten eraf: 's-Hertogenbosch.",
    "Organisatievorm erbij: Coöperatie.",
    "Organisatievorm eraf: Stichting.",
  ]);
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
