import { type Context, Hono } from "hono";
import { confirmationContract } from "../../web/members/contract.ts";
import { PROFILE_FIELD_LABELS } from "../../web/members/labels.ts";
import type { SaidValue } from "../../web/members/said-value.ts";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { missingPage, refuse } from "../http/faults.tsx";
import { parseForm, readForm, readQuery, type Typed } from "../http/form.ts";
import { show, write } from "../http/page.ts";
import { changeProfile } from "./profile-changes.ts";
import { drawEditor, type Editor, fieldAt, readEditor, readerFor } from "./profile-field.tsx";
import { type ReadChange, type ReadProfileForm, readProfileForm } from "./profile-form.ts";

/** The form of each profile field: looking, searching municipalities, saving and confirming. */
export const profileFieldRoutes = new Hono<Env>()
  .get(paths.memberProfileField(":slug", ":field"), async (c) => {
    const field = fieldAt(c.req.param("field"));
    if (!field) return missingPage(c);
    const editor = await readEditor(c, field);
    if (!editor.decision.may) return refuse(c, editor.page, editor.decision);
    // Searching municipalities without JavaScript: the form comes as a query, and nothing is saved.
    const query = readQuery(c);
    return show(c, drawEditor(editor, query.actie ? { typed: query } : {}));
  })
  .post(paths.memberProfileField(":slug", ":field"), async (c) => {
    const field = fieldAt(c.req.param("field"));
    if (!field) return missingPage(c);
    const typed = await readForm(c);
    const editor = await readEditor(c, field);
    if (!editor.decision.may) return refuse(c, editor.page, editor.decision, typed);
    const read = isConfirming(typed)
      ? readConfirmation(typed, editor)
      : readProfileForm(typed, editor.today, readerFor(editor));
    if (!read.ok) return show(c, drawEditor(editor, { typed, errors: read.errors }), 422);
    const current = await save(c, editor, read.change);
    if (!isSame(current, read.change)) return showOvertaken(c, { ...editor, current }, read.change, typed);
    const melding = isConfirming(typed) ? "bevestigd" : "opgeslagen";
    return c.redirect(`${paths.memberProfile(editor.member?.slug ?? "")}?melding=${melding}`, 303);
  });

const isConfirming = (typed: Typed): boolean => typed.actie?.[0] === "klopt";

/** Somebody was first: shows both values and keeps what was typed. Who only confirmed, sees the new value. */
function showOvertaken(c: Context<Env>, editor: Editor, change: ReadChange, typed: Typed) {
  const mine = isConfirming(typed) ? {} : { typed, clash: said(c, editor, change) };
  return show(c, drawEditor(editor, { ...mine, isOvertaken: true }), 409);
}

/** "Klopt nog": the value that was seen, said again about today. */
function readConfirmation(typed: Typed, { current, today }: Editor): ReadProfileForm {
  const read = parseForm(confirmationContract, typed);
  if (!read.ok) return { ok: false, errors: { "": Object.values(read.errors)[0] ?? "" } };
  if (!current)
    return { ok: false, errors: { "": "Hier is nog niets ingevuld. Vul eerst een antwoord in." } };
  const { state, value } = current;
  return {
    ok: true,
    change: { id: read.value.id, seen: read.value.vorige, referenceOn: today, state, value },
  };
}

/** Writes the change; answers the value that holds afterwards, ours or that of who was first. */
async function save(c: Context<Env>, editor: Editor, change: ReadChange): Promise<SaidValue | null> {
  const { page, member, field } = editor;
  if (!member || !page.viewer) throw new Error("The policy lets nobody edit without both.");
  const rows = await write(
    c,
    changeProfile(c.var.db, {
      ...change,
      memberId: member.id,
      memberName: member.name,
      field,
      personId: page.viewer.personId,
      now: c.var.now,
      subject: `${member.slug}/${PROFILE_FIELD_LABELS[field].address}`,
    }),
  );
  return rows[3][0] ?? null;
}

/** Whether this change holds now: just written, or by the same form with the same content before. */
const isSame = (current: SaidValue | null, change: ReadChange): boolean =>
  current !== null &&
  current.id === change.id &&
  current.state === change.state &&
  current.referenceOn === change.referenceOn &&
  JSON.stringify(current.value) === JSON.stringify(change.value);

/** What could not be saved, as it would have stood in the profile. */
function said(c: Context<Env>, { page, field }: Editor, change: ReadChange): SaidValue {
  const personName = page.viewer?.name ?? null;
  return {
    ...change,
    field,
    source: "typed",
    saidAt: c.var.now,
    validFrom: null,
    roundYear: null,
    supersededAt: null,
    personName,
    role: "editor",
  };
}
