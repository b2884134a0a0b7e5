import { type Context, Hono } from "hono";
import { allConfirmedContract } from "../../web/members/contract.ts";
import { HistoryPage } from "../../web/members/history-page.tsx";
import { ProfileOverviewPage } from "../../web/members/profile-overview-page.tsx";
import { ProfilePage } from "../../web/members/profile-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { contactsOf } from "./contact-person-queries.ts";
import { editProfile, hasLeft, readsFacts, seeHistory } from "./policy.ts";
import { labeller, memberToShow, profileFacts } from "./profile.ts";
import { confirmAll } from "./profile-changes.ts";
import * as queries from "./queries.ts";

/** What every address under a member begins with. */
const slugOf = (c: Context<Env>): string => c.req.param("slug") ?? "";
const todayOf = (c: Context<Env>): string => dayInAmsterdam(c.var.now);

async function readProfile(c: Context<Env>) {
  const slug = slugOf(c);
  const today = todayOf(c);
  const page = await readPage(c, (db, scope) => [
    queries.memberBySlug(db, slug, today),
    queries.municipalitiesOf(db, slug, today),
    queries.currentValues(db, scope, slug),
    queries.allChoices(db),
    contactsOf(db, scope, slug),
  ]);
  const [[member], municipalities, values, choices, people] = page.rows;
  return { page, today, member, municipalities, values, people, labelOf: labeller(choices, municipalities) };
}

/** A member's profile, its history, and the overview from which its editor changes it. */
export const profileRoutes = new Hono<Env>()
  .get(paths.member(":slug"), async (c) => {
    const { page, today, member, municipalities, values, people, labelOf } = await readProfile(c);
    if (!member) return refuse(c, page, { because: "missing" });
    const maySeeHistory = seeHistory(page.viewer, member).may;
    const facts = profileFacts({ memberName: member.name, today, named: maySeeHistory }, values, labelOf);
    return show(
      c,
      <ProfilePage
        frame={page.frame}
        member={memberToShow(member, municipalities)}
        opened={readsFacts(page.viewer) ? { facts, contact: member, people } : null}
        hasLeft={hasLeft(member, today)}
        mayEdit={editProfile(page.viewer, member, today).may}
        maySeeHistory={maySeeHistory}
      />,
    );
  })
  .get(paths.memberProfile(":slug"), async (c) => {
    const { page, today, member, values, labelOf } = await readProfile(c);
    const decision = editProfile(page.viewer, member, today);
    if (!decision.may || !member) return refuse(c, page, decision.may ? { because: "missing" } : decision);
    const facts = profileFacts({ memberName: member.name, today, named: true }, values, labelOf);
    return show(
      c,
      <ProfileOverviewPage
        frame={page.frame}
        slug={member.slug}
        facts={facts}
        contact={member}
        message={c.req.query("melding")}
        newId={newId}
      />,
    );
  })
  .post(paths.memberProfileConfirmation(":slug"), async (c) => {
    const typed = await readForm(c);
    const { page, today, member } = await readProfile(c);
    const decision = editProfile(page.viewer, member, today);
    if (!decision.may) return refuse(c, page, decision, typed);
    if (!member || !page.viewer) return refuse(c, page, { because: "missing" });
    const form = parseForm(allConfirmedContract, typed);
    const seen = form.ok ? form.value.gezien.split(" ").filter(Boolean) : [];
    const by = { memberId: member.id, slug: member.slug, personId: page.viewer.personId };
    const [, , , [after]] = await write(c, confirmAll(c.var.db, { ...by, seen, today, now: c.var.now }));
    const word = (after?.changed ?? 0) > 0 ? "deels-bevestigd" : "alles-bevestigd";
    return c.redirect(`${paths.memberProfile(member.slug)}?melding=${word}`, 303);
  })
  .get(paths.memberHistory(":slug"), async (c) => {
    const page = await readPage(c, (db) => [
      queries.memberBySlug(db, slugOf(c), todayOf(c)),
      queries.history(db, slugOf(c)),
      queries.allChoices(db),
      queries.municipalityList(db, todayOf(c)),
    ]);
    const [[member], values, choices, municipalities] = page.rows;
    const decision = seeHistory(page.viewer, member);
    if (!decision.may || !member) return refuse(c, page, decision.may ? { because: "missing" } : decision);
    const labelOf = labeller(choices, municipalities);
    return show(c, <HistoryPage frame={page.frame} member={member} values={values} labelOf={labelOf} />);
  });
