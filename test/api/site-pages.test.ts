import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SECURITY_CONTACT } from "../../functions/site/security-text.ts";
import { ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { DEMO_SETTINGS } from "../support/settings.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const DAY_MS = 86_400_000;

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

test("health tells the version, and that the database answers with its migrations", async () => {
  const response = await app.get("/healthz");
  expect(response.status).toBe(200);
  const health = (await response.json()) as { migrations: number };
  expect(health).toMatchObject({ version: "0.0.0-test", database: "ok" });
  expect(health.migrations).toBeGreaterThan(0);
  expect(app.roundTrips()).toBe(1);
});

test("health says so when the database is not there", async () => {
  await store.db.run(sql`drop table schema_migrations`);
  const response = await app.get("/healthz");
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ version: "0.0.0-test", database: "unreachable" });
});

test("security.txt names who to write to, and until when", async () => {
  const response = await app.get("/.well-known/security.txt");
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; ?charset=utf-8$/i);
  const lines = (await response.text()).trim().split("\n");
  expect(lines).toEqual([
    "Contact: mailto:bureau@plein.example",
    `Expires: ${SECURITY_CONTACT.expiresAt}`,
    "Preferred-Languages: nl, en",
    `Canonical: ${ORIGIN}/.well-known/security.txt`,
  ]);
});

test("the security contact is looked at every year, 30 days before it expires", () => {
  const expires = Date.parse(SECURITY_CONTACT.expiresAt);
  expect(expires - Date.parse(SECURITY_CONTACT.reviewedOn)).toBeLessThan(365 * DAY_MS);
  expect(expires - Date.now()).toBeGreaterThan(30 * DAY_MS);
});

test.each([
  [
    "/toegankelijkheid",
    ["WCAG 2.2", "nagekeken op 21 november 2026", "bureau@plein.example", "030 123 45 67"],
  ],
  [
    "/privacy",
    ["gerechtvaardigd belang", "Wie wat ziet", "twee jaar", "één bestand", "bureau@plein.example"],
  ],
])("%s can be read by everybody and says what it must", async (path, words) => {
  for (const as of [null, "editor", "bureau"] as const) {
    const response = await app.get(path, as);
    expect(response.status).toBe(200);
    const text = textOf(await response.text());
    for (const word of words) expect(text).toContain(word);
  }
  app.roundTrips();
  await app.get(path);
  expect(app.roundTrips()).toBe(1);
});

test("search engines find the front door, and nothing of a demo", async () => {
  expect(await (await app.get("/robots.txt")).text()).toContain("Disallow: /bureau");
  const demo = startApp(store.db, { settings: DEMO_SETTINGS });
  expect((await (await demo.get("/robots.txt")).text()).trim()).toBe("User-agent: *\nDisallow: /");
});

test("programs that ask for the old name of the icon get a drawing that they may keep", async () => {
  const response = await app.get("/favicon.ico");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/svg+xml");
  expect(response.headers.get("cache-control")).toContain("public");
  expect((await response.text()).match(/<path/g)).toHaveLength(4);
});

test.each(["__proto__", "constructor", "toString"])(
  "a form field named %s is a field like any other",
  async (name) => {
    const response = await app.post("/inloggen", { [name]: "x", email: "niemand" });
    expect(response.status).toBe(422);
  },
);

test("a form that cannot be read is an empty form", async () => {
  const response = await app.request("/inloggen", {
    method: "POST",
    body: "geen delen",
    headers: { "content-type": "multipart/form-data" },
  });
  expect(response.status).toBe(422);
});
