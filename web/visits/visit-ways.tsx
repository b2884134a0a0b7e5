import type { JSX } from "preact";
import { paths } from "../paths.ts";

/** The ways to look at visits: each page of them leads to the others. */
export function VisitWays({
  isMember,
  drafts = false,
  host = false,
}: {
  /** who is there on behalf of an organisation has visits of its own */
  isMember: boolean;
  /** who reads the drafts out of the own answers */
  drafts?: boolean;
  /** who says how much is received */
  host?: boolean;
}): JSX.Element {
  const ways = [
    { href: paths.visits(), label: "Aanbod en vragen" },
    { href: paths.visitAgenda(), label: "Agenda" },
    { href: paths.visitMap(), label: "Kaart" },
    ...(isMember
      ? [
          { href: paths.myVisits(), label: "Onze werkbezoeken" },
          { href: paths.myVisitsCalendar(), label: "Onze kalender" },
        ]
      : []),
    ...(drafts ? [{ href: paths.visitDrafts(), label: "Concepten uit je antwoorden" }] : []),
    ...(host
      ? [
          { href: paths.hostSettings(), label: "Hoeveel bezoek we ontvangen" },
          { href: paths.bundles(), label: "Gebundelde vragen in onze buurt" },
        ]
      : []),
    { href: paths.exchange(), label: "Ruilbeurs" },
    { href: paths.network(), label: "Wie kwam bij wie" },
    { href: paths.lessons(), label: "Lessen" },
    { href: paths.learned(), label: "Wat er geleerd is" },
    { href: paths.publicAgenda(), label: "Openbare agenda" },
  ];
  return (
    <nav class="wt-visit-ways" id="meer" aria-label="Meer over werkbezoeken">
      <ul>
        {ways.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
