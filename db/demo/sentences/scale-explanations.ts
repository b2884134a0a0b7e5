import type { SentencePool } from "./slots.ts";

/** Explanations beside a scale, per item and level: "low" is 1 or 2, "middle" 3, "high" 4 or 5. */
export const scaleExplanations: Readonly<Record<string, SentencePool>> = {
  "4A1": {
    low: [
      "Dit hoort niet bij onze opdracht, {partner} doet dit.",
      "Wij werken vooral met huishoudens, nog weinig met de buurt.",
      "Door de drukte komen we hier al {duur} niet aan toe.",
    ],
    middle: [
      "Het verschilt per buurt, {plek} gaat het goed.",
      "We doen mee met buurtplannen, maar trekken ze niet.",
      "Samen met {partner} zijn we net begonnen.",
    ],
    high: [
      "We zijn {tijd} {plek} en kennen de buurt goed.",
      "Elke medewerker heeft uren voor de buurt, samen met {partner}.",
      "Buurtnetwerken zijn bij ons gewoon werk.",
    ],
  },
  "4A2": {
    low: ["Eerst komt het gemeentelijke loket, daarna pas wij.", "Wij zitten achter {partner}."],
    middle: [
      "Er is een inloop {plek}, maar alleen {tijd}.",
      "Welzijn doet de eerste vraag, wij nemen zware vragen over.",
    ],
    high: [
      "Inwoners lopen {plek} zo bij ons binnen.",
      "We zijn {tijd} aanwezig {plek}, zonder afspraak.",
      "Bellen, appen of langskomen: het kan allemaal, ook {plek}.",
    ],
  },
  "4A3": {
    low: ["Door de drukte blijft het bij losse contacten met {partner}."],
    middle: [
      "Met {partner} gaat het goed, met andere partners is het zoeken.",
      "De wil is er, de tijd ontbreekt vaak.",
    ],
    high: [
      "We zitten {tijd} met {partner} aan tafel.",
      "Bij bijna elke vraag kijken we wie erbij hoort, vaak {partner}.",
      "Onze collega's werken een dagdeel bij {partner}.",
    ],
  },
  "4A4": {
    low: [
      "We zijn vooral uitvoerder en horen besluiten achteraf.",
      "De gemeente vraagt ons nog weinig om advies.",
    ],
    middle: [
      "Per onderwerp anders: over {wie} denken we mee.",
      "We praten mee, maar de invloed is nog klein.",
    ],
    high: [
      "We maken samen met de gemeente het plan voor {wie}.",
      "De wethouder komt {vaak} langs en vraagt wat wij zien.",
      "We brengen {vaak} signalen in en zien daar iets van terug.",
    ],
  },
  "4B1": {
    low: ["De visie is {aantal} jaar oud en past niet meer.", "Elke gemeente wil iets anders van ons."],
    middle: ["Er wordt aan gewerkt, samen met {partner}.", "De visie is er, de opdracht loopt achter."],
    high: ["De visie is vorig jaar samen vernieuwd.", "De opdracht voor {wie} past goed bij de visie."],
  },
  "4B2": {
    low: ["Huisvesting is een probleem, we zitten te ver van {wie}.", "De teams zijn te groot geworden."],
    middle: ["In de basis past het, taken rond {wie} overlappen nog.", "Het past, maar de druk is hoog."],
    high: ["Kleine teams per wijk werken goed.", "De inrichting volgt de opdracht, ook voor {wie}."],
  },
  "4B3": {
    low: [
      "Het budget is al {aantal} jaar niet geïndexeerd.",
      "We verantwoorden productie, niet wat het oplevert voor {wie}.",
      "Er ligt een taakstelling en de vragen nemen toe.",
    ],
    middle: [
      "Voor nu genoeg, voor volgend jaar onzeker.",
      "Geld voor {wie} is er, voor preventie te weinig.",
    ],
    high: ["We hebben een meerjarige afspraak.", "Verantwoorden gaat bij ons in gesprek, {vaak}."],
  },
  "4B4": {
    low: ["De systemen geven niet wat we nodig hebben.", "Leren schiet er door de drukte bij in."],
    middle: [
      "We zoeken naar balans tussen cijfers en verhalen.",
      "Leren gebeurt, maar nog niet met {partner}.",
    ],
    high: [
      "We leren {vaak} van een casus met {partner}.",
      "Er is een vaste leerkring en een leesbaar beeld per wijk.",
    ],
  },
};
