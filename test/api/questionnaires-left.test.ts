import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { members } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import type { CastKey } from "../support/cast.ts";
import {
  bringTo,
  CHECK,
  formFields,
  openForm,
  openScene,
  READY,
  RESUME,
  type Scene,
  SIGN,
  section,
  storedAnswers,
  storedResponses,
} from "../support/questionnaire-fixtures.ts";

const SENTENCE = "Jouw organisatie is geen lid meer.";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const leave = (leftOn: string) => scene.db.update(members).set({ leftOn }).where(eq(members.id, "lindestad"));
const formOn = async (action: string, as: CastKey) =>
  formFields(await (await scene.app.get(CHECK, as)).text(), action);

async function expectRefused(response: Response): Promise<void> {
  expect(response.status).toBe(403);
  expect(textOf(await response.text())).toContain(SENTENCE);
}

test("an organisation that left reads its answers, and neither changes nor signs them", async () => {
  await bringTo(scene, "in_progress");
  const answers = await openForm(scene, 2, "editor");
  const ready = await formOn(READY, "editor");
  await leave("2026-11-21");
  await expectRefused(await scene.app.post(section(2), { ...answers, "3B1": "13" }, "editor"));
  await expectRefused(await scene.app.post(READY, ready, "editor"));
  expect((await storedAnswers(scene.db)).map(({ value }) => value)).toEqual([{ number: 12 }]);
  for (const page of ["/vragenlijst", "/vragenlijst/2026", CHECK, section(2)])
    expect((await scene.app.get(page, "editor")).status).toBe(200);

  await leave("2026-11-22");
  expect((await scene.app.post(READY, ready, "editor")).status).toBe(303);
  const sign = await formOn(SIGN, "signatory");
  await leave("2026-11-21");
  await expectRefused(await scene.app.post(SIGN, sign, "signatory"));
  await expectRefused(await scene.app.post(RESUME, ready, "editor"));
  expect((await storedResponses(scene.db)).map(({ state }) => state)).toEqual(["ready"]);
});
