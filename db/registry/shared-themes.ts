/**
 * One list for "waar wil je je sterk voor maken" (5A1), "waar ben je nieuwsgierig naar" (5A2) and visits, so
 * that an answer can become a visit. Built from the codebooks of 2024 and the four conditions (4B).
 */
export const sharedThemes: readonly { slug: string; name: string; definition: string }[] = [
  {
    slug: "samenwerken",
    name: "Samenwerken in de wijk",
    definition: "Optrekken met scholen, huisartsen, politie, welzijn en andere partners.",
  },
  {
    slug: "buurtkracht",
    name: "Sterke buurten",
    definition: "Buren, verenigingen en vrijwilligers die elkaar weten te vinden.",
  },
  {
    slug: "laagdrempelig",
    name: "Laagdrempelige toegang",
    definition: "Makkelijk binnenlopen, bellen of aangesproken worden, zonder loketten.",
  },
  {
    slug: "visie-en-opdracht",
    name: "Visie en opdracht",
    definition: "Samen met de gemeente afspreken waar het team voor is.",
  },
  {
    slug: "inrichting",
    name: "Inrichting en organisatie",
    definition: "Teamgrootte, rechtsvorm, rollen en wie wat beslist.",
  },
  {
    slug: "financiering",
    name: "Financiering en verantwoording",
    definition: "Bekostiging die klopt en verantwoording die iets vertelt.",
  },
  {
    slug: "leren-en-monitoren",
    name: "Leren en monitoren",
    definition: "Cijfers en verhalen gebruiken om beter te worden.",
  },
  {
    slug: "vakmanschap",
    name: "Vakmanschap en teamontwikkeling",
    definition: "Inwerken, intervisie, scholing en professionele ruimte.",
  },
  {
    slug: "werkdruk",
    name: "Werkdruk en behoud van collega's",
    definition: "Aantrekkelijk werk, haalbare caseload en wachttijden de baas blijven.",
  },
  {
    slug: "jeugd-en-gezin",
    name: "Jeugd en gezin",
    definition: "Hulp rond opgroeien, opvoeden en school, met het hele gezin.",
  },
  {
    slug: "bestaanszekerheid",
    name: "Bestaanszekerheid",
    definition: "Inkomen, schulden, wonen en gebruik van regelingen.",
  },
  {
    slug: "mentale-gezondheid",
    name: "Mentale gezondheid",
    definition: "Veerkracht, onbegrepen gedrag en samenwerken met de ggz.",
  },
  {
    slug: "preventie",
    name: "Preventie en vroegsignalering",
    definition: "Problemen zien aankomen en er vroeg bij zijn.",
  },
  {
    slug: "normaliseren",
    name: "Normaliseren en collectief aanbod",
    definition: "Gewoon houden wat gewoon kan, en groepen in plaats van trajecten.",
  },
];
