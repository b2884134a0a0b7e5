import { afterEach, beforeEach, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let app: TestApp;
beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

it("the figure on the home page counts the same organisations as its own page: late ones wait", async () => {
  await seedRoundOf2024(database.db);
  const teams = await seedTeams(database.db, 12);
  const [system] = (
    await database.db.$client.execute(
      "select code, label from choices where list = 'process_systems' limit 1",
    )
  ).rows;
  const signed = (from: number, to: number, signedAt: string) =>
    teams.slice(from, to).map((member) => ({
      member,
      signedAt,
      answers: { "3D1": { choices: [String(system?.code)] } },
    }));
  const said = async () => textOf(await (await app.get("/", "editor")).text());
  const same = async (count: number) => {
    expect(textOf(await (await app.get("/inzicht/2024/vraag/3D1", "editor")).text())).toContain(
      `${count} van de ${count} organisaties kiezen`,
    );
  };
  await seedResponses(database.db, signed(0, 6, "2024-07-01T10:00:00Z"));
  const before = await said();
  expect(before).toContain(String(system?.label));
  await seedResponses(database.db, signed(6, 10, "2025-02-01T10:00:00Z"));
  expect(await said()).toBe(before);
  await same(6);
  await seedResponses(database.db, signed(10, 11, "2025-02-02T10:00:00Z"));
  expect(await said()).not.toBe(before);
  await same(11);
});
