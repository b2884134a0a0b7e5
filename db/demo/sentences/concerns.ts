import type { SentencePool } from "./slots.ts";

/** 5B1: the greatest concern, by the themes of its codebook. */
export const concernSentences: SentencePool = {
  tekorten: [
    "Er is straks te weinig hulp voor {wie}, door tekort aan mensen en geld.",
    "De wachttijd loopt op tot {duur} en de kosten stijgen door.",
    "Steeds minder collega's kiezen voor werk met {wie}.",
    "Bezuinigen op {partner} kost later meer dan het oplevert.",
    "Als de plannen doorgaan, verdwijnen hier {aantal} formatieplaatsen.",
    "Zonder genoeg mensen blijft alleen crisis over, juist bij {wie}.",
  ],
  solidariteit: [
    "Buren kennen elkaar minder en {wie} staan er alleen voor.",
    "Er is minder begrip voor {wie} dan een paar jaar geleden.",
    "De toon wordt harder, ook {plek}.",
    "Groepen leven langs elkaar heen, we zien het vooral bij {wie}.",
    "Eenzaamheid onder {wie} groeit en blijft achter de voordeur.",
  ],
  complexiteit: [
    "Er speelt steeds meer tegelijk bij {wie}.",
    "De vragen van {wie} worden zwaarder en duren langer.",
    "Waar eerst één gesprek genoeg was, zijn er nu {aantal} nodig.",
    "We zien {wie} pas als er al veel is misgegaan.",
  ],
  bestaanszekerheid: [
    "Steeds meer {wie} komen niet rond.",
    "Geldzorgen maken {wie} ziek.",
    "Door het tekort aan woningen zitten {wie} vast.",
    "Kinderen groeien op in armoede en dat zien we {plek}.",
  ],
  normalisering: [
    "Voor elk verdriet wordt hulp gevraagd, ook door {wie}.",
    "Wat vroeger gewoon was, heet nu een probleem: we merken het {plek}.",
    "De druk om te presteren is groot voor {wie}.",
  ],
  versnippering: [
    "Het stelsel is te ingewikkeld geworden voor {wie}.",
    "Niemand is eigenaar van het geheel rond {wie}.",
    "Door steeds nieuwe regels raakt {partner} ons kwijt, en andersom.",
  ],
  mentaal: ["De veerkracht van {wie} neemt af.", "Somberheid en stress onder {wie} nemen toe."],
  preventie: [
    "Er gaat te weinig aandacht naar ontmoeten {plek}.",
    "De sociale basis voor {wie} wordt dunner.",
  ],
};
