import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  associationRoles,
  auditEntries,
  memberships,
  outbox,
  people,
  sessions,
} from "../../db/schema/tables.ts";
import { hiddenFields } from "../support/accounts.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const ID = "0123456789abcdefghjk";
const NEW: Fields = {
  id: ID,
  naam: "Zoë <b>Plein</b>",
  email: "Zoe@Proef.example",
  telefoon: "030 765 43 21",
  lid: "lindestad",
  rollen: ["professional", "editor"],
};

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const read = async (path: string) => textOf(await (await app.get(path, "bureau")).text());
const rolesOf = async (personId: string) =>
  (await store.db.select().from(memberships).where(eq(memberships.personId, personId))).map(
    ({ memberId, role }) => `${role} ${memberId}`,
  );
const log = async () =>
  (await store.db.select().from(auditEntries)).map(({ action, subject }) => `${action} ${subject}`);

const PAGES = [
  "/bureau",
  "/bureau/mensen",
  "/bureau/mensen.xlsx",
  "/bureau/mensen.csv",
  "/bureau/mensen/nieuw",
  "/bureau/mensen/editor",
  "/bureau/mensen/editor/bewerken",
  "/bureau/mensen/editor/verwijdering",
  "/bureau/mensen/editor/gegevens.json",
  "/bureau/logboek",
  "/bureau/logboek.xlsx",
  "/bureau/logboek.csv",
];
const FORMS = [
  "/bureau/mensen",
  "/bureau/mensen/editor/rollen",
  "/bureau/mensen/editor/rollen/intrekking",
  "/bureau/mensen/editor/bewerken",
  "/bureau/mensen/editor/verwijdering",
  "/bureau/mail/herkansing",
];

test.each(PAGES)(
  "%s is for the bureau: 200, 403 for others, 401 for strangers, one round trip",
  async (path) => {
    expect((await app.get(path, "bureau")).status).toBe(200);
    expect(app.roundTrips()).toBe(1);
    for (const as of ["editor", "monitoring", "signatory"] as const)
      expect((await app.get(path, as)).status).toBe(403);
    expect((await app.get(path)).status).toBe(401);
  },
);

test.each(FORMS)("POST %s is for the bureau, and others change nothing", async (path) => {
  const fields = { ...NEW, rol: "editor", lid: "lindestad" };
  for (const as of ["editor", "monitoring", "host"] as const)
    expect((await app.post(path, fields, as)).status).toBe(403);
  expect((await app.post(path, fields)).status).toBe(401);
  expect(await log()).toEqual([]);
  expect(await store.db.select().from(people)).toHaveLength(9);
});

test.each(PAGES.filter((path) => path.includes("/editor")))(
  "%s without such a person is 404",
  async (path) => {
    expect((await app.get(path.replace("/editor", "/niemand"), "bureau")).status).toBe(404);
  },
);

test.each(FORMS.filter((path) => path.includes("/editor")))("POST %s for nobody is 404", async (path) => {
  const response = await app.post(path.replace("/editor", "/niemand"), { ...NEW, rol: "editor" }, "bureau");
  expect(response.status).toBe(404);
});

test("a new person has roles and a welcome, also after two clicks", async () => {
  const form = hiddenFields(await (await app.get("/bureau/mensen/nieuw", "bureau")).text(), "/bureau/mensen");
  expect(form.id?.[0]).toMatch(/^[0-9a-z]{20}$/);
  app.roundTrips();
  for (let click = 0; click < 2; click++) {
    const response = await app.post("/bureau/mensen", NEW, "bureau");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`/bureau/mensen/${ID}?melding=toegevoegd`);
    expect(app.roundTrips()).toBe(2);
  }
  const [person] = await store.db.select().from(people).where(eq(people.id, ID));
  expect(person).toMatchObject({ name: NEW.naam, email: "zoe@proef.example", phone: "030 765 43 21" });
  expect((await rolesOf(ID)).sort()).toEqual(["editor lindestad", "professional lindestad"]);
  expect(await log()).toEqual([`role_granted ${ID} professional`, `role_granted ${ID} editor`]);
  const mails = await store.db.select().from(outbox);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ toEmail: "zoe@proef.example" });
  expect(mails[0]?.text).toContain("professional en redacteur namens Buurtkracht Lindestad");
  expect(mails[0]?.html).toContain("Zoë &lt;b&gt;Plein&lt;/b&gt;");
  const html = await (await app.get(`/bureau/mensen/${ID}?melding=toegevoegd`, "bureau")).text();
  expect(html).not.toContain("<b>Plein</b>");
  expect(textOf(html)).toContain("Deze persoon is toegevoegd");
});

test.each([
  ["naam", "", "Vul de voornaam en achternaam in."],
  ["email", "zoe", "Vul het mailadres van het werk in"],
  ["email", "editor@proef.example", "Dit mailadres hoort al bij iemand."],
  ["telefoon", "bel maar", "Vul een telefoonnummer in met cijfers"],
  ["lid", "", "Kies de organisatie waarvoor deze rol geldt."],
  ["lid", "bestaat-niet", "Kies de organisatie waarvoor deze rol geldt."],
  ["rollen", [], "Kies minstens één rol."],
  ["rollen", ["koning"], "Kies minstens één rol."],
])("a new person with %s %j is refused, and everything typed is kept", async (field, value, sentence) => {
  const response = await app.post("/bureau/mensen", { ...NEW, [field]: value }, "bureau");
  expect(response.status).toBe(422);
  expect(app.roundTrips()).toBeLessThanOrEqual(2);
  const html = await response.text();
  expect(textOf(html)).toContain(sentence);
  expect(html).toContain("<title>Fout: Persoon toevoegen");
  if (field !== "telefoon") expect(html).toContain('value="030 765 43 21"');
  if (field !== "rollen") expect(html.match(/checked/g)).toHaveLength(2);
  expect(hiddenFields(html, "/bureau/mensen").id).toEqual([ID]);
  expect(await store.db.select().from(people)).toHaveLength(9);
  expect(await store.db.select().from(outbox)).toEqual([]);
});

test("the list is searched without accents and capitals, and filtered on role, by its address", async () => {
  await app.post("/bureau/mensen", NEW, "bureau");
  expect(await read("/bureau/mensen?zoek=ZOE")).toContain("1 persoon, op naam");
  expect(await read("/bureau/mensen?zoek=waterrand+other")).toContain("3 mensen");
  expect(await read("/bureau/mensen?rol=monitoring")).toContain("1 persoon");
  expect(await read("/bureau/mensen?zoek=waterrand&rol=host")).toContain("Persoon otherHost");
  const none = await read("/bureau/mensen?zoek=xyz%3Cscript%3E");
  expect(none).toContain("Niemand past bij wat je zoekt.");
  expect(await read("/bureau/mensen?rol=koning&pagina=x")).toContain("10 mensen");
});

test("the list as a file holds what the page shows, and taking it is logged", async () => {
  const csv = await (await app.get("/bureau/mensen.csv?zoek=waterrand", "bureau")).text();
  expect(csv.trim().split("\r\n")).toHaveLength(4);
  expect(csv).toContain("Persoon otherEditor;othereditor@proef.example;;Wijkteam Waterrand;redacteur");
  expect((await app.get("/bureau/mensen.csv", "editor")).status).toBe(403);
  expect(await log()).toEqual(["person_exported mensen"]);
});

test("with many people a list and a person still cost one round trip", async () => {
  const many = Array.from({ length: 300 }, (_, at) => ({
    id: `veel-${at}`,
    name: `Veel ${at}`,
    email: `veel${at}@proef.example`,
    createdAt: TODAY,
  }));
  await store.db.insert(people).values(many);
  app.roundTrips();
  expect(await read("/bureau/mensen?pagina=7")).toContain("309 mensen");
  expect(app.roundTrips()).toBe(1);
});

test("contact data can be corrected, not to somebody else's address", async () => {
  const good = { naam: "Nieuwe Naam", email: "nieuw@proef.example", telefoon: "" };
  const response = await app.post("/bureau/mensen/editor/bewerken", good, "bureau");
  expect(response.headers.get("location")).toBe("/bureau/mensen/editor?melding=gewijzigd");
  const taken = await app.post(
    "/bureau/mensen/editor/bewerken",
    { ...good, email: "host@proef.example" },
    "bureau",
  );
  expect(taken.status).toBe(422);
  expect(await taken.text()).toContain('value="host@proef.example"');
  const [person] = await store.db.select().from(people).where(eq(people.id, "editor"));
  expect(person).toMatchObject({ name: "Nieuwe Naam", email: "nieuw@proef.example", phone: null });
});

test("a role is given once and taken away once, and both are logged", async () => {
  const grant = { rol: "host", lid: "waterrand" };
  for (let click = 0; click < 2; click++)
    expect((await app.post("/bureau/mensen/editor/rollen", grant, "bureau")).status).toBe(303);
  expect((await rolesOf("editor")).sort()).toEqual(["editor lindestad", "host waterrand"]);
  for (let click = 0; click < 2; click++)
    expect((await app.post("/bureau/mensen/editor/rollen/intrekking", grant, "bureau")).status).toBe(303);
  expect(await rolesOf("editor")).toEqual(["editor lindestad"]);
  expect(await log()).toEqual(["role_granted editor host", "role_withdrawn editor host"]);
  await app.post("/bureau/mensen/editor/rollen", { rol: "monitoring", lid: "" }, "bureau");
  expect(
    await store.db.select().from(associationRoles).where(eq(associationRoles.personId, "editor")),
  ).toHaveLength(1);
});

test.each([
  [{ rol: "", lid: "lindestad" }, "Kies een rol."],
  [{ rol: "koning", lid: "lindestad" }, "Kies een rol."],
  [{ rol: "host", lid: "" }, "Kies de organisatie"],
  [{ rol: "host", lid: "nergens" }, "Kies de organisatie"],
])("the role %j is refused", async (grant, sentence) => {
  const response = await app.post("/bureau/mensen/editor/rollen", grant, "bureau");
  expect(response.status).toBe(422);
  expect(textOf(await response.text())).toContain(sentence);
});

test("who loses the last role at an organisation no longer works on its behalf, at once", async () => {
  await app.post("/bureau/mensen/editor/rollen/intrekking", { rol: "editor", lid: "lindestad" }, "bureau");
  const [session] = await store.db.select().from(sessions).where(eq(sessions.personId, "editor"));
  expect(session?.memberId).toBeNull();
});

test("the last one of the bureau keeps the role", async () => {
  const withdraw = (as: "bureau" | "monitoring", who: string) =>
    app.post(`/bureau/mensen/${who}/rollen/intrekking`, { rol: "bureau", lid: "" }, as);
  const refused = await withdraw("bureau", "bureau");
  expect(refused.status).toBe(409);
  expect(textOf(await refused.text())).toContain("Dit is de enige met de rol bureau.");
  await app.post("/bureau/mensen/monitoring/rollen", { rol: "bureau", lid: "" }, "bureau");
  const both = await Promise.all([withdraw("bureau", "monitoring"), withdraw("monitoring", "bureau")]);
  expect(both.map((response) => response.status).sort()).toContain(303);
  const left = await store.db.select().from(associationRoles).where(eq(associationRoles.role, "bureau"));
  expect(left).toHaveLength(1);
});

test("who gets a first organisation works on its behalf at once, without signing in again", async () => {
  await app.post("/bureau/mensen/monitoring/rollen", { rol: "editor", lid: "lindestad" }, "bureau");
  expect((await app.get("/leden/lindestad/profiel", "monitoring")).status).toBe(200);
  // A second organisation does not pull somebody away from the one that was chosen.
  await app.post("/bureau/mensen/monitoring/rollen", { rol: "editor", lid: "heuvelrug" }, "bureau");
  expect((await app.get("/leden/lindestad/profiel", "monitoring")).status).toBe(200);
});
