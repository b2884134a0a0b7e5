import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { items, sections } from "../../db/schema/tables.ts";
import type { AnswerValue, Condition } from "../../db/schema/values.ts";
import { talliesOf } from "../../functions/insights/fact-queries.ts";
import { factItems } from "../../functions/insights/fact-release-queries.ts";
import { itemsOf } from "../../functions/insights/queries.ts";
import { routingOf } from "../../functions/questionnaires/routing-progress.ts";
import { textOf } from "../support/app.ts";
import {
  CHECK,
  fillIn,
  formFields,
  openForm,
  openScene,
  press,
  READY,
  REOPEN,
  type Scene,
  SIGN,
  section,
  storedAnswers,
  storedRevisions,
} from "../support/questionnaire-fixtures.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const YOUTH: Condition[] = [{ concept: "3A1", choices: ["youth_and_family"] }];
const askOnlyIf = (concept: string, shownIf: Condition[]) =>
  scene.db.update(items).set({ shownIf }).where(eq(items.concept, concept));
const hideSectionUnless = (position: number, shownIf: Condition[]) =>
  scene.db.update(sections).set({ shownIf }).where(eq(sections.position, position));

const pageOf = async (path: string) => textOf(await (await scene.app.get(path, "editor")).text());
const withQuestion = async (concept: string, position = 1) =>
  `${concept}-versie` in (await openForm(scene, position, "editor"));
const answerTo = async (concept: string) =>
  (await storedAnswers(scene.db)).find((each) => each.concept === concept);
const laws = { "3A2": ["wmo"] };

describe("a question with a condition", () => {
  beforeEach(() => askOnlyIf("3A2", YOUTH));

  test("is not on the page, the task list or the check page until its condition holds", async () => {
    expect(await withQuestion("3A2")).toBe(false);
    expect(await pageOf("/vragenlijst/2026")).toContain("0 van 1 vraag beantwoord");
    const saved = await fillIn(scene, 1, { "3A1": "youth_and_family", actie: "verder" });
    expect(saved.headers.get("location")).toMatch(
      /^\/vragenlijst\/2026\/sectie\/1\?melding=opgeslagen-\d+-1-0$/,
    );
    const again = await pageOf(saved.headers.get("location") ?? "");
    expect(again).toContain("1 vraag kwam erbij door je antwoord");
    expect(await withQuestion("3A2")).toBe(true);
    const list = await pageOf("/vragenlijst/2026");
    expect(list).toContain("1 van 2 vragen beantwoord");
    expect(list).not.toContain("1 van 10 secties klaar");
  });

  test("goes on to the next section when nothing came, and marks the section as done", async () => {
    const saved = await fillIn(scene, 1, { "3A1": "all_ages", actie: "verder" });
    expect(saved.headers.get("location")).toMatch(/sectie\/2\?melding=opgeslagen-\d+$/);
    expect(await pageOf("/vragenlijst/2026")).toMatch(/1 van \d+ secties klaar/);
  });

  test("comes on a page that is older than what makes it asked: who saves there sees it first", async () => {
    const old = await openForm(scene, 1, "host");
    await fillIn(scene, 1, { "3A1": "youth_and_family" });
    const saved = await scene.app.post(section(1), { ...old, "3A1": [], actie: "verder" }, "host");
    expect(saved.headers.get("location")).toContain("/vragenlijst/2026/sectie/1?melding=");
  });

  test("keeps its answer while in progress, told on the check page, and costs one round trip to read", async () => {
    await fillIn(scene, 1, { "3A1": "youth_and_family" });
    await fillIn(scene, 1, laws);
    const saved = await fillIn(scene, 1, { "3A1": "all_ages" });
    expect(saved.headers.get("location")).toMatch(/melding=opgeslagen-\d+-0-1$/);
    expect(await pageOf(saved.headers.get("location") ?? "")).toContain(
      "1 antwoord telt niet meer mee: de vraag vervalt",
    );
    expect(await answerTo("3A2")).toMatchObject({ state: "given", value: { choices: ["wmo"] } });
    scene.app.roundTrips();
    const check = await pageOf(CHECK);
    expect(scene.app.roundTrips()).toBe(1);
    expect(check).toMatch(/Niet meer gevraagd.*Wmo 2015/);
    await fillIn(scene, 1, { "3A1": "youth_and_family" });
    expect(await pageOf(CHECK)).not.toContain("Niet meer gevraagd");
  });

  test("is set aside at signing: empty in a next revision, whole in the history, in the same two round trips", async () => {
    await fillIn(scene, 1, { "3A1": "youth_and_family" });
    await fillIn(scene, 1, laws);
    await fillIn(scene, 1, { "3A1": "all_ages" });
    await press(scene, CHECK, READY, "editor");
    const html = await (await scene.app.get(CHECK, "signatory")).text();
    expect(textOf(html)).toContain("Bij het indienen zetten we het opzij.");
    scene.app.roundTrips();
    const signed = await scene.app.post(SIGN, formFields(html, SIGN), "signatory");
    expect([signed.status, scene.app.roundTrips()]).toEqual([303, 2]);
    expect(await answerTo("3A2")).toMatchObject({ state: "cleared", value: null, revision: 2 });
    expect(await answerTo("3A1")).toMatchObject({ state: "given" });
    const history = (await storedRevisions(scene.db)).filter(({ concept }) => concept === "3A2");
    expect(history).toMatchObject([
      { revision: 1, state: "given", value: { choices: ["wmo"] }, savedBy: "editor" },
      { revision: 2, state: "cleared", value: null, savedBy: "signatory" },
    ]);
    await press(scene, CHECK, REOPEN, "editor");
    expect((await scene.app.get(CHECK, "editor")).status).toBe(200);
  });

  test("stays as it is when the signing did not happen", async () => {
    await fillIn(scene, 1, { "3A1": "youth_and_family" });
    await fillIn(scene, 1, laws);
    await fillIn(scene, 1, { "3A1": "all_ages" });
    await press(scene, CHECK, READY, "editor");
    const form = formFields(await (await scene.app.get(CHECK, "signatory")).text(), SIGN);
    const stale = await scene.app.post(SIGN, { ...form, gezien: "1-1" }, "signatory");
    expect(stale.status).toBe(409);
    expect(await answerTo("3A2")).toMatchObject({ state: "given", revision: 1 });
  });
});

describe("a section with a condition", () => {
  beforeEach(() => hideSectionUnless(2, YOUTH));

  test("is passed over, not counted and empty to who goes there by its address", async () => {
    const all = (await pageOf("/vragenlijst/2026")).match(/van (\d+) secties/)?.[1];
    expect(all).toBe("9");
    const saved = await fillIn(scene, 1, { "3A1": "all_ages", actie: "verder" });
    expect(saved.headers.get("location")).toContain("/sectie/3?");
    expect(await pageOf(section(3))).toContain("2 van 9");
    expect(await pageOf(section(2))).toContain("Bij jullie antwoorden horen in deze sectie geen vragen.");
    await fillIn(scene, 1, { "3A1": "youth_and_family" });
    expect((await pageOf("/vragenlijst/2026")).match(/van (\d+) secties/)?.[1]).toBe("10");
  });

  test("that was done is open again when a question comes there", async () => {
    await hideSectionUnless(2, []);
    await askOnlyIf("3B2", YOUTH);
    await fillIn(scene, 2, { "3B1": "4", actie: "verder" });
    expect(await pageOf("/vragenlijst/2026")).toContain("1 van 10 secties klaar");
    await fillIn(scene, 1, { "3A1": "youth_and_family" });
    expect(await pageOf("/vragenlijst/2026")).toContain("0 van 10 secties klaar");
  });
});

test("a question that was withdrawn has no figures, and its answers stay for when it is brought back", async () => {
  await fillIn(scene, 1, { "3A1": "all_ages", ...laws });
  await scene.db.update(items).set({ withdrawnAt: 1 }).where(eq(items.concept, "3A2"));
  expect(await withQuestion("3A2")).toBe(false);
  expect(await pageOf(CHECK)).toMatch(/Niet meer gevraagd.*Wmo 2015/);
  await press(scene, CHECK, READY, "editor");
  expect((await press(scene, CHECK, SIGN, "signatory")).status).toBe(303);
  expect(await answerTo("3A2")).toMatchObject({ state: "given", value: { choices: ["wmo"] } });
  const concepts = async () => (await itemsOf(scene.db, 2026, null)).map(({ concept }) => concept);
  const facts = async () => (await factItems(scene.db, "round-2026")).map(({ concept }) => concept);
  expect([await concepts(), await facts()].flat()).not.toContain("3A2");
  await scene.db.update(items).set({ withdrawnAt: null }).where(eq(items.concept, "3A2"));
  expect(await concepts()).toContain("3A2");
  expect(await facts()).toContain("3A2");
});

test("figures never count an answer to a question that was not asked, whatever was answered before", async () => {
  const given = (value: AnswerValue | null) => value && ({ state: "given", value } as const);
  const answer = (codes: string[]) =>
    fc.option(
      fc.constantFrom(...codes).map((code) => ({ choices: [code] })),
      { freq: 4 },
    );
  await fc.assert(
    fc.asyncProperty(
      answer(["all_ages", "youth_and_family"]),
      answer(["wmo", "jeugdwet"]),
      answer(["office", "walk_in"]),
      async (group, law, use) => {
        await scene.close();
        scene = await openScene();
        await askOnlyIf("3A2", YOUTH);
        await askOnlyIf("3B2", [{ concept: "3A2", choices: ["wmo"], isNot: true }]);
        const all = await scene.db.select().from(items).orderBy(items.concept);
        const values: Record<string, AnswerValue | null> = { "3A1": group, "3A2": law, "3B2": use };
        await fillIn(scene, 3, { "3C2": "12" });
        const [row] = await storedAnswers(scene.db);
        for (const { id, concept } of all) {
          const json = JSON.stringify(values[concept] ?? null);
          if (json === "null") continue;
          for (const table of ["answers", "answer_revisions"])
            await scene.db.run(sql`insert into ${sql.raw(table)}
              (response_id, item_id, revision, state, value, explanation, source, saved_at, saved_by)
              values (${row?.responseId}, ${id}, 1, 'given', ${json}, '', 'typed', 1, 'editor')`);
        }
        await press(scene, CHECK, READY, "editor");
        expect((await press(scene, CHECK, SIGN, "signatory")).status).toBe(303);
        const { asks } = routingOf(
          all.map((item) => ({
            ...item,
            section: { shownIf: null, withdrawnAt: null },
            answer: given(values[item.concept] ?? null),
          })),
        );
        const counted = await talliesOf(scene.db, { year: 2026, filters: [], version: null }, null);
        for (const [concept, value] of Object.entries(values)) {
          const own = counted.filter((each) => each.concept === concept && each.part === "value");
          expect([concept, own.length > 0]).toEqual([concept, value !== null && asks(concept)]);
        }
      },
    ),
    { numRuns: 8 },
  );
});
