import { asc } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { responseReturns, sectionCompletions } from "../../db/schema/tables.ts";
import { DUE_TASKS, doDueWork } from "../../functions/due.ts";
import type { Fields } from "./app.ts";
import type { CastKey } from "./cast.ts";
import { formFields, openForm, type Scene, section } from "./questionnaire-fixtures.ts";

export const RETURN = "/vragenlijst/2026/terugsturen";
export const RETURNED = "/vragenlijst/2026/teruggestuurd";

/** Marks sections 1 to `last` of Lindestad as done, as an editor does. */
export async function finishSections(
  scene: Scene,
  positions: readonly number[],
  as: CastKey = "editor",
): Promise<Response[]> {
  const answers: Response[] = [];
  for (const position of positions) {
    const fields = await openForm(scene, position, as);
    answers.push(await scene.app.post(section(position), { ...fields, klaar: "ja", actie: "bewaren" }, as));
  }
  return answers;
}

/** How many sections the annual questionnaire has. */
export const SECTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export const storedReturns = (db: Database) =>
  db.select().from(responseReturns).orderBy(asc(responseReturns.id));
export const doneSections = (db: Database) =>
  db.select().from(sectionCompletions).orderBy(asc(sectionCompletions.sectionId));

/** The form that sends questions back, filled in with these reasons by concept. */
export async function returnForm(
  scene: Scene,
  reasons: Readonly<Record<string, string>>,
  as: CastKey = "signatory",
): Promise<Fields> {
  const fields = formFields(await (await scene.app.get(RETURN, as)).text(), RETURN);
  const written = Object.entries(reasons).map(([concept, reason]) => [`reden-${concept}`, reason]);
  return { ...fields, ...Object.fromEntries(written) };
}

/** What falls due by the clock at this moment, of the task that reminds signatories. */
export const remind = (scene: Scene, now: number) =>
  doDueWork(
    {
      db: scene.db,
      now,
      origin: "https://plein.example",
      mailFrom: "plein@plein.example",
      replyAddress: null,
    },
    { "questionnaires to sign": DUE_TASKS["questionnaires to sign"] as (typeof DUE_TASKS)[string] },
  );
