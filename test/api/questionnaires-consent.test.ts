import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerRevisions, answers, auditEntries, responses } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import type { CastKey } from "../support/cast.ts";
import {
  fillIn,
  formFields,
  openForm,
  openScene,
  type Scene,
  section,
} from "../support/questionnaire-fixtures.ts";

const ADDRESS = "/vragenlijst/2026/openheid";

let scene: Scene;
let open: { position: number };
beforeEach(async () => {
  scene = await openScene();
  open = { position: await positionOf("4C1") };
});
afterEach(async () => scene.close());

async function positionOf(concept: string): Promise<number> {
  const { rows } = await scene.db.$client.execute({
    sql: "select s.position from items i join sections s on s.id = i.section_id where i.concept = ?",
    args: [concept],
  });
  return Number(rows[0]?.position);
}

const kept = async (concept: string) => {
  const { rows } = await scene.db.$client.execute({
    sql: `select a.revision, a.consent from answers a join items i on i.id = a.item_id
      join responses r on r.id = a.response_id where i.concept = ? order by r.version desc`,
    args: [concept],
  });
  return rows.map((row) => ({ ...row }))[0];
};

async function choose(tier: string, as: CastKey | null = "editor", fields: Record<string, string> = {}) {
  const page = await scene.app.get(ADDRESS, "editor");
  scene.app.roundTrips();
  return scene.app.post(
    ADDRESS,
    { ...formFields(await page.text(), ADDRESS), openheid: tier, ...fields },
    as,
  );
}

describe("the choice at a question", () => {
  test("is saved with the answer, shown again and part of what is signed", async () => {
    const saved = await fillIn(scene, open.position, { "4C1": "Korte lijnen", "4C1-openheid": "members" });
    expect(saved.status).toBe(303);
    expect(await kept("4C1")).toEqual({ revision: 1, consent: "members" });
    const page = textOf(await (await scene.app.get(section(open.position), "editor")).text());
    expect(page).toContain("Te zien voor alle leden");
    const check = textOf(await (await scene.app.get("/vragenlijst/2026/controle", "signatory")).text());
    expect(check).toContain("1 antwoord voor alle leden: Helpende factoren");
    expect(check).toContain("te zien voor alle leden");
  });

  test("changed alone is a new revision; a form without it keeps it", async () => {
    await fillIn(scene, open.position, { "4C1": "Korte lijnen", "4C1-openheid": "members" });
    await fillIn(scene, open.position, { "4C1-openheid": "public" });
    expect(await kept("4C1")).toEqual({ revision: 2, consent: "public" });
    await fillIn(scene, open.position, { "4C1": "Andere woorden" });
    expect(await kept("4C1")).toEqual({ revision: 3, consent: "public" });
    expect(await scene.db.select({ consent: answerRevisions.consent }).from(answerRevisions)).toEqual([
      { consent: "members" },
      { consent: "public" },
      { consent: "public" },
    ]);
  });

  test("that does not exist keeps all that was typed, with the same sentence twice", async () => {
    const answer = await fillIn(scene, open.position, { "4C1": "Korte lijnen", "4C1-openheid": "buren" });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html.match(/Kies wie het antwoord mag zien\./g)).toHaveLength(2);
    expect(html).toContain("Korte lijnen");
    expect(await kept("4C1")).toBeUndefined();
  });

  test("two colleagues who open it to somebody else see both choices", async () => {
    await fillIn(scene, open.position, { "4C1": "Korte lijnen" });
    const seen = await openForm(scene, open.position, "host");
    await fillIn(scene, open.position, { "4C1-openheid": "members" });
    const late = await scene.app.post(
      section(open.position),
      { ...seen, "4C1-openheid": "public", actie: "bewaren" },
      "host",
    );
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(textOf(html)).toContain("Te zien voor iedereen.");
    expect(textOf(html)).toContain("Te zien voor alle leden.");
    const choice = formFields(html, section(open.position));
    const chosen = await scene.app.post(section(open.position), { ...choice, "4C1-keuze": "mijn" }, "host");
    expect(chosen.status).toBe(303);
    expect(await kept("4C1")).toEqual({ revision: 3, consent: "public" });
  });
});

describe("the choice for all questions", () => {
  test("opens what stands there and is filled in at what comes, in two round trips", async () => {
    await fillIn(scene, await positionOf("4A1"), { "4A1": "4" });
    await fillIn(scene, open.position, { "4C1": "Korte lijnen" });
    const answer = await choose("members");
    expect(scene.app.roundTrips()).toBe(2);
    expect(answer.headers.get("location")).toBe(`${ADDRESS}?melding=openheid`);
    expect(await kept("4A1")).toEqual({ revision: 2, consent: "members" });
    expect(await kept("4C1")).toEqual({ revision: 2, consent: "members" });
    const notes = await scene.db.select().from(auditEntries).where(eq(auditEntries.action, "consent_chosen"));
    expect(notes).toMatchObject([{ personId: "editor", memberId: "lindestad", subject: "2026" }]);
    const later = textOf(await (await scene.app.get(section(await positionOf("5C1")), "editor")).text());
    expect(later).toContain("Te zien voor alle leden");
    await choose("members");
    expect(await kept("4C1")).toEqual({ revision: 2, consent: "members" });
  });

  test("leaves facts alone, and steps of a scale with nobody when it is for the learning group", async () => {
    await fillIn(scene, 2, { "3B1": "12" });
    await fillIn(scene, await positionOf("4A1"), { "4A1": "4" });
    await fillIn(scene, open.position, { "4C1": "Korte lijnen" });
    await choose("learning_group");
    expect(await kept("3B1")).toEqual({ revision: 1, consent: null });
    expect(await kept("4A1")).toEqual({ revision: 1, consent: null });
    expect(await kept("4C1")).toEqual({ revision: 2, consent: "learning_group" });
  });

  test("can be the first thing an organisation does", async () => {
    expect((await choose("public")).status).toBe(303);
    expect(await scene.db.select().from(responses)).toMatchObject([
      { memberId: "lindestad", state: "in_progress", consent: "public" },
    ]);
    expect(await scene.db.select().from(answers)).toEqual([]);
  });

  test("is refused with what was chosen kept: no choice, a stranger, another role, a locked response", async () => {
    const invalid = await choose("buren");
    expect(invalid.status).toBe(422);
    expect((await invalid.text()).match(/Kies wie de antwoorden mag lezen\./g)).toHaveLength(2);
    expect((await choose("public", null)).status).toBe(401);
    for (const as of ["professional", "signatory", "monitoring", "bureau"] as const)
      expect((await choose("public", as)).status, as).toBe(403);
    expect(await scene.db.select().from(responses)).toEqual([]);
    await fillIn(scene, open.position, { "4C1": "Korte lijnen" });
    await scene.db.update(responses).set({ state: "ready" });
    expect((await scene.app.post(ADDRESS, { openheid: "public" }, "editor")).status).toBe(409);
    expect(await kept("4C1")).toEqual({ revision: 1, consent: null });
  });

  test("of one organisation is no other's: each sees and changes its own", async () => {
    await fillIn(scene, open.position, { "4C1": "Van Lindestad", "4C1-openheid": "public" });
    const page = textOf(await (await scene.app.get(ADDRESS, "otherEditor")).text());
    expect(page).not.toContain("te zien voor iedereen");
    const foreign = await choose("counted_only", "otherEditor");
    expect(foreign.status).toBe(409);
    expect(await kept("4C1")).toEqual({ revision: 1, consent: "public" });
    for (const as of ["professional", "monitoring"] as const)
      expect((await scene.app.get(ADDRESS, as)).status).toBe(403);
    expect((await scene.app.get(ADDRESS, null)).status).toBe(401);
  });

  test("travels to a new version, and the difference between versions says who may read it", async () => {
    await fillIn(scene, open.position, { "4C1": "Korte lijnen", "4C1-openheid": "members" });
    await choose("members");
    const [response] = await scene.db.select().from(responses);
    await scene.db.update(responses).set({ state: "signed", signedAt: 1, reference: "2026-0001-1" });
    const id = "00000000000000000new";
    const again = await scene.app.post(
      "/vragenlijst/2026/heropening",
      { inzending: response?.id ?? "", nieuw: id },
      "editor",
    );
    expect(again.status).toBe(303);
    expect((await scene.db.select().from(responses).where(eq(responses.id, id)))[0]?.consent).toBe("members");
    expect(await kept("4C1")).toEqual({ revision: 1, consent: "members" });
    await fillIn(scene, open.position, { "4C1-openheid": "counted_only" });
    const check = textOf(await (await scene.app.get("/vragenlijst/2026/controle", "editor")).text());
    expect(check).toContain("Wat anders is dan in versie 1");
    expect(check).toContain("Te zien voor alle leden.");
    expect(check).toContain("Te zien voor niemand, alleen geteld.");
    const receipt = textOf(await (await scene.app.get("/vragenlijst/2026/bevestiging", "editor")).text());
    expect(receipt).toContain("1 antwoord voor alle leden: Helpende factoren");
  });
});
