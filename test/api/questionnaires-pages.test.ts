import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answers } from "../../db/schema/tables.ts";
import { startApp, textOf } from "../support/app.ts";
import type { CastKey } from "../support/cast.ts";
import { demoToken, openDemoDatabase } from "../support/demo.ts";
import {
  bringTo,
  CHECK,
  fillIn,
  formFields,
  openScene,
  press,
  REOPEN,
  type Scene,
  section,
  storedAnswers,
} from "../support/questionnaire-fixtures.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const text = async (path: string, as: CastKey | null) => textOf(await (await scene.app.get(path, as)).text());

const TASKS = "/vragenlijst/2026";
const PRIVACY = "/vragenlijst/2026/privacy";
const RECEIPT = "/vragenlijst/2026/bevestiging";

describe("the list of rounds", () => {
  test("shows the closing day, the days left and our own stand", async () => {
    const before = await text("/vragenlijst", "editor");
    expect(before).toContain("Sluit op dinsdag 15 december 2026, over 24 dagen.");
    expect(before).toContain("Niet begonnen");
    await bringTo(scene, "signed");
    expect(await text("/vragenlijst", "editor")).toContain(
      "Ingediend op 21 november 2026 door Persoon signatory, nummer 2026-0001-1.",
    );
    expect(await text("/vragenlijst", "otherEditor")).not.toContain("2026-0001-1");
  });

  test("tells a professional that it exists, without a way in", async () => {
    await bringTo(scene, "in_progress");
    const html = await (await scene.app.get("/vragenlijst", "professional")).text();
    expect(textOf(html)).toContain("Bezig");
    expect(html).not.toContain(`href="${TASKS}"`);
  });

  test("leads staff of the association to the response board", async () => {
    for (const as of ["monitoring", "bureau"] as const)
      expect(await (await scene.app.get("/vragenlijst", as)).text()).toContain(
        'href="/inzicht/2026/respons"',
      );
  });
});

describe("the task list", () => {
  test("shows each section with its state, minutes and who was there last", async () => {
    await fillIn(scene, 1, { "3A1": "all_ages" });
    await fillIn(scene, 2, { "3B1": "12", klaar: "ja" });
    const words = await text(TASKS, "editor");
    expect(words).toMatch(
      /Doelgroep en wetten Ongeveer 3 minuten\. 1 van 2 vragen beantwoord, laatst opgeslagen door Persoon editor op zaterdag 21 november 2026, 12\.00 uur\. Geef aan een collega : wie vult Doelgroep en wetten in Bezig/,
    );
    expect(words).toMatch(/Locaties .*? Klaar Vorm en capaciteit .*? Niet begonnen/);
    expect(words).toContain("1 van 10 secties klaar");
  });

  test("leads to the privacy statement before the first question", async () => {
    expect(await (await scene.app.get(TASKS, "editor")).text()).toContain(`href="${PRIVACY}"`);
    const words = await text(PRIVACY, "editor");
    for (const part of ["Waarvoor is het?", "Op welke grond?", "Wie ziet wat?", "Hoelang bewaren we het?"])
      expect(words).toContain(part);
  });
});

describe("the check page", () => {
  test("tells nothing, not knowing and not applicable apart, and leads to each question and back", async () => {
    await fillIn(scene, 6, {
      "4A1": "weet-niet",
      "4A2": "nvt",
      "4A3": "4",
      "4A3-toelichting": "met de school",
    });
    const html = await (await scene.app.get(CHECK, "editor")).text();
    const words = textOf(html);
    expect(words).toMatch(/het versterken van de buurt\? Weet ik niet/);
    expect(words).toMatch(/advies en hulp voor inwoners\? Niet van toepassing/);
    expect(words).toMatch(/andere partners\? Grotendeels Toelichting: met de school/);
    expect(words).toMatch(/betrokken\? Niet ingevuld Wijzig strategisch partner/);
    expect(html).toContain(`href="${section(6)}?terug=controle#veld-4A4"`);
    expect(words).toContain("Klaar, laat ondertekenen");
    expect(words).not.toContain("Antwoorden indienen");
  });

  test("shows the signatory the button that submits, and nobody else", async () => {
    await bringTo(scene, "ready");
    expect(await text(CHECK, "signatory")).toContain(
      "Antwoorden indienen Vragen terugsturen Invullen hervatten",
    );
    for (const words of ["Antwoorden indienen Vragen", "Vragen terugsturen"])
      expect(await text(CHECK, "editor")).not.toContain(words);
    expect(await text(CHECK, "editor")).toContain("Klaar, nog niet ingediend");
  });

  test("is the task list while there is nothing to check", async () => {
    const answer = await scene.app.get(CHECK, "editor");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, TASKS]);
  });
});

test("a confirmation exists only of what was signed", async () => {
  await bringTo(scene, "ready");
  expect((await scene.app.get(RECEIPT, "editor")).status).toBe(404);
});

test("only editors and signatories see the answers of their own organisation", async () => {
  await bringTo(scene, "signed");
  for (const path of [TASKS, section(2), CHECK, RECEIPT]) {
    expect([path, (await scene.app.get(path, null)).status]).toEqual([path, 401]);
    for (const as of ["professional", "monitoring", "bureau", "otherHost"] as const)
      expect([path, as, (await scene.app.get(path, as)).status]).toEqual([path, as, 403]);
    for (const as of ["editor", "signatory"] as const)
      expect([path, as, (await scene.app.get(path, as)).status]).toEqual([path, as, 200]);
  }
  expect((await scene.app.get(RECEIPT, "otherSignatory")).status).toBe(404);
  expect(await text(section(2), "otherSignatory")).not.toContain("12 locaties");
  expect((await scene.app.get(PRIVACY, null)).status).toBe(401);
});

test("every page costs one round trip, with no answers and with all of them in two versions", async () => {
  const measure = async () => {
    for (const path of ["/vragenlijst", TASKS, PRIVACY, section(1), section(6), CHECK, RECEIPT]) {
      scene.app.roundTrips();
      await scene.app.get(path, "editor");
      expect([path, scene.app.roundTrips()]).toEqual([path, 1]);
    }
  };
  await measure();
  await bringTo(scene, "signed");
  await press(scene, CHECK, REOPEN, "editor");
  for (const [position, fields] of [
    [6, { "4A1": "1", "4A2": "2", "4A3": "3", "4A4": "4" }],
    [8, { "4C1": "tekst", "4C2": "tekst" }],
  ] as const)
    await fillIn(scene, position, fields);
  expect((await storedAnswers(scene.db)).length).toBeGreaterThan(7);
  await measure();
});

test("the demo's questionnaire opens on every section, for the round that is open and the one that takes late answers", async () => {
  const { db, close } = await openDemoDatabase();
  const app = startApp(db);
  const cookie = `sessie=${demoToken("redacteur")}`;
  for (const year of [2026, 2024])
    for (const path of [
      "",
      "/controle",
      "/privacy",
      ...Array.from({ length: 10 }, (_, at) => `/sectie/${at + 1}`),
    ]) {
      const page = await app.request(`/vragenlijst/${year}${path}`, { headers: { cookie } });
      expect([year, path, page.status]).toEqual([year, path, 200]);
    }
  const before = (await db.select().from(answers)).length;
  expect(before).toBeGreaterThan(500);
  const form = formFields(
    await (await app.request(`${section(8)}`, { headers: { cookie } })).text(),
    section(8),
  );
  const body = new URLSearchParams({ actie: "verder", "4C1": "Korte lijnen." });
  for (const [name, [value = ""]] of Object.entries(form)) if (!body.has(name)) body.append(name, value);
  const saved = await app.request(section(8), { method: "POST", body, headers: { cookie } });
  expect(saved.status).toBe(303);
  expect((await db.select().from(answers)).length).toBe(before + 1);
  await close();
});
