import type { Sheet } from "../http/spreadsheet.ts";
import { type ApiCellRow, shownIn } from "./api-queries.ts";
import type { Release } from "./gate/released.ts";
import type { Proof } from "./release-item.ts";
import { HIGH_STEPS } from "./release-support.ts";

/** The newest edition of one question with the answers that it counted. */
interface CountedProof {
  concept: string;
  edition: number;
  proof: Pick<Proof, "answers" | "mentions" | "parts">;
}

/** Of one question: how many released figures were counted again, and how many came out otherwise. */
interface CountedAgain {
  concept: string;
  edition: number;
  counted: number;
  otherwise: number;
}

/**
 * Counts every shown figure of a confidential question again, out of the answers that stood still when it was
 * released: its group, its count, and how often a theme was named. Only how many agree leaves this file.
 */
export function countedAgain(cells: readonly ApiCellRow[], proofs: readonly CountedProof[]): CountedAgain[] {
  const byConcept = Map.groupBy(cells, ({ concept }) => concept);
  return [...byConcept].map(([concept, own]) => {
    const edition = own[0]?.edition ?? 0;
    const kept = proofs.find((each) => each.concept === concept && each.edition === edition);
    const shown = own.filter((cell) => cell.shown !== null);
    const agree = shown.filter((cell) => kept !== undefined && agrees(cell, kept.proof));
    return { concept, edition, counted: shown.length, otherwise: shown.length - agree.length };
  });
}

function agrees(cell: ApiCellRow, { answers, mentions, parts }: CountedProof["proof"]): boolean {
  const shown = shownIn(cell);
  const members = membersOf(cell, parts);
  if (!shown || !members) return false;
  const counts: readonly string[] = cell.option === HIGH_STEPS.option ? HIGH_STEPS.of : [cell.option];
  const count = members.filter((id) => answers[id]?.some((chosen) => counts.includes(chosen))).length;
  const named = Object.values(mentions ?? {}).reduce((sum, of) => sum + (of[cell.option] ?? 0), 0);
  return (
    members.length === cell.size &&
    count >= shown.low &&
    count <= shown.high &&
    (shown.count === undefined || shown.count === count) &&
    (shown.mentions === undefined || shown.mentions === named)
  );
}

/** Who was in the group of a figure, as its release kept it. */
function membersOf({ filterKey, option }: ApiCellRow, parts: readonly Release[]): string[] | null {
  for (const { strands, organisations } of parts)
    for (const { cells } of strands)
      for (const cell of cells)
        if (cell.key === filterKey && cell.option === option)
          return cell.members.map((member) => organisations[member] ?? "");
  return null;
}

/** The outcome as a sheet: a row a question, numbers of figures only. */
export const countedSheet = (lines: readonly CountedAgain[], nameOf: (concept: string) => string): Sheet => ({
  fileName: "nageteld",
  columns: [
    { label: "vraag", kind: "text" },
    { label: "naam", kind: "text" },
    { label: "versie", kind: "number" },
    { label: "nageteld", kind: "number" },
    { label: "anders", kind: "number" },
  ],
  rows: lines.map(({ concept, edition, counted, otherwise }) => [
    concept,
    nameOf(concept),
    edition,
    counted,
    otherwise,
  ]),
});
