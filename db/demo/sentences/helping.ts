import type { SentencePool } from "./slots.ts";

/** 4C1: what helps, by the themes of its codebook. */
export const helpingSentences: SentencePool = {
  samenwerking: [
    "Korte lijnen met {partner}: we bellen elkaar gewoon.",
    "We zitten {plek} bij elkaar en dat praat makkelijk.",
    "Met {partner} hebben we vaste afspraken over wie wat oppakt.",
    "De gemeente en wij overleggen {vaak} over wat er speelt.",
    "Doordat we {partner} goed kennen, komen vragen sneller op de juiste plek.",
    "We bespreken {tijd} samen met partners de ingewikkelde situaties.",
    "Er is een vast gezicht bij {partner}, dat scheelt veel zoeken.",
  ],
  visie: [
    "Er ligt een visie voor {wie} die gemeente en partners samen hebben geschreven.",
    "Duidelijk is wat wij doen en wat {partner} doet.",
    "De raad heeft voor {aantal} jaar dezelfde koers vastgesteld.",
    "We toetsen {vaak} aan onze uitgangspunten of we nog op koers zitten.",
    "Eén integrale opdracht voor {wie} geeft rust in het team.",
    "De kaders passen op {aantal} bladzijden en iedereen kent ze.",
  ],
  ruimte: [
    "Medewerkers mogen zelf beslissen, ook over maatwerk voor {wie}.",
    "We krijgen vertrouwen om {duur} naast een gezin te blijven staan.",
    "Er is ruimte om eerst te luisteren en pas na {aantal} gesprekken een plan te maken.",
    "De leiding vraagt niet om minuten, maar om het verhaal achter {wie}.",
    "Wie het gesprek voert, mag ook het besluit nemen over hulp voor {wie}.",
    "We houden een vaste medewerker voor {wie}, ook als het even goed gaat.",
  ],
  medewerkers: [
    "Ons team is betrokken en heeft veel ervaring met {wie}.",
    "We hebben {tijd} intervisie en die gaat altijd door.",
    "Nieuwe collega's lopen {duur} mee met iemand die de wijk kent.",
    "De mix van kennis over {wie} in één team werkt goed.",
    "Collega's volgen samen scholing over {wie}.",
  ],
  experimenteren: [
    "We mochten {duur} iets nieuws proberen zonder dat alles vooraf vaststond.",
    "Samen met {partner} zijn we een proef gestart en die loopt nu door.",
    "We trekken met {aantal} organisaties één plan, los van wie het betaalt.",
    "Er is lef om met {partner} over de schotten heen te werken.",
  ],
  middelen: [
    "We hebben voor {aantal} jaar zekerheid over het budget.",
    "Er is tijd vrijgemaakt voor preventie bij {wie}.",
    "Een vrij besteedbaar potje helpt om {wie} snel op weg te helpen.",
    "Een haalbare caseload geeft ruimte om {plek} aanwezig te zijn.",
  ],
  grondoorzaken: [
    "We kijken bij {wie} eerst naar wonen en inkomen, dan pas naar hulp.",
    "Maatwerk voor {wie} mag hier echt afwijken van de regels.",
    "We vragen door naar wat eronder ligt, samen met {partner}.",
  ],
  data: [
    "Het wijkprofiel laat zien waar {wie} vastlopen.",
    "We doen {vaak} actieonderzoek met het lectoraat in de regio.",
    "Cijfers en verhalen over {wie} liggen naast elkaar op tafel.",
  ],
};
