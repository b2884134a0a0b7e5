import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { answers, codings, responses, visitDrafts } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, seedRound, TODAY } from "../support/cast.ts";
import { CURIOUS, CURIOUS_KEY, itemOf, PROUD, seedAnswers, themeOf } from "../support/draft-fixtures.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedRegistry(store.db);
  await seedCast(store.db);
  await seedRound(store.db);
  await seedAnswers(store.db, "lindestad");
  app = startApp(store.db);
});
afterEach(() => store.close());

const drafts = () => store.db.select().from(visitDrafts);
const read = async (path: string, as: CastKey | null) => {
  const response = await app.get(path, as);
  return { status: response.status, text: textOf(await response.text()) };
};
const save = (fields: Record<string, string> = {}, as: CastKey | null = "editor", key = CURIOUS_KEY) =>
  app.post(paths.visitDraft(key), { tekst: "Onze eigen vraag", thema: "", revisie: "0", ...fields }, as);

describe("drafts out of answers", () => {
  test("are there for editor and host once signed, without a row, in one round trip", async () => {
    for (const as of ["editor", "host"] as const) {
      const { response, trips } = await costOf(app, () => app.get(paths.visitDrafts(), as));
      const text = textOf(await response.text());
      expect([response.status, trips]).toEqual([200, 1]);
      for (const shown of [CURIOUS, PROUD, "Uit jullie antwoord van 2026"]) expect(text).toContain(shown);
    }
    expect(await drafts()).toEqual([]);
  });

  test.each<[CastKey | null, number]>([
    [null, 401],
    ["professional", 403],
    ["signatory", 403],
    ["monitoring", 403],
    ["bureau", 403],
  ])("are not for %s", async (as, status) => {
    for (const path of [paths.visitDrafts(), paths.visitDraft(CURIOUS_KEY)]) {
      const page = await read(path, as);
      expect(page.status).toBe(status);
      expect(page.text).not.toContain(CURIOUS);
    }
    for (const path of [
      paths.visitDraft(CURIOUS_KEY),
      paths.visitDraftRemoval(CURIOUS_KEY),
      paths.visitDraftReturn(CURIOUS_KEY),
    ])
      expect((await app.post(path, { tekst: "x", thema: "", revisie: "0" }, as)).status).toBe(status);
    expect(await drafts()).toEqual([]);
  });

  test("wait at home for editor and host alone, until each was thrown away or worked on", async () => {
    const line = "2 concepten uit jullie antwoorden bekijken";
    for (const as of ["editor", "host"] as const) {
      const { response, trips } = await costOf(app, () => app.get(paths.home(), as));
      const text = textOf(await response.text());
      expect(trips).toBe(1);
      expect(text).toContain(line);
      expect(text).toContain("Ongeveer 4 minuten.");
      expect(text).not.toContain(CURIOUS);
    }
    for (const as of ["professional", "signatory", "otherEditor", "otherHost", "bureau"] as const)
      expect((await read(paths.home(), as)).text).not.toContain("uit jullie antwoorden bekijken");
    await app.post(paths.visitDraftRemoval(CURIOUS_KEY), { revisie: "0" }, "editor");
    expect((await read(paths.home(), "host")).text).toContain("1 concept uit jullie antwoorden bekijken");
    const proud = CURIOUS_KEY.replace("5A2", "5C1");
    await app.post(paths.visitDraftRemoval(proud), { revisie: "0" }, "editor");
    expect((await read(paths.home(), "host")).text).not.toContain("uit jullie antwoorden bekijken");
  });

  test("of another organisation do not exist", async () => {
    for (const as of ["otherEditor", "otherHost"] as const) {
      expect((await read(paths.visitDrafts(), as)).text).not.toContain(CURIOUS);
      expect((await read(paths.visitDraft(CURIOUS_KEY), as)).status).toBe(404);
      expect((await save({}, as)).status).toBe(404);
      expect((await app.post(paths.visitDraftRemoval(CURIOUS_KEY), { revisie: "0" }, as)).status).toBe(404);
    }
    expect(await drafts()).toEqual([]);
  });

  test("are seen nowhere else before they are placed: not in lists, searches or files", async () => {
    await save({ tekst: "Onze eigen vraag" });
    const places = [
      paths.home(),
      paths.visits(),
      paths.visitAgenda(),
      paths.visitMap(),
      paths.publicAgenda(),
      paths.members(),
      paths.member("lindestad"),
      paths.visitAgendaExport("csv"),
      paths.visitMapExport("csv"),
      paths.myVisitsExport("csv"),
      paths.auditLogExport("csv"),
      paths.membersExport("csv"),
    ];
    for (const as of [null, "professional", "otherEditor", "otherHost", "monitoring", "bureau"] as const)
      for (const path of places) {
        const text = await (await app.get(path, as)).text();
        for (const secret of [CURIOUS, PROUD, "Onze eigen vraag"]) expect(text).not.toContain(secret);
      }
  });

  test("come from the last signed response only", async () => {
    await store.db.delete(answers);
    await store.db.delete(responses);
    await seedAnswers(store.db, "lindestad", { state: "in_progress", signedAt: null });
    expect((await read(paths.visitDrafts(), "editor")).text).not.toContain(CURIOUS);
    expect((await save()).status).toBe(404);
  });

  test("suggest a theme and say why; the coding of the answer goes first", async () => {
    expect((await read(paths.visitDraft(CURIOUS_KEY), "editor")).text).toContain(
      'Misschien "Bestaanszekerheid": jullie antwoord noemt "schulden".',
    );
    await store.db.insert(codings).values({
      id: "codering",
      responseId: "response-lindestad",
      itemId: await itemOf(store.db, "5A2"),
      themeId: await themeOf(store.db, "preventie"),
      codedAt: TODAY,
    });
    const page = await read(paths.visitDraft(CURIOUS_KEY), "editor");
    expect(page.text).toContain(
      'Misschien "Preventie en vroegsignalering": zo is jullie antwoord ingedeeld.',
    );
  });
});

describe("own words for a draft", () => {
  test("are kept with a theme, whatever is clicked twice, in two round trips", async () => {
    const thema = await themeOf(store.db, "preventie");
    const { response, trips } = await costOf(app, () => save({ thema }));
    expect([response.status, trips]).toEqual([303, 2]);
    expect((await save({ thema })).status).toBe(303);
    expect(await drafts()).toMatchObject([
      { state: "edited", text: "Onze eigen vraag", themeId: thema, revision: 1, updatedBy: "editor" },
    ]);
  });

  test("that are missing or too long come back with what was typed", async () => {
    const empty = await save({ tekst: "  " });
    expect(empty.status).toBe(422);
    expect(textOf(await empty.text())).toContain("Vul een tekst in, of gooi het concept weg.");
    const long = await save({ tekst: "x".repeat(2001) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("x".repeat(2001));
    expect((await save({ thema: "thema-van-niemand" })).status).toBe(422);
    expect(await drafts()).toEqual([]);
  });

  test("from an old page change nothing, and the text is not lost", async () => {
    await save();
    const late = await save({ tekst: "Van een ander" }, "host");
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("Van een ander");
    expect((await drafts())[0]?.text).toBe("Onze eigen vraag");
    expect((await save({ tekst: "Nieuw", revisie: "1" }, "host")).status).toBe(303);
    expect((await drafts())[0]).toMatchObject({ text: "Nieuw", revision: 2 });
  });
});

describe("a draft that is thrown away", () => {
  test("holds no text and no link, and can come back as the answer", async () => {
    await save();
    expect((await app.post(paths.visitDraftRemoval(CURIOUS_KEY), { revisie: "0" }, "editor")).status).toBe(
      409,
    );
    const { response, trips } = await costOf(app, () =>
      app.post(paths.visitDraftRemoval(CURIOUS_KEY), { revisie: "1" }, "editor"),
    );
    expect([response.status, trips]).toEqual([303, 2]);
    expect((await app.post(paths.visitDraftRemoval(CURIOUS_KEY), { revisie: "1" }, "editor")).status).toBe(
      303,
    );
    expect(await drafts()).toMatchObject([
      { state: "discarded", text: "", themeId: null, visitId: null, offerId: null, revision: 2 },
    ]);
    const page = await read(paths.visitDrafts(), "editor");
    expect(page.text).toContain("Concept terughalen");
    expect(page.text).not.toContain(CURIOUS);
    expect((await app.post(paths.visitDraftReturn(CURIOUS_KEY), { revisie: "2" }, "editor")).status).toBe(
      303,
    );
    expect((await app.post(paths.visitDraftReturn(CURIOUS_KEY), { revisie: "2" }, "editor")).status).toBe(
      303,
    );
    expect((await read(paths.visitDrafts(), "editor")).text).toContain(CURIOUS);
    expect(await drafts()).toEqual([]);
  });
});
