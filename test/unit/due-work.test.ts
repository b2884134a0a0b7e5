import { expect, test } from "vitest";
import { eachInTurn } from "../../functions/http/due-work.ts";

test("a row that fails keeps no row behind it waiting, and the first fault is told at the end", async () => {
  const handled: string[] = [];
  const handle = async (row: string) => {
    if (row.startsWith("broken")) throw new Error(row);
    handled.push(row);
  };
  await expect(eachInTurn(["a", "broken 1", "b", "broken 2", "c"], handle)).rejects.toThrow("broken 1");
  expect(handled).toEqual(["a", "b", "c"]);
  await expect(eachInTurn([], handle)).resolves.toBeUndefined();
});
