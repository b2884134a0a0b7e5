import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, interpretationRevisions, interpretations } from "../../db/schema/tables.ts";
import { newId } from "../../functions/http/identifiers.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { CAST, type CastKey, seedCast } from "../support/cast.ts";
import { exact, SCALE_CELLS, seedRelease } from "../support/released-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";
import { readSheets } from "../support/workbook.ts";

const ITEM = "/inzicht/2024/vraag/4A1";
const FORM = `${ITEM}/duiding`;
const TEXT =
  "Van de {n} organisaties zijn er {aantal:4-5} een eind op weg.\n\nDat is {deel:4-5}, en {aantal:1} begint nog.";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  await seedResponses(database.db, twentyTeams(await seedTeams(database.db, 30)));
  await seedRelease(database.db, "4A1", SCALE_CELLS);
  app = startApp(database.db);
});
afterEach(() => database.close());

const send = async (fields: Fields, as: CastKey | null = "monitoring", status = 303, path = FORM) => {
  app.roundTrips();
  const answer = await app.post(path, { id: newId(), gezien: "0", duiding: TEXT, ...fields }, as);
  expect(answer.status).toBe(status);
  return answer;
};
const read = async (path: string, as: CastKey | null = "editor", status = 200) => {
  app.roundTrips();
  const answer = await app.get(path, as);
  expect(answer.status, path).toBe(status);
  expect(app.roundTrips(), path).toBe(1);
  return answer.text();
};

describe("a text beneath a figure", () => {
  it("is written by monitoring and read by every member, with numbers from the release", async () => {
    const answer = await send({});
    expect(answer.headers.get("location")).toBe(`${ITEM}?melding=duiding#duiding`);
    expect(app.roundTrips()).toBe(2);
    for (const as of ["professional", "otherSignatory", "bureau"] as const) {
      const html = await read(ITEM, as);
      expect(html).toContain(
        "Van de <strong>20</strong> organisaties zijn er <strong>11</strong> een eind op weg.",
      );
      expect(textOf(html)).toContain("Dat is 55 % , en hooguit 2 begint nog.");
      expect(textOf(html)).toContain("Geschreven door de leergroep monitoring op 21 november 2026.");
      expect(html).not.toContain("Persoon monitoring");
      expect(html).not.toContain(FORM);
    }
    expect(await read(ITEM, "monitoring")).toContain(FORM);
  });

  it("goes along in Excel with the same numbers, and is not there before it is written", async () => {
    const notes = async () => (await readSheets(await app.get(`${ITEM}/cijfers.xlsx`, "editor")))[1] ?? [];
    expect((await notes()).flat()).not.toContain("Duiding van de leergroep");
    await send({});
    const written = (await notes()).filter(([label]) => label === "Duiding van de leergroep");
    expect(written.map(([, text]) => text)).toEqual([
      "Van de 20 organisaties zijn er 11 een eind op weg.",
      expect.stringContaining("en hooguit 2 begint nog."),
    ]);
  });

  it("moves with the edition that is read: the text keeps codes, never numbers", async () => {
    await send({});
    await seedRelease(database.db, "4A1", [["alle", "4-5", 25, exact(16)]], {
      edition: 2,
      organisations: 25,
    });
    expect(textOf(await read(ITEM))).toContain("Van de 25 organisaties zijn er 16 een eind op weg.");
    expect(textOf(await read(`${ITEM}?versie=1`))).toContain(
      "Van de 20 organisaties zijn er 11 een eind op weg.",
    );
    expect(textOf(await read(ITEM))).toContain("en niet bekend begint nog");
    expect((await database.db.select().from(interpretations))[0]?.text).toBe(TEXT);
  });

  it("keeps who changed it and when, as history and in the log, without contents", async () => {
    await send({});
    const [row] = await database.db.select().from(interpretations);
    await send({ id: row?.id ?? "", gezien: "1", duiding: "Een nieuwe blik." });
    const history = await database.db.select().from(interpretationRevisions);
    expect(history.map(({ revision, text, writtenBy }) => [revision, text, writtenBy])).toEqual([
      [1, TEXT, "monitoring"],
      [2, "Een nieuwe blik.", "monitoring"],
    ]);
    expect(textOf(await read(FORM, "monitoring"))).toContain("Eerdere versies");
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ action, subject, personId }) => [action, subject, personId])).toEqual([
      ["interpretation_written", "2024/4A1", "monitoring"],
      ["interpretation_written", "2024/4A1", "monitoring"],
    ]);
  });

  it("can be taken away; nothing cannot be written", async () => {
    expect(textOf(await (await send({ duiding: " " }, "monitoring", 422)).text())).toContain(
      "Schrijf wat dit cijfer volgens jullie zegt.",
    );
    await send({});
    const [row] = await database.db.select().from(interpretations);
    await send({ id: row?.id ?? "", gezien: "1", duiding: "" });
    expect(await read(ITEM, "professional")).not.toContain('id="duiding"');
    expect(textOf(await read(ITEM, "monitoring"))).toContain("Bij dit cijfer staat nog geen duiding.");
  });

  it.each([
    ["Sterk verband (tau = 2,57).", "tau = 2,57 kan niet"],
    ["Zeker (p = 1,3).", "p = 1,3 kan niet"],
    ["Wel 140 % doet dit.", "140 % kan niet"],
    ["Er zijn 11 teams zover.", "Typ ‘11’ niet zelf. Gebruik {n} of {aantal:optie}"],
    ["Er zijn {aantal:9} teams zover.", "{aantal:9} bestaat niet bij dit cijfer."],
    [`${"Lang verhaal. ".repeat(120)}`, "Schrijf een duiding van hooguit 1500 tekens."],
  ])("is refused with what was typed: %s", async (duiding, sentence) => {
    const html = await (await send({ duiding }, "monitoring", 422)).text();
    expect(html.match(new RegExp(sentence.replace(/[{}()?]/g, "\\$&"), "g"))?.length).toBeGreaterThanOrEqual(
      2,
    );
    expect(html).toContain(duiding.trim().slice(0, 25));
    expect(html).toContain("<title>Fout: ");
    expect(await database.db.select().from(interpretations)).toEqual([]);
  });

  it("sent twice is one; from an old page is 409 and keeps the text", async () => {
    const id = newId();
    await send({ id });
    await send({ id });
    expect(await database.db.select().from(interpretationRevisions)).toHaveLength(1);
    const answer = await send({ id, duiding: "Mijn andere tekst." }, "monitoring", 409);
    const html = await answer.text();
    expect(html).toContain("Mijn andere tekst.");
    expect(html).toContain(`href="${FORM}"`);
    await send({ id: newId(), duiding: "Van een collega." }, "monitoring", 409);
    expect((await database.db.select().from(interpretations))[0]).toMatchObject({
      id,
      revision: 1,
      text: TEXT,
    });
    expect(await database.db.select().from(auditEntries)).toHaveLength(1);
  });

  it("is not for others to write, and a visitor keeps what was typed", async () => {
    for (const as of Object.keys(CAST) as CastKey[]) {
      if (as === "monitoring") continue;
      await read(FORM, as, 403);
      await send({}, as, 403);
    }
    expect(await (await send({ duiding: "Blijft staan." }, null, 401)).text()).toContain("Blijft staan.");
    expect(await database.db.select().from(interpretations)).toEqual([]);
  });

  it("waits for publication and release, and knows no other questions", async () => {
    await read("/inzicht/2024/vraag/4A2/duiding", "monitoring", 404);
    await read("/inzicht/2024/vraag/9Z9/duiding", "monitoring", 404);
    await read("/inzicht/1999/vraag/4A1/duiding", "monitoring", 404);
    await database.db.$client.execute("update rounds set state = 'closed'");
    await read(FORM, "monitoring", 404);
    await send({}, "monitoring", 404);
    await read("/inzicht/2024/vraag/3A2/duiding", "monitoring", 404);
  });

  it("stands beneath a fact as well, and not beneath a group", async () => {
    await send(
      { duiding: "{aantal:jeugdwet} van de {n}, {deel:jeugdwet}." },
      "monitoring",
      303,
      "/inzicht/2024/vraag/3A2/duiding",
    );
    expect(textOf(await read("/inzicht/2024/vraag/3A2"))).toContain("7 van de 20 , 35 % .");
    expect(await read("/inzicht/2024/vraag/3A2?wet=wmo")).not.toContain('id="duiding"');
  });
});
