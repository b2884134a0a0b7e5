import { and, eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries, members, profileValues } from "../../db/schema/tables.ts";
import type { ProfileField } from "../../db/vocabulary.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, TODAY } from "../support/cast.ts";
import { id, profileForm, seedProfiles } from "../support/profiles.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedProfiles(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const FTE = "/leden/lindestad/profiel/fte";
const PLACES = "/leden/lindestad/profiel/gemeenten";
const fteForm = (fields: Fields = {}) =>
  profileForm({ vorige: "lindestad-fte", antwoord: "90,25", ...fields });

const valuesOf = (field: ProfileField) =>
  database.db
    .select()
    .from(profileValues)
    .where(and(eq(profileValues.memberId, "lindestad"), eq(profileValues.field, field)));
const currentOf = async (field: ProfileField) =>
  (await valuesOf(field)).find((value) => value.supersededAt === null);
const audits = () =>
  database.db.select().from(auditEntries).where(eq(auditEntries.action, "profile_changed"));

test("a number in Dutch notation replaces the old one, which stays in the history", async () => {
  const response = await app.post(FTE, fteForm({ antwoord: "1.090,25" }), "editor");
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/leden/lindestad/profiel?melding=opgeslagen");
  expect(app.roundTrips()).toBe(2);
  expect(await currentOf("fte")).toMatchObject({
    id: id("1"),
    state: "given",
    value: { number: 1090.25 },
    referenceOn: "2026-11-20",
    source: "typed",
    saidBy: "editor",
    saidAt: TODAY,
  });
  expect(await valuesOf("fte")).toHaveLength(2);
  expect((await valuesOf("fte")).find((value) => value.id === "lindestad-fte")?.supersededAt).toBe(TODAY);
  expect(await audits()).toMatchObject([
    { personId: "editor", memberId: "lindestad", subject: "lindestad/fte" },
  ]);
  const overview = textOf(
    await (await app.get("/leden/lindestad/profiel?melding=opgeslagen", "editor")).text(),
  );
  expect(overview).toContain("Je wijziging staat in het profiel.");
  expect(overview).toContain(
    "1.090,25 fte Peildatum 20 november 2026. Persoon editor, redacteur, 21 november 2026.",
  );
});

test("a first value of a field, choices with 'anders' together", async () => {
  const response = await app.post(
    "/leden/lindestad/profiel/wetten",
    profileForm({ antwoord: ["wmo", "jeugdwet", "anders"], "antwoord-anders": "Leerplichtwet" }),
    "editor",
  );
  expect(response.status).toBe(303);
  expect((await currentOf("laws"))?.value).toEqual({ choices: ["wmo", "jeugdwet"], other: "Leerplichtwet" });
});

test.each([
  ["weet-niet", "unknown"],
  ["nvt", "not_applicable"],
] as const)("'%s' is stored as an answer", async (word, state) => {
  expect((await app.post(FTE, fteForm({ antwoord: "", "antwoord-stand": word }), "editor")).status).toBe(303);
  expect(await currentOf("fte")).toMatchObject({ state, value: null });
});

test("every field of the profile has a form that shows what it holds", async () => {
  const overview = await (await app.get("/leden/lindestad/profiel", "editor")).text();
  const links = [...overview.matchAll(/href="(\/leden\/lindestad\/profiel\/[a-z-]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  expect(new Set(links).size).toBe(12);
  for (const link of links) expect((await app.get(link, "editor")).status, link).toBe(200);
  expect(await (await app.get(FTE, "editor")).text()).toContain('value="84,5"');
});

const invalid: [string, Fields, string][] = [
  ["words for a number", fteForm({ antwoord: "heel veel" }), "Vul een getal in, bijvoorbeeld 84,5."],
  ["nothing", fteForm({ antwoord: "" }), "Vul een antwoord in, of kies 'Weet ik niet'."],
  ["an answer and 'weet ik niet'", fteForm({ "antwoord-stand": "weet-niet" }), "Eén van de drie."],
  ["tomorrow", fteForm({ peildatum: "2026-11-22" }), "Kies vandaag of een dag die al geweest is."],
  ["a day that does not exist", fteForm({ peildatum: "2026-02-30" }), "Vul een datum in die bestaat"],
  ["a day before this century", fteForm({ peildatum: "31-12-1999" }), "Kies een dag na 1 januari 2000."],
  ["no day", fteForm({ peildatum: "" }), "Vul een datum in die bestaat, bijvoorbeeld 1-12-2026."],
  ["a foreign id", fteForm({ id: "../../x" }), "Open het formulier opnieuw"],
];

test.each(invalid)("%s is refused, with everything typed kept", async (_, fields, sentence) => {
  const response = await app.post(FTE, fields, "editor");
  expect(response.status).toBe(422);
  const page = await response.text();
  expect(textOf(page)).toContain(sentence);
  expect(page).toContain("Fout: Wijzig FTE");
  for (const name of ["antwoord", "peildatum"])
    expect(page).toMatch(
      new RegExp(`name="${name}"[^>]* value${fields[name] ? `="${fields[name]}"` : "[ >]"}`),
    );
  if (fields["antwoord-stand"]) expect(page).toMatch(/value="weet-niet" checked/);
  expect(await currentOf("fte")).toMatchObject({ id: "lindestad-fte" });
});

test("locations are whole", async () => {
  const response = await app.post(
    "/leden/lindestad/profiel/locaties",
    profileForm({ antwoord: "2,5" }),
    "editor",
  );
  expect(response.status).toBe(422);
  expect(textOf(await response.text())).toContain("Vul een heel getal in, zonder komma.");
});

const refusals: [CastKey | null, number][] = [
  ["professional", 403],
  ["signatory", 403],
  ["host", 403],
  ["monitoring", 403],
  ["bureau", 403],
  ["otherEditor", 404],
  [null, 401],
];

test.each(refusals)("%s cannot save, confirm or change contact details: %i", async (as, status) => {
  const tries: [string, Fields][] = [
    [FTE, fteForm()],
    [FTE, fteForm({ actie: "klopt" })],
    [PLACES, profileForm({ vorige: "lindestad-municipalities", gemeenten: "GM0014" })],
    ["/leden/lindestad/profiel/contact", { website: "https://kwaad.example" }],
  ];
  for (const [path, fields] of tries) expect((await app.post(path, fields, as)).status).toBe(status);
  expect(await currentOf("fte")).toMatchObject({ id: "lindestad-fte" });
  expect((await currentOf("municipalities"))?.id).toBe("lindestad-municipalities");
  const [member] = await database.db.select().from(members).where(eq(members.id, "lindestad"));
  expect(member?.website).toBeNull();
  expect(await audits()).toEqual([]);
});

test("a form sent after the session ended is kept for after signing in", async () => {
  const page = await (await app.post(FTE, fteForm({ antwoord: "77,5" }), null)).text();
  expect(page).toContain("77,5");
});

test("sending the same form twice does no harm", async () => {
  for (const _ of [1, 2]) expect((await app.post(FTE, fteForm(), "editor")).status).toBe(303);
  expect(await valuesOf("fte")).toHaveLength(2);
  expect(await audits()).toHaveLength(1);
});

test("the same form with another value is not the same: it is asked about", async () => {
  await app.post(FTE, fteForm(), "editor");
  expect((await app.post(FTE, fteForm({ antwoord: "95" }), "editor")).status).toBe(409);
  expect((await currentOf("fte"))?.value).toEqual({ number: 90.25 });
});

test("two editors at once: one saves, the other sees both and chooses", async () => {
  const answers = await Promise.all([
    app.post(FTE, fteForm({ id: id("1"), antwoord: "91" }), "editor"),
    app.post(FTE, fteForm({ id: id("2"), antwoord: "92" }), "editor"),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  const current = await currentOf("fte");
  const [kept, lost] = current?.id === id("1") ? ["91", "92"] : ["92", "91"];
  const page = await answers.find(({ status }) => status === 409)!.text();
  const text = textOf(page);
  expect(text).toContain(
    `Nu in het profiel ${kept} fte Peildatum 20 november 2026. Persoon editor, redacteur`,
  );
  expect(text).toContain(`Jouw antwoord, nog niet opgeslagen ${lost} fte`);
  expect(page).toContain(`name="antwoord" value="${lost}"`);

  // Choosing one's own: the form of the 409 saw the new value and carries a new id.
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  expect(hidden("vorige")).toBe(current?.id);
  const chosen = await app.post(
    FTE,
    profileForm({ id: hidden("id"), vorige: hidden("vorige"), antwoord: lost ?? "" }),
    "editor",
  );
  expect(chosen.status).toBe(303);
  expect((await currentOf("fte"))?.value).toEqual({ number: Number(lost) });
  expect(await valuesOf("fte")).toHaveLength(3);
});

test("two first values at once: one 303, one 409, one row", async () => {
  const path = "/leden/lindestad/profiel/cao";
  const answers = await Promise.all([
    app.post(path, profileForm({ id: id("1"), antwoord: "gemeenten" }), "editor"),
    app.post(path, profileForm({ id: id("2"), antwoord: "sgo" }), "editor"),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  expect(await valuesOf("cao")).toHaveLength(1);
});

test("naming another organisation's value as the old one touches nothing there", async () => {
  const response = await app.post(FTE, fteForm({ vorige: "waterrand-fte" }), "editor");
  expect(response.status).toBe(409);
  const open = await database.db.select().from(profileValues).where(isNull(profileValues.supersededAt));
  expect(open.map((value) => value.id)).toContain("waterrand-fte");
  expect(open.map((value) => value.id)).toContain("lindestad-fte");
});

test("'klopt nog' renews the reference date with the same value; twice does no harm", async () => {
  const confirm = fteForm({ actie: "klopt" });
  for (const _ of [1, 2]) {
    const response = await app.post(FTE, confirm, "editor");
    expect(response.headers.get("location")).toBe("/leden/lindestad/profiel?melding=bevestigd");
  }
  expect(await currentOf("fte")).toMatchObject({ value: { number: 84.5 }, referenceOn: "2026-11-21" });
  expect(await valuesOf("fte")).toHaveLength(2);
});

test("'klopt nog' about a value that changed meanwhile confirms nothing", async () => {
  await app.post(FTE, fteForm(), "editor");
  const late = await app.post(FTE, fteForm({ id: id("3"), actie: "klopt" }), "editor");
  expect(late.status).toBe(409);
  expect(textOf(await late.text())).toContain(
    "Iemand anders heeft dit intussen gewijzigd. Kijk of het zo klopt.",
  );
  expect(await currentOf("fte")).toMatchObject({ id: id("1") });
});

test("'klopt nog' about an empty field asks for a value", async () => {
  const response = await app.post("/leden/lindestad/profiel/cao", profileForm({ actie: "klopt" }), "editor");
  expect(response.status).toBe(422);
  expect(await valuesOf("cao")).toEqual([]);
});

test("a day may be typed as the example says, for who has no date field", async () => {
  expect((await app.post(FTE, fteForm({ peildatum: "1-11-2026" }), "editor")).status).toBe(303);
  expect((await currentOf("fte"))?.referenceOn).toBe("2026-11-01");
});

test("a form that names its own id as the value it saw leaves the profile as it was", async () => {
  await app.post(FTE, fteForm(), "editor");
  await app.post(FTE, fteForm({ vorige: id("1"), antwoord: "7" }), "editor");
  expect((await currentOf("fte"))?.value).toEqual({ number: 90.25 });
});
