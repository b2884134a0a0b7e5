import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { memberships } from "../../db/schema/tables.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import {
  CHECK,
  formFields,
  openForm,
  openScene,
  press,
  READY,
  type Scene,
  section,
  storedAnswers,
  storedRevisions,
} from "../support/questionnaire-fixtures.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const save = (fields: Fields, as: "editor" | "host", position = 8) =>
  scene.app.post(section(position), { actie: "bewaren", ...fields }, as);

const textStored = async (concept: string) =>
  (await storedAnswers(scene.db)).find((row) => row.concept === concept)?.value?.text;

describe("two editors on one section", () => {
  test("who change different questions both keep their answer", async () => {
    const mine = await openForm(scene, 8, "editor");
    const theirs = await openForm(scene, 8, "host");
    expect((await save({ ...mine, "4C1": "korte lijnen" }, "editor")).status).toBe(303);
    expect((await save({ ...theirs, "4C2": "weinig tijd" }, "host")).status).toBe(303);
    expect(await storedAnswers(scene.db)).toMatchObject([
      { concept: "4C1", value: { text: "korte lijnen" }, savedBy: "editor" },
      { concept: "4C2", value: { text: "weinig tijd" }, savedBy: "host" },
    ]);
  });

  test("who save different questions at the same moment both keep their answer", async () => {
    const mine = await openForm(scene, 8, "editor");
    const theirs = await openForm(scene, 8, "host");
    const both = await Promise.all([
      save({ ...mine, "4C1": "korte lijnen" }, "editor"),
      save({ ...theirs, "4C2": "weinig tijd" }, "host"),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await storedAnswers(scene.db)).toHaveLength(2);
  });

  test("who typed the same do not have to choose", async () => {
    const mine = await openForm(scene, 8, "editor");
    const theirs = await openForm(scene, 8, "host");
    await save({ ...mine, "4C1": "korte lijnen" }, "editor");
    expect((await save({ ...theirs, "4C1": "korte lijnen" }, "host")).status).toBe(303);
    expect(await storedRevisions(scene.db)).toHaveLength(1);
  });

  const collide = async (): Promise<Response> => {
    const mine = await openForm(scene, 8, "editor");
    const theirs = await openForm(scene, 8, "host");
    await save({ ...mine, "4C1": "korte lijnen" }, "editor");
    scene.app.roundTrips();
    return save({ ...theirs, "4C1": "vaste gezichten", "4C2": "weinig tijd" }, "host");
  };

  test("who changed the same question see both answers with name and time; the rest is stored", async () => {
    const refused = await collide();
    expect(scene.app.roundTrips()).toBe(2);
    expect(refused.status).toBe(409);
    const text = textOf(await refused.text());
    expect(text).toContain("vaste gezichten");
    expect(text).toContain("korte lijnen");
    expect(text).toContain("Antwoord van Persoon editor, zaterdag 21 november 2026, 12.00 uur");
    expect(await textStored("4C1")).toBe("korte lijnen");
    expect(await textStored("4C2")).toBe("weinig tijd");
  });

  test.each([
    ["mijn", "vaste gezichten", 3],
    ["ander", "korte lijnen", 2],
  ])("the choice '%s' leaves %s", async (choice, left, revisions) => {
    const fields = formFields(await (await collide()).text(), section(8));
    const chosen = await save({ ...fields, "4C1-keuze": choice }, "host");
    expect(chosen.status).toBe(303);
    expect(await textStored("4C1")).toBe(left);
    expect(await storedRevisions(scene.db)).toHaveLength(revisions);
  });

  test("no choice asks again, and still holds both answers", async () => {
    const fields = formFields(await (await collide()).text(), section(8));
    const asked = await save(fields, "host");
    const html = await asked.text();
    expect(asked.status).toBe(422);
    expect(html).toContain('href="#veld-4C1-keuze"');
    expect(textOf(html)).toContain("Kies welk antwoord blijft staan.");
    expect(formFields(html, section(8))["4C1"]).toEqual(["vaste gezichten"]);
    expect(textOf(html)).toContain("korte lijnen");
  });

  test("a choice that came too late asks again about the newest answer", async () => {
    const fields = formFields(await (await collide()).text(), section(8));
    await save({ ...(await openForm(scene, 8, "editor")), "4C1": "nog korter" }, "editor");
    const again = await save({ ...fields, "4C1-keuze": "mijn" }, "host");
    expect(again.status).toBe(409);
    expect(textOf(await again.text())).toContain("nog korter");
    expect(await textStored("4C1")).toBe("nog korter");
  });

  test("one who saves while the other makes it ready loses nothing that was typed", async () => {
    await save({ ...(await openForm(scene, 8, "editor")), "4C1": "korte lijnen" }, "editor");
    const mine = await openForm(scene, 8, "editor");
    await press(scene, CHECK, READY, "host");
    const refused = await save({ ...mine, "4C2": "weinig tijd" }, "editor");
    expect(refused.status).toBe(409);
    expect(formFields(await refused.text(), section(8))["4C2"]).toEqual(["weinig tijd"]);
  });
});

/** The app over a database where the first two readers wait for each other: both read before either writes. */
function meetingAfterReading(db: Database): TestApp {
  let readers = 0;
  let release = () => {};
  const met = new Promise<void>((resolve) => {
    release = resolve;
  });
  const meeting = new Proxy(db, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver);
      if (name !== "batch") return value;
      return async (...given: Parameters<Database["batch"]>) => {
        const rows = await Reflect.apply(value as Database["batch"], target, given);
        readers += 1;
        if (readers === 2) release();
        await met;
        return rows;
      };
    },
  });
  return startApp(meeting);
}

test.each([
  ["4C1", [303, 409], 1],
  ["4C2", [303, 303], 2],
])("who both read before either wrote: the other changes %s", async (concept, statuses, kept) => {
  const forms = [await openForm(scene, 8, "editor"), await openForm(scene, 8, "host")];
  const app = meetingAfterReading(scene.db);
  const both = await Promise.all([
    app.post(section(8), { ...forms[0], actie: "bewaren", "4C1": "van de een" }, "editor"),
    app.post(section(8), { ...forms[1], actie: "bewaren", [concept]: "van de ander" }, "host"),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(statuses);
  expect(await storedRevisions(scene.db)).toHaveLength(kept);
  expect(await storedAnswers(scene.db)).toHaveLength(kept);
  for (const refused of both.filter(({ status }) => status === 409)) {
    const words = textOf(await refused.text());
    expect(words).toContain("van de een");
    expect(words).toContain("van de ander");
  }
});

test("in whatever order two editors save, everything that was acknowledged is in the history", async () => {
  const EDITORS = ["editor", "host"] as const;
  const who = fc.nat({ max: 1 });
  const step = fc.oneof(
    fc.record({ kind: fc.constant("open" as const), who }),
    fc.record({ kind: fc.constant("save" as const), who, concept: fc.constantFrom("4C1", "4C2") }),
    fc.record({
      kind: fc.constant("both" as const),
      concepts: fc.tuple(...EDITORS.map(() => fc.constantFrom("4C1", "4C2"))),
    }),
  );
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      runs += 1;
      const forms = [await openForm(scene, 8, "editor"), await openForm(scene, 8, "host")];
      const acknowledged: { concept: string; text: string }[] = [];
      let typed = 0;
      const saveAs = async (at: number, concept: string) => {
        typed += 1;
        const text = `${runs}.${typed}`;
        const answer = await save({ ...forms[at], [concept]: text }, EDITORS[at] ?? "editor");
        if (answer.status === 303) acknowledged.push({ concept, text });
        // What was refused stands on the page, so its writer still has it.
        else expect(await answer.text()).toContain(text);
        expect([303, 409]).toContain(answer.status);
      };
      for (const each of steps) {
        if (each.kind === "open") forms[each.who] = await openForm(scene, 8, EDITORS[each.who] ?? "editor");
        else if (each.kind === "save") await saveAs(each.who, each.concept);
        else await Promise.all(each.concepts.map((concept, at) => saveAs(at, concept)));
      }
      const history = await storedRevisions(scene.db);
      for (const { concept, text } of acknowledged)
        expect(history.filter((row) => row.concept === concept && row.value?.text === text)).toHaveLength(1);
      for (const row of await storedAnswers(scene.db)) {
        const own = history.filter(({ concept }) => concept === row.concept);
        expect(own.map(({ revision }) => revision)).toEqual(own.map((_, at) => at + 1));
        expect(own.at(-1)?.value).toEqual(row.value);
      }
    }),
    { numRuns: 25 },
  );
});

test("a form of one organisation is not saved for another that was chosen since, in another window", async () => {
  await scene.db
    .insert(memberships)
    .values({ personId: "editor", memberId: "waterrand", role: "editor", grantedAt: TODAY });
  const form = { ...(await openForm(scene, 8, "editor")), "4C1": "alleen voor Lindestad" };
  const goTo = (lid: string) => scene.app.post("/wissel", { lid, terug: "/" }, "editor");
  await goTo("waterrand");
  const refused = await save(form, "editor");
  expect(refused.status).toBe(409);
  const html = await refused.text();
  const words = textOf(html);
  expect(words).toContain("Je werkt nu voor een andere organisatie");
  expect(words).toContain("in het realiseren van de brede opdracht? alleen voor Lindestad");
  expect(await storedAnswers(scene.db)).toEqual([]);
  // One button goes back, one more saves what was typed.
  scene.app.roundTrips();
  const back = await scene.app.post("/wissel", formFields(html.split("<main")[1] ?? "", "/wissel"), "editor");
  expect([back.status, scene.app.roundTrips()]).toEqual([200, 2]);
  const waiting = await back.text();
  expect(textOf(waiting)).toContain("Je werkt weer voor Buurtkracht Lindestad");
  const again = formFields(waiting, section(8));
  expect((await scene.app.post(section(8), again, "editor")).status).toBe(303);
  expect(await textStored("4C1")).toBe("alleen voor Lindestad");
});
