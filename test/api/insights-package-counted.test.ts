import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { packageOf, rowsIn, seedPackedRound, textIn, unpacking } from "../support/year-package.ts";

let database: TemporaryDatabase;
const { unpacked, recounted } = unpacking();

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await seedPackedRound(database.db);
});
afterAll(() => database.close());

const made = () => packageOf(database.db, null);
async function files(): Promise<Record<string, Uint8Array>> {
  const result = await made();
  if (!result.ok) throw new Error(result.because);
  return result.files;
}

describe("released figures in the year package", () => {
  it("has every shown figure counted again from the answers, and says how many, never which answer", async () => {
    const result = await made();
    expect(result).toMatchObject({ ok: true, counted: 16, otherwise: 0 });
    const all = await files();
    expect(rowsIn(textIn(all["data/alleen-geteld/nageteld.csv"])).slice(1)).toEqual([
      ["4A1", "Buurt versterken", "1", "12", "0"],
      ["4C1", "Helpende factoren", "1", "4", "0"],
    ]);
    await unpacked(all);
    expect((await recounted()).said).toContain(
      "Vertrouwelijk: 16 getoonde cijfers bij het maken geteld uit de antwoorden zelf.",
    );
  });

  it.each([
    ["a count", "shown", `{"kind":"exact","low":12,"high":12,"count":12}`, "4-5"],
    ["the size of a group", "size", 19, "3"],
    [
      "how often a theme was named",
      "shown",
      `{"kind":"exact","low":15,"high":15,"count":15,"mentions":15}`,
      "visie",
    ],
  ])("says it when %s in the database is not what the answers say", async (_, column, value, option) => {
    const where = `filter_key = 'alle' and option = '${option}'`;
    const [before] = (await database.db.$client.execute(`select ${column} from release_cells where ${where}`))
      .rows;
    const put = (to: unknown) =>
      database.db.$client.execute({
        sql: `update release_cells set ${column} = ? where ${where}`,
        args: [to as string],
      });
    await put(value);
    expect(await made()).toMatchObject({ counted: 16, otherwise: 1 });
    await unpacked(await files());
    const { code, said } = await recounted();
    expect(said).toContain("bij het maken anders geteld: 1");
    expect(code).toBe(1);
    await put(before?.[column]);
    expect(await made()).toMatchObject({ otherwise: 0 });
  });

  it("finds a figure that was added after it was counted", async () => {
    const all = await files();
    const path = "data/alleen-geteld/nageteld.csv";
    await unpacked({ ...all, [path]: new TextEncoder().encode(textIn(all[path]).replace(";12;0", ";11;0")) });
    const { code, said } = await recounted();
    expect(said).toContain("4A1: 11 nageteld, 12 getoond");
    expect(code).toBe(1);
  });
});
