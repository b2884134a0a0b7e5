import type { SentencePool } from "./slots.ts";

/** 5A2: what they would look for on a visit, by the shared themes. */
export const curiositySentences: SentencePool = {
  laagdrempelig: ["Hoe zijn jullie aanwezig {plek}?", "Wie komen er {plek} binnen, en wat vragen ze?"],
  samenwerken: [
    "Hoe lukt het jullie om met {partner} één plan te maken?",
    "Wat spreken jullie af met {partner}?",
  ],
  inrichting: [
    "Hoe groot zijn jullie teams, en wie doet het werk met {wie}?",
    "Hoe verdelen jullie rollen als er {aantal} disciplines in één team zitten?",
  ],
  normaliseren: ["Welke groepen zijn er voor {wie}?", "Hoe houden jullie het gewoon bij {wie}?"],
  werkdruk: ["Hoe houden jullie collega's vast die werken met {wie}?", "Hoe groot is de caseload bij {wie}?"],
  "leren-en-monitoren": [
    "Welke cijfers over {wie} gebruiken jullie echt?",
    "Hoe verzamelen jullie verhalen van {wie}?",
  ],
  buurtkracht: ["Hoe werken jullie samen met buurtinitiatieven {plek}?", "Wat doen buren zelf voor {wie}?"],
  "jeugd-en-gezin": ["Hoe werken jullie met {partner} rond gezinnen?"],
  bestaanszekerheid: ["Hoe bereiken jullie {wie} die niet rondkomen?"],
  vakmanschap: ["Hoe werken jullie nieuwe collega's in voor {wie}?"],
  preventie: ["Hoe zien jullie {wie} eerder?"],
  "mentale-gezondheid": ["Hoe werken jullie met de ggz rond {wie}?"],
  "visie-en-opdracht": ["Hoe voeren jullie het gesprek met de gemeente over {wie}?"],
  financiering: ["Hoe betalen jullie de inzet {plek}?"],
};
