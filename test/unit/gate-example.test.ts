import { expect, test } from "vitest";
import { exampleAttack } from "../../functions/insights/example-attack.ts";
import { cellKey } from "../../functions/insights/gate/cells.ts";
import { phrase } from "../../functions/insights/gate/display.ts";
import { publicCells } from "../../functions/insights/gate/public-cells.ts";
import { release } from "../../functions/insights/gate/release.ts";
import { loadSolver } from "../../functions/insights/solver.ts";

/** The page that explains the rules works its example out by trying all sheets; the gate itself shows the same. */
test("the example of the explanation shows what the gate shows of the same twelve teams", async () => {
  const { teams, cells } = exampleAttack();
  const ids = teams.map((_, at) => `team-${String(at).padStart(2, "0")}`);
  const saysYes = [0, 2, 4, 5, 6, 7, 9, 11];
  const attribute = (key: "size" | "region", values: readonly string[]) => ({
    key,
    isSingle: true,
    values,
    of: Object.fromEntries(ids.map((id, at) => [id, [teams[at]![key]]])),
  });
  const made = release({
    item: "voorbeeld",
    support: { kind: "yes_no", option: "ja", of: ["ja"] },
    answers: Object.fromEntries(ids.map((id, at) => [id, saysYes.includes(at) ? ["ja"] : []])),
    attributes: [attribute("size", ["groot", "klein"]), attribute("region", ["west", "oost"])],
    secretSeed: "geheim",
    solver: await loadSolver(),
    chance: 0,
  });
  const keys = [
    cellKey([]),
    ...["size=groot", "size=klein", "region=west", "region=oost"],
    cellKey([
      { attribute: "size", value: "groot" },
      { attribute: "region", value: "west" },
    ]),
  ];
  const shown = new Map(publicCells(made).map((cell) => [cell.key, cell.shown && phrase(cell.shown)]));
  expect(keys.map((key) => shown.get(key))).toEqual(cells.map((cell) => cell.shown));
  expect(cells[0]?.count).toBe(saysYes.length);
});
