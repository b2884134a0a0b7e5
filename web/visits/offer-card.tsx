import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { DayStub } from "./day-stub.tsx";
import { beginningOf, Facts, seatsLeft, WholeHours } from "./facts.tsx";
import { FORMATS, OFFER_STATE_WORDS } from "./labels.ts";
import { formatMoment } from "./moment.ts";
import type { OfferSeen } from "./seen.ts";

/** An offer as an invitation in a list: who, what you will see, for whom, when, where, and room. */
export function OfferCard({ offer, isOwn = false }: { offer: OfferSeen; isOwn?: boolean }): JSX.Element {
  const state = OFFER_STATE_WORDS[offer.state];
  return (
    <article class="wt-invitation">
      <DayStub startsAt={offer.startsAt} />
      <div class="wt-invitation__words">
        <p class="wt-invitation__who">
          {offer.memberName}
          {offer.provinces ? ` · ${offer.provinces}` : ""}
        </p>
        <h3 class="wt-invitation__title">
          <a href={paths.offer(offer.id)}>{offer.title}</a>
        </h3>
        <p class="wt-invitation__badges">
          <Badge kind="green">{FORMATS[offer.format].label}</Badge>
          {isOwn ? <Badge kind={state.kind}>{state.label}</Badge> : null}
        </p>
        <p>{beginningOf(offer.whatYouSee, 180)}</p>
        <Facts
          facts={[
            { label: "Voor wie", value: offer.forWhom },
            { label: "Wanneer", value: <WholeHours words={formatMoment(offer)} /> },
            { label: "Waar", value: offer.location },
            { label: "Plekken", value: seatsLeft(offer.seats, offer.taken) },
            { label: "Thema", value: offer.themes.map(({ name }) => name).join(", ") },
          ]}
        />
      </div>
    </article>
  );
}
