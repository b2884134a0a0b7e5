import { countOf } from "../web/ui/dutch.ts";
import { CannotStart, nodeSettings, openDatabase } from "./starting.ts";
import { type ExchangeMade, makeExchange } from "./visits/exchange-job.ts";

/**
 * `npm run ruilbeurs -- 2026`: divides all open requests over the hosts, however many there are, and stores that as
 * proposals. Settings as those of the server. Ends with 0 when the proposals stand, 1 when it cannot start, 2 when
 * there is nothing to do.
 */

const NOTHING: Record<Extract<ExchangeMade, { ok: false }>["because"], string> = {
  exists: "De ruilbeurs van dit jaar staat er al. Er is niets veranderd.",
  nothing_open: "Er staat geen vraag open. Er valt niets te verdelen.",
  too_many: "Er staan meer vragen of aanbiedingen open dan in één keer te verdelen zijn.",
};

async function run(): Promise<number> {
  const given = process.argv[2] ?? "";
  if (!/^\d{4}$/.test(given))
    throw new CannotStart(["Noem het jaar, bijvoorbeeld: npm run ruilbeurs -- 2026"]);
  const settings = nodeSettings();
  const db = openDatabase(settings);
  try {
    const made = await makeExchange(
      db,
      Number(given),
      Date.now(),
      settings.origin ?? `http://localhost:${settings.port}`,
    );
    if (!made.ok) {
      console.error(NOTHING[made.because]);
      return 2;
    }
    const placed = made.planned.filter(({ hostMemberId }) => hostMemberId !== null).length;
    console.log(
      `Ruilbeurs ${given}: voorstel voor ${placed} van ${countOf(made.planned.length, "vraag", "vragen")}.`,
    );
    return 0;
  } finally {
    db.$client.close();
  }
}

try {
  process.exitCode = await run();
} catch (fault) {
  if (fault instanceof CannotStart) for (const sentence of fault.sentences) console.error(sentence);
  else
    console.error(
      `De ruilbeurs stopte: ${fault instanceof Error ? fault.name : "onbekend"}. Er is niets bewaard.`,
    );
  process.exitCode = 1;
}
