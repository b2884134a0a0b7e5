import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { figureQuery } from "./figure-filter.ts";
import { type MirrorItem, positionOf } from "./mirror.ts";
import { OutcomeChart } from "./outcome-chart.tsx";
import { outcomeSentence } from "./outcome-sentence.ts";
import type { SimilarGroup } from "./similar.ts";

const NOT_OF_GROUP = "Van deze groep is dit cijfer er niet.";

/** One answer of the own organisation beside that of the group, in words; `drawn` adds the chart. */
export function MirrorAnswer({
  item,
  year,
  chosen,
  drawn,
}: {
  item: MirrorItem;
  year: number;
  chosen: SimilarGroup | null;
  drawn: boolean;
}): JSX.Element {
  const { figure } = item;
  const query = chosen ? figureQuery(chosen.filters) : "";
  const href = `${paths.insightItem(year, item.concept)}${query}`;
  const isOffered = figure !== null && figure.view.rows.length + (figure.view.merged ? 1 : 0) > 0;
  return (
    <article class="wt-mirror__item">
      <h3>{isOffered || figure?.withheld ? <a href={href}>{item.shortName}</a> : item.shortName}</h3>
      <div class="wt-mirror__own">
        <h4>Jullie</h4>
        <Own own={item.own} />
      </div>
      {figure ? (
        <div>
          <h4>{chosen?.label ?? "Alle leden"}</h4>
          <p>{isOffered || figure.withheld ? outcomeSentence(figure) : NOT_OF_GROUP}</p>
          {positionOf(item).map((sentence) => (
            <p key={sentence} class="wt-small">
              {sentence}
            </p>
          ))}
          {drawn && isOffered && !figure.withheld ? (
            // Beside all members counts become shares; here the group stands alone.
            <OutcomeChart figure={{ ...figure, compared: null }} view={figure.view} own={item.ownKeys} />
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

function Own({ own }: { own: MirrorItem["own"] }): JSX.Element {
  if (own === null) return <p class="wt-small">Alleen voor redacteuren en tekenaars</p>;
  if (own.length === 0) return <p class="wt-small">Niet ingevuld</p>;
  return own.length === 1 ? (
    <blockquote class="wt-mirror__words">{own[0]}</blockquote>
  ) : (
    <ul>
      {own.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
