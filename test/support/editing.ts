import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "../../db/client.ts";
import { items, questionnaires, rounds, sections } from "../../db/schema/tables.ts";
import { newId } from "../../functions/http/identifiers.ts";
import type { Fields, TestApp } from "./app.ts";

/** The questionnaire that the registry brings. */
export const ANNUAL = "hoe-werken-onze-wijkteams";

/** Copies the annual questionnaire through its form; answers the id of the copy. */
export async function makeCopy(app: TestApp, titel = "Hoe werken onze wijkteams? 2027"): Promise<string> {
  const id = newId();
  const made = await app.post("/vragenlijsten/nieuw", { id, titel, bron: ANNUAL }, "monitoring");
  expect(made.status).toBe(303);
  return id;
}

export async function revisionOf(db: Database, id: string): Promise<number> {
  const [row] = await db.select().from(questionnaires).where(eq(questionnaires.id, id));
  return row?.revision ?? 0;
}

export const itemsOf = (db: Database, id: string) =>
  db.select().from(items).where(eq(items.questionnaireId, id)).orderBy(items.concept);

export const sectionsOf = (db: Database, id: string) =>
  db.select().from(sections).where(eq(sections.questionnaireId, id)).orderBy(sections.position);

/** The question with this code. */
export async function itemOf(db: Database, id: string, concept: string) {
  const found = (await itemsOf(db, id)).find((item) => item.concept === concept);
  if (!found) throw new Error(`${concept} is not in ${id}`);
  return found;
}

/** The form of a question as its page would post it unchanged. */
export async function itemForm(
  db: Database,
  id: string,
  concept: string,
  changes: Fields = {},
): Promise<Fields> {
  const item = await itemOf(db, id, concept);
  const ticks = { anders: item.allowsOther, toelichting: item.allowsExplanation };
  return {
    id: newId(),
    versie: String(await revisionOf(db, id)),
    sectie: item.sectionId,
    begin: item.stem,
    vraag: item.wording,
    naam: item.shortName,
    uitleg: item.help,
    definitie: item.definition,
    soort: item.kind,
    lijst: item.choiceList ?? "",
    weergave: item.display,
    eenheid: item.unit ?? "",
    klassen: "",
    ...(ticks.anders ? { anders: "ja" } : {}),
    ...(ticks.toelichting ? { toelichting: "ja" } : {}),
    doel: item.purpose,
    gebruik: item.use,
    lezers: item.audience,
    vergelijking: item.comparability ?? "",
    uit: "",
    reden: "",
    ...changes,
  };
}

/** A new open question in the first section. */
export async function newItemForm(db: Database, id: string, changes: Fields = {}): Promise<Fields> {
  const [section] = await sectionsOf(db, id);
  return {
    id: newId(),
    versie: String(await revisionOf(db, id)),
    sectie: section?.id ?? "",
    code: "9Z1",
    begin: "",
    vraag: "Wat wil je nog kwijt?",
    naam: "Nog iets",
    uitleg: "",
    definitie: "",
    soort: "open",
    lijst: "",
    weergave: "list",
    eenheid: "",
    klassen: "",
    doel: "Wij willen niets missen.",
    gebruik: "De leergroep leest het.",
    lezers: "confidential",
    vergelijking: "",
    uit: "",
    reden: "",
    ...changes,
  };
}

/** A round of a year on a questionnaire. */
export async function addRound(
  db: Database,
  questionnaireId: string,
  year: number,
  state: "concept" | "open" | "closed" | "published" = "open",
): Promise<string> {
  const id = `round-${year}`;
  await db.insert(rounds).values({
    id,
    questionnaireId,
    year,
    state,
    referenceOn: `${year}-06-01`,
    opensOn: `${Math.min(year, 2026)}-11-02`,
    closesOn: `${year}-12-15`,
    publishedOn: state === "published" ? `${year + 1}-01-15` : null,
  });
  return id;
}
