import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries, memberships, sectionCompletions, sessions } from "../../db/schema/tables.ts";
import type { Fields } from "../support/app.ts";
import { type CastKey, TODAY, tokenOf } from "../support/cast.ts";
import {
  bringTo,
  CHECK,
  fillIn,
  openForm,
  openScene,
  press,
  READY,
  type Scene,
  section,
  seedProfile,
  storedAnswers,
  storedRevisions,
} from "../support/questionnaire-fixtures.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

interface Said {
  status: number;
  revision?: number;
  said?: string;
  later?: { revision: number; fields: [string, string][] };
  choice?: string;
  errors?: Record<string, string>;
  message?: string;
  link?: { href: string };
}

/** Sends one question as the script of a page does. */
async function send(
  fields: Fields,
  as: CastKey | null = "editor",
  { position = 8, wie = as ?? "editor", namens = "lindestad" } = {},
): Promise<Said> {
  const body = new URLSearchParams({ namens, wie });
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) body.append(name, each);
  const headers: Record<string, string> = { accept: "application/json" };
  if (as) headers.cookie = `sessie=${tokenOf(as)}`;
  const answer = await scene.app.request(section(position), { method: "POST", body, headers });
  return { status: answer.status, ...((await answer.json()) as object) };
}

describe("one question that goes by itself", () => {
  test("is stored in two round trips, with its moment", async () => {
    scene.app.roundTrips();
    const said = await send({ "4C1-versie": "0", "4C1": "korte lijnen" });
    expect(scene.app.roundTrips()).toBe(2);
    expect(said).toEqual({ status: 200, revision: 1, said: "Opgeslagen om 12.00" });
    expect(await storedAnswers(scene.db)).toMatchObject([
      { concept: "4C1", value: { text: "korte lijnen" }, savedBy: "editor", revision: 1 },
    ]);
  });

  test("leaves every other question and the mark of a done section alone", async () => {
    await fillIn(scene, 8, { "4C1": "korte lijnen", "4C2": "weinig tijd", klaar: "ja" });
    await send({ "4C1-versie": "1", "4C1": "vaste gezichten" });
    expect(await scene.db.select().from(sectionCompletions)).toHaveLength(1);
    expect(await storedAnswers(scene.db)).toMatchObject([
      { concept: "4C1", value: { text: "vaste gezichten" }, revision: 2 },
      { concept: "4C2", value: { text: "weinig tijd" }, revision: 1 },
    ]);
  });

  test("does not mark the section as done when it was the last one open", async () => {
    for (const concept of ["4C1", "4C2"])
      await send({ [`${concept}-versie`]: "0", [concept]: "weinig tijd" });
    expect(await scene.db.select().from(sectionCompletions)).toEqual([]);
  });

  test("sent again adds nothing, and says which revision stands", async () => {
    const fields = { "4C1-versie": "0", "4C1": "korte lijnen" };
    await send(fields);
    expect(await send({ ...fields, opnieuw: "ja" })).toMatchObject({ status: 200, revision: 1 });
    expect(await send(fields)).toMatchObject({ status: 200, revision: 1 });
    expect(await storedRevisions(scene.db)).toHaveLength(1);
  });

  test("sent twice at the same moment is stored once", async () => {
    const fields = { "4C1-versie": "0", "4C1": "korte lijnen" };
    const both = await Promise.all([send(fields), send(fields)]);
    for (const said of both) expect(said).toMatchObject({ status: 200, revision: 1 });
    expect(await storedRevisions(scene.db)).toHaveLength(1);
  });

  test("goes on from the revision it gave, and the whole form after it changes nothing", async () => {
    const form = await openForm(scene, 8, "editor");
    const first = await send({ "4C1-versie": "0", "4C1": "korte" });
    await send({ "4C1-versie": String(first.revision), "4C1": "korte lijnen" });
    const whole = { ...form, "4C1": "korte lijnen", "4C1-versie": "2", actie: "verder" };
    expect((await scene.app.post(section(8), whole, "editor")).status).toBe(303);
    expect(await storedRevisions(scene.db)).toHaveLength(2);
  });

  test("fills in one line of the log a quarter of an hour", async () => {
    await send({ "4C1-versie": "0", "4C1": "korte" });
    scene.app.setNow(TODAY + 60_000);
    await send({ "4C1-versie": "1", "4C1": "korte lijnen" });
    expect(await scene.db.select().from(auditEntries)).toHaveLength(1);
    scene.app.setNow(TODAY + 20 * 60_000);
    await send({ "4C1-versie": "2", "4C1": "vaste gezichten" });
    expect(await scene.db.select().from(auditEntries)).toHaveLength(2);
  });

  test("with a fault says which field, and stores nothing", async () => {
    const said = await send({ "3B1-versie": "0", "3B1": "een stuk of tien" }, "editor", { position: 2 });
    expect(said).toEqual({
      status: 422,
      errors: { "3B1": expect.stringContaining("Vul een getal in") as string },
    });
    expect(await storedAnswers(scene.db)).toEqual([]);
  });

  test("as offered by the profile stores nothing; changed it does", async () => {
    await seedProfile(scene.db, "locations", { number: 12 });
    const { "3B1-profiel": offer } = await openForm(scene, 2, "editor");
    const same = { "3B1-versie": "0", "3B1-profiel": offer ?? "", "3B1": "12" };
    expect(await send(same, "editor", { position: 2 })).toMatchObject({ status: 200, revision: 0 });
    expect(await storedAnswers(scene.db)).toEqual([]);
    const other = { ...same, "3B1": "13" };
    expect(await send(other, "editor", { position: 2 })).toMatchObject({ status: 200, revision: 1 });
  });
});

describe("one question that two people answer", () => {
  test("gives both answers with names to choose from, and keeps what stands", async () => {
    await send({ "4C1-versie": "0", "4C1": "korte lijnen" });
    const said = await send({ "4C1-versie": "0", "4C1": "vaste <b>gezichten</b>" }, "host");
    expect(said).toMatchObject({ status: 409, revision: 1 });
    expect(said.choice).toContain("Antwoord van Persoon editor, zaterdag 21 november 2026, 12.00 uur");
    expect(said.choice).toContain("korte lijnen");
    expect(said.choice).toContain("vaste &lt;b>gezichten&lt;/b>");
    expect(said.choice).toContain('name="4C1-keuze"');
    expect(await storedRevisions(scene.db)).toHaveLength(1);
  });

  test.each([
    ["mijn", "vaste gezichten", 2, undefined],
    ["ander", "korte lijnen", 1, [["4C1", "korte lijnen"]]],
  ])("the choice '%s' leaves %s", async (choice, left, revision, fields) => {
    await send({ "4C1-versie": "0", "4C1": "korte lijnen" });
    const mine = { "4C1-versie": "1", "4C1": "vaste gezichten", "4C1-kiezen": "ja" };
    expect(await send(mine, "host")).toMatchObject({ status: 422 });
    const chosen = await send({ ...mine, "4C1-keuze": choice }, "host");
    expect(chosen).toMatchObject({ status: 200, revision });
    expect(chosen.later?.fields.filter(([name]) => name === "4C1")).toEqual(fields);
    expect((await storedAnswers(scene.db))[0]?.value).toEqual({ text: left });
    expect(await send({ ...mine, "4C1-keuze": choice, opnieuw: "ja" }, "host")).toMatchObject({
      status: 200,
    });
    expect(await storedRevisions(scene.db)).toHaveLength(revision);
  });

  test("what was stored while its answer got lost is no conflict with who changed it since", async () => {
    const mine = { "4C1-versie": "0", "4C1": "korte lijnen" };
    await send(mine);
    await send({ "4C1-versie": "1", "4C1": "vaste gezichten" }, "host");
    scene.app.roundTrips();
    const again = await send({ ...mine, opnieuw: "ja" });
    expect(scene.app.roundTrips()).toBeLessThanOrEqual(2);
    // Who typed on meanwhile goes on from the own answer.
    expect(again).toMatchObject({ status: 200, revision: 1, later: { revision: 2 } });
    expect(again.later?.fields).toContainEqual(["4C1", "vaste gezichten"]);
    expect(await send({ "4C1-versie": "1", "4C1": "en meer" })).toMatchObject({ status: 409 });
    // Typed anew it is: the person has not seen what the colleague made of it.
    expect(await send(mine)).toMatchObject({ status: 409 });
    // And the colleague's own words do not make it somebody else's.
    expect(await send({ ...mine, opnieuw: "ja" }, "host")).toMatchObject({ status: 409 });
  });

  test("typed as it was seen shows what a colleague made of it meanwhile", async () => {
    await send({ "4C1-versie": "0", "4C1": "korte lijnen" });
    await send({ "4C1-versie": "1", "4C1": "vaste gezichten" }, "host");
    const said = await send({ "4C1-versie": "1", "4C1": "korte lijnen" });
    expect(said).toMatchObject({ status: 200, revision: 1, later: { revision: 2 } });
    expect(said.later?.fields).toContainEqual(["4C1", "vaste gezichten"]);
  });
});

describe("one question that may not be saved", () => {
  const fields = { "4C1-versie": "0", "4C1": "korte lijnen" };
  const nothingStored = async () => expect(await storedAnswers(scene.db)).toEqual([]);

  test("without a session: 401, with the way back", async () => {
    const said = await send(fields, null);
    expect(said).toMatchObject({ status: 401, message: "Je bent uitgelogd." });
    expect(said.link?.href).toBe("/inloggen?terug=%2Fvragenlijst%2F2026%2Fsectie%2F8");
    await nothingStored();
  });

  test("after the session expired: 401; signed in again it is stored", async () => {
    await scene.db.update(sessions).set({ expiresAt: TODAY - 1 });
    expect(await send(fields)).toMatchObject({ status: 401 });
    await nothingStored();
    await scene.db.update(sessions).set({ expiresAt: TODAY + 1000 });
    expect(await send({ ...fields, opnieuw: "ja" })).toMatchObject({ status: 200, revision: 1 });
  });

  test("by who may only read: 403", async () => {
    expect(await send(fields, "signatory")).toMatchObject({ status: 403, isOver: true });
    expect(await send(fields, "professional")).toMatchObject({ status: 403 });
    await nothingStored();
  });

  test("by a colleague who signed in after it was typed: not under that name", async () => {
    const said = await send(fields, "host", { wie: "editor" });
    // It passes once the writer is back, so nobody is asked to throw it away.
    expect(said).toMatchObject({ status: 409, message: "Iemand anders is nu ingelogd.", isOver: false });
    await nothingStored();
  });

  test("for an organisation that is not the chosen one: 409", async () => {
    await scene.db
      .insert(memberships)
      .values({ personId: "otherEditor", memberId: "lindestad", role: "editor", grantedAt: TODAY });
    expect(await send(fields, "otherEditor")).toMatchObject({ status: 409, isOver: false });
    await nothingStored();
  });

  test("at a section or question that is not there: 404", async () => {
    expect(await send(fields, "editor", { position: 99 })).toMatchObject({ status: 404 });
    expect(await send({ "9Z9-versie": "0", "9Z9": "x" })).toMatchObject({ status: 404 });
    expect(await send({ ...fields, "4C2-versie": "0", "4C2": "weinig tijd" })).toMatchObject({ status: 404 });
    await nothingStored();
  });

  test("once a colleague made it ready: 409, and nothing of it is stored", async () => {
    await bringTo(scene, "in_progress");
    await press(scene, CHECK, READY, "host");
    expect(await send(fields)).toMatchObject({ status: 409 });
    expect(await storedAnswers(scene.db)).toHaveLength(1);
  });
});

test("the page names its person, so that a browser keeps people apart", async () => {
  const page = await (await scene.app.get(section(8), "editor")).text();
  expect(page).toContain('data-keep="editor/lindestad/2026"');
  expect(page).not.toContain("data-typed");
  const wrong = await fillIn(scene, 2, { "3B1": "veel" });
  expect(await wrong.text()).toContain('data-typed="ja"');
});
