import { sql } from "drizzle-orm";
import type { Database, Statement, Statements } from "../client.ts";
import {
  choices,
  codebooks as codebookTable,
  items,
  municipalities,
  municipalityInhabitants,
  questionnaires,
  sections,
  themes,
} from "../schema/tables.ts";
import { CHOICE_LISTS, MUNICIPALITY_CLASSES } from "../vocabulary.ts";
import { choiceLists } from "./choice-lists.ts";
import { codebooks, themeId } from "./codebooks.ts";
import { inhabitantsReferenceDates, municipalityRegistry } from "./municipalities.ts";
import { annualQuestionnaire, itemId } from "./questionnaire.ts";
import { foldForSearch } from "./search-key.ts";

/** First day on which the division of municipalities and the first choice lists hold. */
const VALID_FROM = "2023-01-01";
const QUESTIONNAIRE_CREATED_AT = Date.parse("2024-06-01T00:00:00+02:00");

/**
 * Fills in the registry in one batch; may be repeated at every start. Facts (municipalities) are brought up to date.
 * What the association manages itself (inhabitants, lists, themes, questions) is only added, so that a start never
 * undoes an edit.
 */
export async function seedRegistry(db: Database): Promise<void> {
  const statements: Statement[] = [...factStatements(db), ...managedStatements(db)];
  await db.batch(statements as unknown as Statements);
}

function factStatements(db: Database): Statement[] {
  const registry = municipalityRegistry();
  const rows = registry.map((municipality) => ({
    code: municipality.code,
    name: municipality.name,
    officialName: municipality.officialName,
    searchKey: municipality.searchKey,
    province: municipality.province,
    municipalityClass: knownClass(municipality.sizeClass),
    latitude: municipality.lat,
    longitude: municipality.lon,
    validFrom: VALID_FROM,
  }));
  const counts = registry.flatMap(({ code, inhabitants }) =>
    inhabitantsReferenceDates.map((date) => ({ code, referenceOn: date, inhabitants: inhabitants[date] })),
  );
  return [
    db
      .insert(municipalities)
      .values(rows)
      .onConflictDoUpdate({
        target: municipalities.code,
        set: {
          name: sql`excluded.name`,
          officialName: sql`excluded.official_name`,
          // Names of municipalities that merged into it were added behind its own.
          searchKey: sql`case when instr(municipalities.search_key, excluded.search_key || ' | ') = 1
            then municipalities.search_key else excluded.search_key end`,
          province: sql`excluded.province`,
          municipalityClass: sql`excluded.municipality_class`,
          latitude: sql`excluded.latitude`,
          longitude: sql`excluded.longitude`,
        },
      }),
    db
      .insert(municipalityInhabitants)
      .values(counts)
      // The staff may have put a figure right.
      .onConflictDoNothing(),
  ];
}

function managedStatements(db: Database): Statement[] {
  const choiceRows = CHOICE_LISTS.flatMap((list) =>
    choiceLists[list].map(({ code, label, synonyms }, index) => ({
      list,
      code,
      label,
      synonyms: synonyms.map(foldForSearch).join(" | "),
      position: index + 1,
      validFrom: VALID_FROM,
    })),
  );
  const themeRows = codebooks.flatMap((codebook) =>
    codebook.themes.map((theme, index) => ({
      ...theme,
      id: themeId(codebook.id, theme.slug),
      codebookId: codebook.id,
      position: index + 1,
    })),
  );
  const { id: questionnaireId, title } = annualQuestionnaire;
  const sectionRows = annualQuestionnaire.sections.map(({ items: _, ...section }, index) => ({
    ...section,
    questionnaireId,
    position: index + 1,
  }));
  const itemRows = annualQuestionnaire.sections.flatMap((section) =>
    section.items.map((item, index) => ({
      ...item,
      id: itemId(item.concept),
      sectionId: section.id,
      questionnaireId,
      position: index + 1,
    })),
  );
  const codebookRows = codebooks.map(({ id, concept, title: name }) => ({ id, concept, title: name }));
  return [
    db.insert(choices).values(choiceRows).onConflictDoNothing(),
    db.insert(codebookTable).values(codebookRows).onConflictDoNothing(),
    db.insert(themes).values(themeRows).onConflictDoNothing(),
    db
      .insert(questionnaires)
      .values({ id: questionnaireId, title, createdAt: QUESTIONNAIRE_CREATED_AT })
      .onConflictDoNothing(),
    db.insert(sections).values(sectionRows).onConflictDoNothing(),
    db.insert(items).values(itemRows).onConflictDoNothing(),
  ];
}

function knownClass(name: string) {
  const known = MUNICIPALITY_CLASSES.find((each) => each === name);
  if (!known) throw new Error(`"${name}" is not a class of municipalities`);
  return known;
}
