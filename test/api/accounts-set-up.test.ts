import { afterEach, beforeEach, expect, test } from "vitest";
import { association, associationRoles, auditEntries, people, setUpTries } from "../../db/schema/tables.ts";
import { sessionIn } from "../support/accounts.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { TEST_SETTINGS } from "../support/settings.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const FORM = {
  code: "proefcode",
  vereniging: "Vereniging van Buurten",
  email: "Bureau@Buurten.example",
  telefoon: "030 123 45 67",
  naam: "Bo de Wit",
  eigen_email: "bo@buurten.example",
};

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  app = startApp(store.db);
});
afterEach(() => store.close());

test("an empty installation leads to its set-up", async () => {
  for (const path of ["/inloggen", "/"]) {
    const response = await app.get(path);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/installatie");
    expect(app.roundTrips()).toBe(1);
  }
  expect((await app.get("/installatie")).status).toBe(200);
  expect(app.roundTrips()).toBe(1);
});

test("whoever knows the code sets up the association and is signed in as its bureau", async () => {
  const response = await app.post("/installatie", FORM);
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/bureau?melding=ingericht");
  expect(app.roundTrips()).toBe(2);
  expect(await store.db.select().from(association)).toMatchObject([
    { name: FORM.vereniging, contactEmail: "bureau@buurten.example", isDemo: false },
  ]);
  const bureau = await app.request("/bureau?melding=ingericht", {
    headers: { cookie: `sessie=${sessionIn(response)}` },
  });
  expect(bureau.status).toBe(200);
  const text = textOf(await bureau.text());
  expect(text).toContain("De vereniging is ingericht.");
  expect(text).toContain("Er is geen mail ingesteld");
  expect(text).toContain("Bo de Wit");
  const actions = (await store.db.select().from(auditEntries)).map((entry) => entry.action);
  expect(actions).toEqual(["role_granted", "signed_in"]);
});

test("it happens once: afterwards the page is gone, also for a second click", async () => {
  await app.post("/installatie", FORM);
  expect((await app.get("/installatie")).status).toBe(404);
  const again = await app.post("/installatie", {
    ...FORM,
    naam: "Indringer",
    eigen_email: "x@kwaad.example",
  });
  expect(again.status).toBe(404);
  expect(sessionIn(again)).toBe("");
  expect(await store.db.select().from(people)).toHaveLength(1);
});

test("two set-ups at the same moment make one association with one manager", async () => {
  const both = await Promise.all([
    app.post("/installatie", FORM),
    app.post("/installatie", { ...FORM, eigen_email: "ander@buurten.example" }),
  ]);
  expect(both.map((response) => response.status).filter((status) => status === 303)).toHaveLength(1);
  expect(await store.db.select().from(associationRoles)).toHaveLength(1);
  expect(await store.db.select().from(people)).toHaveLength(1);
});

test.each([
  ["code", "verkeerd", "Deze code klopt niet."],
  ["code", "", "Deze code klopt niet."],
  ["vereniging", " ", "Vul de naam van de vereniging in."],
  ["email", "bureau", "Vul het mailadres van het bureau in"],
  ["telefoon", "geen", "Vul het telefoonnummer van het bureau in"],
  ["naam", "", "Vul de voornaam en achternaam in."],
  ["eigen_email", "bo@", "Vul je eigen mailadres in"],
])("a wrong %s (%j) is refused with what to do, and the rest is kept", async (field, value, sentence) => {
  const response = await app.post("/installatie", { ...FORM, [field]: value });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(textOf(html)).toContain(sentence);
  for (const [name, typed] of Object.entries(FORM))
    if (name !== field) expect(html).toContain(`value="${typed}"`);
  expect(await store.db.select().from(association)).toEqual([]);
  expect(sessionIn(response)).toBe("");
});

test("ten tries an hour and a network, also at the same moment; who asks from elsewhere is not kept out", async () => {
  const from = (network: string, code: string) =>
    app.request("/installatie", {
      method: "POST",
      headers: { "x-network": network, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...FORM, code }),
    });
  const guesses = Array.from({ length: 12 }, (_, at) => from("198.51.100.1", `gok-${at}`));
  const said = await Promise.all(guesses.map(async (guess) => textOf(await (await guess).text())));
  expect(said.filter((text) => text.includes("Deze code klopt niet."))).toHaveLength(10);
  const late = await from("198.51.100.1", FORM.code);
  expect(late.status).toBe(422);
  const html = await late.text();
  expect(textOf(html)).toContain("Je probeerde het tien keer.");
  expect(html).toContain(`value="${FORM.vereniging}"`);
  expect(await store.db.select().from(association)).toEqual([]);
  expect((await from("203.0.113.7", FORM.code)).status).toBe(303);
  expect(await store.db.select().from(setUpTries)).toEqual([]);
});

test("a network may try again an hour later", async () => {
  for (let time = 0; time < 11; time++) await app.post("/installatie", { ...FORM, code: "gok" });
  expect((await app.post("/installatie", FORM)).status).toBe(422);
  app.setNow(TODAY + 61 * 60_000);
  expect((await app.post("/installatie", FORM)).status).toBe(303);
});

test("without a code nobody sets anything up", async () => {
  const shut = startApp(store.db, { settings: { ...TEST_SETTINGS, setUpCode: null } });
  expect(textOf(await (await shut.get("/installatie")).text())).toContain("Er is nog geen code");
  for (const code of ["", "null", "undefined"]) {
    expect((await shut.post("/installatie", { ...FORM, code })).status).toBe(422);
  }
  expect(await store.db.select().from(association)).toEqual([]);
});

test("an association that exists has no set-up page", async () => {
  await seedCast(store.db);
  for (const as of [null, "editor", "bureau"] as const) {
    expect((await app.get("/installatie", as)).status).toBe(404);
    expect((await app.post("/installatie", FORM, as)).status).toBe(404);
  }
});
