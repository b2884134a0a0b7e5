import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { choiceLists, itemOrigins, items, questionnaires, sections } from "../../db/schema/tables.ts";
import { readTable } from "../../functions/http/table-reading.ts";
import { startApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, tokenOf } from "../support/cast.ts";
import { itemOf, makeCopy } from "../support/editing.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let app: ReturnType<typeof startApp>;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  app = startApp(database.db);
  return database.close;
});

const cookie = (as: CastKey | null) => (as ? { headers: { cookie: `sessie=${tokenOf(as)}` } } : {});

function send(path: string, fields: Record<string, string | File>, as: CastKey | null = "monitoring") {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return app.request(path, { method: "POST", body, ...cookie(as) });
}
const upload = (content: BlobPart | null, name = "lijst.xlsx", as: CastKey | null = "monitoring") =>
  send("/vragenlijsten/inlezen", content === null ? {} : { bestand: new File([content], name) }, as);

const hidden = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const stored = async (id: string) =>
  (await database.db.select().from(items).orderBy(items.concept))
    .filter(({ questionnaireId }) => questionnaireId === id)
    .map(({ id: _id, sectionId: _section, questionnaireId: _own, position: _at, ...item }) => item);

const csv = (...rows: string[]) => rows.join("\r\n");

describe.each(["xlsx", "lss"])("the annual questionnaire through a file (%s)", (format) => {
  test("comes back as it went, and is written only once somebody chose to", async () => {
    const [annual] = await database.db.select().from(questionnaires).limit(1);
    const before = (await database.db.select().from(questionnaires)).length;
    app.roundTrips();
    const file = await app.get(`/vragenlijsten/${annual?.id}/uitwisseling.${format}`, "bureau");
    expect([file.status, app.roundTrips()]).toEqual([200, 1]);
    expect(file.headers.get("content-disposition")).toContain(`.${format}"`);

    const looked = await upload(await file.arrayBuffer(), `lijst.${format}`);
    expect([looked.status, app.roundTrips()]).toEqual([200, 1]);
    const html = await looked.text();
    expect(textOf(html)).toContain("Alles uit het bestand past hier.");
    expect(await database.db.select().from(questionnaires)).toHaveLength(before);

    const fields = { id: hidden(html, "id"), vragenlijst: hidden(html, "vragenlijst") };
    const made = await send("/vragenlijsten/inlezen/concept", fields);
    expect([made.status, app.roundTrips()]).toEqual([303, 2]);
    expect(made.headers.get("location")).toBe(`/vragenlijsten/${fields.id}?melding=gemaakt`);
    const again = await send("/vragenlijsten/inlezen/concept", fields);
    expect(again.status).toBe(303);
    expect(await database.db.select().from(questionnaires)).toHaveLength(before + 1);

    expect(await stored(fields.id)).toEqual(await stored(annual?.id ?? ""));
    const titles = (of: string | undefined) =>
      database.db
        .select()
        .from(sections)
        .orderBy(sections.position)
        .then((rows) => rows.filter((row) => row.questionnaireId === of))
        .then((rows) =>
          rows.map(({ title, intro, minutes, position }) => ({ title, intro, minutes, position })),
        );
    expect(await titles(fields.id)).toEqual(await titles(annual?.id));
    expect(await database.db.select().from(choiceLists)).toEqual([]);
    const page = await app.get(`/vragenlijsten/${fields.id}`, "monitoring");
    expect(page.status).toBe(200);
  });
});

test("an Excel file has the three sheets that XLSForm asks for, and a reader of tables reads them back", async () => {
  const [annual] = await database.db.select().from(questionnaires).limit(1);
  const file = await app.get(`/vragenlijsten/${annual?.id}/uitwisseling.xlsx`, "monitoring");
  const table = await readTable(new File([await file.arrayBuffer()], "x.xlsx"));
  const sheets = table.ok ? table.sheets : [];
  expect(sheets.map(({ name }) => name)).toEqual(["survey", "choices", "settings"]);
  expect(sheets[0]?.rows[0]?.slice(0, 3)).toEqual(["type", "name", "label::Dutch (nl)"]);
  expect(sheets[0]?.rows.some(([type]) => type === "select_multiple laws or_other")).toBe(true);
});

test("the page of files tells what another program does not take over", async () => {
  const [annual] = await database.db.select().from(questionnaires).limit(1);
  const text = textOf(await (await app.get(`/vragenlijsten/${annual?.id}/uitwisseling`, "bureau")).text());
  expect(text).toContain("Bewaren als XLSForm");
  expect(text).toContain("De toelichting wordt daar een losse vraag.");
  expect(text).toMatch(/4A1.*4B/);
});

describe("who may", () => {
  test("strangers sign in, members have no business here, the bureau only looks", async () => {
    const [annual] = await database.db.select().from(questionnaires).limit(1);
    const statuses = async (as: CastKey | null) => [
      (await app.get("/vragenlijsten/inlezen", as)).status,
      (await upload("x", "x.lss", as)).status,
      (await send("/vragenlijsten/inlezen/concept", {}, as)).status,
      (await app.get(`/vragenlijsten/${annual?.id}/uitwisseling`, as)).status,
      (await app.get(`/vragenlijsten/${annual?.id}/uitwisseling.xlsx`, as)).status,
      (await app.get(`/vragenlijsten/${annual?.id}/uitwisseling.lss`, as)).status,
    ];
    expect(await statuses(null)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(await statuses("editor")).toEqual([403, 403, 403, 403, 403, 403]);
    expect(await statuses("bureau")).toEqual([403, 403, 403, 200, 200, 200]);
    expect((await app.get("/vragenlijsten/onbekend/uitwisseling.lss", "monitoring")).status).toBe(404);
  });
});

test.each([
  ["nothing", null, "", "Kies een bestand."],
  ["a picture", "\u0000\u0001", "x.xlsx", "Kies een XLSForm (.xlsx)"],
  ["a table of something else", csv("Naam;Plaats", "Bo;Lindestad"), "x.csv", "het blad 'survey'"],
  [
    "a LimeSurvey file that is broken",
    "<document><LimeSurveyDocType>Survey",
    "x.lss",
    "geen LimeSurvey-bestand",
  ],
  [
    "other xml",
    "<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>",
    "x.lss",
    "geen LimeSurvey-bestand",
  ],
])("refuses %s with the reason, and writes nothing", async (_what, content, name, reason) => {
  const before = (await database.db.select().from(questionnaires)).length;
  const answer = await upload(content, name);
  expect(answer.status).toBe(422);
  expect(textOf(await answer.text())).toContain(reason);
  expect(await database.db.select().from(questionnaires)).toHaveLength(before);
});

test("a form that somebody changed on the way is refused", async () => {
  for (const vragenlijst of ["", "{", '{"title":"x","sections":[],"lists":[]}'])
    expect((await send("/vragenlijsten/inlezen/concept", { id: "a".repeat(20), vragenlijst })).status).toBe(
      422,
    );
});

test.each(["xlsx", "lss"])("what a question was split or merged out of comes along (%s)", async (format) => {
  const id = await makeCopy(app);
  const merged = await itemOf(database.db, id, "4A1");
  await database.db.update(items).set({ comparability: "merged" }).where(eq(items.id, merged.id));
  await database.db
    .insert(itemOrigins)
    .values(["4A2", "4A1"].map((concept) => ({ itemId: merged.id, concept })));
  const file = await app.get(`/vragenlijsten/${id}/uitwisseling.${format}`, "monitoring");
  const html = await (await upload(await file.arrayBuffer(), `lijst.${format}`)).text();
  expect(textOf(html)).toContain("Alles uit het bestand past hier.");
  const fields = { id: hidden(html, "id"), vragenlijst: hidden(html, "vragenlijst") };
  for (let click = 0; click < 2; click++) await send("/vragenlijsten/inlezen/concept", fields);
  const taken = await itemOf(database.db, fields.id, "4A1");
  expect(taken.comparability).toBe("merged");
  const origins = await database.db.select().from(itemOrigins).where(eq(itemOrigins.itemId, taken.id));
  expect(origins.map(({ concept }) => concept).sort()).toEqual(["4A1", "4A2"]);
});

test("a question whose choices the file lacks is told, and stays marked until it has a list", async () => {
  const table = (name: string, cells: Record<string, string>) =>
    `<${name}><rows><row>${Object.entries(cells)
      .map(([key, value]) => `<${key}>${value}</${key}>`)
      .join("")}</row></rows></${name}>`;
  const question = { qid: "1", gid: "1", type: "L", title: "KIES", question_order: "1", relevance: "1" };
  const lss = `<document><LimeSurveyDocType>Survey</LimeSurveyDocType>${table("groups", { gid: "1" })}
    ${table("questions", question)}${table("question_l10ns", { qid: "1", question: "Welke?" })}</document>`;
  const html = await (await upload(lss, "lijst.lss")).text();
  expect(textOf(html)).toContain("De keuzes van 'kies' ontbreken in het bestand. Kies zelf een keuzelijst.");
  const fields = { id: hidden(html, "id"), vragenlijst: hidden(html, "vragenlijst") };
  const made = await send("/vragenlijsten/inlezen/concept", fields);
  const outline = await app.get(made.headers.get("location") ?? "", "monitoring");
  expect(textOf(await outline.text())).toContain("keuzelijst ontbreekt");
});

test("a form in which two questions or choices have one code is refused, not a fault of ours", async () => {
  const looked = await upload(await exported(), "lijst.lss");
  const carried = JSON.parse(hidden(await looked.text(), "vragenlijst"));
  const [first, second] = carried.sections[0].items;
  const twoConcepts = structuredClone(carried);
  twoConcepts.sections[0].items = [first, { ...second, concept: first.concept }];
  const twoChoices = structuredClone(carried);
  twoChoices.lists[0].choices.push(twoChoices.lists[0].choices[0]);
  for (const vragenlijst of [twoConcepts, twoChoices]) {
    const fields = { id: "a".repeat(20), vragenlijst: JSON.stringify(vragenlijst) };
    expect((await send("/vragenlijsten/inlezen/concept", fields)).status).toBe(422);
  }
});

async function exported(): Promise<ArrayBuffer> {
  const [annual] = await database.db.select().from(questionnaires).limit(1);
  return (await app.get(`/vragenlijsten/${annual?.id}/uitwisseling.lss`, "monitoring")).arrayBuffer();
}
