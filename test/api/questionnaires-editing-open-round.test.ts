import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answers, questionnaireRevisions } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import { itemForm, itemOf, newItemForm, sectionsOf } from "../support/editing.ts";
import { answer, guarded, itemPath, post, sectionPath, useCopy } from "../support/editing-stage.ts";

const stage = useCopy();

describe("while a round is open", () => {
  test("a change of words tells who is touched, asks for a reason and keeps it with before and after", async () => {
    await answer("4A1", { scale: 3 }, "signed");
    const path = await itemPath("4A1");
    const page = textOf(await (await stage.app.get(path, "monitoring")).text());
    expect(page).toContain("1 organisatie is begonnen");
    expect(page).toContain("1 organisatie heeft ondertekend");
    expect(page).toContain("Deze vraag is al beantwoord. Hoe vaak blijft vertrouwelijk.");
    const fields = await itemForm(stage.db, stage.copy, "4A1", { uitleg: "Denk aan het hele werkgebied." });
    const refused = await post(path, fields);
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain("Vul in waarom je dit verandert.");
    expect((await post(path, { ...fields, reden: "Er kwamen vragen over." })).status).toBe(303);
    const [row] = await stage.db
      .select()
      .from(questionnaireRevisions)
      .where(eq(questionnaireRevisions.reason, "Er kwamen vragen over."));
    expect(row).toMatchObject({
      changedBy: "monitoring",
      after: { uitleg: ["Denk aan het hele werkgebied."] },
    });
    expect(await stage.db.$count(answers)).toBe(1);
  });

  test("of a fact it tells how many answered it", async () => {
    await answer("3D1", { choices: ["suite4"] }, "signed");
    const page = await stage.app.get(await itemPath("3D1"), "monitoring");
    expect(textOf(await page.text())).toContain("1 organisatie heeft deze vraag beantwoord.");
  });

  test.each([
    ["kind", { soort: "open", lijst: "" }, "Er zijn al antwoorden van deze soort."],
    ["list", { lijst: "stars" }, "Er zijn al antwoorden uit de oude keuzelijst."],
    ["promise", { lezers: "members" }, "Organisaties antwoordden met een andere belofte."],
    ["room to explain", { toelichting: "" }, "Er kunnen al toelichtingen staan."],
  ])("a change of %s is refused, with the way out", async (_, changes, sentence) => {
    await answer("4A1", { scale: 3 });
    const fields = await itemForm(stage.db, stage.copy, "4A1", {
      ...changes,
      vergelijking: "scale_changed",
      reden: "Beter zo.",
    });
    const refused = await post(await itemPath("4A1"), fields);
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain(sentence);
    expect(await itemOf(stage.db, stage.copy, "4A1")).toMatchObject({
      kind: "scale",
      choiceList: "extent",
      audience: "confidential",
    });
  });

  test("an unanswered question may still become another kind", async () => {
    await answer("4A1", { scale: 3 });
    const fields = await itemForm(stage.db, stage.copy, "4A2", {
      soort: "open",
      lijst: "",
      vergelijking: "scale_changed",
      reden: "Beter zo.",
    });
    expect((await post(await itemPath("4A2"), fields)).status).toBe(303);
    expect((await itemOf(stage.db, stage.copy, "4A2")).kind).toBe("open");
  });

  test("a question is withdrawn: asked no more, its answer stays, and it can come back", async () => {
    await answer("3A1", { choices: ["adults"] });
    const path = await itemPath("3A1");
    const question = textOf(await (await stage.app.get(`${path}/intrekking`, "monitoring")).text());
    expect(question).toContain("blijven bewaard, maar er komen geen cijfers meer van");
    expect((await post(`${path}/intrekking`, await guarded())).status).toBe(422);
    expect(
      (await post(`${path}/intrekking`, await guarded({ reden: "Niemand gebruikte haar." }))).status,
    ).toBe(303);
    expect((await itemOf(stage.db, stage.copy, "3A1")).withdrawnAt).not.toBeNull();
    expect(await stage.db.$count(answers)).toBe(1);
    const asked = textOf(await (await stage.app.get("/vragenlijst/2026/sectie/1", "editor")).text());
    expect(asked).not.toContain("Voor welke inwoners werken jullie?");
    expect(asked).toContain("Welke wetten voert jouw organisatie uit?");
    expect((await post(`${path}/herstel`, await guarded({ reden: "Toch nodig." }))).status).toBe(303);
    expect(textOf(await (await stage.app.get("/vragenlijst/2026/sectie/1", "editor")).text())).toContain(
      "Voor welke inwoners werken jullie?",
    );
  });

  test("a section is withdrawn: the others keep following each other, and members do not see it", async () => {
    await answer("4A1", { scale: 3 });
    const before = await sectionsOf(stage.db, stage.copy);
    expect(
      (await post(`${await sectionPath(1)}/intrekking`, await guarded({ reden: "Te lang." }))).status,
    ).toBe(303);
    const after = (await sectionsOf(stage.db, stage.copy)).filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(after.map(({ title }) => title)).toEqual(
      before.map(({ title }) => title).filter((title) => title !== before[1]?.title),
    );
    expect(after.map(({ position }) => position)).toEqual(after.map((_, at) => at + 1));
    const tasks = textOf(await (await stage.app.get("/vragenlijst/2026", "editor")).text());
    expect(tasks).not.toContain("Waar inwoners jullie vinden");
  });

  test("the order stays, and who adds a question hears that signed responses miss it", async () => {
    await answer("3A1", { choices: ["adults"] }, "signed");
    expect((await post(`${await sectionPath(0)}/omlaag`, { versie: "1" })).status).toBe(409);
    const page = textOf(
      await (await stage.app.get(`/vragenlijsten/${stage.copy}/vragen/nieuw`, "monitoring")).text(),
    );
    expect(page).toContain("Wie al ondertekende, mist deze vraag.");
    expect(
      (
        await post(
          `/vragenlijsten/${stage.copy}/vragen/nieuw`,
          await newItemForm(stage.db, stage.copy, { reden: "Nieuwe wet." }),
        )
      ).status,
    ).toBe(303);
    expect((await itemOf(stage.db, stage.copy, "9Z1")).position).toBeGreaterThan(1);
  });
});
