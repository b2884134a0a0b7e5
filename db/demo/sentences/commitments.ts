import type { SentencePool } from "./slots.ts";

/** 5A1: the theme they want to stand for, by the shared themes. */
export const commitmentSentences: SentencePool = {
  samenwerken: [
    "Samenwerken met {partner}, daar zetten wij ons graag voor in.",
    "Wij willen trekken aan betere afspraken met {partner}.",
  ],
  "leren-en-monitoren": [
    "Leren van cijfers en verhalen over {wie}.",
    "Minder tellen en meer vertellen, zeker als het gaat om {wie}.",
  ],
  vakmanschap: [
    "Het vak van wijkteammedewerker, met aandacht voor {wie}.",
    "Een gezamenlijke leerlijn voor werken met {wie}.",
  ],
  preventie: ["Er vroeg bij zijn voor {wie}.", "Voorkomen dat {wie} in zware hulp komen."],
  bestaanszekerheid: [
    "Bestaanszekerheid van {wie}, want zonder rust lukt niets.",
    "Geldzorgen bij {wie} sneller oplossen.",
  ],
  "jeugd-en-gezin": [
    "Jeugd en gezin, samen met {partner}.",
    "Hulp voor het hele gezin, dicht bij {partner}.",
  ],
  laagdrempelig: ["Dichtbij zijn, het liefst {plek}.", "Hulp zonder drempel {plek}."],
  financiering: ["Bekostiging die past bij werk met {wie}.", "Verantwoorden op vertrouwen, ook over {wie}."],
  buurtkracht: ["De kracht van buurten, te beginnen {plek}.", "Buren die iets doen voor {wie}."],
  "visie-en-opdracht": ["De brede opdracht scherp krijgen voor {wie}."],
  "mentale-gezondheid": ["Mentale gezondheid van {wie}."],
  normaliseren: ["Gewoon doen over gewone vragen van {wie}."],
  werkdruk: ["Behoud van collega's die werken met {wie}."],
  inrichting: ["De beste inrichting van een team voor {wie}."],
};
