import type { OpenedTo } from "../../functions/insights/gate/known.ts";
import { matched } from "../../functions/insights/gate/matched.ts";
import type { MatchedSide } from "../../functions/insights/gate/matched-request.ts";
import type { Solver } from "../../functions/insights/gate/program.ts";
import { seededRandom } from "../../functions/insights/gate/random.ts";
import { recheck } from "../../functions/insights/gate/recheck.ts";
import { type Supplement, supplemented } from "../../functions/insights/gate/supplement.ts";
import type { Association, Mix, Prevalence } from "./associations.ts";
import { answersOf } from "./associations.ts";
import { agrees, questionsAbout, wander } from "./attacker.ts";
import { releaseOf, seenOn, truthOf } from "./attacker-campaign.ts";
import { type Statement, statementsFrom } from "./attacker-model.ts";
import { drawTwoRounds, type TwoRounds } from "./two-rounds.ts";

/** What two rounds together give away: of nobody, or of who. Answers by round and organisation. */
export interface JointFindings {
  outsider: string[];
  /** `knower: answer`, for who knows all of its own answers */
  insiders: string[];
  undecided: number;
  solves: number;
}

export interface MatchedEncounter {
  name: string;
  /** against both releases with the figures of who took part in both */
  gate: JointFindings;
  /** answers that an outsider determines when those figures are exact, with at least 5 organisations */
  naive: number;
  problems: string[];
  /** of each round: what subtraction leaves anyhow, and what the figure leaves; in counts, ends included */
  widths: { isNeeded: boolean; isShown: boolean; before: number; after: number }[];
}

interface Round {
  association: Association;
  statements: Statement[];
  matched: { exact: Statement; shown: Statement[] };
  opened: Opened;
}

/** To whom organisations opened their answer in one round. */
export type Opened = Readonly<Record<string, OpenedTo>>;

const READERS = ["public", "members", "learning_group"] as const;

/** What somebody knows beside all figures. */
interface Reading {
  /** answers that were opened to this reader; null: none */
  reader: OpenedTo | null;
  /** pairs of organisations that went on as one, which knows the answers of both */
  merged: readonly (readonly [string, string])[];
}

const NOTHING: Reading = { reader: null, merged: [] };

/** Draws two rounds, releases both and what they share, and attacks all of it together. */
export function matchedEncounter(
  seed: number,
  mix: Mix,
  prevalence: Prevalence,
  turnover: number,
  solver: Solver,
): MatchedEncounter {
  const rounds = drawTwoRounds(seed, mix, prevalence, turnover);
  const { played, made, before, after } = playedOf(rounds, [{}, {}], solver);
  const gate = attackShown(played);
  const naive = attackBoth(played, ({ statements, matched }) => [...statements, matched.exact], false);
  return {
    name: `${mix}, ${prevalence}, seed ${seed}, turnover ${turnover}`,
    gate,
    naive: naive.outsider.length,
    problems: [
      ...recheck(supplemented(before.release, [made.before])),
      ...recheck(supplemented(after.release, [made.after])),
    ],
    widths: [made.before, made.after].map(widthsOf),
  };
}

/** Releases two rounds, with what was opened in each, and what they share. */
export function playedOf(
  rounds: TwoRounds,
  [openedBefore, openedAfter]: readonly [Opened, Opened],
  solver: Solver,
) {
  const before = sideOf(rounds.before, "2028", openedBefore, solver);
  const after = sideOf(rounds.after, "2026", openedAfter, solver);
  const made = matched({ item: "wachtlijst", before, after, earlier: [], solver, chance: 0 });
  const both = rounds.before.organisations.filter((id) => rounds.after.organisations.includes(id));
  const played = [
    roundOf(rounds.before, before, made.before, both),
    roundOf(rounds.after, after, made.after, both),
  ];
  return { played, made, before, after };
}

/** What a reader of all that is shown of two rounds determines: an outsider, and everybody who knows its own answers. */
export const attackShown = (played: readonly Round[], reading: Reading = NOTHING): JointFindings =>
  attackBoth(played, ({ statements, matched }) => [...statements, ...matched.shown], true, reading);

function sideOf(association: Association, other: string, opened: Opened, solver: Solver): MatchedSide {
  const answers = answersOf(association);
  return {
    release: releaseOf(association, solver, { chance: 0, opened }),
    support: { kind: "yes_no", option: "yes", of: ["yes"] },
    answers: Object.fromEntries(association.organisations.map((id) => [id, answers[id] ?? []])),
    opened,
    filter: { attribute: "deelname", value: other },
    secretSeed: "geheim",
  };
}

function roundOf(
  association: Association,
  side: MatchedSide,
  added: Supplement,
  both: readonly string[],
): Round {
  const { organisations, attributes, yes } = association;
  const who = both.map((id) => organisations.indexOf(id));
  const count = both.filter((id) => yes.has(id)).length;
  const cells = added.strands.flatMap((strand) => strand.cells);
  return {
    association,
    opened: side.opened,
    statements: statementsFrom(seenOn(side.release), attributes, organisations),
    matched: {
      exact: { who, least: count, most: count },
      shown: cells.flatMap(({ shown }) => (shown ? [{ who, least: shown.low, most: shown.high }] : [])),
    },
  };
}

function widthsOf({ strands: [strand] }: Supplement) {
  const [said, shown] = [strand!.said[0]!, strand!.cells[0]?.shown];
  const width = (low: number, high: number) => high - low + 1;
  return {
    isNeeded: strand!.cells.length > 0,
    isShown: Boolean(shown),
    before: width(said.low, said.high),
    after: width(Math.max(said.low, shown?.low ?? 0), Math.min(said.high, shown?.high ?? said.high)),
  };
}

/**
 * Attacks two rounds as one set of unknowns: whatever sheets of both rounds agree with all figures of both. An
 * insider knows every answer of its own, in each round it took part in.
 */
function attackBoth(
  rounds: readonly Round[],
  saidIn: (round: Round) => Statement[],
  insiders: boolean,
  { reader, merged }: Reading = NOTHING,
): JointFindings {
  const from = [0, rounds[0]!.association.organisations.length];
  const names = rounds.flatMap(({ association }, nth) =>
    association.organisations.map((id) => `${nth === 0 ? "before" : "after"} ${id}`),
  );
  const truth = rounds.flatMap(({ association }) => truthOf(association)).map(Number);
  const statements = rounds.flatMap((round, nth) =>
    saidIn(round).map(({ who, ...said }) => ({ ...said, who: who.map((at) => at + from[nth]!) })),
  );
  const reach = reader === null ? -1 : READERS.indexOf(reader);
  const known = rounds.flatMap(({ association, opened }) =>
    association.organisations.map((id) => opened[id] !== undefined && READERS.indexOf(opened[id]) <= reach),
  );
  for (const [at, isKnown] of known.entries())
    if (isKnown) statements.push({ who: [at], least: truth[at]!, most: truth[at]! });
  const ids = [...new Set(rounds.flatMap(({ association }) => association.organisations))];
  const owned = ids.map((id) =>
    rounds.flatMap(({ association }, nth) =>
      [id, ...merged.flatMap(([stays, went]) => (stays === id ? [went] : []))].flatMap((each) => {
        const at = association.organisations.indexOf(each);
        return at < 0 ? [] : [at + from[nth]!];
      }),
    ),
  );
  const readers = [[], ...(insiders ? owned : [])].map((own) => ({
    own,
    seen: new Uint8Array(2 * truth.length),
  }));
  const visit = (sheet: readonly number[]) => {
    for (const { own, seen } of readers)
      if (own.every((at) => sheet[at] === truth[at]))
        for (const [at, value] of sheet.entries()) seen[2 * at + value] = 1;
  };
  const random = seededRandom(statements.length * 31 + truth.length);
  wander(statements, truth, insiders ? 60_000 : 4_000, random, visit);
  const solver = questionsAbout(statements, truth.length);
  const findings: JointFindings = { outsider: [], insiders: [], undecided: 0, solves: 0 };
  for (const [nth, { own, seen }] of readers.entries())
    for (const at of truth.keys()) {
      const value = 1 - truth[at]!;
      if (known[at] || own.includes(at) || seen[2 * at + value]) continue;
      findings.solves += 1;
      const fixed: [number, number][] = [
        [at, value],
        ...own.map((each): [number, number] => [each, truth[each]!]),
      ];
      const lean = truth.map((mine, other) => (seen[2 * other + 1 - mine] ? mine : 1 - mine));
      const outcome = solver.ask(fixed, lean);
      if (outcome === "unknown") findings.undecided += 1;
      else if (outcome === "none") {
        if (nth === 0) findings.outsider.push(names[at]!);
        else findings.insiders.push(`${ids[nth - 1]}: ${names[at]}`);
      } else if (!agrees(outcome, statements))
        throw new Error("The solver's sheet does not agree with the figures");
      else {
        visit(outcome);
        wander(statements, outcome, 400, random, visit);
      }
    }
  solver.close();
  return findings;
}
