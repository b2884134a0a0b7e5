import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { questionnaires } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import type { DemoPerson } from "../support/browser.ts";
import { openDemoDatabase } from "../support/demo.ts";
import { type Edge, startEdge } from "../support/edge.ts";
import type { TemporaryDatabase } from "../support/temporary-database.ts";

const TITLE = "Hoe werken onze wijkteams? 2031";

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

const post = (path: string, fields: Record<string, string>, cookie = "") =>
  edge.fetch(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers: { cookie },
  });

async function signIn(person: DemoPerson): Promise<string> {
  const response = await post(paths.signInDemo(), { persoon: person });
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** The answer, its text, and how many requests the database had. */
async function ask(path: string, cookie = "") {
  const before = edge.database.requests();
  const response = await edge.fetch(path, { headers: { cookie }, redirect: "manual" });
  const text = await response.text();
  return { response, text, trips: edge.database.requests() - before };
}

test.each([
  ["bureau", paths.bureau()],
  ["bureau", paths.round(2026)],
  ["bureau", paths.responseBoard(2024)],
  ["monitoring", paths.editing()],
  ["monitoring", paths.responseBoard(2024)],
] as const)("%s sees %s through both Workers, in one round trip", async (person, path) => {
  const { response, text, trips } = await ask(path, await signIn(person));
  expect(response.status).toBe(200);
  expect(text).toContain("<h1");
  expect(trips).toBe(1);
  // The style sheet that the office names is the one that the Worker in front serves.
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? "";
  expect((await edge.fetch(style)).headers.get("content-type")).toContain("text/css");
});

test("a file of the office comes through as a file", async () => {
  const { response, text, trips } = await ask(paths.peopleExport("csv"), await signIn("bureau"));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/csv");
  expect(text.split("\n").length).toBeGreaterThan(20);
  expect(trips).toBe(1);
});

test("a form of the office is written and leads on, in at most two round trips", async () => {
  const cookie = await signIn("monitoring");
  const fields = { id: "vragenlijst-aan-de-rand", titel: TITLE, bron: "leeg" };
  const before = edge.database.requests();
  const response = await post(paths.newEditing(), fields, cookie);
  expect(response.status).toBe(303);
  expect(edge.database.requests() - before).toBeLessThanOrEqual(2);
  const [made] = await file.db.select().from(questionnaires).where(eq(questionnaires.title, TITLE));
  expect(response.headers.get("location")).toBe(`${paths.edited(made?.id ?? "")}?melding=gemaakt`);
  expect((await ask(paths.edited(made?.id ?? ""), cookie)).text).toContain(TITLE);
});

test("a form of the office that is not right comes back with what was typed", async () => {
  const cookie = await signIn("monitoring");
  const response = await post(paths.newEditing(), { id: "", titel: TITLE, bron: "" }, cookie);
  expect(response.status).toBe(422);
  expect(await response.text()).toContain(`value="${TITLE}"`);
});

test("a stranger is asked to sign in at the office, somebody of a member is refused there", async () => {
  for (const path of [paths.bureau(), paths.editing(), paths.responseBoard(2024)]) {
    const stranger = await ask(path);
    expect(stranger.response.status, path).toBe(401);
    expect(stranger.text).toContain(`action="${paths.signInDemo()}"`);
  }
  expect((await ask(paths.bureau(), await signIn("redacteur"))).response.status).toBe(403);
});

test("another site's form is refused at the office too", async () => {
  const cookie = await signIn("monitoring");
  const response = await edge.fetch(paths.newEditing(), {
    method: "POST",
    body: new URLSearchParams({ titel: "Van elders", bron: "leeg" }),
    headers: { cookie, origin: "https://elders.example" },
    redirect: "manual",
  });
  expect(response.status).toBe(403);
  const titles = await file.db.select({ title: questionnaires.title }).from(questionnaires);
  expect(titles.map(({ title }) => title)).not.toContain("Van elders");
});

test("pages of the office carry the same headers as those in front", async () => {
  const cookie = await signIn("bureau");
  const [front, office] = await Promise.all([ask(paths.home(), cookie), ask(paths.bureau(), cookie)]);
  expect(office.response.headers.get("content-security-policy")).toContain("default-src 'none'");
  for (const name of [
    ...["content-security-policy", "strict-transport-security", "x-frame-options", "referrer-policy"],
    ...["x-content-type-options", "permissions-policy", "cache-control"],
  ])
    expect(office.response.headers.get(name), name).toBe(front.response.headers.get(name));
});

test("an address that the office does not know is a page that says so", async () => {
  const { response, text } = await ask("/bureau/bestaat-niet", await signIn("bureau"));
  expect(response.status).toBe(404);
  expect(text).toContain("<h1");
});

test("the office answers nobody but the Worker in front", async () => {
  const before = edge.database.requests();
  for (const path of [paths.bureau(), paths.editing(), paths.health()]) {
    const said = await edge.fetchFrom("office", path).then(
      async (response) => ({ status: response.status, text: await response.text() }),
      () => ({ status: 500, text: "" }),
    );
    expect(said.status, path).toBe(500);
    expect(said.text).not.toContain("<h1");
  }
  expect(edge.database.requests()).toBe(before);
});

test("a fault in the settings stops the office as it stops the rest", async () => {
  const refused = await startEdge(file.path, { DEMO_OPENBAAR: "" });
  try {
    for (const path of [paths.bureau(), paths.editing(), paths.responseBoard(2024)])
      expect((await refused.fetch(path)).status, path).toBe(500);
    expect(refused.database.requests()).toBe(0);
  } finally {
    await refused.close();
  }
});

test("the office follows the settings of who asks, also when they changed since it started", async () => {
  const both = await startEdge(file.path, {}, { DEMO: "uit", DEMO_OPENBAAR: "" });
  const button = `action="${paths.signInDemo()}"`;
  try {
    expect(await (await both.fetch(paths.bureau())).text()).toContain(button);
    const real = await both.fetchFrom("second", paths.bureau());
    expect(real.status).toBe(401);
    expect(await real.text()).not.toContain(button);
    expect(await (await both.fetch(paths.bureau())).text()).toContain(button);
  } finally {
    await both.close();
  }
});
