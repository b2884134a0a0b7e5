import type { Context } from "hono";
import { SwitchedPage } from "../../web/accounts/switched-page.tsx";
import type { KeptText } from "../../web/ui/kept-texts.tsx";
import type { Env, KeptForm } from "../http/env.ts";
import { type Page, show } from "../http/page.ts";
import { carriedAlong } from "./carried.ts";

/**
 * Shows, with status 409, that a form speaks for another organisation than the one chosen since in another window.
 * The form travels along: one button switches back and goes on with it.
 *
 * @param memberId the organisation that the form speaks for
 * @param kept what was typed, by label; without it whatever reads like words is shown
 */
export function askToSwitch(
  c: Context<Env>,
  { frame, viewer }: Page,
  form: KeptForm,
  memberId: string,
  kept: readonly KeptText[] = wordsIn(form),
) {
  const membership = viewer?.memberships.find((each) => each.memberId === memberId) ?? null;
  return show(c, <SwitchedPage {...{ frame, membership, kept }} carried={carriedAlong(c, form)} />, 409);
}

/** Codes, ids and days hold no space; what people type does. */
const wordsIn = ({ fields }: KeptForm): KeptText[] =>
  fields.flatMap(([, text]) => (/\S\s+\S/.test(text) ? [{ label: "Jouw tekst", text }] : []));
