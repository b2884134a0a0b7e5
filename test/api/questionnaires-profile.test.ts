import { afterEach, beforeEach, expect, test } from "vitest";
import { TODAY } from "../support/cast.ts";
import {
  CHECK,
  fillIn,
  openScene,
  press,
  profileOf,
  READY,
  type Scene,
  SIGN,
  seedProfile,
} from "../support/questionnaire-fixtures.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const signOff = async () => {
  await press(scene, CHECK, READY, "editor");
  await press(scene, CHECK, SIGN, "signatory");
};

test("an answer becomes the profile's value when it is signed, not before", async () => {
  await seedProfile(scene.db, "fte", { number: 76.6 });
  await fillIn(scene, 3, { "3C2": "80" });
  expect(await profileOf(scene.db, "fte")).toHaveLength(1);
  await signOff();
  expect(await profileOf(scene.db, "fte")).toMatchObject([
    { value: { number: 76.6 }, supersededAt: TODAY },
    { value: { number: 80 }, supersededAt: null, referenceOn: "2026-06-01", saidBy: "editor", saidAt: TODAY },
  ]);
});

test("a confirmed value stays, with the reference date of the round", async () => {
  await seedProfile(scene.db, "fte", { number: 76.6 });
  await fillIn(scene, 3, { actie: "klopt" });
  await signOff();
  expect((await profileOf(scene.db, "fte")).at(-1)).toMatchObject({
    value: { number: 76.6 },
    referenceOn: "2026-06-01",
  });
});

test("a profile value about a later date is not overwritten", async () => {
  await seedProfile(scene.db, "fte", { number: 90 }, { referenceOn: "2026-11-01" });
  await fillIn(scene, 3, { "3C2": "80" });
  await signOff();
  expect(await profileOf(scene.db, "fte")).toMatchObject([{ value: { number: 90 }, supersededAt: null }]);
});

test("a profile value that was said after the answer is not overwritten", async () => {
  await fillIn(scene, 3, { "3C2": "80" });
  await seedProfile(scene.db, "fte", { number: 90 }, { saidAt: TODAY + 1 });
  scene.app.setNow(TODAY + 60_000);
  await signOff();
  expect(await profileOf(scene.db, "fte")).toMatchObject([{ value: { number: 90 }, supersededAt: null }]);
});

test("not knowing does not wipe what the profile knew", async () => {
  await seedProfile(scene.db, "fte", { number: 76.6 });
  await fillIn(scene, 3, { "3C2": "", "3C2-stand": "weet-niet" });
  await signOff();
  expect(await profileOf(scene.db, "fte")).toMatchObject([{ value: { number: 76.6 }, supersededAt: null }]);
});
