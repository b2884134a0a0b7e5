import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { countOf, dayInAmsterdam } from "../web/ui/dutch.ts";
import { makePackage } from "./insights/package-job.ts";
import { CannotStart, nodeSettings, openDatabase } from "./starting.ts";

/**
 * `npm run jaarpakket -- 2024`: writes jaarpakket/jaarpakket-2024.zip. With the number of a use statement that
 * lasts behind it, also what was opened, under codes. Settings as those of the server. A page could not make it:
 * at the edge a request has ten milliseconds. Ends with 0; 1 when it cannot start, 2 when there is nothing to make,
 * 3 when a released figure came out otherwise when it was counted again.
 */

const DIRECTORY = "jaarpakket";

const BECAUSE = {
  no_round: "Er is geen gepubliceerde ronde van dat jaar.",
  no_statement: "Die verklaring is er niet, is beëindigd of liep af. Onderteken een nieuwe bij Onderzoek.",
} as const;

async function run(): Promise<number> {
  const [yearText = "", statement = null] = process.argv.slice(2);
  if (!/^\d{4}$/.test(yearText))
    throw new CannotStart(["Noem het jaar van de ronde, bijvoorbeeld: npm run jaarpakket -- 2024"]);
  const settings = nodeSettings();
  const db = openDatabase(settings);
  try {
    const made = await makePackage(db, {
      year: Number(yearText),
      statement,
      now: Date.now(),
      origin: settings.origin ?? `http://localhost:${settings.port}`,
      recount: readFileSync(new URL("./insights/package-recount.mjs", import.meta.url), "utf8"),
    });
    if (!made.ok) {
      console.error(BECAUSE[made.because]);
      return 2;
    }
    mkdirSync(DIRECTORY, { recursive: true });
    const path = join(DIRECTORY, `jaarpakket-${yearText}.zip`);
    writeFileSync(path, zipSync(made.files, { level: 9 }));
    console.log(`${path}: ${countOf(Object.keys(made.files).length, "bestand", "bestanden")}.`);
    console.log(`${made.counted} vrijgegeven cijfers opnieuw geteld, ${made.otherwise} anders.`);
    if (!statement) console.log("Zonder verklaring: alleen getelde cijfers, geen losse antwoorden.");
    else console.log(`Losse antwoorden onder code. Wis ze na ${dayInAmsterdam(`${made.until}T12:00:00Z`)}.`);
    return made.otherwise > 0 ? 3 : 0;
  } finally {
    db.$client.close();
  }
}

try {
  process.exitCode = await run();
} catch (fault) {
  if (fault instanceof CannotStart) for (const sentence of fault.sentences) console.error(sentence);
  // Only the kind: what the database says may repeat a statement with all that it carried.
  else console.error(`Het jaarpakket is niet gemaakt: ${fault instanceof Error ? fault.name : "onbekend"}.`);
  process.exitCode = 1;
}
