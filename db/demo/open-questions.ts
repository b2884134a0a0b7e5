import type { DemoVisit } from "./visit-requests.ts";

const asked = (daysAgo: number) => ({ daysAgo, path: ["open"] as const });

/** Open questions enough for a bundle around two hosts and for an exchange in which not everybody finds a host. */
export const openQuestions: readonly DemoVisit[] = [
  {
    id: "vraag-eekhoornbos-buurt",
    guest: "sociaal-team-eekhoornbos",
    theme: "buurtkracht",
    learningQuestion: "Hoe vind je de buren die anderen meenemen?",
    whatWeBring: "Ons draaiboek voor een buurtmaaltijd.",
    period: "Februari of maart",
    seats: 2,
    ...asked(21),
  },
  {
    id: "vraag-korenmarkt-buurt",
    guest: "wijkkracht-korenmarkt",
    theme: "buurtkracht",
    learningQuestion: "Wat doe je als een bewonersgroep stilvalt?",
    seats: 2,
    ...asked(17),
  },
  {
    id: "vraag-samen-sterk-buurt",
    guest: "buurtschap-samen-sterk",
    theme: "buurtkracht",
    learningQuestion: "Hoe verdeel je een wijkbudget samen met bewoners?",
    period: "Liefst op een donderdag",
    seats: 3,
    ...asked(13),
  },
  {
    id: "vraag-sluiswachter-partners",
    guest: "sociaal-team-sluiswachter",
    theme: "samenwerken",
    learningQuestion: "Hoe houden jullie scholen en politie aan dezelfde tafel?",
    seats: 2,
    ...asked(19),
  },
  {
    id: "vraag-molenwiek-partners",
    guest: "lokaal-team-molenwiek",
    theme: "samenwerken",
    learningQuestion: "Welke afspraken met de huisarts werken echt?",
    whatWeBring: "Een spreekuur dat bij ons goed loopt.",
    seats: 1,
    ...asked(11),
  },
  {
    id: "vraag-kernteam-geld",
    guest: "kernteam-ijsselzoom",
    theme: "bestaanszekerheid",
    learningQuestion: "Hoe help je mensen met geldzorgen voordat er schulden zijn?",
    seats: 2,
    ...asked(9),
  },
  {
    id: "vraag-hanzeplein-gezin",
    guest: "sociaal-wijkteam-hanzeplein",
    theme: "jeugd-en-gezin",
    learningQuestion: "Hoe blijf je bij een gezin dat steeds van hulp wisselt?",
    seats: 2,
    ...asked(8),
  },
  {
    id: "vraag-waalbrug-wachttijd",
    guest: "stichting-waalbrug-nabij",
    theme: "laagdrempelig",
    learningQuestion: "Kan een grote groep collega's een ochtend bij een inloop meekijken?",
    seats: 60,
    ...asked(7),
  },
  {
    id: "vraag-ring-inloop",
    guest: "samen-in-de-ring",
    theme: "laagdrempelig",
    learningQuestion: "Hoe maak je van een loket een plek waar mensen blijven zitten?",
    seats: 2,
    ...asked(5),
  },
];
