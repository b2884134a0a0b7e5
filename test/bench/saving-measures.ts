import { sql } from "drizzle-orm";
import { openEmbedded } from "../../db/embedded.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { paths } from "../../web/paths.ts";
import { ask, load, timed } from "./load.ts";
import { type Compared, compared, Turns } from "./measured.ts";
import { PLAN } from "./plan.ts";
import type { Target } from "./processes.ts";
import { filledForm } from "./section-form.ts";

const YEAR = 2026;
/** A section with four scales, each with an explanation: most of what a save can hold. */
const SECTION = paths.questionnaireSection(YEAR, 6);
const FIELD = "4A1";
/** As many colleagues of as many organisations save at the same moment. */
const MOST_EDITORS = 20;
const SAVES_PER_TURN = 40;
const DAY_MS = 86_400_000;

/** Somebody who fills in a section: whole forms and single fields go on from the revision that stands. */
interface Editor {
  cookie: string;
  personId: string;
  memberId: string;
  form: URLSearchParams;
  revision: number;
}

const cookieOf = (at: number): string => `bench-token-${at}`;

/** Gives twenty members that did not begin yet an editor each who is signed in; the demo must not be running. */
export async function withEditors(path: string): Promise<void> {
  const db = openEmbedded(path);
  const now = Date.now();
  const members = await db.all<{ id: string }>(sql`select m.id from members m
    where m.left_on is null and not exists (select 1 from responses r join rounds d on d.id = r.round_id
      where r.member_id = m.id and d.year = ${YEAR})
    order by m.id limit ${MOST_EDITORS}`);
  if (members.length < MOST_EDITORS) throw new Error("Too few members did not begin.");
  for (const [at, { id }] of members.entries()) {
    const person = `bench-editor-${at}`;
    const session = await sha256(cookieOf(at));
    await db.batch([
      db.run(sql`insert into people (id, name, email, created_at)
        values (${person}, ${`Redacteur ${at}`}, ${`${person}@proef.example`}, ${now})`),
      db.run(sql`insert into memberships (person_id, member_id, role, granted_at)
        values (${person}, ${id}, 'editor', ${now})`),
      db.run(sql`insert into sessions (id, person_id, member_id, created_at, expires_at)
        values (${session}, ${person}, ${id}, ${now}, ${now + DAY_MS})`),
    ]);
  }
  db.$client.close();
}

async function open(app: Target, at: number): Promise<Editor> {
  const cookie = `sessie=${cookieOf(at)}`;
  const { body } = await ask({ url: app.url + SECTION, cookie });
  const form = filledForm(body, SECTION, "");
  const revision = Number(form.get(`${FIELD}-versie`));
  return { cookie, personId: `bench-editor-${at}`, memberId: form.get("namens") ?? "", form, revision };
}

/** Saves the whole section with another text everywhere; fails when anybody else's answer came in between. */
async function saveSection(app: Target, { form, cookie }: Editor): Promise<number> {
  const concepts = [...form.keys()]
    .filter((name) => name.endsWith("-toelichting"))
    .map((name) => name.slice(0, -"-toelichting".length));
  // Each question has a revision of its own: one that was saved alone before is ahead of the others.
  const revisionOf = (concept: string) => Number(form.get(`${concept}-versie`));
  for (const concept of concepts)
    form.set(`${concept}-toelichting`, `Meting ${revisionOf(concept)}, om te bewaren`);
  const took = await timed({ url: app.url + SECTION, cookie, form }, 303);
  for (const concept of concepts) form.set(`${concept}-versie`, String(revisionOf(concept) + 1));
  return took;
}

/** Saves one question as the script of the page does. */
async function saveField(app: Target, editor: Editor): Promise<number> {
  const { cookie, personId, memberId, revision } = editor;
  const form = new URLSearchParams({
    ...{ namens: memberId, wie: personId, [`${FIELD}-versie`]: String(revision), [FIELD]: "1" },
    [`${FIELD}-toelichting`]: `Meting ${revision}, van een veld`,
  });
  const took = await timed({ url: app.url + SECTION, cookie, form, accept: "application/json" }, 200);
  editor.revision += 1;
  return took;
}

/** What a save takes beside the bare page, for so many editors at once: each saves again as soon as it can. */
async function measureSaves(
  app: Target,
  bare: Target,
  count: number,
  save: (app: Target, editor: Editor) => Promise<number>,
): Promise<Compared> {
  const editors: Editor[] = [];
  for (let at = 0; at < count; at++) editors.push(await open(app, at));
  const saveSome = async (editor: Editor, times: number) => {
    const durations: number[] = [];
    for (let time = 0; time < times; time++) durations.push(await save(app, editor));
    return durations;
  };
  const times = Math.ceil(SAVES_PER_TURN / count);
  await Promise.all(editors.map((editor) => saveSome(editor, times)));
  const [ownTurns, bareTurns] = [new Turns(), new Turns()];
  for (let turn = 0; turn < PLAN.turns; turn++) {
    await ownTurns.take(app, async () =>
      (await Promise.all(editors.map((editor) => saveSome(editor, times)))).flat(),
    );
    await bareTurns.take(bare, () => load({ url: `${bare.url}/` }, PLAN.requestsPerTurn, count));
  }
  return compared(ownTurns, bareTurns);
}

/** Whole sections and single fields, one editor and twenty at once. Needs `withEditors`. */
export async function compareSaving(app: Target, bare: Target): Promise<Record<string, Compared>> {
  const found: Record<string, Compared> = {};
  for (const count of [1, MOST_EDITORS]) {
    found[`section, ${count}`] = await measureSaves(app, bare, count, saveSection);
    // Since the fields of the form were saved alone, their revisions differ: the next editors open it anew.
    found[`field, ${count}`] = await measureSaves(app, bare, count, saveField);
  }
  return found;
}
