import { Hono } from "hono";
import { HistoryPage } from "../../web/members/history-page.tsx";
import { ProfileOverviewPage } from "../../web/members/profile-overview-page.tsx";
import { ProfilePage } from "../../web/members/profile-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { newId } from "../http/identifiers.ts";
import { readPage, show } from "../http/page.ts";
import { editProfile, hasLeft, readsFacts, seeHistory, seeMember } from "./policy.ts";
import { labeller, memberToShow, profileFacts } from "./profile.ts";
import * as queries from "./queries.ts";

/** A member's profile, its history, and the overview from which its editor changes it. */
export const profileRoutes = new Hono<Env>()
  .get(paths.member(":slug"), async (c) => {
    const slug = c.req.param("slug");
    const today = dayInAmsterdam(c.var.now);
    const page = await readPage(c, (db, scope) => [
      queries.memberBySlug(db, slug, today),
      queries.municipalitiesOf(db, slug, today),
      queries.currentValues(db, scope, slug),
      queries.allChoices(db),
    ]);
    const [[member], municipalities, values, choices] = page.rows;
    const decision = seeMember(member);
    if (!decision.may || !member) return refuse(c, page, { because: "missing" });
    const maySeeHistory = seeHistory(page.viewer, member).may;
    const facts = profileFacts(
      { memberName: member.name, today, named: maySeeHistory },
      values,
      labeller(choices, municipalities),
    );
    return show(
      c,
      <ProfilePage
        frame={page.frame}
        member={memberToShow(member, municipalities)}
        opened={readsFacts(page.viewer) ? { facts, contact: member } : null}
        hasLeft={hasLeft(member, today)}
        mayEdit={editProfile(page.viewer, member, today).may}
        maySeeHistory={maySeeHistory}
      />,
    );
  })
  .get(paths.memberHistory(":slug"), async (c) => {
    const slug = c.req.param("slug");
    const page = await readPage(c, (db) => [
      queries.memberBySlug(db, slug, dayInAmsterdam(c.var.now)),
      queries.history(db, slug),
      queries.allChoices(db),
      queries.municipalityNames(db),
    ]);
    const [[member], values, choices, municipalities] = page.rows;
    const decision = seeHistory(page.viewer, member);
    if (!decision.may) return refuse(c, page, decision);
    const labelOf = labeller(choices, municipalities);
    const memberName = member?.name ?? "";
    return show(
      c,
      <HistoryPage
        frame={page.frame}
        slug={slug}
        memberName={memberName}
        values={values}
        labelOf={labelOf}
      />,
    );
  })
  .get(paths.memberProfile(":slug"), async (c) => {
    const slug = c.req.param("slug");
    const today = dayInAmsterdam(c.var.now);
    const page = await readPage(c, (db, scope) => [
      queries.memberBySlug(db, slug, today),
      queries.currentValues(db, scope, slug),
      queries.allChoices(db),
      queries.municipalityNames(db),
    ]);
    const [[member], values, choices, municipalities] = page.rows;
    const decision = editProfile(page.viewer, member, today);
    if (!decision.may) return refuse(c, page, decision);
    if (!member) throw new Error("The policy lets nobody edit a member that does not exist.");
    return show(
      c,
      <ProfileOverviewPage
        frame={page.frame}
        slug={slug}
        facts={profileFacts(
          { memberName: member.name, today, named: true },
          values,
          labeller(choices, municipalities),
        )}
        contact={member}
        message={c.req.query("melding")}
        newId={newId}
      />,
    );
  });
