import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { MOST_CELLS, USUAL_CELLS } from "./api-contract.ts";

/** How to read the released figures with a program. */
export function ApiGuidePage({ frame, origin }: { frame: Frame; origin: string }): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Cijfers lezen met een programma"
      lead="Voor wie de vrijgegeven cijfers in een eigen overzicht wil zetten."
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insightRules(), label: "Zo beschermen we antwoorden" },
      ]}
    >
      <p>
        Leden en de vereniging lezen alle vrijgegeven cijfers van een ronde als JSON. Je ziet precies wat de
        pagina's tonen, niet meer.
      </p>
      <h2>Het adres</h2>
      <p>
        <code class="wt-address">
          GET {origin}
          {paths.apiFigures("2024")}
        </code>
      </p>
      <ul>
        <li>
          <code>?vraag=4A1</code> geeft de cijfers van één vraag.
        </li>
        <li>
          <code>?aantal={MOST_CELLS}</code> geeft meer cijfers tegelijk. Gewoon zijn het er {USUAL_CELLS}.
        </li>
        <li>
          <code>?versie=1</code> geeft een eerdere versie. Zonder krijg je van elke vraag de nieuwste.
        </li>
        <li>
          Staat er iets bij <code>volgende</code>? Dan is er meer. Vraag dat adres op tot er <code>null</code>{" "}
          staat. Bij <code>totaal</code> zie je hoeveel cijfers je dan hebt.
        </li>
      </ul>
      <p>Aantallen van feiten die leden voor elkaar openden, staan apart:</p>
      <p>
        <code class="wt-address">
          GET {origin}
          {paths.apiFacts("2024")}
        </code>
      </p>
      <h2>Inloggen</h2>
      <p>
        Log in met je browser en stuur het sessiekoekje mee. Zonder sessie krijg je antwoord 401. Je sessie
        duurt 14 dagen. Het logboek bewaart dat je cijfers ophaalde, niet welke getallen.
      </p>
      <h2>Wat je krijgt</h2>
      <p>
        Elk cijfer heeft een vraag, filters, een antwoord en een <code>status</code>. Bij een woord staat geen{" "}
        <code>aantal</code>, wel van welk tot welk getal het loopt. Een verborgen cijfer heeft geen getal en
        altijd dezelfde reden.
      </p>
      <p>
        <a href={paths.apiDescription()}>Beschrijving voor programma's (OpenAPI 3.1)</a>
      </p>
    </Layout>
  );
}
