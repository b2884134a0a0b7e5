import {
  type AccountLine,
  type AccountRound,
  type AccountSums,
  accountSentence,
  keptWords,
  type MatchAccount,
  matchCostSentence,
  NO_SUMS_SENTENCE,
  REASON_LABELS,
  waitingSentence,
} from "../../web/insights/release-account.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import type { ReleaseAccount } from "./release-account.ts";
import type { AccountRow, MatchAccountRow } from "./release-account-queries.ts";

/** With fewer gaps by chance than these, too many others would be known to be there for their count. */
const LEAST_BY_CHANCE = 5;

/**
 * The account by question. Reasons and costs come out for the round as a whole only: of one question they would
 * say which of its gaps are there by chance, and a gap that is not tells about its count. As long as questions are
 * added one by one there are no sums either, for from one look to the next they grow by one question's.
 *
 * @param round how many questions it asks
 */
export function accountLines(
  rows: readonly AccountRow[],
  round: { items: number },
): { lines: AccountLine[]; sums: AccountSums | null } {
  const accounts = rows.map((row) => JSON.parse(row.account) as ReleaseAccount);
  const sum = (of: (account: ReleaseAccount) => number) => accounts.reduce((all, each) => all + of(each), 0);
  const lines = rows.map(({ account: _, ...row }, at): AccountLine => {
    const { kept, offered, withheld, margin } = accounts[at] as ReleaseAccount;
    const by = (depth: keyof typeof kept) => ({ kept: kept[depth], offered: offered[depth] });
    const all = Object.values(withheld).reduce((one, other) => one + other, 0);
    return { ...row, totals: by("totals"), one: by("one"), two: by("two"), withheld: all, margin };
  });
  const newest = Math.max(0, ...rows.map(({ edition }) => edition));
  const isWhole = rows.filter(({ edition }) => edition === newest).length >= round.items;
  if (!isWhole || sum(({ withheld }) => withheld.chance) < LEAST_BY_CHANCE) return { lines, sums: null };
  return {
    lines,
    sums: {
      withheld: {
        chance: sum(({ withheld }) => withheld.chance),
        unsafe: sum(({ withheld }) => withheld.unsafe),
        limit: sum(({ withheld }) => withheld.limit),
        solver: sum(({ withheld }) => withheld.solver),
      },
      walks: sum(({ walks }) => walks),
      solves: sum(({ solves }) => solves),
      proofs: sum(({ proofs }) => proofs),
      witnesses: sum(({ witnesses }) => witnesses),
    },
  };
}

/** What comparisons with earlier rounds added, by question; what they cost for the round as a whole. */
export function matchLines(rows: readonly MatchAccountRow[]): MatchAccount {
  const sum = (name: "walks" | "solves" | "proofs") => rows.reduce((all, row) => all + row[name], 0);
  return {
    lines: rows.map(({ concept, shortName, since, both, joined, left, kept, offered }) => ({
      ...{ concept, shortName, since, both, joined, left },
      figures: { kept, offered },
    })),
    cost: { walks: sum("walks"), solves: sum("solves"), proofs: sum("proofs") },
  };
}

/** The account as a sheet, with the sums of the round as explanation. */
export function accountSheet(
  round: AccountRound,
  lines: readonly AccountLine[],
  sums: AccountSums | null,
  matches: MatchAccount,
): Sheet & { notes: SheetNotes } {
  const reasons = (["chance", "unsafe", "limit", "solver"] as const).map((reason): [string, number] => [
    REASON_LABELS[reason],
    sums?.withheld[reason] ?? 0,
  ]);
  const counts = ["Zonder filter", "Eén filter", "Twee filters"].flatMap((label) => [
    { label: `${label}: te zien`, kind: "number" as const },
    { label: `${label}: mogelijk`, kind: "number" as const },
  ]);
  return {
    fileName: `vrijgave-${round.year}`,
    columns: [
      { label: "Vraag", kind: "text" },
      { label: "Onderwerp", kind: "text" },
      { label: "Versie", kind: "number" },
      { label: "Organisaties", kind: "number" },
      ...counts,
      { label: "Verborgen", kind: "number" },
      { label: "Marge", kind: "number" },
      { label: "Vrijgegeven op", kind: "date" },
    ],
    rows: lines.map((line) => [
      line.concept,
      line.shortName,
      line.edition,
      line.organisations,
      ...[line.totals, line.one, line.two].flatMap(({ kept, offered }) => [kept, offered]),
      line.withheld,
      Math.round(line.margin * 10_000) / 10_000,
      dayInAmsterdam(line.releasedAt),
    ]),
    notes: [
      ["Meting", `${round.title} ${round.year}`],
      ["Uitkomst", accountSentence(lines)],
      ["Nog te doen", waitingSentence(round) || "Niets."],
      ...(sums
        ? ([
            ...reasons,
            ["Antwoordbladen gezocht", sums.walks],
            ["Vragen aan de oplosser", sums.solves],
            ["Bewezen dat het niet kan", sums.proofs],
            ["Antwoordbladen bewaard als bewijs", sums.witnesses],
          ] as const)
        : ([["Redenen en kosten", NO_SUMS_SENTENCE]] as const)),
      ...matches.lines.map(({ concept, since, both, figures }): [string, string] => [
        `Verandering ${concept} sinds ${since}`,
        `${both} organisaties in beide rondes, extra cijfers te zien: ${keptWords(figures)}`,
      ]),
      ...(matches.lines.length > 0 && sums
        ? [["Kosten van deze vergelijkingen", matchCostSentence(matches)] as [string, string]]
        : []),
      ["Marge", "Deel van de bewijsbladen waarin het zeldzaamste antwoord van een organisatie staat."],
    ],
  };
}
