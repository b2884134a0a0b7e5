import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database, Statement, Statements } from "../client.ts";
import {
  actionChecks,
  answerReasons,
  answerRevisions,
  answers,
  assistances,
  association,
  associationRoles,
  choiceLists,
  choices,
  codings,
  hostBlackouts,
  hostSettings,
  importRows,
  imports,
  interpretationRevisions,
  interpretations,
  items,
  lessons,
  memberContacts,
  memberMunicipalities,
  members,
  memberships,
  municipalityRegions,
  offerThemes,
  outbox,
  people,
  perspectiveMeasurements,
  perspectiveStatements,
  profileOutcomes,
  profileValues,
  questionNotes,
  questionnaireRevisions,
  questionnaires,
  questionQueries,
  regions,
  responseReturns,
  responses,
  roundExtensions,
  roundMessageRecipients,
  roundMessages,
  rounds,
  sectionAssignments,
  sectionCompletions,
  sections,
  useStatements,
  visitActions,
  visitApprovals,
  visitDateAnswers,
  visitDates,
  visitDrafts,
  visitEvents,
  visitMessages,
  visitOffers,
  visitParticipants,
  visitReflections,
  visits,
} from "../schema/tables.ts";
import { assignmentRows, noteRows, queryRows, reasonRows } from "./colleague-rows.ts";
import { contactRows } from "./contact-rows.ts";
import { blackoutRows, draftRows, hostSettingRows } from "./demand-rows.ts";
import { importedRows, importTables } from "./import-rows.ts";
import { interpretationRevisionRows, interpretationRows } from "./interpretation-rows.ts";
import { approvalRows, dateAnswerRows, dateRows, messageRows } from "./meeting-rows.ts";
import {
  associationRoleRows,
  associationRow,
  memberRows,
  membershipRows,
  personRows,
} from "./member-rows.ts";
import {
  nextItemRows,
  nextQuestionnaireRows,
  nextRevisionRows,
  nextSectionRows,
  ownChoiceRows,
  ownListRows,
} from "./next-questionnaire.ts";
import { outcomeRows } from "./outcome-rows.ts";
import { participantRows } from "./participant-rows.ts";
import { perspectiveMeasurementRows, perspectiveStatementRows } from "./perspectives.ts";
import { pilotItemRows, pilotQuestionnaireRows, pilotSectionRows } from "./pilot-questionnaire.ts";
import { pilotResponses } from "./pilot-responses.ts";
import { placeRows, profileRows } from "./profile-rows.ts";
import { regionMembershipRows, regionRows } from "./region-rows.ts";
import { demoResponses } from "./responses.ts";
import {
  bouncedMailRows,
  extensionRows,
  roundMessageRows,
  roundRecipientRows,
} from "./round-message-rows.ts";
import { answerRows, codingRows, completionRows, responseRows, roundRows } from "./round-rows.ts";
import { assistanceRows, returnRows } from "./signing-rows.ts";
import {
  thisItemRows,
  thisQuestionnaireRows,
  thisRevisionRows,
  thisSectionRows,
} from "./this-questionnaire.ts";
import { useStatementRows } from "./use-statement-rows.ts";
import { lessonRows, offerRows, offerThemeRows, visitEventRows, visitRows } from "./visit-rows.ts";

/** SQLite takes at most 32,766 values a statement; the widest table has 21 columns. */
const ROWS_A_STATEMENT = 400;

/**
 * Fills a database with the fictional association that reproduces the published round. Does nothing when
 * there is an association already. The registry must be there. All or nothing: it is one batch.
 *
 * @param now the day from which visits are planned ahead; all else is the same at every seeding
 */
export async function seedDemo(db: Database, now: Date): Promise<void> {
  const present = await db.select({ id: association.id }).from(association).limit(1);
  if (present.length > 0) return;

  const ofYearly = demoResponses();
  const given = [...pilotResponses(ofYearly.filter(({ year }) => year === 2024)), ...ofYearly];
  const answerRowsOfAll = answerRows(given);
  const after = lessonRows(now);
  const statements = [
    ...inserts(db, association, [associationRow]),
    ...inserts(db, members, memberRows()),
    ...inserts(db, people, personRows()),
    ...inserts(db, memberships, membershipRows()),
    ...inserts(db, associationRoles, associationRoleRows()),
    ...inserts(db, memberMunicipalities, placeRows()),
    ...inserts(db, regions, regionRows()),
    ...inserts(db, municipalityRegions, regionMembershipRows()),
    ...inserts(db, profileValues, profileRows(given)),
    ...inserts(db, choiceLists, ownListRows),
    ...inserts(db, choices, ownChoiceRows),
    ...inserts(db, questionnaires, [
      ...pilotQuestionnaireRows,
      ...thisQuestionnaireRows,
      ...nextQuestionnaireRows,
    ]),
    ...inserts(db, sections, [...pilotSectionRows(), ...thisSectionRows(), ...nextSectionRows()]),
    ...inserts(db, items, [...pilotItemRows(), ...thisItemRows(), ...nextItemRows()]),
    ...inserts(db, questionnaireRevisions, [...thisRevisionRows, ...nextRevisionRows]),
    ...inserts(db, rounds, roundRows(now)),
    ...inserts(db, responses, responseRows(given)),
    ...inserts(db, answers, answerRowsOfAll),
    ...inserts(db, answerRevisions, answerRowsOfAll),
    ...inserts(db, sectionCompletions, completionRows(given)),
    ...inserts(db, profileOutcomes, outcomeRows(given)),
    ...inserts(db, codings, codingRows(given)),
    ...inserts(db, sectionAssignments, assignmentRows(now)),
    ...inserts(db, questionNotes, noteRows()),
    ...inserts(db, questionQueries, queryRows()),
    ...inserts(db, answerReasons, reasonRows(given)),
    ...inserts(db, responseReturns, returnRows()),
    ...inserts(db, assistances, assistanceRows()),
    ...inserts(db, perspectiveMeasurements, perspectiveMeasurementRows),
    ...inserts(db, perspectiveStatements, perspectiveStatementRows),
    ...inserts(db, interpretations, interpretationRows),
    ...inserts(db, interpretationRevisions, interpretationRevisionRows),
    ...inserts(db, useStatements, useStatementRows(now)),
    ...inserts(db, memberContacts, contactRows(now)),
    ...inserts(db, roundMessages, roundMessageRows(now)),
    ...inserts(db, roundMessageRecipients, roundRecipientRows()),
    ...inserts(db, outbox, bouncedMailRows()),
    ...inserts(db, roundExtensions, extensionRows(now)),
    ...inserts(db, imports, importTables(now)),
    ...inserts(db, importRows, importedRows()),
    ...inserts(db, visitOffers, offerRows(now)),
    ...inserts(db, offerThemes, offerThemeRows()),
    ...inserts(db, visits, visitRows(now)),
    ...inserts(db, visitEvents, visitEventRows(now)),
    ...inserts(db, visitParticipants, participantRows(visitRows(now))),
    ...inserts(db, visitApprovals, approvalRows(now)),
    ...inserts(db, visitDates, dateRows(now)),
    ...inserts(db, visitDateAnswers, dateAnswerRows(now)),
    ...inserts(db, visitMessages, messageRows(now)),
    ...inserts(db, visitDrafts, draftRows(now)),
    ...inserts(db, hostSettings, hostSettingRows(now)),
    ...inserts(db, hostBlackouts, blackoutRows(now)),
    ...inserts(db, visitReflections, after.reflections),
    ...inserts(db, visitActions, after.actions),
    ...inserts(db, actionChecks, after.checks),
    ...inserts(db, lessons, after.lessons),
  ];
  await db.batch(statements as unknown as Statements);
}

function inserts<T extends SQLiteTable>(db: Database, table: T, rows: T["$inferInsert"][]): Statement[] {
  const chunks = Math.ceil(rows.length / ROWS_A_STATEMENT);
  return Array.from({ length: chunks }, (_, chunk) =>
    db.insert(table).values(rows.slice(chunk * ROWS_A_STATEMENT, (chunk + 1) * ROWS_A_STATEMENT)),
  );
}
