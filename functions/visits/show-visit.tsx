import type { Context } from "hono";
import { VISIT_NOTICES } from "../../web/visits/labels.ts";
import { VisitPage } from "../../web/visits/visit-page.tsx";
import type { ThreadSeen } from "../../web/visits/visit-thread.tsx";
import type { Env } from "../http/env.ts";
import { newId } from "../http/identifiers.ts";
import { show } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { mayLookBack } from "./after/policy.ts";
import { goingTo } from "./going.ts";
import { isAgreed } from "./lifecycle.ts";
import { maySearchDates, mayWriteMessage } from "./meeting-policy.ts";
import { movesFor } from "./move-policy.ts";
import { mayBringColleagues } from "./participant-policy.ts";
import { mayDownloadCalendar, mayReadContacts, mayReadThread, sideOf } from "./policy.ts";
import type { VisitRow } from "./visit-queries.ts";
import type { VisitPageRows } from "./visit-reading.ts";

/** The page of a visit for who may read it; `writing` is a message that has to be typed again. */
export function showVisit(
  c: Context<Env>,
  page: VisitPageRows,
  viewer: Viewer,
  visit: VisitRow,
  status: 200 | 422 = 200,
  writing: Partial<ThreadSeen> = {},
) {
  const { now } = c.var;
  const { frame, events, guests, hosts, messages } = page;
  const thread = {
    messages,
    mayWrite: mayWriteMessage(viewer, visit, messages.length).may,
    newId: newId(),
    ...writing,
  };
  return show(
    c,
    <VisitPage
      frame={frame}
      visit={visit}
      side={sideOf(viewer, visit)}
      events={events}
      contacts={mayReadContacts(viewer, visit) ? { guests, hosts } : null}
      moves={movesFor(viewer, visit, now)}
      participants={
        isAgreed(visit.state) && sideOf(viewer, visit)
          ? { people: goingTo(page), mayChange: mayBringColleagues(viewer, visit, now).may }
          : null
      }
      hasCalendar={mayDownloadCalendar(viewer, visit).may}
      isOver={mayLookBack(viewer, visit, now).may}
      dates={{ proposed: page.dates, isSearching: maySearchDates(viewer, visit, now).may }}
      thread={mayReadThread(viewer, visit) ? thread : null}
      notice={VISIT_NOTICES[c.req.query("melding") ?? ""]}
    />,
    status,
  );
}
