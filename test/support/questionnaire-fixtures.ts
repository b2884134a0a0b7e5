import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import {
  answerRevisions,
  answers,
  items,
  memberships,
  outbox,
  profileValues,
  responses,
  sessions,
} from "../../db/schema/tables.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import type { ProfileField } from "../../db/vocabulary.ts";
import { type Fields, startApp, type TestApp } from "./app.ts";
import { type CastKey, seedCast, seedRound, TODAY } from "./cast.ts";
import { openTemporaryDatabase } from "./temporary-database.ts";

export interface Scene {
  db: Database;
  app: TestApp;
  close: () => Promise<void>;
}

async function putScene(db: Database): Promise<void> {
  await seedCast(db);
  await seedRegistry(db);
  await seedRound(db);
  await db
    .insert(memberships)
    .values({ personId: "host", memberId: "lindestad", role: "editor", grantedAt: TODAY });
  // Some tests turn the clock by months; here sessions outlive that.
  await db.update(sessions).set({ expiresAt: TODAY + 1000 * 86_400_000 });
}

/** The annual questionnaire in an open round 2026. `host` of Lindestad edits too, beside `editor`. */
export async function openScene(): Promise<Scene> {
  const { db, close } = await openTemporaryDatabase(putScene);
  return { db, app: startApp(db), close };
}

export const section = (position: number, year = 2026): string => `/vragenlijst/${year}/sectie/${position}`;

const ENTITIES: [RegExp, string][] = [
  [/&lt;/g, "<"],
  [/&gt;/g, ">"],
  [/&quot;/g, '"'],
  [/&#39;/g, "'"],
  [/&amp;/g, "&"],
];
const decoded = (text: string): string => ENTITIES.reduce((so, [from, to]) => so.replace(from, to), text);

/** The fields that a browser would send for the form that posts to `action`, without any button. */
export function formFields(html: string, action: string): Record<string, string[]> {
  const form = html.split("<form").find((part) => part.includes(`action="${action}"`));
  if (!form) throw new Error(`No form posts to ${action}.`);
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), decoded(value)];
  };
  const tags = /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g;
  for (const [, input, area, text] of (form.split("</form>")[0] ?? "").matchAll(tags)) {
    const attributes = input ?? area ?? "";
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    const name = of("name");
    if (!name) continue;
    const isChoice = of("type") === "radio" || of("type") === "checkbox";
    if (isChoice && !/\schecked\b/.test(attributes)) continue;
    add(name, area === undefined ? (of("value") ?? "") : (text ?? "").replace(/^\n/, ""));
  }
  return fields;
}

/** Opens a section as somebody does, and gives the fields of its form. */
export async function openForm(scene: Scene, position: number, as: CastKey, year = 2026): Promise<Fields> {
  const page = await scene.app.get(section(position, year), as);
  return formFields(await page.text(), section(position, year));
}

/** Opens a section, changes some fields and saves. A field with an empty list is left out. */
export async function fillIn(
  scene: Scene,
  position: number,
  changes: Fields,
  as: CastKey = "editor",
): Promise<Response> {
  const fields = await openForm(scene, position, as);
  return scene.app.post(section(position), { ...fields, actie: "bewaren", ...changes }, as);
}

/** Posts one of the forms of one button on a page. */
export async function press(scene: Scene, page: string, action: string, as: CastKey): Promise<Response> {
  const html = await (await scene.app.get(page, as)).text();
  return scene.app.post(action, formFields(html, action), as);
}

export const CHECK = "/vragenlijst/2026/controle";
export const READY = "/vragenlijst/2026/gereedmelding";
export const RESUME = "/vragenlijst/2026/hervatting";
export const SIGN = "/vragenlijst/2026/ondertekening";
export const REOPEN = "/vragenlijst/2026/heropening";

/** A response of Lindestad that an editor filled in a little and made ready, and perhaps a signatory signed. */
export async function bringTo(scene: Scene, state: "in_progress" | "ready" | "signed"): Promise<void> {
  await fillIn(scene, 2, { "3B1": "12" });
  if (state === "in_progress") return;
  await press(scene, CHECK, READY, "editor");
  if (state === "signed") await press(scene, CHECK, SIGN, "signatory");
}

export const storedAnswers = (db: Database) =>
  db
    .select({
      responseId: answers.responseId,
      concept: items.concept,
      revision: answers.revision,
      state: answers.state,
      value: answers.value,
      explanation: answers.explanation,
      source: answers.source,
      savedBy: answers.savedBy,
    })
    .from(answers)
    .innerJoin(items, eq(items.id, answers.itemId))
    .orderBy(asc(answers.responseId), asc(items.concept));

export const storedRevisions = (db: Database) =>
  db
    .select({
      responseId: answerRevisions.responseId,
      concept: items.concept,
      revision: answerRevisions.revision,
      state: answerRevisions.state,
      value: answerRevisions.value,
      savedBy: answerRevisions.savedBy,
    })
    .from(answerRevisions)
    .innerJoin(items, eq(items.id, answerRevisions.itemId))
    .orderBy(asc(items.concept), asc(answerRevisions.revision));

export const storedResponses = (db: Database) =>
  db.select().from(responses).orderBy(asc(responses.memberId), asc(responses.version));

export const sentMail = (db: Database) => db.select().from(outbox).orderBy(asc(outbox.toEmail));

/** A profile value of Lindestad, said by its editor. */
export async function seedProfile(
  db: Database,
  field: ProfileField,
  value: AnswerValue,
  { referenceOn = "2025-06-01", saidAt = TODAY - 86_400_000 } = {},
): Promise<void> {
  await db.insert(profileValues).values({
    id: `profiel${field.replaceAll("_", "")}`.padEnd(20, "0").slice(0, 20),
    memberId: "lindestad",
    field,
    state: "given",
    value,
    referenceOn,
    source: "typed",
    saidBy: "editor",
    saidAt,
  });
}

export const profileOf = (db: Database, field: ProfileField) =>
  db
    .select()
    .from(profileValues)
    .where(and(eq(profileValues.memberId, "lindestad"), eq(profileValues.field, field)))
    .orderBy(asc(profileValues.saidAt));
