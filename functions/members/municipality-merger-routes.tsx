import { type Context, Hono } from "hono";
import type { Statement } from "../../db/client.ts";
import {
  type MergerPreview,
  MergerPreviewPage,
  MunicipalityMergerPage,
} from "../../web/members/municipality-merger-page.tsx";
import { mergerContract } from "../../web/members/municipality-words.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { mayManage } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { newId, sha256 } from "../http/identifiers.ts";
import { readBarePage, readPage, show, write } from "../http/page.ts";
import { type MergerPlan, type MovedMember, movedMembers, readMerger } from "./municipality-merger.ts";
import { applyMerger, removeMerger, storeMerger } from "./municipality-merger-queries.ts";
import * as queries from "./municipality-queries.ts";

/** Municipalities that go on together: previewed, stored, and withdrawn as long as the day has not come. */
export const municipalityMergerRoutes = new Hono<Env>();

const CHANGED =
  "Deze gemeenten zijn intussen gewijzigd. Er is niets vastgelegd. Kijk in de lijst hoe het nu staat.";
const STARTED = "Deze herindeling is al verwerkt of ingetrokken.";

municipalityMergerRoutes.get(paths.municipalityMerger(), async (c) => {
  const page = await readBarePage(c);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  return show(c, <MunicipalityMergerPage frame={page.frame} typed={{ id: [newId()] }} />);
});

municipalityMergerRoutes.post(paths.municipalityMerger(), async (c) => {
  const typed = await readForm(c);
  const page = await readMergerPage(c, typed);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision, typed);
  if (page.rows[2].length > 0) return c.redirect(`${paths.municipalities()}?melding=herindeling`, 303);
  const again = (errors?: FieldErrors) => drawForm(c, page, typed, errors);
  const form = parseForm(mergerContract, typed);
  if (!form.ok) return again(form.errors);
  if (typed.actie?.[0] === "wijzigen") return again();
  const read = readMerger(form.value, page.rows[0]);
  return read.ok ? previewOrStore(c, page, typed, { ...form.value, plan: read.plan }) : again(read.errors);
});

function drawForm(c: Context<Env>, { frame }: MergerPage, typed: Typed, errors?: FieldErrors) {
  const page = <MunicipalityMergerPage frame={frame} typed={typed} {...(errors && { errors })} />;
  return show(c, page, errors ? 422 : 200);
}

const readMergerPage = (c: Context<Env>, typed: Typed) =>
  readPage(c, (db) => [
    queries.registryOfNow(db, dayInAmsterdam(c.var.now)),
    queries.placesOfMembers(db),
    queries.mergerById(db, typed.id?.[0] ?? ""),
  ]);

type MergerPage = Awaited<ReturnType<typeof readMergerPage>>;
type Asked = { id: string; ingang: string; gezien: string; plan: MergerPlan };

async function previewOrStore(c: Context<Env>, page: MergerPage, typed: Typed, asked: Asked) {
  const [registry, places] = page.rows;
  const members = places.map((each) => ({ ...each, codes: JSON.parse(each.codes) as string[] }));
  const moved = movedMembers(asked.plan, members, registry);
  const seen = await sha256(JSON.stringify([asked.plan, asked.ingang, moved]));
  if (typed.actie?.[0] === "vastleggen" && asked.gezien === seen) return store(c, page, asked);
  const isOvertaken = asked.gezien !== "" && asked.gezien !== seen;
  const preview = previewOf(asked, moved, dayInAmsterdam(c.var.now));
  const props = { typed, preview, seen, isOvertaken };
  return show(c, <MergerPreviewPage frame={page.frame} {...props} />, isOvertaken ? 409 : 200);
}

function previewOf({ plan, ingang }: Asked, members: MovedMember[], today: string): MergerPreview {
  const { parts, inhabitants, successor } = plan;
  const isNew = successor.made !== null;
  return {
    parts,
    inhabitants,
    members,
    fromOn: ingang,
    isNow: ingang <= today,
    successor: { ...successor, isNew },
  };
}

async function store(c: Context<Env>, page: MergerPage, { id, ingang, plan }: Asked) {
  const { db, now } = c.var;
  const by = page.viewer?.personId ?? "";
  const parts = plan.parts.map(({ code }) => code);
  const merger = { id, parts, fromOn: ingang, by, now, successor: plan.successor };
  const follow: Statement[] = ingang <= dayInAmsterdam(now) ? applyMerger(db, id, now) : [];
  const rows = await write(c, [...storeMerger(db, merger), ...follow, queries.mergerById(db, id)]);
  if ((rows.at(-1) as unknown[]).length === 0) return refuse(c, page, { because: "stale", what: CHANGED });
  return c.redirect(`${paths.municipalities()}?melding=herindeling`, 303);
}

municipalityMergerRoutes.post(paths.municipalityMergerRemoval(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const page = await readPage(c, (db) => [queries.mergerById(db, id)]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [[merger]] = page.rows;
  if (!merger) return refuse(c, page, { because: "stale", what: STARTED });
  const { db, now } = c.var;
  const by = { personId: page.viewer?.personId ?? "", now };
  const rows = await write(c, [...removeMerger(db, merger, by), queries.mergerById(db, id)]);
  if ((rows.at(-1) as unknown[]).length > 0) return refuse(c, page, { because: "stale", what: STARTED });
  return c.redirect(`${paths.municipalities()}?melding=ingetrokken`, 303);
});
