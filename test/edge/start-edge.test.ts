import { count, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { people, sessions } from "../../db/schema/tables.ts";
import { queueMail } from "../../functions/mail/outbox.ts";
import { openDemoDatabase } from "../support/demo.ts";
import { type Edge, startEdge } from "../support/edge.ts";
import type { TemporaryDatabase } from "../support/temporary-database.ts";

let file: TemporaryDatabase;
let edge: Edge;

beforeAll(async () => {
  file = await openDemoDatabase();
  edge = await startEdge(file.path);
});
afterAll(async () => {
  await edge?.close();
  await file?.close();
});

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(fields),
  redirect: "manual",
  headers,
});

async function signIn(at: Edge, person: string): Promise<{ status: number; cookie: string }> {
  const response = await at.fetch("/inloggen/demo", form({ persoon: person }));
  return { status: response.status, cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

test("the demo is refused at the edge without the sentence that opens it to everybody", async () => {
  const refused = await startEdge(file.path, { DEMO_OPENBAAR: "" });
  try {
    expect((await signIn(refused, "redacteur")).status).toBe(500);
    expect((await refused.fetch("/")).status).toBe(500);
    expect(refused.database.requests()).toBe(0);
  } finally {
    await refused.close();
  }
});

test("outside the demo no demo route exists at the edge", async () => {
  const real = await startEdge(file.path, { DEMO: "uit", DEMO_OPENBAAR: "" });
  try {
    expect((await signIn(real, "redacteur")).status).toBe(404);
    expect((await real.fetch("/demo/post")).status).toBe(404);
    expect((await real.fetch("/")).status).toBe(200);
  } finally {
    await real.close();
  }
});

test("a form costs at most two round trips", async () => {
  const { cookie } = await signIn(edge, "redacteur");
  const before = edge.database.requests();
  const response = await edge.fetch("/inloggen/demo", form({ persoon: "gastheer" }, { cookie }));
  expect(response.status).toBe(303);
  const trips = edge.database.requests() - before;
  expect(trips).toBeGreaterThan(0);
  expect(trips).toBeLessThanOrEqual(2);
});

test("thirty people at once each see their own page", async () => {
  const keys = ["redacteur", "redacteur-2", "gastheer"];
  const names = await Promise.all(
    keys.map(async (key) => {
      const [person] = await file.db.select({ name: people.name }).from(people).where(sql`demo_key = ${key}`);
      return person?.name ?? "nobody";
    }),
  );
  const cookies = await Promise.all(keys.map(async (key) => (await signIn(edge, key)).cookie));
  const pages = await Promise.all(
    Array.from({ length: 30 }, async (_, number) => {
      const response = await edge.fetch("/", { headers: { cookie: cookies[number % 3] ?? "" } });
      return { name: names[number % 3] ?? "", status: response.status, html: await response.text() };
    }),
  );
  for (const { name, status, html } of pages) {
    expect(status).toBe(200);
    expect(html).toContain(name);
    for (const other of names) if (!name.includes(other)) expect(html).not.toContain(`>${other}<`);
  }
});

test("sixty conditional writes at once are all answered, and each is stored once", async () => {
  const [before] = await file.db.select({ n: count() }).from(sessions);
  const answers = await Promise.all(Array.from({ length: 60 }, () => signIn(edge, "professional")));
  expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(303));
  expect(new Set(answers.map(({ cookie }) => cookie)).size).toBe(60);
  const [after] = await file.db.select({ n: count() }).from(sessions);
  expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(60);
});

test("without a way out for mail the scheduled handler leaves it in the outbox, and does not fail", async () => {
  const message = {
    id: "mail-1",
    to: "a@plein.example",
    subject: "Proef",
    text: "Proef",
    html: "<p>Proef</p>",
  };
  await queueMail(file.db, { ...message, calendar: null }, Date.now() - 60_000);
  expect(await edge.scheduled()).toMatchObject({ outcome: "ok" });
  const [row] = await file.db.all<{ sent_at: number | null; attempts: number }>(
    sql`select sent_at, attempts from outbox where id = 'mail-1'`,
  );
  expect(row).toEqual({ sent_at: null, attempts: 0 });
});
