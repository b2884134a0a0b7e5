import { Hono } from "hono";
import type { MemberFacet } from "../../db/vocabulary.ts";
import { AlikePage } from "../../web/members/alike-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readBarePage, readPage, show } from "../http/page.ts";
import { type TeamFacts, teamsAlike } from "./alike.ts";
import { comparedTeams } from "./alike-queries.ts";
import { namesIn } from "./directory.ts";
import { seeAlike } from "./policy.ts";
import { allChoices, memberBySlug } from "./queries.ts";

/** How many teams the page shows. */
const MOST_SHOWN = 10;

type Row = Awaited<ReturnType<typeof comparedTeams>>[number];

function teamOf({ facets, municipalityNames, ...row }: Row): TeamFacts & { slug: string; places: string[] } {
  const all = JSON.parse(facets) as [MemberFacet, string][];
  const of = (wanted: MemberFacet) => all.flatMap(([facet, code]) => (facet === wanted ? [code] : []));
  return {
    ...row,
    places: namesIn(municipalityNames),
    provinces: of("province"),
    forms: of("legal_form"),
    systems: of("process_systems"),
    laws: of("laws"),
  };
}

/** "Teams zoals wij": of any member, and of one's own. Mounted before the profiles, whose address would catch it. */
export const alikeRoutes = new Hono<Env>()
  .get(paths.ownAlike(), async (c) => {
    const page = await readBarePage(c);
    if (!page.viewer) return refuse(c, page, { because: "anonymous" });
    const own = page.viewer.member;
    return c.redirect(own ? paths.memberAlike(own.memberSlug) : paths.members(), 302);
  })
  .get(paths.memberAlike(":slug"), async (c) => {
    const slug = c.req.param("slug") ?? "";
    const today = dayInAmsterdam(c.var.now);
    const { rows, ...page } = await readPage(c, (db, scope) => [
      memberBySlug(db, slug, today),
      comparedTeams(db, scope, slug, today),
      allChoices(db),
    ]);
    const [[member], [itself, ...others], choices] = rows;
    const decision = seeAlike(page.viewer, member);
    if (!decision.may || !itself) return refuse(c, page, decision.may ? { because: "missing" } : decision);
    const labels = new Map(choices.map(({ list, code, label }) => [`${list} ${code}`, label]));
    return show(
      c,
      <AlikePage
        frame={page.frame}
        member={itself}
        isOwn={page.viewer?.member?.memberId === itself.id}
        teams={teamsAlike(teamOf(itself), others.map(teamOf), MOST_SHOWN)}
        labelOf={(list, code) => labels.get(`${list} ${code}`) ?? code}
      />,
    );
  });
