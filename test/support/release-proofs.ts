import type { Database } from "../../db/client.ts";
import { accountOf } from "../../functions/insights/release-account.ts";
import { type HandCell, SCALE_CELLS, THEME_CELLS } from "./released-round.ts";

const upTo = (n: number) => Array.from({ length: n }, (_, at) => at);

/** What the gate keeps beside SCALE_CELLS of 4A1 and THEME_CELLS of 4C1: answers and groups that give these figures. */
export async function seedProofs(db: Database): Promise<void> {
  const steps = [..."44444455555", ..."3333", "1", "2", "weet-niet", "nvt", "leeg"];
  await seedProof(db, "4A1", SCALE_CELLS, (at) => [steps[at] ?? ""], {
    alle: upTo(20),
    "grootte=groot": [...upTo(7), 11, 12, 13, 14, 15],
    "grootte=klein": [16, 17, 18, 19, 10],
    "landsdeel=west": upTo(9),
    "grootte=groot&landsdeel=west": [0, 1, 2, 3, 11, 12, 13, 14],
    "grootte=groot&landsdeel=zuid": [4, 5, 6, 15, 10],
  });
  const themes = (at: number) => [...(at < 15 ? ["visie"] : []), ...(at < 9 ? ["samenwerking"] : [])];
  const large = upTo(16).slice(4);
  await seedProof(db, "4C1", THEME_CELLS, themes, { alle: upTo(20), "grootte=groot": large });
}

/** Everybody's answer, and who is in which group. */
async function seedProof(
  db: Database,
  concept: string,
  cells: readonly HandCell[],
  answerOf: (at: number) => string[],
  groups: Record<string, readonly number[]>,
): Promise<void> {
  const organisations = upTo(20).map((at) => `organisatie-${at}`);
  const kept = cells.map(([key, option]) => ({ key, option, members: groups[key] }));
  const body = {
    account: accountOf([]),
    answers: Object.fromEntries(organisations.map((id, at) => [id, answerOf(at)])),
    parts: [{ organisations, strands: [{ cells: kept }] }],
  };
  await db.$client.execute({
    sql: "insert into release_proofs (release_id, body) values (?, ?)",
    args: [`round-2024-${concept}-1`, JSON.stringify(body)],
  });
}
