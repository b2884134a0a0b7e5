import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answers, profileValues, responses, rounds } from "../../db/schema/tables.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import { textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import {
  fillIn,
  openForm,
  openScene,
  type Scene,
  section,
  seedProfile,
  storedAnswers,
} from "../support/questionnaire-fixtures.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const page = async (position: number) =>
  textOf(await (await scene.app.get(section(position), "editor")).text());

describe("a question that the profile knows", () => {
  beforeEach(() => seedProfile(scene.db, "fte", { number: 76.6 }));

  test("is filled in, with who said it and the reference date", async () => {
    expect((await openForm(scene, 3, "editor"))["3C2"]).toEqual(["76,6"]);
    expect(await page(3)).toContain("Uit het profiel, peildatum 1 juni 2025, door Persoon editor.");
  });

  test("counts only once somebody confirms it", async () => {
    await fillIn(scene, 3, { "3C1": "foundation", actie: "bewaren" });
    expect(await storedAnswers(scene.db)).toMatchObject([{ concept: "3C1" }]);
    await fillIn(scene, 3, { actie: "klopt" });
    expect(await storedAnswers(scene.db)).toMatchObject([
      { concept: "3C1", source: "typed" },
      { concept: "3C2", source: "profile", value: { number: 76.6 } },
    ]);
  });

  test("takes a change, and an emptied field is not filled in again", async () => {
    await fillIn(scene, 3, { "3C2": "80" });
    expect(await storedAnswers(scene.db)).toMatchObject([{ source: "typed", value: { number: 80 } }]);
    await fillIn(scene, 3, { "3C2": "" });
    expect((await openForm(scene, 3, "editor"))["3C2"]).toEqual([""]);
  });

  test("is not taken for typed when the profile changed while the form was open", async () => {
    const fields = await openForm(scene, 3, "editor");
    await scene.db.update(profileValues).set({ supersededAt: TODAY });
    await scene.db.insert(profileValues).values({
      id: "nieuwer".padEnd(20, "0"),
      memberId: "lindestad",
      field: "fte",
      state: "given",
      value: { number: 90 },
      referenceOn: "2026-11-01",
      source: "typed",
      saidAt: TODAY,
    });
    await scene.app.post(section(3), { ...fields, actie: "bewaren" }, "editor");
    expect(await storedAnswers(scene.db)).toEqual([]);
  });

  test("of another member stays there", async () => {
    const text = textOf(await (await scene.app.get(section(3), "otherEditor")).text());
    expect(text).not.toContain("Uit het profiel");
  });
});

describe("a question that was answered in an earlier round", () => {
  const seedEarlier = async (state: "signed" | "in_progress", value: AnswerValue, memberId = "lindestad") => {
    await scene.db
      .insert(rounds)
      .values({
        id: "round-2024",
        questionnaireId: "hoe-werken-onze-wijkteams",
        year: 2024,
        state: "published",
        referenceOn: "2024-06-01",
        opensOn: "2024-06-03",
        closesOn: "2024-12-31",
      })
      .onConflictDoNothing();
    await scene.db.insert(responses).values({
      id: `r-${memberId}`,
      roundId: "round-2024",
      memberId,
      state,
      startedAt: 1,
      reference: "2024-0001-1",
    });
    await scene.db.insert(answers).values({
      responseId: `r-${memberId}`,
      itemId: "item-4c1",
      revision: 1,
      state: "given",
      value,
      source: "typed",
      savedAt: 1,
    });
  };

  test("shows that answer and takes it over with one button", async () => {
    await seedEarlier("signed", { text: "korte lijnen" });
    expect(await page(8)).toContain("In 2024: korte lijnen");
    expect(await storedAnswers(scene.db)).toHaveLength(1);
    const taken = await fillIn(scene, 8, { actie: "overnemen:4C1", "4C2": "weinig tijd" });
    expect(taken.headers.get("location")).toBe(`${section(8)}?melding=opgeslagen-${TODAY}#veld-4C1`);
    expect(
      (await storedAnswers(scene.db)).filter(({ responseId }) => responseId !== "r-lindestad"),
    ).toMatchObject([
      { concept: "4C1", source: "previous_round", value: { text: "korte lijnen" } },
      { concept: "4C2", source: "typed" },
    ]);
  });

  test("never replaces what was typed", async () => {
    await seedEarlier("signed", { text: "korte lijnen" });
    const refused = await fillIn(scene, 8, { actie: "overnemen:4C1", "4C1": "iets nieuws" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("iets nieuws");
    expect(await storedAnswers(scene.db)).toHaveLength(1);
  });

  test("shows nothing that was not signed, nor anything of another member", async () => {
    await seedEarlier("in_progress", { text: "half werk" });
    await seedEarlier("signed", { text: "van de buren" }, "waterrand");
    expect(await page(8)).not.toContain("half werk");
    expect(await page(8)).not.toContain("van de buren");
  });
});
