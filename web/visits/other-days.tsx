import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { WaitList } from "../ui/wait-list.tsx";
import { seatsLeft } from "./facts.tsx";
import { OFFER_STATE_WORDS } from "./labels.ts";
import { formatMoment } from "./moment.ts";
import type { SiblingSeen } from "./seen.ts";

/** The same offer on other days, each with its own seats. */
export function OtherDays({
  siblings,
  isOwn,
}: {
  siblings: readonly SiblingSeen[];
  isOwn: boolean;
}): JSX.Element | null {
  if (siblings.length === 0) return null;
  return (
    <section aria-labelledby="andere-dagen">
      <h2 id="andere-dagen">Ook op andere dagen</h2>
      <WaitList
        items={siblings.map((day) => ({
          badge: isOwn ? OFFER_STATE_WORDS[day.state] : { kind: "green", label: "Open" },
          href: paths.offer(day.id),
          label: formatMoment(day),
          hint: seatsLeft(day.seats, day.taken),
        }))}
      />
    </section>
  );
}
