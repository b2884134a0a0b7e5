import type { SentencePool } from "./slots.ts";

/** 5C1: what they are proud of, by the themes of its codebook. */
export const innovationSentences: SentencePool = {
  transformatie: [
    "We hebben de indicatie afgeschaft voor lichte hulp aan {wie}.",
    "Een klein team blijft bij {wie} zolang het nodig is, zonder overdracht.",
    "We begeleiden {wie} zelf, in plaats van door te verwijzen.",
    "Het eerste gesprek is altijd {plek} en nooit aan een loket.",
    "We werken met één plan voor {wie}, over alle wetten heen.",
    "We zijn gestopt met wachtlijsten voor {wie}: iedereen krijgt snel een gesprek.",
  ],
  verbinding: [
    "Onze collega zit {tijd} bij {partner} aan tafel.",
    "Met {partner} delen we één spreekuur {plek}.",
    "Een netwerk van {aantal} organisaties heeft nu één telefoonnummer.",
    "We hebben met {partner} een gezamenlijke intake.",
    "Elke wijk heeft een tafel waar {partner} en wij samen besluiten.",
  ],
  vakmanschap: [
    "We hebben een eigen leerhuis met {tijd} een les van een collega.",
    "Een leerlijn voor {wie} die onze medewerkers zelf gaven en maakten.",
    "Nieuwe collega's krijgen {duur} een maatje en een vrije agenda.",
    "Casussen bespreken we {tijd} met een vaste methode en een buitenstaander.",
  ],
  vroegsignalering: [
    "We bellen aan bij {wie} met een eerste betaalachterstand.",
    "Een spreekuur {plek} waardoor we {wie} eerder zien.",
    "Samen met {partner} merken we vroeg op dat het misgaat.",
  ],
  data: [
    "We maken {vaak} een beeld van de wijk met cijfers en verhalen.",
    "Inwoners vertellen ons na {duur} wat de hulp heeft gedaan.",
    "Een klein dashboard dat het team zelf {vaak} bespreekt.",
  ],
  collectief: [
    "Een groep voor {wie} in plaats van losse trajecten.",
    "Inwoners leiden zelf een groep {plek}.",
  ],
  praktisch: [
    "Een doe-budget waarmee we {wie} dezelfde dag helpen.",
    "Een klusteam en een papierwinkel {plek}.",
  ],
};
