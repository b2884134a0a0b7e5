import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { formatNumber } from "../ui/dutch.ts";
import { Table } from "../ui/table.tsx";
import { MATCH_CRITERIA, MATCH_WEIGHTS } from "./match-weights.ts";

const worth = (points: number): string =>
  points < 0 ? `tot −${formatNumber(-points)}` : `tot ${formatNumber(points)}`;

/** What is weighed and how much, from the very table that the score counts with. */
export function MatchExplanationPage({ frame }: { frame: LayoutProps["frame"] }): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Zo zoeken we teams bij elkaar"
      lead="Bij elk voorstel zie je drie redenen. Hier staat hoe we tellen."
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
    >
      <h2>Wat telt mee</h2>
      <p>
        Elke vraag leggen we naast elk aanbod met hetzelfde thema. Daarna tellen we punten. Wie de meeste
        punten heeft, staat bovenaan.
      </p>
      <Table
        caption="Punten en waarom"
        columns={[
          { key: "name", label: "Waarop" },
          { key: "points", label: "Punten", numeric: true },
          { key: "why", label: "Waarom" },
        ]}
        rows={MATCH_CRITERIA.map((criterion) => ({
          name: MATCH_WEIGHTS[criterion].name,
          points: worth(MATCH_WEIGHTS[criterion].points),
          why: MATCH_WEIGHTS[criterion].why,
        }))}
      />
      <p>
        Bij een gelijke stand gaat de kortste reis voor. Daarna een gastheer met minder bezoek, en dan de
        oudste vraag.
      </p>
      <h2>Wie we niet laten zien</h2>
      <ul>
        <li>Een gastheer die zijn grens voor dit kwartaal heeft bereikt.</li>
        <li>Een gastheer die even dicht is, of dicht is in die week.</li>
        <li>Een team dat verder weg is dan je reisgrens.</li>
        <li>Aanbod met te weinig plekken voor jullie groep.</li>
      </ul>
      <h2>Welke antwoorden we gebruiken</h2>
      <p>
        We gebruiken wat leden van elkaar mogen zien: gemeenten, systemen en organisatievorm. Antwoorden op de
        schalen tellen alleen mee als beide teams die openden voor leden.
      </p>
      <p>
        Sluit je een antwoord weer, dan verdwijnt die reden meteen. Ook de punten ervoor zijn dan weg. Zo
        verraadt de volgorde niets.
      </p>
      <h2>Hoe we de reistijd schatten</h2>
      <p>
        We meten de rechte lijn tussen het midden van beide werkgebieden. Een weg is gemiddeld 1,3 keer zo
        lang. Dat vonden Wang, Bette, Schreckenberg en Guhr in 2024 (arXiv 2406.06490).
      </p>
      <p>
        Voor de snelheid nemen we zelf iets aan. De eerste 10 kilometer rijd je 30 per uur, tot 40 kilometer
        60 per uur. Daarna rijd je 85 per uur. Files en treinen kennen we niet. Daarom staat er altijd
        “ongeveer” bij.
      </p>
      <h2>Wat een voorstel niet is</h2>
      <p>
        Een voorstel regelt niets. Een mens vraagt het bezoek aan, en een mens zegt ja. Dezelfde gegevens
        geven altijd dezelfde volgorde.
      </p>
      <p>
        Zoek je geen bezoek maar een vergelijking? <a href={paths.ownAlike()}>Bekijk teams zoals wij</a>.
      </p>
    </Layout>
  );
}
