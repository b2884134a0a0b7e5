import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, itemOrigins, questionnaireRevisions } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import {
  ANNUAL,
  itemForm,
  itemOf,
  itemsOf,
  makeCopy,
  newItemForm,
  revisionOf,
  sectionsOf,
} from "../support/editing.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let open: TemporaryDatabase;
let app: TestApp;
let copy: string;
beforeEach(async () => {
  open = await openTemporaryDatabase();
  await seedRegistry(open.db);
  await seedCast(open.db);
  app = startApp(open.db);
  copy = await makeCopy(app);
});
afterEach(() => open.close());

const itemPath = async (concept: string) =>
  `/vragenlijsten/${copy}/vragen/${(await itemOf(open.db, copy, concept)).id}`;

describe("a copy of a questionnaire", () => {
  test("has every question under its own code, in its own rows, and knows what it was copied from", async () => {
    const [before, after] = [await itemsOf(open.db, ANNUAL), await itemsOf(open.db, copy)];
    const told = ({ concept, wording, kind, purpose }: (typeof before)[number]) => [
      concept,
      wording,
      kind,
      purpose,
    ];
    expect(after.map(told)).toEqual(before.map(told));
    expect(after.filter(({ id }) => before.some((item) => item.id === id))).toEqual([]);
    expect((await sectionsOf(open.db, copy)).map(({ title }) => title)).toEqual(
      (await sectionsOf(open.db, ANNUAL)).map(({ title }) => title),
    );
    const page = textOf(await (await app.get(`/vragenlijsten/${copy}`, "monitoring")).text());
    expect(page).toContain("Kopie van 'Hoe werken onze wijkteams?'");
    expect(page).not.toContain("anders dan vorige keer");
  });

  test("the same form twice makes one", async () => {
    const fields = { id: "0123456789abcdefghjk", titel: "Twee keer", bron: ANNUAL };
    for (const _ of [1, 2])
      expect((await app.post("/vragenlijsten/nieuw", fields, "monitoring")).headers.get("location")).toBe(
        "/vragenlijsten/0123456789abcdefghjk?melding=gemaakt",
      );
    expect((await itemsOf(open.db, "0123456789abcdefghjk")).length).toBe(
      (await itemsOf(open.db, ANNUAL)).length,
    );
  });
});

describe("one question", () => {
  test("is changed, with a grade, and both wordings stand on its page", async () => {
    const fields = await itemForm(open.db, copy, "3B1", {
      vraag: "Hoeveel vaste locaties heeft jouw organisatie?",
      vergelijking: "reworded",
      definitie: "Een plek waar je minstens een dag per week bent.",
    });
    app.roundTrips();
    const saved = await app.post(await itemPath("3B1"), fields, "monitoring");
    expect(app.roundTrips()).toBe(2);
    expect(saved.status).toBe(303);
    const item = await itemOf(open.db, copy, "3B1");
    expect(item).toMatchObject({
      wording: "Hoeveel vaste locaties heeft jouw organisatie?",
      comparability: "reworded",
      definition: "Een plek waar je minstens een dag per week bent.",
    });
    const page = textOf(await (await app.get(await itemPath("3B1"), "monitoring")).text());
    expect(page).toContain("Hoeveel fysieke locaties heeft jouw organisatie?");
    expect(page).toContain("Voorstel: herformuleerd");
    expect(page).toContain("Vraag was: Hoeveel fysieke locaties");
    const log = await open.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "questionnaire_changed"));
    expect(log.length).toBe(2);
  });

  test("that says something else than last time is not saved without a grade, and keeps all that was typed", async () => {
    const fields = await itemForm(open.db, copy, "3B1", {
      vraag: "Hoeveel plekken hebben jullie?",
      doel: "Een nieuw doel.",
    });
    const refused = await app.post(await itemPath("3B1"), fields, "monitoring");
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(textOf(html)).toContain("Kies hoe goed zij te vergelijken is.");
    expect(html).toContain("Hoeveel plekken hebben jullie?");
    expect(html).toContain("Een nieuw doel.");
    expect((await itemOf(open.db, copy, "3B1")).purpose).not.toBe("Een nieuw doel.");
  });

  test.each([
    ["doel", "Zonder doel kan de vraag niet bestaan."],
    ["gebruik", "Vul in wat er met het antwoord gebeurt."],
  ])("is not saved without %s", async (field, sentence) => {
    const changed = await app.post(
      await itemPath("3B1"),
      await itemForm(open.db, copy, "3B1", { [field]: "  " }),
      "monitoring",
    );
    expect(changed.status).toBe(422);
    expect(textOf(await changed.text())).toContain(sentence);
    const added = await app.post(
      `/vragenlijsten/${copy}/vragen/nieuw`,
      await newItemForm(open.db, copy, { [field]: "" }),
      "monitoring",
    );
    expect(added.status).toBe(422);
    expect((await itemsOf(open.db, copy)).some(({ concept }) => concept === "9Z1")).toBe(false);
  });

  test("is added as a number with classes", async () => {
    const fields = await newItemForm(open.db, copy, {
      soort: "number",
      eenheid: "dagen",
      klassen: "0; 2; 5,5",
    });
    expect((await app.post(`/vragenlijsten/${copy}/vragen/nieuw`, fields, "monitoring")).status).toBe(303);
    expect(await itemOf(open.db, copy, "9Z1")).toMatchObject({
      kind: "number",
      unit: "dagen",
      classes: [0, 2, 5.5],
    });
  });

  test.each([
    ["a scale without a list", { soort: "scale" }, "Kies een keuzelijst."],
    ["a scale on a list that is none", { soort: "scale", lijst: "laws" }, "Deze lijst is geen schaal"],
    ["stars on another list", { soort: "scale", lijst: "extent", weergave: "stars" }, "Sterren horen bij"],
    [
      "a grid without a stem",
      { soort: "scale", lijst: "extent", weergave: "grid" },
      "Vul het begin van de vraag in.",
    ],
    ["classes that fall", { soort: "number", klassen: "5; 2" }, "van laag naar hoog"],
    ["a code that is taken", { code: "3A1" }, "Vraag 3A1 bestaat al"],
    ["a code that is none", { code: "een code" }, "Vul een code in"],
    ["a grade that needs a question before", { vergelijking: "reworded" }, "Deze code is nieuw"],
    ["merged from one", { vergelijking: "merged", uit: "4A1" }, "minstens twee codes"],
    ["split from nowhere", { vergelijking: "split", uit: "8X8" }, "Vraag 8X8 staat niet"],
  ])("refuses %s", async (_, changes, sentence) => {
    const added = await app.post(
      `/vragenlijsten/${copy}/vragen/nieuw`,
      await newItemForm(open.db, copy, changes),
      "monitoring",
    );
    expect(added.status).toBe(422);
    expect(textOf(await added.text())).toContain(sentence);
  });

  test("is added once, however often the form is sent, with the questions that it was merged from", async () => {
    const fields = await newItemForm(open.db, copy, { code: "9z1", vergelijking: "merged", uit: "4A1, 4a2" });
    for (const _ of [1, 2])
      expect((await app.post(`/vragenlijsten/${copy}/vragen/nieuw`, fields, "monitoring")).status).toBe(303);
    const item = await itemOf(open.db, copy, "9Z1");
    expect(item.comparability).toBe("merged");
    const origins = await open.db.select().from(itemOrigins).where(eq(itemOrigins.itemId, item.id));
    expect(origins.map(({ concept }) => concept).sort()).toEqual(["4A1", "4A2"]);
    expect(await open.db.$count(questionnaireRevisions)).toBe(1);
  });

  test("two people at once: the second sees both, and may save after all", async () => {
    const path = await itemPath("3B1");
    const mine = await itemForm(open.db, copy, "3B1", { uitleg: "Mijn uitleg." });
    const theirs = await itemForm(open.db, copy, "3B1", { uitleg: "Hun uitleg." });
    expect((await app.post(path, theirs, "monitoring")).status).toBe(303);
    const stale = await app.post(path, mine, "monitoring");
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(textOf(html)).toContain("Uitleg: Hun uitleg.");
    expect(html).toContain("Mijn uitleg.");
    expect((await itemOf(open.db, copy, "3B1")).help).toBe("Hun uitleg.");
    const revision = /name="versie" value="(\d+)"/.exec(html)?.[1] ?? "";
    const again = await app.post(
      path,
      { ...mine, id: "z123456789abcdefghjk", versie: revision },
      "monitoring",
    );
    expect(again.status).toBe(303);
    expect((await itemOf(open.db, copy, "3B1")).help).toBe("Mijn uitleg.");
  });

  test("one form sent twice at the same moment is one edit", async () => {
    const path = await itemPath("3B1");
    const fields = await itemForm(open.db, copy, "3B1", { uitleg: "Eén keer." });
    const both = await Promise.all([
      app.post(path, fields, "monitoring"),
      app.post(path, fields, "monitoring"),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await revisionOf(open.db, copy)).toBe(2);
  });
});
