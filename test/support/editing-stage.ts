import { afterEach, beforeEach } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { answers, responses } from "../../db/schema/tables.ts";
import { newId } from "../../functions/http/identifiers.ts";
import { type Fields, startApp, type TestApp } from "./app.ts";
import { seedCast, TODAY } from "./cast.ts";
import { addRound, itemOf, makeCopy, revisionOf, sectionsOf } from "./editing.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "./temporary-database.ts";

let open: TemporaryDatabase;
let app: TestApp;
let copy: string;

/** A copy of the annual questionnaire to edit, made anew for each test of the file that asks for it. */
export function useCopy() {
  beforeEach(async () => {
    open = await openTemporaryDatabase();
    await seedRegistry(open.db);
    await seedCast(open.db);
    app = startApp(open.db);
    copy = await makeCopy(app);
  });
  afterEach(() => open.close());
  return stage;
}

const stage = {
  get db() {
    return open.db;
  },
  get app() {
    return app;
  },
  /** id of the copy */
  get copy() {
    return copy;
  },
};

/** The fields that every form of the editor carries. */
export const guarded = async (fields: Fields = {}): Promise<Fields> => ({
  id: newId(),
  versie: String(await revisionOf(open.db, copy)),
  reden: "",
  ...fields,
});

export const itemPath = async (concept: string) =>
  `/vragenlijsten/${copy}/vragen/${(await itemOf(open.db, copy, concept)).id}`;

export const sectionPath = async (at: number) =>
  `/vragenlijsten/${copy}/secties/${(await sectionsOf(open.db, copy))[at]?.id}`;

export const post = (path: string, fields: Fields) => app.post(path, fields, "monitoring");

/** Lindestad answered one question of the copy in an open round, and signed when told. */
export async function answer(
  concept: string,
  value: object,
  state: "in_progress" | "signed" = "in_progress",
): Promise<void> {
  const roundId = await addRound(open.db, copy, 2026);
  const item = await itemOf(open.db, copy, concept);
  await open.db.insert(responses).values({
    id: "response",
    roundId,
    memberId: "lindestad",
    state,
    startedAt: TODAY,
    signedAt: state === "signed" ? TODAY : null,
  });
  await open.db.insert(answers).values({
    responseId: "response",
    itemId: item.id,
    revision: 1,
    state: "given",
    value,
    source: "typed",
    savedAt: TODAY,
  });
}
