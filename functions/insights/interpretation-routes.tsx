import { type Context, Hono } from "hono";
import type { EarlierText, ShownInterpretation } from "../../web/insights/interpretation.ts";
import { interpretationContract } from "../../web/insights/interpretation-contract.ts";
import { InterpretationPage } from "../../web/insights/interpretation-page.tsx";
import type { ShownFigure, ShownRound } from "../../web/insights/shown-figure.ts";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { show, write } from "../http/page.ts";
import { mayBeInterpreted, mayInterpret } from "./interpretation-policy.ts";
import { type InterpretationRow, interpretationWritten } from "./interpretation-queries.ts";
import { faultIn, filledIn, placeholdersOf } from "./interpretation-text.ts";
import { conceptIn, readInterpreted } from "./reading.ts";

export const interpretationRoutes = new Hono<Env>();

/** The text as members read it: paragraphs, with numbers from this very figure. */
export function shownInterpretation(
  row: InterpretationRow | null,
  figure: ShownFigure,
  round: ShownRound,
): ShownInterpretation | null {
  if (!row || row.text === "" || figure.withheld || figure.view.filters.length > 0) return null;
  const placeholders = placeholdersOf(figure, round);
  const paragraphs = row.text.split(/\n\s*\n|\n/).map((text) => filledIn(text.trim(), placeholders));
  return { paragraphs, writtenAt: row.writtenAt };
}

interpretationRoutes.get(paths.interpretation(":year", ":concept"), async (c) => {
  const form = await readInterpretationForm(c);
  if (form.no) return refuse(c, form.page, form.no);
  const { text, ...page } = form;
  const typed = {
    id: [text?.id ?? newId()],
    gezien: [String(text?.revision ?? 0)],
    duiding: [text?.text ?? ""],
  };
  return show(c, <InterpretationPage {...page.props} typed={typed} />);
});

interpretationRoutes.post(paths.interpretation(":year", ":concept"), async (c) => {
  const form = await readInterpretationForm(c);
  const read = parseForm(interpretationContract, await readForm(c));
  if (form.no) return refuse(c, form.page, form.no, read.typed);
  const errors = errorsIn(read, form);
  if (!read.ok || errors)
    return show(c, <InterpretationPage {...form.props} typed={read.typed} errors={errors ?? {}} />, 422);
  const { round, figure } = form.props;
  const id = isId(read.value.id) ? read.value.id : newId();
  const written = {
    id,
    year: round.year,
    concept: figure.concept,
    seen: read.value.gezien,
    text: read.value.duiding,
  };
  const by = form.page.viewer?.personId ?? "";
  const [rows, , , standing] = await write(
    c,
    interpretationWritten(c.var.db, { ...written, now: c.var.now, by }),
  );
  const isThere =
    standing[0]?.id === id && standing[0].text === written.text && standing[0].revision === written.seen + 1;
  if (rows.length === 0 && !isThere) return stale(c, form, written.text);
  return c.redirect(`${paths.insightItem(round.year, figure.concept)}?melding=duiding#duiding`, 303);
});

/** The form's page with its figure, or why not. */
async function readInterpretationForm(c: Context<Env>) {
  const { reading, text } = await readInterpreted(c, conceptIn(c));
  const { viewer, frame } = reading;
  const page = { viewer, frame };
  const may = mayInterpret(viewer);
  if (!may.may) return { no: may, page } as const;
  if (reading.no) return { no: reading.no, page } as const;
  const { round, figures } = reading;
  const [figure] = figures;
  const there = mayBeInterpreted(round, figure);
  if (!there.may) return { no: there, page } as const;
  const history = JSON.parse(text?.history ?? "[]") as EarlierText[];
  const props = { frame, round, figure, placeholders: placeholdersOf(figure, round), history };
  return { no: null, page, props, text } as const;
}

type Form = Extract<Awaited<ReturnType<typeof readInterpretationForm>>, { no: null }>;
type Read = { ok: boolean; typed: Typed; errors?: Record<string, string>; value?: { duiding: string } };

function errorsIn(read: Read, { props, text }: Form): Record<string, string> | null {
  if (!read.ok) return read.errors ?? {};
  const said = read.value?.duiding ?? "";
  if (said === "" && !text?.text) return { duiding: "Schrijf wat dit cijfer volgens jullie zegt." };
  const wrong = faultIn(said, props.placeholders);
  return wrong ? { duiding: wrong } : null;
}

function stale(c: Context<Env>, { page, props }: Form, kept: string) {
  const href = paths.interpretation(props.round.year, props.figure.concept);
  return fault(
    c,
    page,
    "stale",
    "Iemand anders schreef intussen een duiding bij dit cijfer.",
    { href, label: "Bekijk de nieuwe duiding" },
    [{ label: "Jouw tekst", text: kept }],
  );
}
