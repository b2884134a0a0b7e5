import { countOf, formatNumber } from "../web/ui/dutch.ts";
import { type ItemReleased, type RoundReleased, releaseRound } from "./insights/release-job.ts";
import { loadSolver } from "./insights/solver.ts";
import type { ItemMatched } from "./insights/trend-matched-job.ts";
import { CannotStart, nodeSettings, openDatabase } from "./starting.ts";

/**
 * `npm run vrijgeven -- 2024`: makes the figures of the confidential questions of a published round. Settings
 * as those of the server. Ends with 0 when every figure stands, 1 when it cannot start, 2 when there is nothing
 * to release, 3 when a question failed its check and was not stored.
 */

const NOTHING: Record<Extract<RoundReleased, { ok: false }>["because"], string> = {
  no_round: "Er is geen ronde van dat jaar.",
  not_published: "Deze ronde is nog niet gepubliceerd. Cijfers komen vrij bij de publicatie.",
  too_few: "Er tellen minder dan 5 organisaties mee. Dan geven we geen cijfers vrij.",
};

const MATCHED: Record<ItemMatched["outcome"], string> = {
  made: "vergeleken met een andere ronde",
  stands: "staat er al",
  apart: "niet te vergelijken, want de vraag was anders",
  refused: "NIET bewaard, de controle vond: ",
};

const yearGiven = (text: string | undefined): number => {
  if (/^\d{4}$/.test(text ?? "")) return Number(text);
  throw new CannotStart(["Noem het jaar van de ronde, bijvoorbeeld: npm run vrijgeven -- 2024"]);
};

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

function wordsOf({ outcome, account, problems }: ItemReleased): string {
  if (outcome === "stands") return "staat er al";
  if (outcome === "not_coded") return "wacht, want de antwoorden zijn nog niet in thema's verdeeld";
  if (outcome === "refused") return `NIET bewaard, de controle vond: ${problems.join("; ")}`;
  if (!account) return "vrijgegeven";
  return `${formatNumber(sum(account.kept))} van ${countOf(sum(account.offered), "cijfer", "cijfers")} vrijgegeven`;
}

/** Only what the database itself said: the layers above it repeat the statement, answers and secret included. */
function deepestReason(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.cause instanceof Error ? deepestReason(fault.cause) : fault.message;
}

async function run(): Promise<number> {
  const year = yearGiven(process.argv[2]);
  const db = openDatabase(nodeSettings());
  try {
    const solver = await loadSolver().catch((fault) => {
      throw new CannotStart([`De oplosser start niet, dus er komt niets vrij: ${fault}`]);
    });
    let startedAt = performance.now();
    const released = await releaseRound(db, year, {
      solver,
      now: Date.now,
      reportMatch({ concept, outcome, problems }) {
        console.log(`Dezelfde organisaties, ${concept}: ${MATCHED[outcome]}${problems.join("; ")}`);
      },
      report(item, { nth, of }) {
        const seconds = Math.round((performance.now() - startedAt) / 1000);
        startedAt = performance.now();
        console.log(`${nth} van ${of}: ${item.concept} ${item.shortName}: ${wordsOf(item)} (${seconds} s)`);
      },
    });
    if (!released.ok) {
      console.error(NOTHING[released.because]);
      return 2;
    }
    const { edition, organisations, waiting, items, matches } = released;
    console.log(
      `Ronde ${year}, versie ${edition}: ${countOf(organisations, "organisatie", "organisaties")}.`,
    );
    if (waiting > 0)
      console.log(`Laat getekend en nog niet meegeteld: ${waiting}. Bij 5 komt een nieuwe versie.`);
    return [...items, ...matches].some(({ outcome }) => outcome === "refused") ? 3 : 0;
  } finally {
    db.$client.close();
  }
}

// Made beside a server, it stops with that server, also when the server could not say so.
process.once("disconnect", () => process.exit(1));
process.channel?.unref();

try {
  process.exitCode = await run();
} catch (fault) {
  if (fault instanceof CannotStart) for (const sentence of fault.sentences) console.error(sentence);
  else
    console.error(
      `De vrijgave stopte: ${deepestReason(fault)}. Wat al bewaard is, blijft. Start haar opnieuw.`,
    );
  process.exitCode = 1;
}
