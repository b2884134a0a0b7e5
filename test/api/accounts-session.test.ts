import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries, memberships, people, sessions } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { SESSION_MS } from "../../functions/http/session.ts";
import { sessionIn } from "../support/accounts.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY, tokenOf } from "../support/cast.ts";
import { DEMO_SETTINGS } from "../support/settings.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let store: TemporaryDatabase;
let app: TestApp;
let demo: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await store.db.update(people).set({ demoKey: "redacteur" }).where(eq(people.id, "editor"));
  app = startApp(store.db);
  demo = startApp(store.db, { settings: DEMO_SETTINGS });
});
afterEach(() => store.close());

test("a demo button signs its person in, in one round trip", async () => {
  const response = await demo.post("/inloggen/demo", { persoon: "redacteur", terug: "/leden?zoek=a" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/leden?zoek=a");
  expect(demo.roundTrips()).toBe(1);
  const session = sessionIn(response);
  const [row] = await store.db
    .select()
    .from(sessions)
    .where(eq(sessions.id, await sha256(session)));
  expect(row).toMatchObject({ personId: "editor", memberId: "lindestad", expiresAt: TODAY + SESSION_MS });
  const home = await demo.request("/inloggen", { headers: { cookie: `sessie=${session}` } });
  expect(home.status).toBe(303);
  const [logged] = await store.db.select().from(auditEntries);
  expect(logged).toMatchObject({ action: "signed_in", personId: "editor", memberId: "lindestad" });
});

test("the session cookie stays out of scripts, other sites and plain connections", async () => {
  const response = await demo.post("/inloggen/demo", { persoon: "redacteur" });
  const cookie = response.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/^sessie=[0-9a-f]{64};/);
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toContain("Secure");
  expect(cookie).toContain("SameSite=Lax");
  expect(cookie).toContain("Path=/");
});

test("nobody comes in as a demo person who is not there, or was removed", async () => {
  expect((await demo.post("/inloggen/demo", { persoon: "koning" })).status).toBe(404);
  expect((await demo.post("/inloggen/demo", {})).status).toBe(404);
  await store.db.update(people).set({ removedAt: TODAY }).where(eq(people.id, "editor"));
  const response = await demo.post("/inloggen/demo", { persoon: "redacteur" });
  expect(response.status).toBe(404);
  expect(response.headers.get("set-cookie")).toBeNull();
});

test("outside the demo its doors do not exist", async () => {
  const response = await app.post("/inloggen/demo", { persoon: "redacteur" });
  expect(response.status).toBe(404);
  expect(response.headers.get("set-cookie")).toBeNull();
});

test("after signing in nobody is led to another site", async () => {
  for (const terug of [
    "//kwaad.example",
    "https://kwaad.example",
    "/\\kwaad.example",
    "kwaad",
    "/\t/kwaad.example",
  ]) {
    const response = await demo.post("/inloggen/demo", { persoon: "redacteur", terug });
    expect(response.headers.get("location")).toBe("/");
  }
});

test("signing in clears away sessions that have ended", async () => {
  await store.db.update(sessions).set({ expiresAt: TODAY }).where(eq(sessions.personId, "host"));
  await demo.post("/inloggen/demo", { persoon: "redacteur" });
  expect(await store.db.select().from(sessions).where(eq(sessions.personId, "host"))).toEqual([]);
});

test("signing out ends the session and takes the cookie", async () => {
  const response = await app.post("/uitloggen", {}, "editor");
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/");
  expect(response.headers.get("set-cookie")).toMatch(/^sessie=;.*Max-Age=0/);
  expect(app.roundTrips()).toBe(1);
  const id = await sha256(tokenOf("editor"));
  expect(await store.db.select().from(sessions).where(eq(sessions.id, id))).toEqual([]);
  const actions = (await store.db.select().from(auditEntries)).map((entry) => entry.action);
  expect(actions).toEqual(["signed_out"]);
  expect((await app.post("/uitloggen", {}, "editor")).status).toBe(303);
});

test("who belongs to two organisations switches, and comes back to the same page", async () => {
  await store.db
    .insert(memberships)
    .values({ personId: "editor", memberId: "waterrand", role: "host", grantedAt: TODAY });
  const before = textOf(await (await app.get("/privacy", "editor")).text());
  expect(before).toContain("namens Buurtkracht Lindestad");
  app.roundTrips();
  const response = await app.post("/wissel", { lid: "waterrand", terug: "/privacy" }, "editor");
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/privacy");
  expect(app.roundTrips()).toBe(1);
  const after = textOf(await (await app.get("/privacy", "editor")).text());
  expect(after).toContain("gastheer namens Wijkteam Waterrand");
});

test("nobody switches to an organisation of others", async () => {
  const response = await app.post("/wissel", { lid: "heuvelrug", terug: "/" }, "editor");
  expect(response.status).toBe(404);
  expect(app.roundTrips()).toBe(2);
  const [row] = await store.db.select().from(sessions).where(eq(sessions.personId, "editor"));
  expect(row?.memberId).toBe("lindestad");
  expect((await app.post("/wissel", { lid: "lindestad", terug: "/" })).status).toBe(401);
});

test("the next session goes on for the organisation of the last one", async () => {
  await store.db
    .insert(memberships)
    .values({ personId: "editor", memberId: "waterrand", role: "host", grantedAt: TODAY });
  await app.post("/wissel", { lid: "waterrand", terug: "/" }, "editor");
  const session = sessionIn(await demo.post("/inloggen/demo", { persoon: "redacteur" }));
  const [row] = await store.db
    .select()
    .from(sessions)
    .where(eq(sessions.id, await sha256(session)));
  expect(row?.memberId).toBe("waterrand");
});

test("a form that another site sends is refused before anything happens", async () => {
  const foreign: HeadersInit[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://kwaad.example" },
    { origin: "null" },
  ];
  for (const headers of foreign) {
    const response = await app.request("/uitloggen", {
      method: "POST",
      headers: { ...headers, cookie: `sessie=${tokenOf("editor")}` },
      body: new URLSearchParams(),
    });
    expect(response.status).toBe(403);
  }
  expect(await store.db.select().from(sessions).where(eq(sessions.personId, "editor"))).toHaveLength(1);
});
