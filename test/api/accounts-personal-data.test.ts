import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  associationRoles,
  auditEntries,
  memberships,
  outbox,
  people,
  profileValues,
  sessions,
} from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY, tokenOf } from "../support/cast.ts";
import { browserOf } from "../support/sign-in.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  app = startApp(store.db);
  await store.db.insert(profileValues).values({
    id: "waarde",
    memberId: "lindestad",
    field: "fte",
    state: "given",
    value: { number: 12.5 } as never,
    referenceOn: "2026-06-01",
    source: "typed",
    saidBy: "editor",
    saidAt: TODAY,
  });
});
afterEach(() => store.close());

const remove = (who: string) => app.post(`/bureau/mensen/${who}/verwijdering`, {}, "bureau");
const row = async (id: string) => (await store.db.select().from(people).where(eq(people.id, id)))[0];
const mailTo = (to: string, text = "Dag Persoon editor") =>
  store.db.insert(outbox).values({
    id: `mail-${to}`,
    toEmail: to,
    subject: "Onderwerp",
    text,
    html: text,
    createdAt: TODAY,
    dueAt: TODAY,
  });

test("all data of one person come in one file, readable, and that is logged", async () => {
  await mailTo("editor@proef.example");
  await app.post("/bureau/mensen/editor/rollen", { rol: "host", lid: "waterrand" }, "bureau");
  const response = await app.get("/bureau/mensen/editor/gegevens.json", "bureau");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="gegevens.json"');
  const data = (await response.json()) as Record<string, Record<string, string>[]>;
  expect(data.opgehaald_op).toBe("2026-11-21T11:00:00.000Z");
  expect(data.persoon).toEqual([
    {
      id: "editor",
      naam: "Persoon editor",
      mailadres: "editor@proef.example",
      telefoonnummer: null,
      toegevoegd_op: "2026-11-20T11:00:00.000Z",
    },
  ]);
  expect(data.rollen_namens_leden?.map(({ rol }) => rol).sort()).toEqual(["editor", "host"]);
  expect(data.ingelogd).toHaveLength(1);
  expect(data.mail?.[0]).toMatchObject({ onderwerp: "Onderwerp" });
  expect(data.profielwaarden).toEqual([
    { organisatie: "Buurtkracht Lindestad", veld: "fte", gezegd_op: "2026-11-21T11:00:00.000Z" },
  ]);
  expect(data.logboek).toMatchObject([
    { handeling: "role_granted", onderwerp: "editor host" },
    { handeling: "person_exported", onderwerp: "editor" },
  ]);
  const secrets = JSON.stringify(data);
  expect(secrets).not.toContain(tokenOf("editor"));
  expect(secrets).not.toContain("othereditor@");
  expect(secrets).not.toContain("12.5");
});

test("asking somebody's file without the role leaves no line in the log", async () => {
  expect((await app.get("/bureau/mensen/editor/gegevens.json", "monitoring")).status).toBe(403);
  expect(await store.db.select().from(auditEntries)).toEqual([]);
});

test("removing asks first, then takes name, address, roles and sessions", async () => {
  expect(textOf(await (await app.get("/bureau/mensen/editor/verwijdering", "bureau")).text())).toContain(
    "Dit kun je niet terugdraaien.",
  );
  app.roundTrips();
  const response = await remove("editor");
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/bureau/mensen?melding=verwijderd");
  expect(app.roundTrips()).toBe(2);
  expect(await row("editor")).toMatchObject({
    name: "Verwijderd persoon",
    email: "editor@verwijderd.invalid",
    phone: null,
    demoKey: null,
    removedAt: TODAY,
  });
  expect(await store.db.select().from(sessions).where(eq(sessions.personId, "editor"))).toEqual([]);
  expect(await store.db.select().from(memberships).where(eq(memberships.personId, "editor"))).toEqual([]);
  expect((await app.get("/bureau/mensen", "editor")).status).toBe(401);
  expect(await store.db.select().from(auditEntries)).toMatchObject([
    { action: "person_removed", subject: "editor", personId: "bureau" },
  ]);
});

test("what was counted stays counted", async () => {
  await remove("editor");
  const [value] = await store.db.select().from(profileValues);
  expect(value).toMatchObject({ saidBy: "editor", memberId: "lindestad" });
  expect(await store.db.select().from(people)).toHaveLength(9);
});

test("mail to a removed person is emptied and no longer leaves; that to others stays", async () => {
  await mailTo("editor@proef.example");
  await mailTo("host@proef.example");
  await remove("editor");
  const mails = await store.db.select().from(outbox);
  expect(mails.find(({ id }) => id === "mail-editor@proef.example")).toMatchObject({
    toEmail: "editor@verwijderd.invalid",
    text: "",
    html: "",
    failedAt: TODAY,
  });
  expect(mails.find(({ id }) => id === "mail-host@proef.example")).toMatchObject({
    text: "Dag Persoon editor",
    failedAt: null,
  });
  await app.post("/bureau/mail/herkansing", {}, "bureau");
  expect((await store.db.select().from(outbox)).filter(({ failedAt }) => failedAt !== null)).toHaveLength(1);
});

test("a code that was asked before the removal opens nothing", async () => {
  const browser = browserOf(app, store.db);
  const { request } = await browser.ask("editor@proef.example");
  const code = await browser.newestCode();
  await remove("editor");
  expect((await browser.typeCode(request, code)).status).toBe(422);
});

test("a removed person is gone for every page, and a second click says so", async () => {
  await remove("editor");
  expect((await remove("editor")).status).toBe(404);
  expect((await app.get("/bureau/mensen/editor", "bureau")).status).toBe(404);
  expect(textOf(await (await app.get("/bureau/mensen", "bureau")).text())).not.toContain(
    "Verwijderd persoon",
  );
});

test("the address of a removed person is free for somebody new", async () => {
  await remove("editor");
  const fields = {
    naam: "Nieuw Iemand",
    email: "editor@proef.example",
    telefoon: "",
    lid: "lindestad",
    rollen: "editor",
  };
  expect((await app.post("/bureau/mensen", fields, "bureau")).status).toBe(303);
});

test("the last one of the bureau cannot be removed", async () => {
  expect((await app.get("/bureau/mensen/bureau/verwijdering", "bureau")).status).toBe(409);
  expect((await remove("bureau")).status).toBe(409);
  expect(await row("bureau")).toMatchObject({ removedAt: null });
  await store.db.insert(associationRoles).values({ personId: "editor", role: "bureau", grantedAt: TODAY });
  expect((await remove("bureau")).status).toBe(303);
});
