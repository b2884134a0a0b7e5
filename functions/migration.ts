import { CannotStart, nodeSettings, prepareDatabase } from "./starting.ts";

/** `npm run db:migrate`: brings the database that the settings name up to date, before a deployment. */
try {
  const settings = nodeSettings();
  if (!settings.databaseUrl)
    throw new CannotStart([
      "Zet DATABASE_URL en DATABASE_TOKEN op de database die bijgewerkt moet worden.",
      "Een eigen bestand heeft dit niet nodig: dat wordt bij elke start bijgewerkt.",
    ]);
  const { db, migrations } = await prepareDatabase(settings);
  db.$client.close();
  console.log(`Database: ${settings.databaseUrl}`);
  console.log(
    migrations.length > 0 ? `Nieuwe migraties: ${migrations.join(", ")}` : "Het schema was al bijgewerkt.",
  );
  console.log("De registers (gemeenten, keuzelijsten, vragenlijst, thema's) zijn bijgewerkt.");
} catch (fault) {
  if (!(fault instanceof CannotStart)) throw fault;
  for (const sentence of fault.sentences) console.error(sentence);
  process.exitCode = 1;
}
