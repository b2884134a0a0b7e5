import type { ReturnedView } from "../../web/questionnaires/returned.tsx";
import { outcomeOf } from "./return-policy.ts";
import type { ReturnRow } from "./return-queries.ts";

/** The rows as pages show them, each with what became of it. */
export const returnedViews = (rows: readonly ReturnRow[]): ReturnedView[] =>
  rows.map((row) => ({ ...row, outcome: outcomeOf(row) }));
