import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { hostContract, pauseContract } from "../../web/visits/host-contract.ts";
import { HOST_NOTICES, HostPage, type HostPageProps } from "../../web/visits/host-page.tsx";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { quartersFrom, receptionsIn } from "./host-load.ts";
import { maySetHost } from "./host-policy.ts";
import { hostOf, hostStatements } from "./host-reading.ts";
import { weeksFrom } from "./host-weeks.ts";
import { pauseHost, saveHost } from "./host-writes.ts";

/** Weeks ahead that can be closed: half a year. */
const WEEKS_AHEAD = 26;

export const hostRoutes = new Hono<Env>();

async function readHostPage(c: Context<Env>) {
  const { now } = c.var;
  const { rows, ...page } = await readPage(c, (db, scope) => hostStatements(db, scope.memberId, now));
  const [limits, blackouts, hosted] = rows;
  const stands: Typed = {
    maximum: [String(limits[0]?.maxPerQuarter ?? "")],
    dagen: [String(limits[0]?.leadDays ?? 0)],
    weken: blackouts.map(({ weekOn }) => weekOn),
    revisie: [String(limits[0]?.revision ?? 0)],
  };
  return { page, host: hostOf(limits, blackouts, hosted), stands, weeks: weeksFrom(now, WEEKS_AHEAD) };
}
type HostRead = Awaited<ReturnType<typeof readHostPage>>;

function showHost(
  c: Context<Env>,
  { page, host, weeks, stands }: HostRead,
  more: Partial<Pick<HostPageProps, "typed" | "errors" | "notice" | "stale">> = {},
) {
  const loads = quartersFrom(c.var.now, 2).map((quarter) => ({
    ...quarter,
    booked: receptionsIn(host.hosted, quarter.from),
  }));
  const { isPaused, maxPerQuarter: maximum } = host.limits;
  const memberName = page.viewer?.member?.memberName ?? "";
  const { frame } = page;
  return show(
    c,
    <HostPage {...{ frame, memberName, isPaused, maximum, loads, weeks, typed: stands, ...more }} />,
    more.stale ? 409 : more.errors ? 422 : 200,
  );
}

hostRoutes.get(paths.hostSettings(), async (c) => {
  const read = await readHostPage(c);
  const decision = maySetHost(read.page.viewer);
  if (!decision.may) return refuse(c, read.page, decision);
  return showHost(c, read, { notice: HOST_NOTICES[c.req.query("melding") ?? ""] });
});

const done = (c: Context<Env>, word: string) => c.redirect(`${paths.hostSettings()}?melding=${word}`, 303);
const back = { href: paths.hostSettings(), label: "Bekijk de afspraken" };

hostRoutes.post(paths.hostSettings(), async (c) => {
  const typed = await readForm(c);
  const found = await readHostPage(c);
  const { viewer } = found.page;
  const decision = maySetHost(viewer);
  if (!decision.may || !viewer?.member)
    return refuse(c, found.page, decision.may ? { because: "forbidden" } : decision, typed);
  const read = parseForm(hostContract, typed);
  if (!read.ok) return showHost(c, found, { typed, errors: read.errors });
  const weeks = found.weeks.filter(({ weekOn }) => read.value.weken.includes(weekOn));
  const { memberId } = viewer.member;
  const { db, now } = c.var;
  const [saved] = await write(
    c,
    saveHost(db, { memberId, personId: viewer.personId, now }, read.value, weeks),
  );
  return saved.length > 0 || isSame(found.stands, typed)
    ? done(c, "bewaard")
    : showHost(c, found, { typed: { ...typed, revisie: found.stands.revisie ?? [] }, stale: CHANGED });
});

const CHANGED =
  "Een collega heeft de afspraken intussen veranderd. Er is niets bewaard. Wat jij invulde, staat er nog.";

/** A second click on the same form: what it asked for is what stands. */
const isSame = (stands: Typed, typed: Typed): boolean =>
  ["maximum", "dagen", "weken"].every(
    (name) => (stands[name] ?? []).join(" ") === (typed[name] ?? []).join(" "),
  );

hostRoutes.post(paths.hostPause(), async (c) => {
  const typed = await readForm(c);
  const { page } = await readHostPage(c);
  const { viewer } = page;
  const decision = maySetHost(viewer);
  if (!decision.may || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "forbidden" } : decision, typed);
  const read = parseForm(pauseContract, typed);
  if (!read.ok) return fault(c, page, "stale", Object.values(read.errors)[0], back);
  const { memberId } = viewer.member;
  const { db, now } = c.var;
  await write(c, [pauseHost(db, { memberId, personId: viewer.personId, now }, read.value.pauze)]);
  return done(c, read.value.pauze ? "dicht" : "open");
});
