import { asc, isNotNull } from "drizzle-orm";
import { association } from "../db/schema/accounts.ts";
import { people } from "../db/schema/people.ts";
import { paths } from "../web/paths.ts";
import type { Started } from "./starting.ts";

/** What the terminal says once the server listens: the address, and how to get in. */
export async function welcome({ platform, db }: Started): Promise<string> {
  const { settings, version } = platform;
  const address = `http://localhost:${settings.port}`;
  const [[found], persons] = await db.batch([
    db.select({ name: association.name }).from(association),
    db
      .select({ name: people.name, key: people.demoKey })
      .from(people)
      .where(isNotNull(people.demoKey))
      .orderBy(asc(people.name)),
  ]);
  const lines = [`Wijkteamplein ${version} staat klaar op ${address}`];
  if (settings.isDemo) {
    lines.push("Dit is de demo: zij is alleen vanaf deze machine te bereiken en verstuurt geen mail.");
    if (persons.length > 0) lines.push(`Log in met één knop op ${address}${paths.signIn()}, als:`);
    for (const { name, key } of persons) lines.push(`  ${(key ?? "").padEnd(14)}${name}`);
    lines.push(`Verstuurde mail staat op ${address}${paths.demoMail()}`);
  } else if (!found) {
    lines.push(`Er is nog geen vereniging. Richt haar in op ${address}${paths.setUp()}`);
    lines.push(`De code daarvoor is: ${settings.setUpCode}`);
  } else lines.push(`${found.name}: inloggen op ${address}${paths.signIn()}`);
  if (!settings.isDemo && !settings.origin)
    lines.push("Let op: ORIGIN ontbreekt. Zonder staat er in inlogmail geen link, alleen een code.");
  if (!settings.isDemo && !platform.mail)
    lines.push("Let op: SMTP_URL ontbreekt, dus er gaat geen mail weg. Ook inlogcodes blijven liggen.");
  return [...lines, "Stoppen: Ctrl+C"].join("\n");
}
