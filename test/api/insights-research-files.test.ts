import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "../../db/schema/tables.ts";
import { seedResponses } from "../support/answered-round.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import { lateTeams, seedRoundToRelease } from "../support/round-to-release.ts";
import { openSav } from "../support/sav-file.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { csvRows, fileOf, GOOD, ID, STATEMENTS } from "../support/use-statement.ts";

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  teams = await seedRoundToRelease(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const sign = (fields: Record<string, string> = GOOD) => app.post(STATEMENTS, fields, "monitoring");
const logged = async () =>
  (await database.db.select().from(auditEntries)).map(({ action, subject, personId }) => [
    action,
    subject,
    personId,
  ]);

describe("files under code", () => {
  beforeEach(async () => {
    await sign();
  });
  const fetched = async (name: string) => {
    app.roundTrips();
    const answer = await app.get(fileOf(name), "monitoring");
    expect(answer.status, name).toBe(200);
    expect(app.roundTrips()).toBe(1);
    return answer;
  };

  it("hold no name, id or text, and a code that differs between files and statements", async () => {
    const texts = await Promise.all(
      ["antwoorden.csv", "feiten.csv"].map(async (name) => (await fetched(name)).text()),
    );
    for (const text of texts) expect(text).not.toMatch(/kwartel|kwikzilver|lindestad/i);
    const other = "zzzzzzzzzzzzzzzzzzzz";
    await sign({ ...GOOD, verklaring: other });
    const again = await (await app.get(fileOf("antwoorden.csv", other), "monitoring")).text();
    const codes = [...texts, again].map((text) =>
      csvRows(text)
        .slice(1)
        .map(([code]) => code ?? ""),
    );
    expect(codes.map((each) => each.length)).toEqual([20, 20, 20]);
    expect(new Set(codes.flat()).size).toBe(60);
    for (const each of codes) expect(each).toEqual(each.toSorted());
  });

  it("hold the same data as .sav and as CSV, with the same totals as the answers that were given", async () => {
    const rows = csvRows(await (await fetched("antwoorden.csv")).text());
    const [head = [], ...body] = rows;
    const sav = await openSav(new Uint8Array(await (await fetched("antwoorden.sav")).arrayBuffer()));
    expect(sav.meta.sysvars.map(({ name }) => name)).toEqual(head);
    const inSav = (await sav.readAllRows(true)).map((row) =>
      head.map((name) =>
        row[name] === -Number.MAX_VALUE ? "" : String(row[name]).trimEnd().replace(".", ","),
      ),
    );
    expect(inSav).toEqual(body);
    const counts = (name: string) =>
      Object.fromEntries(
        [...Map.groupBy(body, (row) => row[head.indexOf(name)])].map(([key, all]) => [key, all.length]),
      );
    expect(counts("v4a1")).toEqual({ "2": 1, "3": 4, "4": 6, "5": 5, "-8": 1, "-9": 1, "": 2 });
    expect(counts("v4c1_samenwerking")).toEqual({ "0": 11, "1": 9 });
    expect(head).not.toContain("v4c2_visie");
  });

  it("say what every column means, in the order of the file", async () => {
    const [head] = csvRows(await (await fetched("feiten.csv")).text());
    const book = await (await fetched("feiten-codeboek.csv")).text();
    expect(book).toContain("v3a2_jeugdwet;3A2 Jeugdwet;getal;nominaal;");
    expect(
      csvRows(book)
        .slice(1)
        .map(([name]) => name),
    ).toEqual(head);
    const words = await (await fetched("antwoorden-codeboek.md")).text();
    expect(words).toContain("# Codeboek: Vertrouwelijke antwoorden in 2024, onder code");
    expect(words).toContain("- -8: weet ik niet");
  });

  it("are each noted in the log", async () => {
    await fetched("antwoorden.sav");
    await fetched("feiten-codeboek.md");
    expect((await logged()).slice(1)).toEqual([
      ["research_exported", `2024/${ID}/antwoorden.sav`, "monitoring"],
      ["research_exported", `2024/${ID}/feiten-codeboek.md`, "monitoring"],
    ]);
  });

  it("keep a response as it was when it first counted", async () => {
    const before = csvRows(await (await fetched("antwoorden.csv")).text());
    // One signs again after publication and four are new: five late organisations make a new version.
    await database.db.$client.execute(
      "update responses set state = 'superseded' where member_id = 'kwartel-001'",
    );
    const [again = "", ...fresh] = [teams[0], ...teams.slice(20, 24)].flatMap((team) => team ?? []);
    await seedResponses(database.db, [
      ...lateTeams(fresh),
      { member: again, version: 2, signedAt: "2025-03-20T10:00:00Z", answers: { "4A1": { scale: 1 } } },
    ]);
    const after = csvRows(await (await fetched("antwoorden.csv")).text());
    expect(after).toHaveLength(before.length + 4);
    const at = (rows: string[][], name: string) =>
      rows.slice(1).map((row) => row[rows[0]?.indexOf(name) ?? 0]);
    expect(at(after, "v4a1").filter((value) => value === "1")).toEqual([]);
    expect(at(after, "v4a1").filter((value) => value === "5")).toHaveLength(9);
  });

  it("leave out who opened a confidential answer to others: it would name the row", async () => {
    await database.db.$client.execute(
      "update answers set consent = 'public' where response_id like '%kwartel-003-%' and item_id like '%4a1'",
    );
    await database.db.$client.execute(
      "update answers set consent = 'counted_only' where response_id like '%kwartel-004-%' and item_id like '%4a1'",
    );
    const [head, ...rows] = csvRows(await (await fetched("antwoorden.csv")).text());
    expect(rows).toHaveLength(19);
    // The total of 4C1 less these rows would be the closed answer of the one that is left out.
    expect(head).toContain("v4a1");
    expect(head?.filter((name) => name.startsWith("v4c1"))).toEqual([]);
    expect(await (await fetched("antwoorden-codeboek.md")).text()).toContain("Vragen die weg zijn: 4A2");
    expect(csvRows(await (await fetched("feiten.csv")).text())).toHaveLength(1 + 20);
  });

  it("are made no more once somebody opens a first answer after the statement: the missing row would name it", async () => {
    await fetched("antwoorden.csv");
    await database.db.$client.execute(
      `update answers set consent = 'members', saved_at = ${TODAY + 1} where response_id like '%kwartel-003-%' and item_id like '%4a1'`,
    );
    const refused = await app.get(fileOf("antwoorden.csv"), "monitoring");
    expect(refused.status).toBe(404);
    expect(await refused.text()).toContain("Opent een organisatie een antwoord na de eerste verklaring");
    await database.db.$client.execute("update answers set consent = null");
    expect(csvRows(await (await fetched("feiten.csv")).text())).toHaveLength(1 + 20);
  });

  it("close a fact that was opened to fewer people than members", async () => {
    await database.db.$client.execute(
      "update answers set consent = 'learning_group' where response_id like '%kwartel-003-%' and item_id like '%3a2'",
    );
    const text = await (await fetched("feiten.csv")).text();
    expect(text).not.toContain("Roeiboot");
    const [head = [], ...body] = csvRows(text);
    expect(body.filter((row) => row[head.indexOf("v3a2_wmo")] === "-7")).toHaveLength(1);
  });

  it("are not there for fewer than ten organisations", async () => {
    await database.db.$client.execute("delete from codings");
    await database.db.$client.execute("delete from answers where response_id not like '%kwartel-00%'");
    await database.db.$client.execute("delete from responses where id not like '%kwartel-00%'");
    expect((await app.get(fileOf("antwoorden.csv"), "monitoring")).status).toBe(404);
    expect((await logged()).slice(1)).toEqual([]);
    expect((await app.get(fileOf("feiten.csv"), "monitoring")).status).toBe(200);
  });
});
