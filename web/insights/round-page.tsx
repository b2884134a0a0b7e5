import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { Notice } from "../ui/notice.tsx";
import { Ways } from "../ui/ways.tsx";
import { outcomeSentence, WITHHELD_TOGETHER } from "./outcome-sentence.ts";
import { roundWords } from "./round-words.ts";
import type { ShownFigure, ShownRound } from "./shown-figure.ts";

export interface RoundPageProps {
  frame: Frame;
  round: ShownRound;
  figures: readonly ShownFigure[];
  seesBoard: boolean;
  /** acts for an organisation, whose own answers can be put beside the group */
  seesMirror: boolean;
  /** works with the data: their quality, and files for research */
  seesResearch: boolean;
}

function Section({
  title,
  figures,
  year,
}: {
  title: string;
  figures: readonly ShownFigure[];
  year: number;
}): JSX.Element {
  return (
    <section class="wt-outcomes">
      <h2>{title}</h2>
      <ul class="wt-outcomes__list">
        {figures.map((figure) => (
          <li key={figure.concept} class="wt-outcomes__item">
            <h3>
              <a href={paths.insightItem(year, figure.concept)}>{figure.shortName}</a>
            </h3>
            <p>{outcomeSentence(figure)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Questions whose outcome stays away for now: the reason once, then their names. */
function Later({ figures, year }: { figures: readonly ShownFigure[]; year: number }): JSX.Element | null {
  const because = figures[0]?.withheld;
  if (!because) return null;
  return (
    <section class="wt-outcomes" aria-labelledby="later">
      <h2 id="later">Komt later</h2>
      <p>{WITHHELD_TOGETHER[because]}</p>
      <ul>
        {figures.map(({ concept, shortName }) => (
          <li key={concept}>
            <a href={paths.insightItem(year, concept)}>{shortName}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All items of a round by section, each with its outcome in a sentence. */
export function RoundPage({
  frame,
  round,
  figures,
  seesBoard,
  seesMirror,
  seesResearch,
}: RoundPageProps): JSX.Element {
  const words = roundWords(round);
  const sections = [...new Set(figures.map((figure) => figure.section))];
  const isPublished = round.state === "published";
  const waits = figures.find((figure) => figure.withheld === "round_open");
  return (
    <Layout
      frame={frame}
      title={`Inzicht ${round.year}`}
      heading={words.title}
      wide
      lead={`${words.coverage} telden mee. Kies een vraag voor de grafiek, de aantallen en de bestanden.`}
      trail={[{ href: paths.insights(), label: "Inzicht" }]}
    >
      <MetaLine parts={[`n = ${round.counted}`, `peildatum ${words.referenceDay}`, words.version]} />
      {words.waiting ? <p class="wt-small">{words.waiting}</p> : null}
      <Ways
        label={`Meer over ${round.year}`}
        links={[
          seesMirror && [
            paths.insightMirror(round.year),
            "Spiegel: jullie antwoorden naast die van alle leden",
          ],
          isPublished && [paths.insightOpened(round.year), "Lees welke antwoorden teams openden"],
          isPublished && [paths.coherence(round.year), "Samenhang: welke antwoorden gaan samen"],
          seesBoard && [paths.responseBoard(round.year), "Bekijk wie heeft geantwoord"],
          seesBoard && !waits && [paths.releaseAccount(round.year), "Bekijk wat er is vrijgegeven"],
          seesResearch && [paths.quality(round.year), "Bekijk de kwaliteit van de gegevens"],
          seesResearch && [paths.research(round.year), "Bestanden voor onderzoek"],
        ]}
      />
      {waits ? (
        <Notice kind="info" title="Meningen en open antwoorden komen na het sluiten">
          <p>Feiten die leden voor elkaar openden, zie je nu al. Ze veranderen nog.</p>
        </Notice>
      ) : null}
      {sections.map((title) => {
        const shown = figures.filter(({ section, withheld }) => section === title && !withheld);
        return shown.length === 0 ? null : (
          <Section key={title} title={title} year={round.year} figures={shown} />
        );
      })}
      <Later figures={figures.filter(({ withheld }) => withheld)} year={round.year} />
      <p class="wt-after-list">
        <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
      </p>
      <PrintNote>
        Peildatum {words.referenceDay}. {words.version}. {paths.insight(round.year)}
      </PrintNote>
    </Layout>
  );
}
