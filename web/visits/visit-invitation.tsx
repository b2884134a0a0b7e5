import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { countOf } from "../ui/dutch.ts";
import { DayStub } from "./day-stub.tsx";
import { Facts, seatsLeft, Told } from "./facts.tsx";
import { CAUSES, FORMATS } from "./labels.ts";
import { formatMoment } from "./moment.ts";
import type { Side } from "./moves.ts";
import { sheetLines } from "./practical-sheet.ts";
import type { VisitSeen } from "./seen.ts";

/** The invitation itself: who, what, when, where, and how to get there. */
export function VisitInvitation({ visit, side }: { visit: VisitSeen; side: Side | null }): JSX.Element {
  const offerLink =
    visit.offerId && visit.offerState === "published" ? (
      <a href={paths.offer(visit.offerId)}>{visit.offerTitle}</a>
    ) : (
      visit.offerTitle
    );
  return (
    <article class="wt-invitation wt-invitation--large">
      <DayStub startsAt={visit.startsAt} />
      <div class="wt-invitation__words">
        <h2>Leervraag</h2>
        <Told text={visit.learningQuestion} />
        <Facts
          facts={[
            {
              label: "Gast",
              value: <a href={paths.member(visit.guestMemberSlug)}>{visit.guestMemberName}</a>,
            },
            {
              label: "Gastheer",
              value: visit.hostMemberSlug ? (
                <a href={paths.member(visit.hostMemberSlug)}>{visit.hostMemberName}</a>
              ) : null,
            },
            { label: "Aanbod", value: offerLink },
            { label: "Vorm", value: visit.offerFormat ? FORMATS[visit.offerFormat].label : null },
            { label: "Thema", value: visit.themeName },
            { label: "Met", value: countOf(visit.seats, "persoon", "personen") },
            { label: "Wanneer", value: formatMoment(visit) },
            { label: "Wens", value: visit.period },
            { label: "Niet doorgegaan", value: visit.absenceCause ? CAUSES[visit.absenceCause].label : null },
            { label: "Plaats", value: visit.waitingPlace ? placeInLine(visit) : null },
            { label: "Waar", value: visit.location || visit.offerLocation },
            {
              label: "Plekken",
              // What the host weighs before accepting; to the guest it says nothing.
              value:
                side === "host" && visit.offerSeats !== null
                  ? seatsLeft(visit.offerSeats, visit.offerTaken)
                  : null,
            },
          ]}
        />
        {visit.whatYouSee ? (
          <>
            <h2>Wat de gasten te zien krijgen</h2>
            <Told text={visit.whatYouSee} />
          </>
        ) : null}
        {visit.whatWeBring ? (
          <>
            <h2>Wat de gasten meebrengen</h2>
            <Told text={visit.whatWeBring} />
          </>
        ) : null}
        <PracticalPart visit={visit} />
      </div>
    </article>
  );
}

/** How to get there and what to know; lines that the host left empty are not there. */
function PracticalPart({ visit }: { visit: VisitSeen }): JSX.Element | null {
  const lines = sheetLines({
    practical: visit.practical ?? "",
    access: visit.access ?? "",
    parking: visit.parking ?? "",
    diet: visit.diet ?? "",
    safety: visit.safety ?? "",
    noPhotos: visit.noPhotos ?? "",
    language: visit.language ?? "dutch",
  });
  if (lines.length === 0) return null;
  return (
    <>
      <h2>Zo kom je er</h2>
      <Facts facts={lines.map(({ label, value }) => ({ label, value: <Told text={value} /> }))} />
    </>
  );
}

const placeInLine = ({ waitingPlace, offerWaiting }: VisitSeen): string =>
  `${waitingPlace} van ${offerWaiting} op de wachtlijst`;
