import type { Context } from "hono";
import { PROFILE_FIELDS, type ProfileField } from "../../db/vocabulary.ts";
import { PROFILE_FIELD_LABELS } from "../../web/members/labels.ts";
import { ProfileFieldPage, type ProfileFieldPageProps } from "../../web/members/profile-field-page.tsx";
import type { SaidValue } from "../../web/members/said-value.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import type { Typed } from "../http/form.ts";
import { newId } from "../http/identifiers.ts";
import { readPage } from "../http/page.ts";
import { editProfile } from "./policy.ts";
import { labeller } from "./profile.ts";
import { municipalityChoice, readAnswer, readMunicipalities, shapeOf } from "./profile-form.ts";
import * as queries from "./queries.ts";

const WHY_MUNICIPALITIES = [
  "Zo vinden inwoners, gemeenten en andere leden jullie in de ledengids.",
  "Inwoners, provincies en grootte leiden we hieruit af. Die hoef je dus niet in te vullen.",
];

/** The profile field that an address names, or undefined. */
export const fieldAt = (address: string | undefined): ProfileField | undefined =>
  PROFILE_FIELDS.find((field) => PROFILE_FIELD_LABELS[field].address === address);

/** All that one profile field's form needs, in one round trip, with the decision whether this person may. */
export async function readEditor(c: Context<Env>, field: ProfileField) {
  const slug = c.req.param("slug") ?? "";
  const today = dayInAmsterdam(c.var.now);
  const page = await readPage(c, (db, scope) => [
    queries.memberBySlug(db, slug, today),
    queries.currentValues(db, scope, slug),
    queries.itemOf(db, field),
    queries.allChoices(db),
    ...(field === "municipalities" ? [queries.municipalityList(db, today)] : []),
  ]);
  const [[member], values, [item], choices, municipalities = []] = page.rows;
  return {
    page,
    today,
    field,
    member,
    decision: editProfile(page.viewer, member, today),
    current: values.find((value) => value.field === field) ?? null,
    item,
    choices: choices.filter(({ list }) => list === field),
    municipalities,
    labelOf: labeller(choices, municipalities),
  };
}

export type Editor = Awaited<ReturnType<typeof readEditor>>;

/** The question as drawn; undefined when no questionnaire asks it. */
function shapeFor({ item, choices, current, today }: Editor) {
  return item && shapeOf(item, choices, current?.value?.choices ?? [], today);
}

/** How this field's value is read from what was typed. */
export function readerFor(editor: Editor) {
  if (editor.field === "municipalities") return readMunicipalities(editor.municipalities);
  const shape = shapeFor(editor);
  if (!shape) throw new Error(`No questionnaire asks for ${editor.field}.`);
  return readAnswer(shape, editor.field);
}

export interface Drawing {
  typed?: Typed;
  errors?: FieldErrors;
  /** somebody else saved `editor.current` after this form was drawn */
  isOvertaken?: boolean;
  /** what could not be saved because of that */
  clash?: SaidValue;
}

/** The page of this field. A form that clashed gets the new value as the one it saw, and a new id. */
export function drawEditor(editor: Editor, { typed, errors = {}, isOvertaken = false, clash }: Drawing = {}) {
  const { page, member, field, current, today, labelOf } = editor;
  if (!member) throw new Error("The policy lets nobody edit a member that does not exist.");
  const kept = isOvertaken ? undefined : typed;
  return (
    <ProfileFieldPage
      frame={page.frame}
      slug={member.slug}
      memberName={member.name}
      field={field}
      question={questionOf(editor, typed, errors)}
      why={editor.item ? [editor.item.purpose, editor.item.use] : WHY_MUNICIPALITIES}
      current={current}
      labelOf={labelOf}
      typed={typed}
      errors={errors}
      isOvertaken={isOvertaken}
      clash={clash ?? null}
      form={{
        id: kept?.id?.[0] ?? newId(),
        seen: kept?.vorige?.[0] ?? current?.id ?? "",
        referenceOn: typed?.peildatum?.[0] ?? today,
      }}
    />
  );
}

function questionOf(
  editor: Editor,
  typed: Typed | undefined,
  errors: FieldErrors,
): ProfileFieldPageProps["question"] {
  const { field, member, current, municipalities } = editor;
  const shape = shapeFor(editor);
  if (field !== "municipalities" && shape) return { shape };
  const chosen = typed ? (typed.gemeenten ?? []) : (current?.value?.codes ?? []);
  return {
    choice: municipalityChoice(municipalities, chosen, {
      query: typed?.zoek?.[0] ?? "",
      searchAction: paths.memberProfileField(member?.slug ?? "", PROFILE_FIELD_LABELS[field].address),
      error: errors.gemeenten,
    }),
  };
}
