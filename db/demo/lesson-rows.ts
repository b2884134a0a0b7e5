import { themeId } from "../registry/codebooks.ts";
import { foldForSearch } from "../registry/search-key.ts";
import type { actionChecks, lessons, visitActions, visitReflections } from "../schema/tables.ts";
import { guestOf, hostOf } from "./people.ts";
import type { DemoVisit } from "./visit-requests.ts";

type Outcome = (typeof actionChecks.$inferInsert)["outcome"];

interface DemoAfter {
  readonly visit: string;
  readonly guest?: readonly [first: string, second: string, third: string];
  readonly host?: readonly [first: string, second: string, third: string];
  /** of the guest */
  readonly action?: string;
  readonly checks?: readonly (readonly [days: 90 | 270, outcome: Outcome, why: string])[];
  readonly lesson?: {
    readonly title: string;
    readonly learned: string;
    readonly tip: string;
    readonly state: "approved" | "proposed" | "change_asked";
    readonly reason?: string;
  };
}

/** What teams wrote after their visits. Those that wrote nothing still have it waiting for them. */
const written: readonly DemoAfter[] = [
  {
    visit: "bezoek-rietland-papierwinkel",
    guest: [
      "Grenzen stellen begint bij de eerste kop koffie: wat doe je wel en niet.",
      "Vrijwilligers oefenen met lastige telefoontjes.",
      "Een kaart met vijf zinnen die je mag zeggen.",
    ],
    host: [
      "Onze uitleg is te lang. Dat zagen we door jullie ogen.",
      "Wie belt er na?",
      "Minder vertellen, meer doen.",
    ],
    action: "We maken met vrijwilligers een kaart met vijf zinnen.",
    lesson: {
      title: "Oefen het lastige telefoontje",
      learned:
        "In dit team oefenen vrijwilligers elke maand een telefoontje met een schuldeiser. Daarna durven ze meer en vragen ze eerder hulp.",
      tip: "Begin met een gesprek dat goed afloopt.",
      state: "approved",
    },
  },
  {
    visit: "bezoek-lindestad-dorpen",
    host: [
      "Nieuwe vragen over onze intake.",
      "Waarom doen jullie dit niet met z'n drieën?",
      "Eerder beginnen met de wandeling.",
    ],
  },
  {
    visit: "bezoek-lindestad-havenbuurt",
    guest: [
      "Cijfers gaan daar eerst langs de mensen die het werk doen.",
      "Er hing een grafiek bij het koffieapparaat.",
      "Elke maand één vraag bij één cijfer.",
    ],
    action: "We bespreken elke maand één cijfer in het teamoverleg.",
    lesson: {
      title: "Eén cijfer, één vraag, elke maand",
      learned:
        "Dit team kiest elke maand één cijfer. Een collega stelt er één vraag bij. Niemand hoeft zich te verdedigen, want het gaat over het werk.",
      tip: "Kies een cijfer waar het team zelf invloed op heeft.",
      state: "approved",
    },
  },
  {
    visit: "bezoek-waterrand-lindestad",
    guest: [
      "Ga naar de huisarts toe, niet andersom.",
      "Ze beginnen om half acht.",
      "Een vast kwartier per praktijk.",
    ],
    host: [
      "We zagen zelf pas hoe vast ons ritme is.",
      "Wat als de huisarts wisselt?",
      "Ook de praktijkondersteuner vragen.",
    ],
    action: "We plannen met twee praktijken een vast kwartier in de maand.",
    checks: [[90, "partly_applied", "Eén praktijk doet mee, de andere had geen tijd."]],
  },
  {
    visit: "bezoek-havenbuurt-lindestad",
    guest: [
      "Een maatje voor nieuwe collega's werkt beter dan een map.",
      "De eerste week is zonder computer.",
      "Een wandeling door de wijk op dag één.",
    ],
    lesson: {
      title: "De eerste week zonder computer",
      learned:
        "Nieuwe collega's lopen hier een week mee voor ze iets registreren. Ze kennen daarna de buurt en de partners bij naam.",
      tip: "Spreek af wie de telefoon overneemt.",
      state: "proposed",
    },
  },
  {
    visit: "bezoek-weversplein-essenhof",
    guest: [
      "Nee zeggen kan als er een groep is om naar te verwijzen.",
      "De buurvrouw leidt de groep.",
      "Eerst kijken wat er al is.",
    ],
    action: "We maken een lijst van groepen die inwoners zelf leiden.",
    checks: [[90, "applied", ""]],
    lesson: {
      title: "Eerst kijken wat er al is",
      learned:
        "Voor elke aanvraag kijkt dit team eerst op een kaart met groepen in de buurt. Een derde van de vragen vindt daar een plek.",
      tip: "Houd de kaart klein en laat inwoners haar bijwerken.",
      state: "approved",
    },
  },
  {
    visit: "bezoek-essenhof-weversplein",
    guest: [
      "Een gedeelde balie scheelt doorverwijzen.",
      "De bibliotheek doet de eerste vraag.",
      "Samen één rooster.",
    ],
    action: "We vragen de bibliotheek om een gedeelde balie op dinsdag.",
    checks: [
      [90, "partly_applied", "De bibliotheek wil, het pand was nog niet vrij."],
      [270, "applied", ""],
    ],
  },
  {
    visit: "bezoek-vuurtorenstraat-torenlicht",
    guest: ["Vind mensen bij de voedselbank, niet achter een loket.", "", "Een tafel op donderdag."],
    action: "We staan elke donderdag bij de voedselbank.",
    checks: [[90, "applied", ""]],
  },
  {
    visit: "bezoek-dries-kassenlicht",
    guest: ["Eén naam op de brief maakt verschil.", "", "Vaste gezichten."],
    action: "Elke brief over schulden krijgt één naam en één nummer.",
    checks: [[90, "applied", ""]],
  },
  {
    visit: "bezoek-ijsselzoom-torenlicht",
    guest: [
      "Een vrijwilliger kan veel, als de rol op papier staat.",
      "",
      "Een korte afspraak op één bladzijde.",
    ],
    action: "We schrijven de rol van de vrijwilliger op één bladzijde.",
    checks: [[90, "not_applied", "De bewindvoerders wilden eerst onderling overleggen."]],
  },
  {
    visit: "bezoek-ring-kassenlicht",
    guest: ["De energiebank komt mee op huisbezoek.", "", "Samen op pad."],
    action: "We gaan twee keer in de maand samen met de energiebank op pad.",
    lesson: {
      title: "Samen op huisbezoek met de energiebank",
      learned: "De energiebank ziet wat er technisch kan. Het team ziet wat er in huis speelt.",
      tip: "Spreek vooraf af wie het woord doet.",
      state: "change_asked",
      reason: "Noem liever niet hoe vaak we gaan, dat verandert nog.",
    },
  },
];

const DAY_MS = 86_400_000;

/** What was written after the demo's visits; moments follow from the day of each visit. */
export function afterRows(visits: readonly DemoVisit[], endsAt: (visit: DemoVisit) => number, now: number) {
  const rows = {
    reflections: [] as (typeof visitReflections.$inferInsert)[],
    actions: [] as (typeof visitActions.$inferInsert)[],
    checks: [] as (typeof actionChecks.$inferInsert)[],
    lessons: [] as (typeof lessons.$inferInsert)[],
  };
  for (const after of written) {
    const visit = visits.find(({ id }) => id === after.visit);
    if (!visit?.host) throw new Error(`Nobody received ${after.visit}`);
    const end = endsAt(visit);
    const at = (days: number) => Math.min(now, end + days * DAY_MS);
    for (const [texts, memberId, personId] of [
      [after.guest, visit.guest, guestOf(visit.guest)],
      [after.host, visit.host, hostOf(visit.host)],
    ] as const)
      if (texts)
        rows.reflections.push({
          visitId: visit.id,
          memberId,
          personId,
          first: texts[0],
          second: texts[1],
          third: texts[2],
          revision: 1,
          savedAt: at(3),
        });
    const own = { visitId: visit.id, memberId: visit.guest };
    const person = guestOf(visit.guest);
    if (after.action)
      rows.actions.push({ ...own, action: after.action, ownerPersonId: person, agreedAt: at(3) });
    for (const [afterDays, outcome, why] of after.checks ?? [])
      rows.checks.push({ ...own, afterDays, outcome, why, personId: person, checkedAt: at(afterDays + 4) });
    if (after.lesson) rows.lessons.push(lessonRow(after.lesson, visit, visit.host, at));
  }
  return rows;
}

function lessonRow(
  lesson: NonNullable<DemoAfter["lesson"]>,
  visit: DemoVisit,
  host: string,
  at: (days: number) => number,
): typeof lessons.$inferInsert {
  const { title, learned, tip, state, reason = "" } = lesson;
  const isApproved = state === "approved";
  return {
    id: `les-${visit.id}`,
    visitId: visit.id,
    themeId: themeId("codebook-themes", visit.theme),
    title,
    learned,
    tip,
    searchKey: foldForSearch(`${title} ${learned} ${tip}`),
    state,
    reason,
    revision: state === "proposed" ? 1 : 2,
    writtenBy: guestOf(visit.guest),
    writtenAt: at(5),
    approvedBy: isApproved ? hostOf(host) : null,
    approvedAt: isApproved ? at(8) : null,
  };
}
