import { formatDay } from "../../web/ui/dutch.ts";
import type { PackageParts } from "./package-parts.ts";

const WHAT: Record<string, string> = {
  "vragenlijst.json": "de vragenlijst voor programma's",
  "vragenlijst.md": "de vragenlijst om te lezen",
  "codeboek.csv": "wat elke kolom van elke tabel betekent, voor programma's",
  "codeboek.md": "hetzelfde om te lezen",
  "reken-na.mjs": "rekent de cijfers na: node reken-na.mjs",
  "data/alleen-geteld/cijfers.csv": "alle vrijgegeven cijfers van vertrouwelijke vragen",
  "data/alleen-geteld/omvang.csv": "medianen, sommen en gemiddelden van vertrouwelijke getallen",
  "data/alleen-geteld/verborgen.csv": "elk cijfer dat verborgen is, en waar het dichtstbijzijnde staat",
  "data/alleen-geteld/verborgen-per-vraag.csv": "hoeveel er per vraag te zien is en verborgen bleef",
  "data/alleen-geteld/nageteld.csv": "hoeveel cijfers er per vraag bij het maken opnieuw geteld zijn",
  "data/leden/feiten-cijfers.csv": "alle aantallen van feiten, met de kolom waarin ze na te tellen zijn",
  "data/leden/feiten.csv": "feiten per organisatie, onder code",
  "data/leden/feiten.sav": "dezelfde gegevens voor SPSS, PSPP, R en Stata",
  "data/leden/feiten-codeboek.csv": "wat elke kolom betekent",
  "data/leden/feiten-codeboek.md": "hetzelfde om te lezen",
  "data/openbaar/opengesteld.csv": "antwoorden die organisaties voor iedereen openstelden, met naam",
  "data/leden/opengesteld.csv": "antwoorden die organisaties voor leden openstelden, onder code",
  "data/leergroep/opengesteld.csv": "antwoorden die organisaties voor de leergroep openstelden, onder code",
};

/** What is in a year package, which days it is about, who may see it and how to quote it. */
export function readMe(parts: Omit<PackageParts, "recount">, files: readonly string[]): string {
  const { association, address, madeAt, round, figures, statement } = parts;
  const editions = [...new Set(figures.map(({ versie }) => versie))].toSorted((a, b) => a - b);
  const versions = editions.length > 0 ? `versie ${editions.join(" en ")}` : "nog geen vrijgegeven cijfers";
  const title = `${round.title} ${round.year}`;
  return [
    `# Jaarpakket ${round.year}`,
    "",
    `${title}, van ${association}.`,
    "",
    `- Peildatum: ${formatDay(round.referenceOn)}.`,
    `- Gepubliceerd op: ${formatDay(round.publishedOn ?? round.closesOn)}.`,
    `- Organisaties die meetellen: ${round.counted} van ${round.members} leden.`,
    `- Vrijgegeven cijfers: ${versions}.`,
    `- Gemaakt op: ${formatDay(madeAt)}.`,
    "",
    "## Voor wie",
    "",
    ...(statement
      ? [
          `Gemaakt onder verklaring ${statement.id} van ${statement.name}.`,
          "",
          `- Waarvoor: ${statement.purpose}`,
          `- Voor wie: ${statement.recipients}`,
          `- Tot en met: ${formatDay(statement.validUntil)}. Wis het pakket daarna.`,
          "",
          "Zoek niet uit wie wie is. Publiceer alleen wat in data/alleen-geteld en data/openbaar staat.",
        ]
      : [
          "Gemaakt zonder verklaring. Het bevat alleen getelde cijfers, geen losse antwoorden.",
          "Feiten van leden zijn voor leden. De rest mag je publiceren.",
        ]),
    "",
    "## Wat erin zit",
    "",
    "Elke map in data is een openheid: openbaar, leden, leergroep, alleen geteld.",
    "",
    ...files.map((file) => `- ${file}: ${WHAT[file] ?? ""}`),
    "",
    "Van vertrouwelijke antwoorden zijn er alleen vrijgegeven cijfers. Die zijn samen veilig.",
    "Bij een verborgen cijfer staat steeds dezelfde zin. Een eigen reden zou iets verraden.",
    "",
    "## Narekenen",
    "",
    "Pak de zip uit en typ in die map: node reken-na.mjs. Nodig is Node 18 of nieuwer.",
    "Het programma telt elk aantal van een feit opnieuw, als de losse feiten erbij zitten.",
    "Vrijgegeven cijfers kan het niet tellen: de antwoorden blijven vertrouwelijk.",
    "Die zijn bij het maken geteld uit de antwoorden zelf. Nageteld.csv zegt hoeveel er klopten.",
    "Het programma controleert dat geen cijfer daarin ontbreekt, en of ze onderling kloppen.",
    "",
    "## Zo verwijs je hiernaar",
    "",
    `${association}, ${title}, jaarpakket, ${versions}, peildatum ${formatDay(round.referenceOn)}. ${address}`,
    "",
  ].join("\n");
}
