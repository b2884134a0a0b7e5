import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries, itemOrigins, questionnaireRevisions } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import {
  ANNUAL,
  itemForm,
  itemOf,
  itemsOf,
  newItemForm,
  revisionOf,
  sectionsOf,
} from "../support/editing.ts";
import { itemPath, useCopy } from "../support/editing-stage.ts";

const stage = useCopy();

describe("a copy of a questionnaire", () => {
  test("has every question under its own code, in its own rows, and knows what it was copied from", async () => {
    const [before, after] = [await itemsOf(stage.db, ANNUAL), await itemsOf(stage.db, stage.copy)];
    const told = ({ concept, wording, kind, purpose }: (typeof before)[number]) => [
      concept,
      wording,
      kind,
      purpose,
    ];
    expect(after.map(told)).toEqual(before.map(told));
    expect(after.filter(({ id }) => before.some((item) => item.id === id))).toEqual([]);
    expect((await sectionsOf(stage.db, stage.copy)).map(({ title }) => title)).toEqual(
      (await sectionsOf(stage.db, ANNUAL)).map(({ title }) => title),
    );
    const page = textOf(await (await stage.app.get(`/vragenlijsten/${stage.copy}`, "monitoring")).text());
    expect(page).toContain("Kopie van 'Hoe werken onze wijkteams?'");
    expect(page).not.toContain("anders dan vorige keer");
  });

  test("the same form twice makes one", async () => {
    const fields = { id: "0123456789abcdefghjk", titel: "Twee keer", bron: ANNUAL };
    for (const _ of [1, 2])
      expect(
        (await stage.app.post("/vragenlijsten/nieuw", fields, "monitoring")).headers.get("location"),
      ).toBe("/vragenlijsten/0123456789abcdefghjk?melding=gemaakt");
    expect((await itemsOf(stage.db, "0123456789abcdefghjk")).length).toBe(
      (await itemsOf(stage.db, ANNUAL)).length,
    );
  });
});

describe("one question", () => {
  test("is changed, with a grade, and both wordings stand on its page", async () => {
    const fields = await itemForm(stage.db, stage.copy, "3B1", {
      vraag: "Hoeveel vaste locaties heeft jouw organisatie?",
      vergelijking: "reworded",
      definitie: "Een plek waar je minstens een dag per week bent.",
    });
    stage.app.roundTrips();
    const saved = await stage.app.post(await itemPath("3B1"), fields, "monitoring");
    expect(stage.app.roundTrips()).toBe(2);
    expect(saved.status).toBe(303);
    const item = await itemOf(stage.db, stage.copy, "3B1");
    expect(item).toMatchObject({
      wording: "Hoeveel vaste locaties heeft jouw organisatie?",
      comparability: "reworded",
      definition: "Een plek waar je minstens een dag per week bent.",
    });
    const page = textOf(await (await stage.app.get(await itemPath("3B1"), "monitoring")).text());
    expect(page).toContain("Hoeveel fysieke locaties heeft jouw organisatie?");
    expect(page).toContain("Voorstel: herformuleerd");
    expect(page).toContain("Vraag was: Hoeveel fysieke locaties");
    const log = await stage.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "questionnaire_changed"));
    expect(log.length).toBe(2);
  });

  test("that says something else than last time is not saved without a grade, and keeps all that was typed", async () => {
    const fields = await itemForm(stage.db, stage.copy, "3B1", {
      vraag: "Hoeveel plekken hebben jullie?",
      doel: "Een nieuw doel.",
    });
    const refused = await stage.app.post(await itemPath("3B1"), fields, "monitoring");
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(textOf(html)).toContain("Kies hoe goed zij te vergelijken is.");
    expect(html).toContain("Hoeveel plekken hebben jullie?");
    expect(html).toContain("Een nieuw doel.");
    expect((await itemOf(stage.db, stage.copy, "3B1")).purpose).not.toBe("Een nieuw doel.");
  });

  test.each([
    ["doel", "Zonder doel kan de vraag niet bestaan."],
    ["gebruik", "Vul in wat er met het antwoord gebeurt."],
  ])("is not saved without %s", async (field, sentence) => {
    const changed = await stage.app.post(
      await itemPath("3B1"),
      await itemForm(stage.db, stage.copy, "3B1", { [field]: "  " }),
      "monitoring",
    );
    expect(changed.status).toBe(422);
    expect(textOf(await changed.text())).toContain(sentence);
    const added = await stage.app.post(
      `/vragenlijsten/${stage.copy}/vragen/nieuw`,
      await newItemForm(stage.db, stage.copy, { [field]: "" }),
      "monitoring",
    );
    expect(added.status).toBe(422);
    expect((await itemsOf(stage.db, stage.copy)).some(({ concept }) => concept === "9Z1")).toBe(false);
  });

  test("is added as a number with classes", async () => {
    const fields = await newItemForm(stage.db, stage.copy, {
      soort: "number",
      eenheid: "dagen",
      klassen: "0; 2; 5,5",
    });
    expect(
      (await stage.app.post(`/vragenlijsten/${stage.copy}/vragen/nieuw`, fields, "monitoring")).status,
    ).toBe(303);
    expect(await itemOf(stage.db, stage.copy, "9Z1")).toMatchObject({
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
    const added = await stage.app.post(
      `/vragenlijsten/${stage.copy}/vragen/nieuw`,
      await newItemForm(stage.db, stage.copy, changes),
      "monitoring",
    );
    expect(added.status).toBe(422);
    expect(textOf(await added.text())).toContain(sentence);
  });

  test("is added once, however often the form is sent, with the questions that it was merged from", async () => {
    const fields = await newItemForm(stage.db, stage.copy, {
      code: "9z1",
      vergelijking: "merged",
      uit: "4A1, 4a2",
    });
    for (const _ of [1, 2])
      expect(
        (await stage.app.post(`/vragenlijsten/${stage.copy}/vragen/nieuw`, fields, "monitoring")).status,
      ).toBe(303);
    const item = await itemOf(stage.db, stage.copy, "9Z1");
    expect(item.comparability).toBe("merged");
    const origins = await stage.db.select().from(itemOrigins).where(eq(itemOrigins.itemId, item.id));
    expect(origins.map(({ concept }) => concept).sort()).toEqual(["4A1", "4A2"]);
    expect(await stage.db.$count(questionnaireRevisions)).toBe(1);
  });

  test("two people at once: the second sees both, and may save after all", async () => {
    const path = await itemPath("3B1");
    const mine = await itemForm(stage.db, stage.copy, "3B1", { uitleg: "Mijn uitleg." });
    const theirs = await itemForm(stage.db, stage.copy, "3B1", { uitleg: "Hun uitleg." });
    expect((await stage.app.post(path, theirs, "monitoring")).status).toBe(303);
    const stale = await stage.app.post(path, mine, "monitoring");
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(textOf(html)).toContain("Uitleg: Hun uitleg.");
    expect(html).toContain("Mijn uitleg.");
    expect((await itemOf(stage.db, stage.copy, "3B1")).help).toBe("Hun uitleg.");
    const revision = /name="versie" value="(\d+)"/.exec(html)?.[1] ?? "";
    const again = await stage.app.post(
      path,
      { ...mine, id: "z123456789abcdefghjk", versie: revision },
      "monitoring",
    );
    expect(again.status).toBe(303);
    expect((await itemOf(stage.db, stage.copy, "3B1")).help).toBe("Mijn uitleg.");
  });

  test("one form sent twice at the same moment is one edit", async () => {
    const path = await itemPath("3B1");
    const fields = await itemForm(stage.db, stage.copy, "3B1", { uitleg: "Eén keer." });
    const both = await Promise.all([
      stage.app.post(path, fields, "monitoring"),
      stage.app.post(path, fields, "monitoring"),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await revisionOf(stage.db, stage.copy)).toBe(2);
  });
});
