import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { choices } from "../../db/schema/tables.ts";
import { newId } from "../../functions/http/identifiers.ts";
import { textOf } from "../support/app.ts";
import { addRound, newItemForm } from "../support/editing.ts";
import { answer, post, useCopy } from "../support/editing-stage.ts";

const stage = useCopy();

describe("own lists", () => {
  const list = newId();
  const make = (keuzes: string, titel = "Vervoer") =>
    post("/vragenlijsten/keuzelijsten/nieuw", { id: list, gezien: "0", titel, keuzes });
  const stored = () =>
    stage.db.select().from(choices).where(eq(choices.list, list)).orderBy(choices.position);
  const told = async () =>
    (await stored()).filter(({ validTo }) => validTo === null).map(({ code, label }) => `${code} ${label}`);

  test("are one choice a line, made once, and found on the form of a question", async () => {
    for (const _ of [1, 2]) expect((await make("Fiets\nOv\n\nAuto ")).status).toBe(303);
    expect(await told()).toEqual(["1 Fiets", "2 Ov", "3 Auto"]);
    expect(
      await (await stage.app.get(`/vragenlijsten/${stage.copy}/vragen/nieuw`, "monitoring")).text(),
    ).toContain("Vervoer: Fiets, Ov, Auto");
    for (const bad of ["Fiets", "Fiets\nfiets", "x".repeat(200)])
      expect(
        (
          await post("/vragenlijsten/keuzelijsten/nieuw", {
            id: newId(),
            gezien: "0",
            titel: "Kort",
            keuzes: bad,
          })
        ).status,
      ).toBe(422);
    for (const as of ["editor", "bureau"] as const)
      expect(
        (
          await stage.app.post(
            "/vragenlijsten/keuzelijsten/nieuw",
            { id: newId(), gezien: "0", titel: "Nee", keuzes: "a\nb" },
            as,
          )
        ).status,
      ).toBe(403);
    expect((await stage.app.get("/vragenlijsten/keuzelijsten", null)).status).toBe(401);
  });

  test("a new text for an old choice is asked for, and keeps its code", async () => {
    await make("Fiets\nOv\nAuto");
    const path = `/vragenlijsten/keuzelijsten/${list}`;
    const doubt = await post(path, {
      id: newId(),
      gezien: "1",
      titel: "Vervoer",
      keuzes: "Fiets\nBus en trein\nAuto",
    });
    expect(doubt.status).toBe(422);
    expect(textOf(await doubt.text())).toContain("Wat is 'Bus en trein'?");
    const fields = {
      id: newId(),
      gezien: "1",
      titel: "Vervoer",
      keuzes: "Fiets\nBus en trein\nAuto",
      "was-1": "2",
    };
    expect((await post(path, fields)).status).toBe(303);
    expect(await told()).toEqual(["1 Fiets", "2 Bus en trein", "3 Auto"]);
    const stale = await post(path, { ...fields, keuzes: "Fiets\nAuto" });
    expect(stale.status).toBe(409);
    expect(textOf(await stale.text())).toContain("Bus en trein");
  });

  test("a choice that goes stays with who held it; its code is never given again", async () => {
    await make("Fiets\nOv\nAuto");
    await post(
      `/vragenlijsten/${stage.copy}/vragen/nieuw`,
      await newItemForm(stage.db, stage.copy, { soort: "one", lijst: list }),
    );
    await answer("9Z1", { choices: ["3"] });
    const path = `/vragenlijsten/keuzelijsten/${list}`;
    expect(
      (await post(path, { id: newId(), gezien: "1", titel: "Vervoer", keuzes: "Fiets\nOv" })).status,
    ).toBe(303);
    expect(await told()).toEqual(["1 Fiets", "2 Ov"]);
    expect((await stored()).find(({ code }) => code === "3")?.validTo).not.toBeNull();
    expect(
      (await post(path, { id: newId(), gezien: "2", titel: "Vervoer", keuzes: "Fiets\nOv\nLopen" })).status,
    ).toBe(303);
    expect(await told()).toEqual(["1 Fiets", "2 Ov", "4 Lopen"]);
    const held = await (await stage.app.get("/vragenlijst/2026/sectie/1", "editor")).text();
    expect(held).toContain("Auto");
  });

  test.each([
    ["members", "Er is 1 antwoord."],
    ["confidential", "Er zijn al antwoorden. Hoeveel blijft vertrouwelijk."],
  ])("that a question for %s uses: %s", async (lezers, sentence) => {
    await make("Fiets\nOv\nAuto");
    const question = await newItemForm(stage.db, stage.copy, { soort: "one", lijst: list, lezers });
    await post(`/vragenlijsten/${stage.copy}/vragen/nieuw`, question);
    await answer("9Z1", { choices: ["3"] });
    const page = await stage.app.get(`/vragenlijsten/keuzelijsten/${list}`, "monitoring");
    expect(textOf(await page.text())).toContain(sentence);
  });

  test("of an answered scale keep their steps; of a published round they stand still", async () => {
    await make("Nooit\nSoms\nVaak");
    await post(
      `/vragenlijsten/${stage.copy}/vragen/nieuw`,
      await newItemForm(stage.db, stage.copy, { soort: "scale", lijst: list }),
    );
    await answer("9Z1", { scale: 3 });
    const path = `/vragenlijsten/keuzelijsten/${list}`;
    const other = await post(path, { id: newId(), gezien: "1", titel: "Mate", keuzes: "Soms\nNooit\nVaak" });
    expect(other.status).toBe(422);
    expect(textOf(await other.text())).toContain("Deze schaal is in gebruik.");
    const renamed = {
      id: newId(),
      gezien: "1",
      titel: "Mate",
      keuzes: "Nooit\nSoms\nHeel vaak",
      "was-2": "3",
    };
    expect((await post(path, renamed)).status).toBe(303);
    expect(await told()).toEqual(["1 Nooit", "2 Soms", "3 Heel vaak"]);
    await addRound(stage.db, stage.copy, 2025, "published");
    expect(
      (await post(path, { ...renamed, gezien: "2", keuzes: "Nooit\nSoms\nVaak", "was-2": "3" })).status,
    ).toBe(409);
  });
});
