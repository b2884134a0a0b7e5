import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { countOf, formatList, formatNumber } from "../ui/dutch.ts";
import { PrintNote } from "../ui/meta-line.tsx";
import { Table } from "../ui/table.tsx";
import { CELL_WORDS, WITHHELD_SENTENCE } from "./cell.ts";
import type { Example } from "./example.ts";
import { ExamplePicture, teamName } from "./example-picture.tsx";

/** The rules of what is shown, in plain words, with the attack that they stop. */
export function RulesPage({ frame, example }: { frame: Frame; example: Example }): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Zo beschermen we antwoorden"
      lead="Vertrouwelijke antwoorden tellen we alleen. Hier lees je waarom je sommige cijfers niet ziet."
      trail={[{ href: paths.insights(), label: "Inzicht" }]}
    >
      <h2>Waarom “minstens 5” niet genoeg is</h2>
      <p>
        Veel onderzoeken tonen elk cijfer van minstens 5 organisaties. Dat lijkt veilig. Maar je kunt cijfers
        van elkaar aftrekken.
      </p>
      <p>
        Stel: {example.teams.length} verzonnen teams antwoorden ja of nee. Iedereen weet hoe groot een team is
        en waar het werkt. De cijfers zijn per groep, en elke groep heeft minstens 5 teams.
      </p>
      <ExamplePicture example={example} />
      <Attack example={example} />
      <h2>Wat wij doen</h2>
      <Rules />
      <h2>Het voorbeeld met onze regels</h2>
      <p>
        Met dezelfde antwoorden tonen wij dit. We probeerden alle {formatNumber(2 ** example.teams.length)}{" "}
        mogelijke antwoorden van de {example.teams.length} teams.{" "}
        {example.foundBehindGate.length === 0
          ? "Van geen enkel team staat het antwoord nog vast. Ook niet voor een team dat zijn eigen antwoord kent."
          : `Van ${countOf(example.foundBehindGate.length, "team", "teams")} staat het antwoord vast.`}
      </p>
      <Cells example={example} />
      {example.cells.some(({ shown }) => shown === null) ? (
        <p>
          Staat er “{CELL_WORDS.withheld}”? Dan zou dat cijfer, samen met die erboven, een antwoord verraden.
        </p>
      ) : null}
      <h2>Wat overblijft</h2>
      <p>
        Vermoeden kan altijd. Als bijna iedereen ja zegt, zegt jouw buurteam waarschijnlijk ook ja. Maar zeker
        weten kan niemand het. Twee organisaties die elkaar hun antwoord vertellen, weten samen meer. Daar
        beschermen deze regels niet tegen. Dat geldt ook voor organisaties die fuseren.
      </p>
      <h2>Twee metingen naast elkaar</h2>
      <p>
        Bij een ontwikkeling tonen we ook wie beide keren meededen. Dat is een extra cijfer bij elke meting.
        We proberen het uit samen met alles wat van die meting al vrij is. Kan het bij één meting niet, dan
        komt het bij geen van beide.
      </p>
      <p>
        Deden er minder dan 5 organisaties maar één keer mee? Dan mag over hen niets volgen. Daarom staat er
        vaak een bereik, zoals “12 tot en met 15”. Een cijfer dat je zelf kunt uitrekenen uit de totalen,
        zetten we er wel bij.
      </p>
      <h2>Wie zijn antwoord opent</h2>
      <p>
        Een organisatie mag een antwoord openen: voor de leergroep monitoring, voor alle leden of voor
        iedereen. Dan staat haar naam erbij. Zo'n antwoord verbergt anderen niet meer. Daarom tellen wij het
        bij de controle als bekend. Een groep heeft dan minstens 5 antwoorden die dicht bleven.
      </p>
      <p>
        Een opening telt vanaf de volgende cijfers. Anders zou ze oude cijfers kunnen verraden. Blijven die
        niet veilig, dan wacht de opening. Sluiten kan altijd. Leest de leergroep wat alleen voor haar open
        is, dan staat dat in het logboek.
      </p>
      <h2>Wat alleen de leergroep ziet</h2>
      <p>
        De leergroep monitoring ziet ook welke antwoorden samengaan. Een eigen controle zoekt voor elk
        antwoord een ander antwoord dat ook past. Vindt zij dat niet, dan tonen we de samenhang vager of niet.
      </p>
      <p>
        Voor onderzoek kan de leergroep losse antwoorden krijgen, met een code in plaats van een naam. Zij
        ondertekent dan een verklaring. Bij jullie eigen antwoorden lees je waarvoor. Leden kunnen de losse
        antwoorden van anderen niet ophalen.
      </p>
      <h2>Feiten zijn wel open</h2>
      <p>
        Leden openden hun feiten voor elkaar, zoals wetten en systemen. Die tonen we aan leden helemaal. Per
        antwoord zie je welke organisaties het gaven. Ook deze cijfers staan vast na de publicatie.
      </p>
      <p>
        <a href={paths.apiGuide()}>De vrijgegeven cijfers lezen met een programma</a>
      </p>
      <PrintNote>{paths.insightRules()}</PrintNote>
    </Layout>
  );
}

function Attack({ example }: { example: Example }): JSX.Element {
  const { from, less, left, saysYes } = example.sum;
  const names = formatList(example.found.map(teamName));
  return (
    <>
      <p>
        Van de {from.size} grote teams zeggen er {from.count} ja. Van de {less.size} grote teams in het westen
        zeggen er {less.count} ja. Eén groot team blijft over: team {teamName(left)}. {from.count} min{" "}
        {less.count} is {from.count - less.count}. Dus team {teamName(left)} zegt {saysYes ? "ja" : "nee"}.
      </p>
      <p>
        Wie alle cijfers naast elkaar legt, kent zo het antwoord van{" "}
        {countOf(example.found.length, "team", "teams")}: {names}. Afronden helpt niet. Bij kleine groepen is
        één team al een groot deel.
      </p>
    </>
  );
}

function Rules(): JSX.Element {
  return (
    <ol class="wt-rules">
      <li>
        <strong>Een groep heeft minstens 5 organisaties.</strong> Een cijfer vlak bij niemand of iedereen
        tonen we als “{CELL_WORDS.few}” of “{CELL_WORDS.nearly_all}”. Citaten staan alleen bij een vraag met
        minstens 10 organisaties.
      </li>
      <li>
        <strong>Bij twee filters zie je een woord.</strong> Dat is “{CELL_WORDS.word.few}”, “
        {CELL_WORDS.word.half}” of “{CELL_WORDS.word.most}”. Achter elk woord zitten minstens 3 aantallen. Een
        precies getal of percentage zou te veel verraden. Een derde filter is er niet.
      </li>
      <li>
        <strong>Zonder filter of met één filter zie je een getal, als dat kan.</strong> Verraadt dat getal een
        antwoord, dan proberen we een woord. Verraadt ook dat iets, dan tonen we niets. Bij een gat wijzen we
        naar de dichtstbijzijnde groep waarvan het cijfer er wel is.
      </li>
      <li>
        <strong>We geven cijfers samen vrij.</strong> Na het sluiten proberen we elk nieuw cijfer uit, samen
        met alles wat al vrij is. Het komt er alleen bij als elk antwoord van elk lid nog ja én nee kan zijn.
        Ook voor een lid dat het eigen antwoord kent.
      </li>
      <li>
        <strong>Daarna tellen we niet opnieuw.</strong> Elke pagina, elk bestand en elk rapport leest dezelfde
        vrijgegeven cijfers. Late antwoorden komen per groep van 5 in een volgende versie. Die proberen we uit
        samen met alle vorige versies. Wat verborgen was, blijft verborgen.
      </li>
      <li>
        <strong>Sommige cijfers laten we door loting weg.</strong> Anders zou een gat iets vertellen. Je zou
        kunnen denken: dit cijfer is verborgen, dus het is nul of allemaal. Door de loting kan een gat alles
        betekenen. Ook sommige getallen maken we door loting een woord. Bij elk gat staat dezelfde zin: “
        {WITHHELD_SENTENCE}”
      </li>
      <li>
        <strong>Vertrouwelijke getallen tonen we in klassen, met het midden.</strong> Denk aan het aantal fte.
        Een som of gemiddelde komt er pas bij vanaf 10 organisaties, en als geen twee samen overheersen.
        Niemand kan dan de waarde van een ander op 10 procent na uitrekenen.
      </li>
    </ol>
  );
}

function Cells({ example }: { example: Example }): JSX.Element {
  return (
    <Table
      caption="Wie zegt ja? Op twee manieren getoond"
      columns={[
        { key: "label", label: "Groep" },
        { key: "count", label: "“Minstens 5”", numeric: true },
        { key: "shown", label: "Onze regels" },
      ]}
      rows={example.cells.map(({ label, size, count, shown }) => ({
        label: `${label} (${size})`,
        count,
        shown: shown ?? <span class="wt-withheld">{CELL_WORDS.withheld}</span>,
      }))}
    />
  );
}
