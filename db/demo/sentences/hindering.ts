import type { SentencePool } from "./slots.ts";

/** 4C2: what hinders, by the themes of its codebook. */
export const hinderingSentences: SentencePool = {
  sturing: [
    "De gemeente wisselt steeds van koers als het gaat om {wie}.",
    "Er is al {duur} geen vaste contactpersoon bij de gemeente.",
    "De gemeente heeft geen gedeelde visie op hulp aan {wie}.",
    "Elke afdeling van de gemeente stelt eigen doelen, ook voor {wie}.",
    "Besluiten over {wie} blijven {duur} liggen.",
    "De opdracht over {wie} is zo algemeen dat iedereen er iets anders in leest.",
  ],
  financiering: [
    "De bezuiniging raakt direct het werk met {wie}.",
    "Het budget is niet meegegroeid met de vragen van {wie}.",
    "Een project mag {duur} duren, daarna begint het weer opnieuw.",
    "Voor werk {plek} is geen geld, terwijl het veel voorkomt.",
    "De kosten stijgen en de indexering blijft al {aantal} jaar achter.",
    "Er is geld voor trajecten, niet voor aanwezig zijn {plek}.",
  ],
  versnippering: [
    "Te veel partijen rond {wie}, niemand houdt het geheel vast.",
    "Met {partner} lukt het niet om één plan te maken.",
    "Er zijn {aantal} overleggen over dezelfde groep: {wie}.",
    "Wat {partner} doet, horen we vaak pas achteraf.",
    "Iedere partner heeft eigen regels, ook {partner}.",
  ],
  schaarste: [
    "Vacatures staan {duur} open.",
    "In een jaar vertrokken {aantal} ervaren collega's.",
    "Door ziekte en werkdruk komt werk {plek} niet van de grond.",
    "Er zijn te weinig collega's met kennis van {wie}.",
    "Inwerken van invallers kost het team {duur}.",
  ],
  bureaucratie: [
    "We leggen dezelfde gegevens in {aantal} systemen vast.",
    "Een aanvraag voor {wie} vraagt {aantal} formulieren.",
    "De verantwoording kost ons {vaak} een dagdeel per medewerker.",
    "Regels over privacy maken overleg met {partner} nodeloos lastig.",
  ],
  wachtlijsten: [
    "Wie naar {partner} moet, wacht zo {duur}.",
    "De wachttijd voor specialistische hulp is opgelopen tot {duur}.",
    "Er is geen plek om {wie} naartoe te laten doorstromen.",
    "Wij overbruggen {duur} wat eigenlijk bij een ander hoort.",
  ],
  schaal: [
    "Ons team heeft {aantal} mensen, één zieke voelt iedereen.",
    "We hangen af van keuzes die {partner} maakt.",
    "Regionale afspraken over {wie} passen niet bij onze schaal.",
  ],
  normalisering: [
    "Gewone vragen van {wie} worden te snel zware hulp.",
    "De oorzaak bij {wie} blijft liggen, we bestrijden het gevolg.",
  ],
  verwachtingen: [
    "Van ons wordt verwacht dat we alles oplossen voor {wie}.",
    "De doelen zijn niet haalbaar met {aantal} collega's.",
  ],
};
