import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { items, questionnaires, sections } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import { addRound, itemOf, itemsOf, revisionOf, sectionsOf } from "../support/editing.ts";
import { guarded, itemPath, post, sectionPath, useCopy } from "../support/editing-stage.ts";

const stage = useCopy();

describe("sections", () => {
  test("are added at the end, changed, moved and taken away again", async () => {
    const before = (await sectionsOf(stage.db, stage.copy)).map(({ title }) => title);
    const fields = await guarded({ titel: "Tot slot", inleiding: "Nog één vraag.", minuten: "2" });
    for (const _ of [1, 2])
      expect((await post(`/vragenlijsten/${stage.copy}/secties/nieuw`, fields)).status).toBe(303);
    expect((await sectionsOf(stage.db, stage.copy)).map(({ title }) => title)).toEqual([
      ...before,
      "Tot slot",
    ]);
    const last = before.length;
    expect(
      (
        await post(`${await sectionPath(last)}/omhoog`, {
          versie: String(await revisionOf(stage.db, stage.copy)),
        })
      ).status,
    ).toBe(303);
    expect((await sectionsOf(stage.db, stage.copy)).map(({ title }) => title)[last - 1]).toBe("Tot slot");
    const path = await sectionPath(last - 1);
    expect((await post(path, await guarded({ titel: "Slot", inleiding: "", minuten: "3" }))).status).toBe(
      303,
    );
    expect((await sectionsOf(stage.db, stage.copy))[last - 1]).toMatchObject({
      title: "Slot",
      minutes: 3,
      intro: "",
    });
    expect((await post(`${path}/intrekking`, await guarded())).status).toBe(303);
    const after = await sectionsOf(stage.db, stage.copy);
    expect(after.map(({ title }) => title)).toEqual(before);
    expect(after.map(({ position }) => position)).toEqual(after.map((_, at) => at + 1));
  });

  test("with questions are not taken away, and a form without minutes keeps what was typed", async () => {
    const full = await post(`${await sectionPath(0)}/intrekking`, await guarded());
    expect(full.status).toBe(422);
    expect(textOf(await full.text())).toContain("Haal eerst de vragen uit deze sectie");
    const wrong = await post(
      await sectionPath(0),
      await guarded({ titel: "Een nieuwe titel", inleiding: "", minuten: "veel" }),
    );
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Een nieuwe titel");
  });

  test("moved twice by one click are moved once; who comes second is told", async () => {
    const titles = (await sectionsOf(stage.db, stage.copy)).map(({ title }) => title);
    const first = await sectionPath(0);
    const fields = { versie: "1" };
    for (const _ of [1, 2]) expect((await post(`${first}/omlaag`, fields)).status).toBe(303);
    expect((await sectionsOf(stage.db, stage.copy))[1]?.title).toBe(titles[0]);
    expect((await post(`${await sectionPath(5)}/omlaag`, fields)).status).toBe(409);
    expect((await post(`${await sectionPath(0)}/omhoog`, { versie: "2" })).status).toBe(409);
  });
});

describe("conditions", () => {
  const condition = { bij: "3A1", keuzes: ["adults", "all_ages"], hoe: "wel" };
  test("name an earlier question and its answers, stand in words, and go again", async () => {
    const path = `${await itemPath("3B1")}/voorwaarde`;
    const chosen = textOf(await (await stage.app.get(`${path}?bij=3A1`, "monitoring")).text());
    expect(chosen).toContain("18 jaar en ouder");
    expect((await post(path, await guarded(condition))).status).toBe(303);
    expect((await itemOf(stage.db, stage.copy, "3B1")).shownIf).toEqual([
      { concept: "3A1", choices: ["all_ages", "adults"] },
    ]);
    const page = textOf(await (await stage.app.get(await itemPath("3B1"), "monitoring")).text());
    expect(page).toContain(
      "Alleen als je bij 'Doelgroep' kiest voor 'Alle leeftijden' of '18 jaar en ouder'.",
    );
    expect((await post(path, await guarded({ weg: "0" }))).status).toBe(303);
    expect((await itemOf(stage.db, stage.copy, "3B1")).shownIf).toBeNull();
  });

  test.each([
    ["itself", "3A1", { bij: "3A1", keuzes: "adults", hoe: "wel" }],
    ["a later question", "3A1", { bij: "3E1", keuzes: "gemeenten", hoe: "wel" }],
    ["a number", "3B2", { bij: "3B1", keuzes: "1", hoe: "wel" }],
    ["an answer that is not offered", "3B1", { bij: "3A1", keuzes: "martians", hoe: "wel" }],
  ])("never wait for %s", async (_, concept, fields) => {
    const refused = await post(`${await itemPath(concept)}/voorwaarde`, await guarded(fields));
    expect(refused.status).toBe(422);
    expect((await itemOf(stage.db, stage.copy, concept)).shownIf).toBeNull();
  });

  test("hold a section back, and stop a move that would turn the order around", async () => {
    const [first, second] = await sectionsOf(stage.db, stage.copy);
    expect((await post(`${await sectionPath(1)}/voorwaarde`, await guarded(condition))).status).toBe(303);
    const moved = await post(`${await sectionPath(1)}/omhoog`, {
      versie: String(await revisionOf(stage.db, stage.copy)),
    });
    expect(moved.status).toBe(409);
    expect(textOf(await moved.text())).toContain("3A1");
    expect((await sectionsOf(stage.db, stage.copy)).map(({ id }) => id).slice(0, 2)).toEqual([
      first?.id,
      second?.id,
    ]);
  });

  test("on a question that was taken away are flagged", async () => {
    await post(`${await itemPath("3B1")}/voorwaarde`, await guarded(condition));
    const asked = await stage.app.get(`${await itemPath("3A1")}/intrekking`, "monitoring");
    expect(textOf(await asked.text())).toContain("hierop wachten vraag 3B1");
    expect((await post(`${await itemPath("3A1")}/intrekking`, await guarded())).status).toBe(303);
    expect((await itemsOf(stage.db, stage.copy)).some(({ concept }) => concept === "3A1")).toBe(false);
    const outline = textOf(await (await stage.app.get(`/vragenlijsten/${stage.copy}`, "monitoring")).text());
    expect(outline).toContain("Vraag 3B1 wacht op een vraag die er niet meer is: 3A1");
  });
});

test("the title changes, and what nobody used in two published rounds is told", async () => {
  expect(
    (await post(`/vragenlijsten/${stage.copy}/titel`, await guarded({ titel: "Wijkteams 2028" }))).status,
  ).toBe(303);
  const [row] = await stage.db.select().from(questionnaires).where(eq(questionnaires.id, stage.copy));
  expect(row?.title).toBe("Wijkteams 2028");
  const outline = async () =>
    textOf(await (await stage.app.get(`/vragenlijsten/${stage.copy}`, "monitoring")).text());
  expect(await outline()).not.toContain("Twee rondes niet gebruikt");
  const annual = "hoe-werken-onze-wijkteams";
  await addRound(stage.db, annual, 2024, "published");
  await addRound(stage.db, annual, 2025, "published");
  await stage.db.run(
    "insert into audit_entries (at, action, subject) values (1, 'figures_exported', '2025/4A1'), (1, 'figures_exported', '2025/4A2 ')",
  );
  const text = await outline();
  expect(text).toContain("Twee rondes niet gebruikt");
  const sentence = /Niemand deed iets met ([^:]+):/.exec(text)?.[1] ?? "";
  expect(sentence).toContain("4A2");
  expect(sentence).not.toContain("4A1");
  expect(sentence).not.toContain("3A1");
  expect(await stage.db.$count(items)).toBeGreaterThan(0);
  expect(await stage.db.$count(sections)).toBeGreaterThan(0);
});
