import type { RegistryItem, RegistrySection } from "./questionnaire-shape.ts";

const taskStem =
  "Als je de brede opdracht van een lokaal team leest, in hoeverre is jouw lokale team bezig met";
const conditionStem =
  "In hoeverre is voor het realiseren van de brede opdracht voldaan aan de randvoorwaarde van";

type ItemText = Pick<RegistryItem, "concept" | "wording" | "shortName" | "purpose" | "use" | "help">;

/** Opinions are confidential: they are only counted, never shown beside a name. */
const extent = (stem: string, item: ItemText): RegistryItem => ({
  ...item,
  stem,
  kind: "scale",
  choiceList: "extent",
  allowsExplanation: true,
  audience: "confidential",
});

const open = (item: ItemText): RegistryItem => ({ ...item, kind: "open", audience: "confidential" });

/** Parts 4 and 5: opinions on the task and open questions on learning. */
export const taskAndLearningSections: readonly RegistrySection[] = [
  {
    id: "brede-opdracht",
    title: "Brede maatschappelijke opdracht",
    intro:
      "Hoe ver jullie zijn met elk deel van de brede opdracht. We tellen alleen, tenzij jullie een antwoord openen.",
    minutes: 6,
    items: [
      extent(taskStem, {
        concept: "4A1",
        wording: "het versterken van de buurt?",
        shortName: "Buurt versterken",
        purpose: "Niet elk team heeft dit in de opdracht. We willen het verschil zien.",
        use: "Het rapport toont de verdeling, de toelichtingen helpen bij de uitleg.",
      }),
      extent(taskStem, {
        concept: "4A2",
        wording: "laagdrempelig aanwezig zijn voor vragen, advies en hulp voor inwoners?",
        shortName: "Laagdrempelig aanwezig",
        purpose: "Dichtbij zijn is de kern van een lokaal team.",
        use: "We volgen over de jaren of teams makkelijker te bereiken zijn.",
      }),
      extent(taskStem, {
        concept: "4A3",
        wording: "actief samenwerken met/erbij halen van andere partners?",
        shortName: "Samenwerken met partners",
        purpose: "Hulp lukt zelden alleen. We vragen hoe ver het samenwerken is.",
        use: "De uitkomst voedt gesprekken met partners en leergroepen.",
      }),
      extent(taskStem, {
        concept: "4A4",
        wording: "strategisch partner van de gemeente zijn: maatschappelijk aanspreekbaar en betrokken?",
        shortName: "Strategisch partner",
        purpose: "Het team ziet wat er speelt. We vragen of de gemeente dat gebruikt.",
        use: "De Associatie gebruikt het in gesprekken met gemeenten en het rijk.",
      }),
    ],
  },
  {
    id: "randvoorwaarden",
    title: "Randvoorwaarden",
    intro: "Of jullie hebben wat nodig is om de opdracht waar te maken.",
    minutes: 6,
    items: [
      extent(conditionStem, {
        concept: "4B1",
        wording: "gedeelde visie en passende opdrachten?",
        shortName: "Visie en opdrachten",
        purpose: "Zonder gedeelde richting blijft de opdracht op papier staan.",
        use: "We laten zien waar gemeente en team nog werk hebben.",
      }),
      extent(conditionStem, {
        concept: "4B2",
        wording: "daarbij passende inrichtingskeuze?",
        shortName: "Inrichtingskeuze",
        help: "Denk aan de grootte van teams, huisvesting, taken en wie wat beslist.",
        purpose: "De inrichting moet passen bij de visie en de opdracht.",
        use: "Leden vinden elkaar op keuzes die goed werken.",
      }),
      extent(conditionStem, {
        concept: "4B3",
        wording: "passende financiering en verantwoording?",
        shortName: "Financiering en verantwoording",
        purpose: "Geld en verantwoording sturen het werk, gewild of niet.",
        use: "De Associatie brengt het landelijke beeld naar voren.",
      }),
      extent(conditionStem, {
        concept: "4B4",
        wording: "leren en monitoren?",
        shortName: "Leren en monitoren",
        purpose: "Leren kost tijd en vraagt bruikbare cijfers en verhalen.",
        use: "De leergroep monitoring kiest hiermee haar onderwerpen.",
      }),
    ],
  },
  {
    id: "wat-helpt-en-wat-belemmert",
    title: "Wat helpt en wat belemmert",
    intro: "In je eigen woorden. We lezen alles en tellen per thema hoe vaak het genoemd is.",
    minutes: 8,
    items: [
      open({
        concept: "4C1",
        wording: "Wat zijn concreet helpende factoren voor jullie in het realiseren van de brede opdracht?",
        shortName: "Helpende factoren",
        help: "Noem er een paar. Een voorbeeld zegt vaak meer dan een begrip.",
        purpose: "Wat bij de één helpt, kan een ander ook proberen.",
        use: "De leergroep deelt de antwoorden in thema's en telt die.",
      }),
      open({
        concept: "4C2",
        wording:
          "Wat zijn concreet belemmerende factoren voor jullie in het realiseren van de brede opdracht?",
        shortName: "Belemmerende factoren",
        help: "Noem er een paar. Vertel erbij wat het werk zo lastig maakt.",
        purpose: "Wat veel teams tegenhoudt, vraagt om een gezamenlijk antwoord.",
        use: "De thema's komen terug in het rapport en in gesprekken met gemeenten.",
      }),
    ],
  },
  {
    id: "themas-en-visite",
    title: "Thema's en visite",
    intro: "Waar jullie warm voor lopen en wat je bij een ander wilt zien.",
    minutes: 5,
    items: [
      open({
        concept: "5A1",
        wording:
          "Op welk thema voel jij je in het bijzonder betrokken en wil je je sterk voor maken als lid van de Associatie Wijkteams?",
        shortName: "Thema om je sterk voor te maken",
        purpose: "De leergroepen draaien op leden die zich ergens voor inzetten.",
        use: "We brengen leden met hetzelfde thema bij elkaar.",
      }),
      open({
        concept: "5A2",
        wording: "Als je op visite zou gaan bij een ander wijkteam, waar ben je dan nieuwsgierig naar?",
        shortName: "Nieuwsgierig naar",
        purpose: "Nieuwsgierigheid is het begin van een goed werkbezoek.",
        use: "Je kunt er daarna zelf een bezoekvraag van maken.",
      }),
    ],
  },
  {
    id: "zorgen-en-trots",
    title: "Zorgen en trots",
    intro: "Wat jullie wakker houdt en waar jullie trots op zijn.",
    minutes: 6,
    items: [
      open({
        concept: "5B1",
        wording: "Wat is jullie grootste maatschappelijke zorg?",
        shortName: "Maatschappelijke zorg",
        purpose: "Teams zien vroeg wat er in de samenleving verandert.",
        use: "De Associatie geeft deze signalen door, zonder namen.",
      }),
      open({
        concept: "5C1",
        wording:
          "Op welke innovatie in jouw organisatie ben je trots (en denk je misschien wel: dat zou iedereen moeten doen)?",
        shortName: "Trots op innovatie",
        purpose: "Goede ideeën verdienen navolging.",
        use: "Je kunt er daarna zelf een aanbod voor werkbezoeken van maken.",
      }),
    ],
  },
];
