import { type Context, Hono } from "hono";
import type { Condition } from "../../db/schema/values.ts";
import { paths } from "../../web/paths.ts";
import { ConditionPage, WithdrawalPage } from "../../web/questionnaires/editing-condition-page.tsx";
import { conditionContract } from "../../web/questionnaires/item-editing-contract.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm, readQuery, type Typed } from "../http/form.ts";
import { newId } from "../http/identifiers.ts";
import { show } from "../http/page.ts";
import { editingNotice } from "./editing-notices.ts";
import {
  isRemovable,
  type OpenedPart,
  openedPart,
  partEdit,
  planMove,
  withdrawalOf,
} from "./editing-parts.ts";
import { openedOf, orderedItems, readEditing, saveEdit, viewOf } from "./editing-reading.ts";
import type { Edit } from "./editing-save-queries.ts";
import { choicesOf, conditionLines } from "./editing-views.ts";
import { asksReason, REASON_MISSING } from "./impact.ts";
import { earlierChoices } from "./item-editing-conditions.ts";
import { changeConditions, swapParts } from "./item-editing-queries.ts";

/** What happens to a question or a section as a whole: its place, its conditions, whether it is asked at all. */
export const editingPartRoutes = new Hono<Env>();

const PART = ":soort{secties|vragen}";
const at = (move: string) => paths.editedPartMove(":id", PART, ":onderdeel", move);
const MISSING = { because: "missing" } as const;

/** The part of an address, for who may change it; else the answer that refuses. */
async function readPart(c: Context<Env>, typed?: Typed, formId?: string): Promise<OpenedPart | Response> {
  const read = await readEditing(c, typed, formId);
  const opened = openedOf(read, read.editing);
  if ("refusal" in opened) return refuse(c, read, opened.refusal, typed);
  return openedPart(opened, c.req.param("soort"), c.req.param("onderdeel")) ?? refuse(c, read, MISSING);
}

const toPart = (c: Context<Env>, { read, part, id }: OpenedPart, word: string, move = "") =>
  c.redirect(
    `${move ? paths.editedPartMove(read.questionnaire.id, part, id, move) : paths.editedPart(read.questionnaire.id, part, id)}?melding=${word}`,
    303,
  );

interface Told {
  typed?: Typed;
  errors?: FieldErrors;
  isStale?: boolean;
}

function showConditions(c: Context<Env>, opened: OpenedPart, told: Told, status: 200 | 409 | 422 = 200) {
  const { read, part, id, name, answered, shownIf } = opened;
  const { typed = readQuery(c), errors, isStale = false } = told;
  const earlier = earlierChoices(orderedItems(read), id);
  const chosen = earlier.find(({ concept }) => concept === typed.bij?.[0]);
  return show(
    c,
    <ConditionPage
      {...{ frame: read.frame, part, partId: id, name, answered, typed, errors, isStale }}
      questionnaire={viewOf(read)}
      formId={newId()}
      conditions={conditionLines(read, id, shownIf)}
      earlier={earlier.map(({ concept, shortName }) => ({
        value: concept,
        label: `${concept} ${shortName}`,
      }))}
      chosen={
        chosen ? { concept: chosen.concept, name: chosen.shortName, choices: choicesOf(read, chosen) } : null
      }
      notice={status === 200 ? editingNotice(c.req.query("melding")) : undefined}
    />,
    status,
  );
}

editingPartRoutes.get(at("voorwaarde"), async (c) => {
  const opened = await readPart(c);
  return opened instanceof Response ? opened : showConditions(c, opened, {});
});

editingPartRoutes.post(at("voorwaarde"), async (c) => {
  const typed = await readForm(c);
  const opened = await readPart(c, typed);
  if (opened instanceof Response) return opened;
  if (opened.read.wasSaved) return toPart(c, opened, "opgeslagen", "voorwaarde");
  const wished = wishedConditions(opened, typed);
  const errors = "errors" in wished ? wished.errors : {};
  if (asksReason(opened.read.questionnaire) && !typed.reden?.[0]?.trim()) errors.reden = REASON_MISSING;
  if ("errors" in wished || errors.reden) return showConditions(c, opened, { typed, errors }, 422);
  return (await storeConditions(c, opened, typed, wished.conditions))
    ? toPart(c, opened, "opgeslagen", "voorwaarde")
    : showConditions(c, opened, { typed, isStale: true }, 409);
});

/** False: somebody else changed the questionnaire meanwhile. */
function storeConditions(
  c: Context<Env>,
  opened: OpenedPart,
  typed: Typed,
  conditions: Condition[] | null,
): Promise<boolean> {
  const { read, part, id, shownIf } = opened;
  const words = (each: readonly Condition[] | null) => ({
    voorwaarden: conditionLines(read, id, each).join(" "),
  });
  const edit = partEdit(c, opened, typed, { before: words(shownIf), after: words(conditions) });
  return saveEdit(c, read, edit, (db) => [changeConditions(db, edit, part, id, conditions)]);
}

/** The conditions as the form wants them: one less, or one more. */
function wishedConditions(
  { read, id, shownIf }: OpenedPart,
  typed: Typed,
): { conditions: Condition[] | null } | { errors: FieldErrors } {
  const held = shownIf ?? [];
  if (typed.weg) {
    const left = held.filter((_, index) => String(index) !== typed.weg?.[0]);
    return { conditions: left.length > 0 ? left : null };
  }
  const form = parseForm(conditionContract, typed);
  if (!form.ok) return { errors: form.errors };
  const { bij: concept, keuzes, hoe } = form.value;
  const asked = earlierChoices(orderedItems(read), id).find((item) => item.concept === concept);
  if (!asked) return { errors: { bij: "Kies een eerdere vraag met keuzes." } };
  const offered = choicesOf(read, asked).map(({ value }) => value);
  const choices = offered.filter((code) => keuzes.includes(code));
  if (choices.length === 0) return { errors: { keuzes: "Kies minstens één antwoord." } };
  const others = held.filter((condition) => condition.concept !== concept);
  return { conditions: [...others, { concept, choices, ...(hoe === "niet" ? { isNot: true } : {}) }] };
}

for (const move of ["omhoog", "omlaag"] as const)
  editingPartRoutes.post(at(move), async (c) => {
    const typed = await readForm(c);
    const formId = [c.req.param("id"), c.req.param("onderdeel"), typed.versie?.[0], move].join(":");
    const opened = await readPart(c, typed, formId);
    if (opened instanceof Response) return opened;
    const { read, sectionId } = opened;
    const back = sectionId
      ? paths.editedPart(read.questionnaire.id, "secties", sectionId)
      : paths.edited(read.questionnaire.id);
    const why = read.wasSaved
      ? null
      : await moved(c, opened, move, { ...partEdit(c, opened, typed, {}), formId });
    return why
      ? fault(c, read, "stale", why, { href: back, label: "Terug naar de volgorde" })
      : c.redirect(`${back}?melding=verplaatst`, 303);
  });

/** Moves a part past its neighbour; why not, or null. */
async function moved(c: Context<Env>, opened: OpenedPart, move: "omhoog" | "omlaag", edit: Edit) {
  const plan = planMove(opened, move);
  if ("why" in plan) return plan.why;
  const { read, part } = opened;
  const saved = await saveEdit(c, read, edit, (db) => swapParts(db, edit, part, opened, plan.other));
  return saved ? null : "Iemand anders veranderde de vragenlijst. Bekijk eerst de volgorde.";
}

function showWithdrawal(
  c: Context<Env>,
  opened: OpenedPart,
  move: "intrekking" | "herstel",
  told: Told = {},
  status: 200 | 409 | 422 = 200,
) {
  const { read, part, id, name, answered, waiting } = opened;
  return show(
    c,
    <WithdrawalPage
      {...{ frame: read.frame, part, partId: id, name, answered, waiting, move, errors: told.errors }}
      questionnaire={viewOf(read)}
      formId={newId()}
      reason={told.typed?.reden?.[0] ?? ""}
      isStale={told.isStale ?? false}
      removes={isRemovable(read, id)}
    />,
    status,
  );
}

for (const move of ["intrekking", "herstel"] as const) {
  editingPartRoutes.get(at(move), async (c) => {
    const opened = await readPart(c);
    return opened instanceof Response ? opened : showWithdrawal(c, opened, move);
  });

  editingPartRoutes.post(at(move), async (c) => {
    const typed = await readForm(c);
    const opened = await readPart(c, typed);
    if (opened instanceof Response) return opened;
    const { read } = opened;
    const removes = move === "intrekking" && isRemovable(read, opened.id);
    const done = () =>
      removes
        ? c.redirect(`${paths.edited(read.questionnaire.id)}?melding=weg`, 303)
        : toPart(c, opened, move === "herstel" ? "hersteld" : "ingetrokken");
    if (read.wasSaved) return done();
    const plan = withdrawalOf(opened, move, typed.reden?.[0] ?? "");
    if ("errors" in plan) return showWithdrawal(c, opened, move, { typed, errors: plan.errors }, 422);
    const edit = partEdit(c, opened, typed, plan.words);
    const saved = await saveEdit(c, read, { ...edit, ...plan.guard }, (db) => plan.statements(db, edit));
    return saved ? done() : showWithdrawal(c, opened, move, { typed, isStale: true }, 409);
  });
}
