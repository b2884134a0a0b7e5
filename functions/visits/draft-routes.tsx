import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { draftContract, draftStateContract } from "../../web/visits/draft-contract.ts";
import { DraftPage } from "../../web/visits/draft-page.tsx";
import { DRAFT_NOTICES, DraftsPage } from "../../web/visits/drafts-page.tsx";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { mayManageDrafts, mayReadDrafts } from "./draft-policy.ts";
import { draftKeyOf, draftsOf, readDrafts } from "./draft-reading.ts";
import { discardedDraft, editedDraft, returnedDraft } from "./draft-writes.ts";
import { sharedThemes } from "./offer-queries.ts";
import { mayOffer } from "./policy.ts";

export const draftRoutes = new Hono<Env>();

async function readDraftsPage(c: Context<Env>) {
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [sharedThemes(db), ...readDrafts(db, scope)] as const,
  );
  const [themes, answers, codings] = rows;
  return { ...page, themes, drafts: draftsOf(answers, codings, themes) };
}
draftRoutes.get(paths.visitDrafts(), async (c) => {
  const page = await readDraftsPage(c);
  const { viewer, frame, drafts } = page;
  const decision = mayReadDrafts(viewer);
  if (!decision.may) return refuse(c, page, decision);
  const notice = DRAFT_NOTICES[c.req.query("melding") ?? ""];
  const mayManage = mayManageDrafts(viewer).may;
  const memberName = viewer?.member?.memberName ?? "";
  return show(c, <DraftsPage {...{ frame, memberName, drafts, mayManage, notice }} />);
});

const back = { href: paths.visitDrafts(), label: "Bekijk de concepten" };
const done = (c: Context<Env>, word: string) => c.redirect(`${paths.visitDrafts()}?melding=${word}`, 303);

/** Who may touch which draft; to everybody else it does not exist. */
async function readDraft(c: Context<Env>) {
  const typed = c.req.method === "POST" ? await readForm(c) : undefined;
  const page = await readDraftsPage(c);
  const decision = mayManageDrafts(page.viewer);
  const key = draftKeyOf(c.req.param("key"));
  const draft = page.drafts.find((each) => each.key === c.req.param("key"));
  const { member, personId } = page.viewer ?? {};
  if (!decision.may) return { refusal: await refuse(c, page, decision, typed) };
  if (!key || !draft || !member || !personId)
    return { refusal: await refuse(c, page, { because: "missing" }, typed) };
  return {
    typed: typed ?? {},
    page,
    draft,
    key: { ...key, memberId: member.memberId, personId, now: c.var.now },
  };
}

/** A draft that was placed or thrown away has nothing to change; its page would be empty. */
draftRoutes.get(paths.visitDraft(":key"), async (c) => {
  const given = await readDraft(c);
  if ("refusal" in given) return given.refusal;
  const { page, draft } = given;
  if (draft.text === "") return c.redirect(paths.visitDrafts(), 303);
  const mayPlace = mayOffer(page.viewer).may;
  return show(c, <DraftPage {...{ frame: page.frame, draft, themes: page.themes, mayOffer: mayPlace }} />);
});

draftRoutes.post(paths.visitDraft(":key"), async (c) => {
  const given = await readDraft(c);
  if ("refusal" in given) return given.refusal;
  const { typed, page, draft, key } = given;
  const read = parseForm(draftContract, typed);
  const known = read.ok && (read.value.thema === "" || page.themes.some(({ id }) => id === read.value.thema));
  if (!read.ok || !known) {
    const errors = read.ok ? { thema: "Kies een thema uit de lijst." } : read.errors;
    const form = { draft, themes: page.themes, mayOffer: mayOffer(page.viewer).may, typed, errors };
    return show(c, <DraftPage frame={page.frame} {...form} />, 422);
  }
  const { tekst: text, revisie: seenRevision } = read.value;
  const isWritten = draft.state === "edited" && draft.revision === seenRevision + 1 && draft.text === text;
  const change = editedDraft(c.var.db, { ...key, text, themeId: read.value.thema || null, seenRevision });
  const [changed] = isWritten ? [[true]] : await write(c, [change]);
  if (changed.length === 0) return fault(c, page, "stale", undefined, back, [{ label: "Je tekst", text }]);
  if (typed.verder?.[0] !== "ja") return done(c, "bewaard");
  const form = draft.concept === "5A2" ? paths.newVisit() : paths.newOffer();
  return c.redirect(`${form}?concept=${draft.key}`, 303);
});

draftRoutes.post(paths.visitDraftRemoval(":key"), async (c) => {
  const given = await readDraft(c);
  if ("refusal" in given) return given.refusal;
  const { typed, page, draft, key } = given;
  if (draft.state === "discarded") return done(c, "weggegooid");
  const read = parseForm(draftStateContract, typed);
  if (!read.ok) return fault(c, page, "stale", undefined, back);
  const [gone] = await write(c, [discardedDraft(c.var.db, { ...key, seenRevision: read.value.revisie })]);
  return gone.length > 0 ? done(c, "weggegooid") : fault(c, page, "stale", undefined, back);
});

draftRoutes.post(paths.visitDraftReturn(":key"), async (c) => {
  const given = await readDraft(c);
  if ("refusal" in given) return given.refusal;
  const { typed, page, draft, key } = given;
  if (draft.state === "untouched") return done(c, "terug");
  const read = parseForm(draftStateContract, typed);
  if (!read.ok) return fault(c, page, "stale", undefined, back);
  const [returned] = await write(c, [returnedDraft(c.var.db, key, read.value.revisie)]);
  return returned.length > 0 ? done(c, "terug") : fault(c, page, "stale", undefined, back);
});
