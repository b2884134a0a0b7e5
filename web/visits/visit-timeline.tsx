import type { JSX } from "preact";
import { formatDateTime } from "../ui/dutch.ts";
import { Told } from "./facts.tsx";
import { isLateCancellation } from "./late.ts";
import { formatMoment } from "./moment.ts";
import type { EventSeen } from "./seen.ts";

/** What happened, told from the state before and after it. */
function wordsOf(event: EventSeen, before: EventSeen | undefined): string {
  if (event.handedFrom) return "Andere contactpersoon";
  if (!before) return event.state === "open" ? "Open vraag geplaatst" : "Bezoek aangevraagd";
  if (before.state === "awaiting_approval" && !["disapproved", "withdrawn"].includes(event.state))
    return "Akkoord van de leidinggevende";
  if (event.state === "counter_proposed")
    return before.state === "open" ? "Uitgenodigd" : "Gastheer stelt een dag voor";
  if (event.state === "requested") return "Gast stelt een dag voor";
  if (event.state === "accepted") return acceptedAfter(before.state);
  if (event.state === "cancelled")
    return isLateCancellation(before, event.at)
      ? "Bezoek kort van tevoren geannuleerd"
      : "Bezoek geannuleerd";
  const ends: Partial<Record<EventSeen["state"], string>> = {
    declined: "Afgewezen",
    withdrawn: "Aanvraag ingetrokken",
    waiting: "Op de wachtlijst gezet",
    moved: "Afspraak verplaatst",
    confirmed: "De gast bevestigt te komen",
    disapproved: "Geen akkoord van de leidinggevende",
    took_place: "Het bezoek is doorgegaan",
    did_not_take_place: "Het bezoek ging niet door",
  };
  return ends[event.state] ?? "";
}

function acceptedAfter(before: EventSeen["state"]): string {
  if (before === "waiting") return "Plek gekregen";
  return before === "requested" || before === "counter_proposed" ? "Afgesproken" : "Afspraak verplaatst";
}

const isNewMoment = (event: EventSeen, before: EventSeen | undefined) =>
  event.startsAt !== null && (event.startsAt !== before?.startsAt || event.endsAt !== before.endsAt);

/** The story of a visit in order, for its two sides. */
export function VisitTimeline({ events }: { events: readonly EventSeen[] }): JSX.Element {
  return (
    <ol class="wt-timeline">
      {events.map((event, at) => (
        <li key={event.revision}>
          <strong>{wordsOf(event, events[at - 1])}</strong>
          <p class="wt-timeline__when">
            <time dateTime={new Date(event.at).toISOString()}>{formatDateTime(event.at)}</time>
            {event.personName ? `, door ${event.personName}` : ""}
          </p>
          {isNewMoment(event, events[at - 1]) ? <p>{`Dag: ${formatMoment(event)}`}</p> : null}
          {event.note ? <Told text={event.note} /> : null}
        </li>
      ))}
    </ol>
  );
}
