import { afterAll, beforeAll, expect, test } from "vitest";
import { seedCast } from "../support/cast.ts";
import { type Edge, startEdge } from "../support/edge.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let file: TemporaryDatabase;
let edge: Edge;

beforeAll(async () => {
  file = await openTemporaryDatabase();
  await seedCast(file.db);
  edge = await startEdge(file.path);
});
afterAll(async () => {
  await edge?.close();
  await file?.close();
});

test("the built Worker serves the home page from a database over HTTP, in one round trip", async () => {
  const before = edge.database.requests();
  const response = await edge.fetch("/");
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("Vereniging van Proefteams");
  expect(edge.database.requests() - before).toBe(1);
});

test("the Worker serves the style sheet that its pages name", async () => {
  const html = await (await edge.fetch("/")).text();
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? "";
  const response = await edge.fetch(style);
  expect(response.headers.get("content-type")).toContain("text/css");
  expect(response.headers.get("cache-control")).toContain("immutable");
});

test("thirty requests at once are all answered", async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => edge.fetch("/")));
  expect(answers.map((answer) => answer.status)).toEqual(Array(30).fill(200));
});
