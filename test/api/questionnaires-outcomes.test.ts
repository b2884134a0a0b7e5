import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sectionCompletions } from "../../db/schema/tables.ts";
import { talliesOf } from "../../functions/insights/fact-queries.ts";
import { textOf } from "../support/app.ts";
import { TODAY, tokenOf } from "../support/cast.ts";
import {
  CHECK,
  fillIn,
  openForm,
  openScene,
  press,
  profileOf,
  READY,
  REOPEN,
  type Scene,
  SIGN,
  section,
  seedProfile,
  storedAnswers,
} from "../support/questionnaire-fixtures.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  await seedProfile(scene.db, "legal_form", { choices: ["foundation"] });
  await seedProfile(scene.db, "fte", { number: 76.6 });
});
afterEach(async () => scene.close());

const outcomes = () =>
  scene.db.all<{ concept: string; outcome: string; version: number }>(sql`
    select i.concept, o.outcome, r.version, o.profile_value_id as valueId, o.said_by as saidBy
    from profile_outcomes o join items i on i.id = o.item_id join responses r on r.id = o.response_id
    order by r.version, i.concept`);
const textAt = async (path: string, as: "editor" | "signatory" | "monitoring" = "editor") =>
  textOf(await (await scene.app.get(path, as)).text());
const signOff = async () => {
  await press(scene, CHECK, READY, "editor");
  await press(scene, CHECK, SIGN, "signatory");
};

describe("what an organisation does with a value of its profile", () => {
  test("one button confirms all of a section and goes on to the next", async () => {
    const saved = await fillIn(scene, 3, { actie: "klopt" });
    expect(saved.status).toBe(303);
    expect(saved.headers.get("location")).toMatch(/^\/vragenlijst\/2026\/sectie\/4\?melding=/);
    expect(await outcomes()).toMatchObject([
      { concept: "3C1", outcome: "confirmed", saidBy: "editor" },
      { concept: "3C2", outcome: "confirmed" },
    ]);
    expect(await textAt(section(3))).toContain("Bevestigd: zo stond het in het profiel.");
  });

  test("going on without that button confirms nothing", async () => {
    await fillIn(scene, 3, { actie: "verder" });
    expect(await outcomes()).toEqual([]);
    expect(await storedAnswers(scene.db)).toEqual([]);
  });

  test("each value is confirmed, changed or skipped apart, and skipping stores no answer", async () => {
    await fillIn(scene, 3, { "3C1-profielkeuze": "overslaan", "3C2": "80", actie: "verder" });
    expect(await outcomes()).toMatchObject([
      { concept: "3C1", outcome: "skipped" },
      { concept: "3C2", outcome: "changed" },
    ]);
    expect(await storedAnswers(scene.db)).toMatchObject([{ concept: "3C2", value: { number: 80 } }]);
    expect((await openForm(scene, 3, "editor"))["3C1-profielkeuze"]).toEqual(["overslaan"]);
    await fillIn(scene, 3, { "3C1-profielkeuze": "klopt" });
    expect(await outcomes()).toMatchObject([{ outcome: "confirmed" }, { outcome: "changed" }]);
  });

  test("the button for all leaves what is skipped", async () => {
    await fillIn(scene, 3, { "3C1-profielkeuze": "overslaan", actie: "klopt" });
    expect(await outcomes()).toMatchObject([{ outcome: "skipped" }, { outcome: "confirmed" }]);
    expect(await textAt("/vragenlijst/2026")).toContain("Klaar");
  });

  test("an explanation beside a value that holds is no change of it", async () => {
    await fillIn(scene, 3, { "3C1-toelichting": "Sinds 2020.", "3C1-profielkeuze": "klopt" });
    expect((await outcomes())[0]).toMatchObject({ concept: "3C1", outcome: "confirmed" });
  });

  test("a value that was changed back to the profile's is confirmed, and one taken away is skipped", async () => {
    await fillIn(scene, 3, { "3C2": "80" });
    await fillIn(scene, 3, { "3C2": "76,6" });
    expect(await outcomes()).toMatchObject([{ concept: "3C2", outcome: "confirmed" }]);
    await fillIn(scene, 3, { "3C2": "" });
    expect(await outcomes()).toMatchObject([{ concept: "3C2", outcome: "skipped" }]);
  });

  test("changed and skipped at once is refused, with everything kept", async () => {
    const refused = await fillIn(scene, 3, { "3C2": "80", "3C2-profielkeuze": "overslaan" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("Je veranderde dit antwoord.");
    expect(html).toContain('value="80"');
    expect(await outcomes()).toEqual([]);
  });

  test("the same form twice stores the outcome once", async () => {
    const fields = {
      ...(await openForm(scene, 3, "editor")),
      "3C1-profielkeuze": "overslaan",
      actie: "klopt",
    };
    expect((await scene.app.post(section(3), fields, "editor")).status).toBe(303);
    expect((await scene.app.post(section(3), fields, "editor")).status).toBe(303);
    expect(await outcomes()).toHaveLength(2);
  });

  test("who confirms and then passes over takes the answer away again, also where each question goes by itself", async () => {
    const fields = await openForm(scene, 3, "editor");
    const send = async (revision: number, choice: string, number = "76,6") => {
      const answer = await scene.app.request(section(3), {
        method: "POST",
        headers: { accept: "application/json", cookie: `sessie=${tokenOf("editor")}` },
        body: new URLSearchParams({
          ...{ namens: "lindestad", wie: "editor", inzending: `${fields.inzending}` },
          ...{ "3C2-versie": `${revision}`, "3C2-profiel": `${fields["3C2-profiel"]}` },
          ...{ "3C2": number, "3C2-profielkeuze": choice },
        }),
      });
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    expect(await send(0, "klopt")).toMatchObject({ status: 200, revision: 1 });
    const passedOver = await send(1, "overslaan");
    expect(passedOver).toMatchObject({ status: 200, revision: 2 });
    expect(passedOver).not.toHaveProperty("later");
    expect(await outcomes()).toMatchObject([{ concept: "3C2", outcome: "skipped" }]);
    expect(await storedAnswers(scene.db)).toMatchObject([{ concept: "3C2", state: "cleared", value: null }]);

    // The form goes after its last question, with what stands on the page; that brings nothing back.
    const rest = { "3C2-versie": "2", "3C2-profielkeuze": "overslaan", actie: "klopt" };
    expect((await scene.app.post(section(3), { ...fields, ...rest }, "editor")).status).toBe(303);
    expect(await outcomes()).toMatchObject([{ outcome: "confirmed" }, { outcome: "skipped" }]);
    expect(await scene.db.select().from(sectionCompletions)).toHaveLength(1);

    expect(await send(2, "overslaan", "80")).toMatchObject({ status: 422 });
    expect(await send(2, "klopt")).toMatchObject({ status: 200, revision: 3 });
    expect((await outcomes())[1]).toMatchObject({ concept: "3C2", outcome: "confirmed" });
  });

  test("a colleague's later answer wins from a skip that was still open", async () => {
    const mine = {
      ...(await openForm(scene, 3, "editor")),
      "3C2-profielkeuze": "overslaan",
      actie: "verder",
    };
    await fillIn(scene, 3, { "3C2": "80" }, "host");
    await scene.app.post(section(3), mine, "editor");
    expect((await outcomes()).find(({ concept }) => concept === "3C2")).toMatchObject({ outcome: "changed" });
    expect(await storedAnswers(scene.db)).toMatchObject([{ concept: "3C2", value: { number: 80 } }]);
  });

  test("costs a save no extra round trip", async () => {
    const fields = {
      ...(await openForm(scene, 3, "editor")),
      "3C1-profielkeuze": "overslaan",
      actie: "klopt",
    };
    scene.app.roundTrips();
    await scene.app.post(section(3), fields, "editor");
    expect(scene.app.roundTrips()).toBe(2);
  });

  test.each([
    ["bureau", 403],
    ["otherEditor", 409],
    [null, 401],
  ] as const)("%s cannot say it for this organisation", async (who, status) => {
    const fields = { ...(await openForm(scene, 3, "editor")), actie: "klopt" };
    const answer = await scene.app.post(section(3), fields, who ?? undefined);
    expect(answer.status).toBe(status);
    expect(await outcomes()).toEqual([]);
  });
});

describe("what comes of it", () => {
  test("the check page tells of each value, also that nobody looked at it", async () => {
    await seedProfile(scene.db, "laws", { choices: ["wmo"] });
    await fillIn(scene, 3, { "3C1-profielkeuze": "overslaan", "3C2": "80" });
    const text = await textAt(CHECK);
    expect(text).toContain("Overgeslagen. Telt niet mee.");
    expect(text).toContain("Anders dan het in het profiel stond.");
    expect(text).toContain("Staat in het profiel, maar is niet bevestigd. Telt niet mee.");
  });

  test("the receipt counts them", async () => {
    await fillIn(scene, 3, { "3C1-profielkeuze": "overslaan", "3C2": "80" });
    await signOff();
    expect(await textAt("/vragenlijst/2026/bevestiging")).toContain("1 gewijzigd, 1 overgeslagen");
  });

  test("the page on quality counts them, and a skipped value counts as not filled in", async () => {
    await fillIn(scene, 3, { "3C1-profielkeuze": "overslaan", "3C2": "80" });
    await signOff();
    const html = await (await scene.app.get("/inzicht/2026/kwaliteit", "monitoring")).text();
    const row = (name: string) => textOf(html.split("<tr").find((part) => part.includes(`>${name}<`)) ?? "");
    expect(row("Organisatievorm")).toMatch(/0 0 1\s*$/);
    expect(row("FTE (voltijdbanen)")).toMatch(/0 1 0\s*$/);
  });

  test("the figures count only what was confirmed or changed: skipped and untouched are missing", async () => {
    await seedProfile(scene.db, "laws", { choices: ["wmo"] });
    await fillIn(scene, 3, { "3C1-profielkeuze": "overslaan", actie: "klopt" });
    await signOff();
    const tallies = await talliesOf(scene.db, { year: 2026, version: null, filters: [] }, null);
    const of = (concept: string, part: string) =>
      tallies
        .filter((tally) => tally.concept === concept && tally.part === part)
        .map(({ key, organisations }) => `${key} ${organisations}`);
    expect(of("3C2", "state")).toEqual(["given 1"]);
    expect(of("3C1", "state")).toEqual(["missing 1"]);
    expect(of("3A2", "state")).toEqual(["missing 1"]);
    expect([...of("3C1", "value"), ...of("3A2", "value")]).toEqual([]);
  });

  test("signing brings only what was confirmed or changed to the profile, with the round as its source", async () => {
    await fillIn(scene, 3, { "3C1-profielkeuze": "overslaan", "3C2": "80" });
    await signOff();
    expect(await profileOf(scene.db, "legal_form")).toMatchObject([{ supersededAt: null, source: "typed" }]);
    expect((await profileOf(scene.db, "fte")).at(-1)).toMatchObject({
      value: { number: 80 },
      source: "previous_round",
      roundId: "round-2026",
      saidAt: TODAY,
    });
    expect(await textAt("/leden/lindestad/geschiedenis")).toContain("uit de vragenlijst van 2026");
  });

  test("a new version starts with what was done in the one before", async () => {
    await fillIn(scene, 3, { "3C1-profielkeuze": "overslaan", "3C2": "80" });
    await signOff();
    await press(scene, "/vragenlijst/2026/bevestiging", REOPEN, "editor");
    const found = await outcomes();
    expect(found.map(({ version, outcome }) => [version, outcome])).toEqual([
      [1, "skipped"],
      [1, "changed"],
      [2, "skipped"],
      [2, "changed"],
    ]);
  });
});
