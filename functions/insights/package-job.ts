import type { Database } from "../../db/client.ts";
import { association } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { apiFigures, apiSizes } from "./api-answer.ts";
import { cellsOfRound, sizesOfRound } from "./api-queries.ts";
import { mediansOf, talliesOf } from "./fact-queries.ts";
import { asCounted, storedFacts } from "./fact-stored-queries.ts";
import { packageFiles } from "./package.ts";
import { countedAgain, countedSheet } from "./package-counted.ts";
import { factCounts } from "./package-facts.ts";
import { openedSheet } from "./package-opened.ts";
import { keptProofs } from "./package-proof-queries.ts";
import * as packageQueries from "./package-queries.ts";
import { choiceLabels, itemsOf, roundOf, themesOf } from "./queries.ts";
import { accountRound, matchAccounts, releaseAccounts } from "./release-account-queries.ts";
import { accountLines, accountSheet, matchLines } from "./release-lines.ts";
import { factsFile } from "./research-data.ts";
import { researchAnswers, researchMembers, researchPlaces } from "./research-queries.ts";

export interface PackageWishes {
  year: number;
  /** number of a use statement; null for a package without separate answers */
  statement: string | null;
  /** milliseconds since 1970, UTC */
  now: number;
  origin: string;
  /** the program that counts again, as text */
  recount: string;
}

export type PackageMade =
  | {
      ok: true;
      files: Record<string, Uint8Array>;
      until: string | null;
      /** released figures that were counted again out of the answers, and how many came out otherwise */
      counted: number;
      otherwise: number;
    }
  | { ok: false; because: "no_round" | "no_statement" };

const EVERYBODY = "alle";

/** Makes the files of a year package, and notes in the log that it did. */
export async function makePackage(db: Database, wishes: PackageWishes): Promise<PackageMade> {
  const { year, now } = wishes;
  const group = { year, version: null, filters: [] };
  const [
    associations,
    rounds,
    items,
    choices,
    themes,
    cells,
    stored,
    tallied,
    countedMedians,
    proofs,
    sizes,
  ] = await db.batch([
    db.select().from(association),
    roundOf(db, year),
    itemsOf(db, year, null),
    choiceLabels(db),
    themesOf(db, year, null),
    cellsOfRound(db, year),
    storedFacts(db, year, null, null, [EVERYBODY]),
    talliesOf(db, group, null),
    mediansOf(db, group, null),
    keptProofs(db, year),
    sizesOfRound(db, { year, concept: null, edition: null }),
  ]);
  const round = rounds[0];
  if (round?.state !== "published") return { ok: false, because: "no_round" };
  const separate = await separateAnswers(db, wishes);
  if (!separate) return { ok: false, because: "no_statement" };
  const lists = { items, choices, themes };
  const facts = asCounted(stored, EVERYBODY);
  const { statement, opened, account } = separate;
  const sheetOf = (tier: packageQueries.OpenedRow["consent"]) =>
    statement && openedSheet(tier, opened, lists, statement.secret);
  const again = countedAgain(
    cells,
    proofs.map(({ concept, edition, body }) => ({ concept, edition, proof: JSON.parse(body) })),
  );
  const files = packageFiles({
    association: associations[0]?.name ?? "Wijkteamplein",
    address: `${wishes.origin}${paths.insight(year)}`,
    madeAt: now,
    round,
    ...lists,
    figures: apiFigures(cells, lists),
    sizes: apiSizes(sizes, lists),
    facts: factCounts(items, lists, [...facts.tallies, ...tallied], [...facts.medians, ...countedMedians]),
    account,
    counted: countedSheet(
      again,
      (concept) => items.find((item) => item.concept === concept)?.shortName ?? "",
    ),
    recount: wishes.recount,
    statement,
    data: statement && factsFile({ round, ...lists, ...separate }, statement.secret),
    opened: {
      public: sheetOf("public"),
      members: sheetOf("members"),
      learning_group: sheetOf("learning_group"),
    },
  });
  await packageQueries.packageNoted(db, now, year, statement ?? undefined);
  const sum = (of: "counted" | "otherwise") => again.reduce((all, line) => all + line[of], 0);
  return {
    ok: true,
    files,
    until: statement?.validUntil ?? null,
    counted: sum("counted"),
    otherwise: sum("otherwise"),
  };
}

/** What a statement opens, and the account; null when the statement that was named does not hold. */
async function separateAnswers(db: Database, { year, statement: id, now }: PackageWishes) {
  const [statements, members, places, answers, opened, accounts, accountRounds, matches] = await db.batch([
    packageQueries.lastingStatement(db, year, id ?? "", dayInAmsterdam(now)),
    researchMembers(db, year, "facts"),
    researchPlaces(db, year, "facts"),
    researchAnswers(db, year, "facts"),
    packageQueries.openedAnswers(db, year),
    releaseAccounts(db, year),
    accountRound(db, year),
    matchAccounts(db, year),
  ]);
  const statement = statements[0] ?? null;
  const [row] = accountRounds;
  if (!row || (id !== null && !statement)) return null;
  const { lines, sums } = accountLines(accounts, row);
  const account = accountSheet(row, lines, sums, matchLines(matches));
  return { statement, members, places, answers, opened, account };
}
