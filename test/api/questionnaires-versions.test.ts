import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { textOf } from "../support/app.ts";
import {
  bringTo,
  CHECK,
  fillIn,
  openScene,
  press,
  READY,
  REOPEN,
  type Scene,
  SIGN,
} from "../support/questionnaire-fixtures.ts";

const YEAR = "/vragenlijst/2026";
let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

async function text(path: string, as: Parameters<Scene["app"]["get"]>[1]) {
  scene.app.roundTrips();
  const page = textOf(await (await scene.app.get(`${YEAR}${path}`, as)).text());
  expect(scene.app.roundTrips()).toBe(1);
  return page;
}

/** Two versions: 12 locations, then 14. */
async function signTwice() {
  await bringTo(scene, "signed");
  await press(scene, CHECK, REOPEN, "editor");
  await fillIn(scene, 2, { "3B1": "14" });
  await press(scene, CHECK, READY, "editor");
  await press(scene, CHECK, SIGN, "signatory");
}

describe("signed versions", () => {
  test("stand in a list with what each changed, and can be read in full", async () => {
    await signTwice();
    const list = await text("/versies", "editor");
    expect(list).toMatch(/Versie 2[\s\S]*2026-0001-2[\s\S]*Aantal locaties[\s\S]*Versie 1[\s\S]*2026-0001-1/);
    expect(await text("/versies/1-1", "signatory")).toMatch(/12 locaties/);
    const second = await text("/versies/1-2", "editor");
    expect(second).toMatch(/Verschil met de versie ervoor[\s\S]*12 locaties[\s\S]*14 locaties/);
    expect(await text("/versies/1-1", "editor")).not.toContain("14 locaties");
  });

  test("are empty before the first signature, and missing when there is no such version", async () => {
    await bringTo(scene, "in_progress");
    expect(await text("/versies", "editor")).toContain("Er is nog geen versie ingediend.");
    expect((await scene.app.get(`${YEAR}/versies/1-1`, "editor")).status).toBe(404);
  });
});

describe("on paper", () => {
  test("a blank one has boxes and lines, and nothing of the answers", async () => {
    await bringTo(scene, "in_progress");
    const blank = await text("/blanco", "editor");
    expect(blank).toContain("Waarom we dit vragen");
    expect(blank).not.toContain("☒");
    expect(await text("/blanco", "professional")).toContain("☐");
  });

  test("a filled one carries the answers and how they stand", async () => {
    await fillIn(scene, 1, { "3A2": ["jeugdwet"] });
    await bringTo(scene, "signed");
    const paper = await text("/afdruk", "signatory");
    expect(paper).toContain("12");
    expect(paper).toContain("☒");
    expect(paper).toContain("nummer 2026-0001-1");
  });
});

describe("what became of the answers", () => {
  test("says of each whether it counted, who reads it, and what was not done", async () => {
    await bringTo(scene, "signed");
    const page = await text("/gebruik", "editor");
    expect(page).toContain("nummer 2026-0001-1");
    expect(page).toContain("Nog niet geteld in een gepubliceerde versie.");
    expect(page).toContain("Jullie lieten deze vraag open.");
    expect(page).toContain("Er ging geen bestand uit.");
    expect(page).toContain("Wat niet is gebeurd");
  });

  test("is empty before the first signature", async () => {
    await bringTo(scene, "ready");
    expect(await text("/gebruik", "editor")).toContain("dienden in deze ronde nog niets in");
  });
});

describe.each(["/versies", "/versies/1-1", "/afdruk", "/gebruik"])("%s", (path) => {
  test.each([
    [null, 401],
    ["professional", 403],
    ["host", 200],
    ["monitoring", 403],
    ["bureau", 403],
  ] as const)("for %s is %d", async (as, status) => {
    await bringTo(scene, "signed");
    expect((await scene.app.get(`${YEAR}${path}`, as)).status).toBe(status);
  });

  test("of another member shows its own, which is nothing", async () => {
    await bringTo(scene, "signed");
    const answer = await scene.app.get(`${YEAR}${path}`, "otherEditor");
    expect(answer.status).toBe(path.endsWith("1-1") ? 404 : 200);
    expect(await answer.text()).not.toContain("2026-0001-1");
  });
});

test("a blank one asks a stranger to sign in", async () => {
  expect((await scene.app.get(`${YEAR}/blanco`)).status).toBe(401);
});
