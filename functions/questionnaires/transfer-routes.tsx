import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { KIND_LABELS } from "../../web/questionnaires/editing.ts";
import {
  carriedQuestionnaire,
  FILE_FIELD,
  takeOverContract,
} from "../../web/questionnaires/transfer-contract.ts";
import {
  TransferImportPage,
  TransferPage,
  TransferPreviewPage,
} from "../../web/questionnaires/transfer-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { sendSheets } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { downloadHeaders } from "../http/spreadsheet.ts";
import { readSentFile, readTable } from "../http/table-reading.ts";
import type { Page } from "../http/viewer.ts";
import { mayMakeQuestionnaires, mayReadQuestionnaire } from "./editing-policy.ts";
import { itemRows, questionnaireOf, questionnaireRows, sectionRows } from "./editing-queries.ts";
import { readLimeSurvey } from "./limesurvey-reading.ts";
import { limeSurveyOf } from "./limesurvey-writing.ts";
import { allChoices } from "./section-queries.ts";
import type { ChoiceRow } from "./section-view.ts";
import { fitted } from "./transfer-fitting.ts";
import { takeOver } from "./transfer-queries.ts";
import { lostElsewhere, transferOf, withListsHere } from "./transfer-questionnaire.ts";
import { fullText, grouped, type TransferQuestionnaire, type TransferRead } from "./transfer-shape.ts";
import { readXlsForm } from "./xlsform-reading.ts";
import { xlsFormOf } from "./xlsform-writing.ts";

/** Questionnaires go to other programs and come from them, as XLSForm and as LimeSurvey structure. */
export const transferRoutes = new Hono<Env>();

/** Bytes that the form which takes a file over may carry; forms are held to 256 KB. */
const MOST_CARRIED = 240_000;
const NO_FILE = "Kies een bestand.";
const TOO_LARGE = "Deze vragenlijst is te groot. Knip haar in twee bestanden.";

async function readStored(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db) => [questionnaireRows(db, id), sectionRows(db, id), itemRows(db, id), allChoices(db)] as const,
  );
  const [[row], sections, items, choices] = rows;
  const questionnaire = row && questionnaireOf(row);
  const decision = mayReadQuestionnaire(page.viewer, questionnaire);
  const stored = { title: questionnaire?.title ?? "", sections, items, choices };
  return { ...page, id, decision, stored };
}

transferRoutes.get(paths.transfer(":id"), async (c) => {
  const read = await readStored(c);
  const { id, decision, stored, frame } = read;
  if (!decision.may) return refuse(c, read, decision);
  const lost = lostElsewhere(transferOf(stored), stored);
  return show(c, <TransferPage frame={frame} questionnaire={{ id, title: stored.title }} lost={lost} />);
});

transferRoutes.get(paths.transferExport(":id", "xlsx"), async (c) => {
  const read = await readStored(c);
  if (!read.decision.may) return refuse(c, read, read.decision);
  return sendSheets(c, `vragenlijst-${read.id}`, xlsFormOf(transferOf(read.stored), read.id));
});

transferRoutes.get(paths.transferExport(":id", "lss"), async (c) => {
  const read = await readStored(c);
  if (!read.decision.may) return refuse(c, read, read.decision);
  const headers = downloadHeaders(`vragenlijst-${read.id}`, "lss", "application/xml; charset=utf-8");
  return c.body(limeSurveyOf(transferOf(read.stored)), 200, headers);
});

transferRoutes.get(paths.importEditing(), async (c) => {
  const page = await readPage(c, (db) => [allChoices(db)] as const);
  const decision = mayMakeQuestionnaires(page.viewer);
  return decision.may ? show(c, <TransferImportPage frame={page.frame} />) : refuse(c, page, decision);
});

transferRoutes.post(paths.importEditing(), async (c) => {
  await readForm(c);
  const file = await readSentFile(c, FILE_FIELD);
  const { rows, ...page } = await readPage(c, (db) => [allChoices(db)] as const);
  const decision = mayMakeQuestionnaires(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const read: TransferRead = file ? await readFile(file) : { ok: false, error: NO_FILE };
  if (!read.ok) return showForm(c, page, read.error);
  return showPreview(c, page, fitted(read.draft), rows[0]);
});

const showForm = (c: Context<Env>, { frame }: Page, error: string) =>
  show(c, <TransferImportPage frame={frame} errors={{ [FILE_FIELD]: error }} />, 422);

async function readFile(file: File): Promise<TransferRead> {
  if (file.name.toLowerCase().endsWith(".lss")) return readLimeSurvey(await file.text());
  const table = await readTable(file);
  return table.ok
    ? readXlsForm(table.sheets)
    : { ok: false, error: "Kies een XLSForm (.xlsx) of een bestand van LimeSurvey (.lss)." };
}

function showPreview(
  c: Context<Env>,
  page: Page,
  { questionnaire, remarks }: ReturnType<typeof fitted>,
  choices: readonly ChoiceRow[],
) {
  const carried = JSON.stringify(questionnaire);
  if (!carriedQuestionnaire.safeParse(questionnaire).success)
    return showForm(c, page, "In dit bestand staan geen vragen die hier passen.");
  if (new TextEncoder().encode(carried).length > MOST_CARRIED) return showForm(c, page, TOO_LARGE);
  const { title, sections } = questionnaire;
  const preview = {
    title,
    sections: sections.map((section) => ({
      title: section.title,
      isConditional: section.shownIf !== null,
      items: section.items.map((item) => ({
        concept: item.concept,
        question: fullText(item),
        kind: KIND_LABELS[item.kind],
        isConditional: item.shownIf !== null,
      })),
    })),
    remarks: grouped([...remarks, ...withListsHere(questionnaire, choices, (list) => list).remarks]),
  };
  return show(c, <TransferPreviewPage frame={page.frame} {...preview} carried={carried} id={newId()} />);
}

transferRoutes.post(paths.takeOverEditing(), async (c) => {
  const typed = await readForm(c);
  const { rows, ...page } = await readPage(c, (db) => [allChoices(db)] as const);
  const decision = mayMakeQuestionnaires(page.viewer);
  if (!decision.may) return refuse(c, page, decision, typed);
  const form = parseForm(takeOverContract, typed);
  const carried = form.ok ? carriedIn(form.value.vragenlijst) : null;
  if (!form.ok || !carried)
    return showForm(c, page, "Kies het bestand opnieuw. De gegevens kwamen niet goed over.");
  const id = isId(form.value.id) ? form.value.id : newId();
  const { questionnaire, made } = withListsHere(carried, rows[0], () => newId());
  const by = page.viewer?.personId ?? "";
  const { now } = c.var;
  await write(c, takeOver(c.var.db, questionnaire, made, { id, newId, by, now, today: dayInAmsterdam(now) }));
  return c.redirect(`${paths.edited(id)}?melding=gemaakt`, 303);
});

/** The questionnaire that a form carried; null when somebody changed it on the way. */
function carriedIn(text: string): TransferQuestionnaire | null {
  // JSON of a form is typed by anybody: whatever the reader throws, it is none of ours.
  try {
    const read = carriedQuestionnaire.safeParse(JSON.parse(text));
    return read.success ? (read.data as TransferQuestionnaire) : null;
  } catch {
    return null;
  }
}
