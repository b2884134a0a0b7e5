import { type Context, Hono } from "hono";
import type { MemberFacet } from "../../db/vocabulary.ts";
import { AlikePage } from "../../web/members/alike-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { allowed, refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { type TeamFacts, teamsAlike } from "./alike.ts";
import { comparedMember, comparedTeams, memberToCompare } from "./alike-queries.ts";
import { namesIn } from "./directory.ts";
import { seeAlike } from "./policy.ts";
import { allChoices } from "./queries.ts";

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

/** "Teams zoals wij" of the member with this address, or without one of the viewer's own. */
async function showAlike(c: Context<Env>, slug: string | null) {
  const today = dayInAmsterdam(c.var.now);
  const { rows, ...page } = await readPage(c, (db, scope) => {
    const which = comparedMember(scope, slug);
    return [memberToCompare(db, which), comparedTeams(db, scope, which, today), allChoices(db)];
  });
  const [[member], [first, ...rest], choices] = rows;
  // Who works for no member has no team of its own: the page says so.
  const isNobodys = slug === null && page.viewer !== null && page.viewer.member === null;
  const decision = isNobodys ? allowed : seeAlike(page.viewer, member);
  if (!decision.may) return refuse(c, page, decision);
  const labels = new Map(choices.map(({ list, code, label }) => [`${list} ${code}`, label]));
  const own = member && first ? teamOf(first) : null;
  const isOwn = own !== null && page.viewer?.member?.memberId === own.id;
  const teams = own ? teamsAlike(own, rest.map(teamOf), MOST_SHOWN) : [];
  const labelOf = (list: string, code: string) => labels.get(`${list} ${code}`) ?? code;
  const view = { frame: page.frame, member: own, isOwn, isAddressed: slug !== null, teams, labelOf };
  return show(c, <AlikePage {...view} />);
}

/** Mounted before the profiles, whose address would catch them. */
export const alikeRoutes = new Hono<Env>()
  .get(paths.ownAlike(), (c) => showAlike(c, null))
  .get(paths.memberAlike(":slug"), (c) => showAlike(c, c.req.param("slug") ?? ""));
