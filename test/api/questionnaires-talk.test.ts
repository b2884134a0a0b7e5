import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries, outbox, questionNotes, questionQueries } from "../../db/schema/tables.ts";
import { textOf } from "../support/app.ts";
import type { CastKey } from "../support/cast.ts";
import { formFields, openScene, type Scene, section } from "../support/questionnaire-fixtures.ts";

const NOTES = "/vragenlijst/2026/vraag/3B1/notities";
const UNCLEAR = "/vragenlijst/2026/vraag/3B1/onduidelijk";
const ALL = "/vragenlijst/2026/onduidelijk";
const CLOSING = "/bureau/rondes/2026/sluiting";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => scene.close());

const html = async (path: string, as: CastKey | null) => (await scene.app.get(path, as)).text();
const text = async (path: string, as: CastKey) => textOf(await html(path, as));

/** Opens the page of a form and posts it with these words. */
async function say(path: string, words: Record<string, string>, as: CastKey) {
  const fields = formFields(await html(path, as), path);
  scene.app.roundTrips();
  return { fields, response: await scene.app.post(path, { ...fields, ...words }, as) };
}

describe("notes of colleagues", () => {
  test("are written once, read by colleagues with name and time, and counted beside the question", async () => {
    const { fields, response } = await say(NOTES, { tekst: "Telt het inlooppunt mee?" }, "editor");
    expect(scene.app.roundTrips()).toBe(2);
    expect(response.headers.get("location")).toBe(`${NOTES}?melding=notitie`);
    await scene.app.post(NOTES, { ...fields, tekst: "Telt het inlooppunt mee?" }, "editor");
    expect(await scene.db.select().from(questionNotes)).toHaveLength(1);
    scene.app.roundTrips();
    const words = await text(NOTES, "signatory");
    expect(scene.app.roundTrips()).toBe(1);
    expect(words).toContain("Persoon editor zaterdag 21 november 2026, 12.00 uur Telt het inlooppunt mee?");
    expect(await text(section(2), "editor")).toContain("1 open notitie : Aantal locaties");
    expect(await text("/vragenlijst/2026", "signatory")).toContain("1 open notitie.");
  });

  test("are done once somebody says so, and twice is harmless", async () => {
    await say(NOTES, { tekst: "Telt het mee?" }, "editor");
    const [note] = await scene.db.select().from(questionNotes);
    const done = `${NOTES}/${note?.id}/afronding`;
    for (const _ of [1, 2])
      expect((await scene.app.post(done, { namens: "lindestad" }, "signatory")).status).toBe(303);
    expect(await scene.db.select().from(questionNotes)).toMatchObject([{ doneBy: "signatory" }]);
    expect(await text(NOTES, "editor")).toContain("Klaar volgens Persoon signatory.");
    expect(await text(section(2), "editor")).toContain("1 notitie, klaar");
  });

  test("stay within the organisation: nobody else reads, writes or finishes them", async () => {
    await say(NOTES, { tekst: "Geheim van Lindestad" }, "editor");
    const [note] = await scene.db.select().from(questionNotes);
    const done = `${NOTES}/${note?.id}/afronding`;
    expect(await text(NOTES, "otherEditor")).not.toContain("Geheim");
    expect((await scene.app.post(done, { namens: "waterrand" }, "otherEditor")).status).toBe(404);
    for (const [as, status] of [
      [null, 401],
      ["professional", 403],
      ["monitoring", 403],
      ["bureau", 403],
    ] as const) {
      expect((await scene.app.get(NOTES, as)).status).toBe(status);
      expect((await scene.app.post(NOTES, { tekst: "x" }, as)).status).toBe(status);
      expect((await scene.app.post(done, {}, as)).status).toBe(status);
    }
    expect(await scene.db.select().from(questionNotes)).toMatchObject([{ doneAt: null }]);
  });

  test("say what is missing and keep what was typed; an unknown question is not there", async () => {
    expect((await say(NOTES, { tekst: "  " }, "editor")).response.status).toBe(422);
    const long = "lang ".repeat(250);
    const refused = (await say(NOTES, { tekst: long }, "editor")).response;
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(long.trim());
    expect((await scene.app.get(NOTES.replace("3B1", "9Z9"), "editor")).status).toBe(404);
    expect((await scene.app.get(NOTES.replace("2026", "2019"), "editor")).status).toBe(404);
  });

  test("go when their writer is removed, and are named without words in the file of one's own data", async () => {
    await say(NOTES, { tekst: "Alleen voor collega's" }, "signatory");
    await say(UNCLEAR, { tekst: "Wat is vast werken?" }, "signatory");
    const data = await (await scene.app.get("/bureau/mensen/signatory/gegevens.json", "bureau")).text();
    expect(data).toContain("notities_zonder_inhoud");
    expect(data).not.toContain("Alleen voor collega's");
    expect(data).toContain("Wat is vast werken?");
    const path = "/bureau/mensen/signatory/verwijdering";
    const fields = formFields(await html(path, "bureau"), path);
    expect((await scene.app.post(path, { ...fields, loslaten: "ja" }, "bureau")).status).toBe(303);
    expect(await scene.db.select().from(questionNotes)).toEqual([]);
  });
});

describe("a question about a question", () => {
  const ask = (words = "Tellen spreekuren in een buurthuis mee?") => say(UNCLEAR, { tekst: words }, "editor");
  const answerPage = async () => {
    const [query] = await scene.db.select().from(questionQueries);
    return `${ALL}/${query?.id}`;
  };
  const answer = async (words: Record<string, string>, as: CastKey = "monitoring") =>
    say(await answerPage(), { antwoord: "Ja, als jullie er elke week zijn.", ...words }, as);

  test("is asked once and waits with the learning group, with who asked", async () => {
    const { fields, response } = await ask();
    expect(scene.app.roundTrips()).toBe(2);
    expect(response.headers.get("location")).toBe(`${UNCLEAR}?melding=gevraagd`);
    await scene.app.post(UNCLEAR, { ...fields, tekst: "Nog eens" }, "editor");
    expect(await scene.db.select().from(questionQueries)).toHaveLength(1);
    const words = await text(ALL, "monitoring");
    expect(words).toContain("1 vraag wacht op uitleg van de leergroep.");
    expect(words).toContain("Persoon editor, Buurtkracht Lindestad");
    expect(await text("/", "monitoring")).toContain("1 onduidelijke vraag uitleggen in 2026");
    expect(await text("/", "bureau")).not.toContain("onduidelijke vraag uitleggen");
    expect(await text(section(2), "editor")).toContain("Jullie vraag wacht op uitleg");
    expect(await text(section(2), "otherEditor")).toContain("Deze vraag is onduidelijk");
  });

  test("is answered for everybody, without who asked and without its words", async () => {
    await ask();
    const { response } = await answer({});
    expect(scene.app.roundTrips()).toBe(2);
    expect(response.status).toBe(303);
    for (const path of [section(2), UNCLEAR]) {
      const page = await text(path, "otherEditor");
      expect(page).toContain(
        "Uitleg van de leergroep, zaterdag 21 november 2026 Ja, als jullie er elke week zijn.",
      );
      for (const hidden of ["Persoon editor", "Buurtkracht Lindestad", "buurthuis"])
        expect(page).not.toContain(hidden);
    }
    const [mail] = await scene.db.select().from(outbox).where(eq(outbox.noticeKind, "section_work"));
    expect(mail).toMatchObject({ toEmail: "editor@proef.example", subject: "Uitleg bij 'Aantal locaties'" });
    const log = await scene.db.select().from(auditEntries).where(eq(auditEntries.action, "query_answered"));
    expect(log).toMatchObject([{ personId: "monitoring", subject: "2026/3B1" }]);
  });

  test("is quoted only in the words that the learning group chose, and only with its tick", async () => {
    await ask("Wij van Lindestad hebben een buurthuis, telt dat?");
    expect((await answer({ citeren: "ja", citaat: " " })).response.status).toBe(422);
    expect((await answer({ citaat: "Telt een buurthuis?" })).response.status).toBe(303);
    expect(await text(section(2), "otherEditor")).not.toContain("Telt een buurthuis?");
    expect((await answer({ citeren: "ja", citaat: "Telt een buurthuis?" })).response.status).toBe(303);
    const page = await text(section(2), "otherEditor");
    expect(page).toContain("Vraag: Telt een buurthuis?");
    expect(page).not.toContain("Wij van Lindestad");
    // Who asked heard of it once.
    expect(await scene.db.select().from(outbox).where(eq(outbox.noticeKind, "section_work"))).toHaveLength(1);
  });

  test("twice the same answer is one; another one meanwhile is shown beside what was typed", async () => {
    await ask();
    const page = await answerPage();
    const { fields } = await answer({});
    const words = { antwoord: "Ja, als jullie er elke week zijn." };
    expect((await scene.app.post(page, { ...fields, ...words }, "monitoring")).status).toBe(303);
    const late = await scene.app.post(page, { ...fields, antwoord: "Nee, nooit." }, "monitoring");
    expect(late.status).toBe(409);
    const shown = textOf(await late.text());
    expect(shown).toContain("Ja, als jullie er elke week zijn.");
    expect(shown).toContain("Nee, nooit.");
    expect(await scene.db.select().from(questionQueries)).toMatchObject([
      { answer: words.antwoord, revision: 1 },
    ]);
  });

  test.each([
    [null, 401, 401, 401],
    ["editor", 403, 403, 403],
    ["professional", 403, 403, 403],
    ["otherSignatory", 403, 403, 403],
    ["bureau", 200, 200, 403],
  ] as const)("%s gets %i for the list, %i for one and %i for answering", async (as, list, one, post) => {
    await ask();
    const page = await answerPage();
    expect((await scene.app.get(ALL, as)).status).toBe(list);
    expect((await scene.app.get(page, as)).status).toBe(one);
    expect((await scene.app.post(page, { gezien: "0", antwoord: "x" }, as)).status).toBe(post);
    expect(await scene.db.select().from(questionQueries)).toMatchObject([{ state: "open" }]);
  });

  test("is not asked by who does not read the answers, nor about what is not there", async () => {
    for (const [as, status] of [
      [null, 401],
      ["professional", 403],
      ["monitoring", 403],
    ] as const)
      expect((await scene.app.post(UNCLEAR, { tekst: "x" }, as)).status).toBe(status);
    expect((await scene.app.get(UNCLEAR.replace("3B1", "9Z9"), "editor")).status).toBe(404);
    expect((await scene.app.get(`${ALL}/nergens`, "monitoring")).status).toBe(404);
  });

  test("waits in numbers that one organisation can oversee", async () => {
    for (let at = 0; at < 5; at += 1) expect((await ask(`Vraag ${at}`)).response.status).toBe(303);
    const refused = (await ask("De zesde vraag")).response;
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("De zesde vraag");
  });

  test("that still waits is listed before a round closes, and closing then asks for a tick", async () => {
    await ask();
    const page = await text("/bureau/rondes/2026", "bureau");
    expect(page).toContain("1 vraag wacht nog op uitleg van de leergroep.");
    expect(page).toContain("Tellen spreekuren in een buurthuis mee?");
    const refused = await scene.app.post(CLOSING, {}, "bureau");
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain("Zet een vinkje als je toch wilt sluiten.");
    expect((await scene.app.post(CLOSING, { open_vragen: "ja" }, "bureau")).status).toBe(303);
  });

  test("that was answered stands in nobody's way", async () => {
    await ask();
    await answer({});
    expect((await scene.app.post(CLOSING, {}, "bureau")).status).toBe(303);
  });

  test("is no longer offered once the round is closed: the page says where to go instead", async () => {
    expect(await text(section(2), "editor")).toContain("Deze vraag is onduidelijk");
    await ask();
    await scene.app.post(CLOSING, { open_vragen: "ja" }, "bureau");
    const page = await text(section(2), "editor");
    expect(page).not.toContain("Deze vraag is onduidelijk");
    expect(page).toContain(
      "Wil je nog iets weten over een vraag? Mail bureau@plein.example of bel 030 123 45 67",
    );
    expect(page).toContain("Jullie vraag wacht op uitleg");
  });
});
