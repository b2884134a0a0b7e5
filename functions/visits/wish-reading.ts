import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { TravelUnit, VisitFormat } from "../../db/visit-vocabulary.ts";
import { FORMATS, TRAVEL_UNIT_WORDS } from "../../web/visits/labels.ts";
import type { Typed } from "../http/form.ts";
import type { SessionScope } from "../http/session.ts";
import { appendEvent } from "./visit-writes.ts";

interface OpenWish {
  id: string;
  themeId: string;
  learningQuestion: string;
  whatWeBring: string;
  period: string;
  seats: number;
  format: VisitFormat | null;
  travelLimit: number | null;
  travelUnit: TravelUnit | null;
}

/** One's own open request, to ask a team with; no row when it is another's or stands open no more. */
export const ownOpenWish = (db: Database, { memberId }: SessionScope, id: string) =>
  db.all<OpenWish>(sql`select id, theme_id as themeId, learning_question as learningQuestion,
      what_we_bring as whatWeBring, period, seats, preferred_format as format, travel_limit as travelLimit,
      travel_unit as travelUnit
    from visits where id = ${id} and guest_member_id = ${memberId} and state = 'open'`);

/** The form of a request, filled in with what the open request says. `vraag` travels along unseen. */
export function typedOf(wish: OpenWish): Typed {
  return {
    vraag: [wish.id],
    thema: [wish.themeId],
    leervraag: [wish.learningQuestion],
    meebrengen: [wish.whatWeBring],
    periode: [wish.period],
    aantal: [String(wish.seats)],
    vorm: wish.format ? [FORMATS[wish.format].slug] : [],
    reisgrens: wish.travelLimit === null ? [] : [String(wish.travelLimit)],
    reiseenheid: wish.travelUnit ? [TRAVEL_UNIT_WORDS[wish.travelUnit].slug] : [],
  };
}

/**
 * Closes one's own open request once a team is asked with it: nobody else should invite for it as well. It stays
 * open while the new request still waits for approval within the organisation.
 */
export function closeWish(
  db: Database,
  wishId: string,
  placed: { memberId: string; personId: string; visitId: string; now: number },
) {
  return [
    db.run(sql`update visits set state = 'withdrawn', revision = revision + 1, updated_at = ${placed.now}
      where id = ${wishId} and guest_member_id = ${placed.memberId} and state = 'open'
        and exists (select 1 from visits asked where asked.id = ${placed.visitId}
          and asked.guest_member_id = ${placed.memberId} and asked.state <> 'awaiting_approval')`),
    appendEvent(db, wishId, placed.personId, "Met deze vraag is een bezoek aangevraagd.", placed.now),
  ] as const;
}
