import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { figureQuery } from "./figure-filter.ts";
import { type MirrorItem, positionOf } from "./mirror.ts";
import { MirrorGroups } from "./mirror-groups.tsx";
import { OutcomeChart } from "./outcome-chart.tsx";
import { outcomeSentence } from "./outcome-sentence.ts";
import { roundWords } from "./round-words.ts";
import type { ShownRound } from "./shown-figure.ts";
import type { SimilarGroup } from "./similar.ts";

export interface MirrorPageProps {
  frame: Frame;
  own: {
    year: number;
    title: string;
    referenceOn: string;
    signedAt: number | null;
    reference: string | null;
  };
  /** the round that the group's figures are of; null as long as none is published */
  group: ShownRound | null;
  items: readonly MirrorItem[];
  /** groups of the release that this organisation belongs to */
  groups: readonly SimilarGroup[];
  /** the one that is shown; null: all members */
  chosen: SimilarGroup | null;
  address: string;
}

/** Own signed answers beside the group: to read, and on paper for a board. */
export function MirrorPage(props: MirrorPageProps): JSX.Element {
  const { frame, own, chosen, address } = props;
  const name = frame.viewer?.memberName ?? "Jouw organisatie";
  return (
    <Layout
      frame={frame}
      title={`Spiegel ${own.year}${chosen ? `, ${chosen.label}` : ""}`}
      heading={`Spiegel: ${name} in ${own.year}`}
      wide
      lead={`Wat jullie ondertekenden, naast de cijfers van ${chosen ? "teams zoals jullie" : "alle leden"}.`}
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(own.year), label: String(own.year) },
      ]}
    >
      {own.signedAt === null ? (
        <Empty why="Jouw organisatie ondertekende deze vragenlijst nog niet. Daarna staan hier jullie antwoorden.">
          <a href={paths.questionnaires()}>Naar de vragenlijst</a>
        </Empty>
      ) : (
        <Filled {...props} />
      )}
      <PrintNote>
        Peildatum {formatDay(own.referenceOn)}. {address}
      </PrintNote>
    </Layout>
  );
}

function Filled({ own, group, items, groups, chosen }: MirrorPageProps): JSX.Element {
  const sections = [...new Set(items.map((item) => item.section))];
  const isHidden = items.some((item) => item.own === null);
  return (
    <>
      <MetaLine
        parts={[
          own.reference ? `inzending ${own.reference}` : "",
          own.signedAt === null ? "" : `ondertekend op ${formatDay(own.signedAt)}`,
          group ? `groep: ${chosen ? chosen.label : roundWords(group).coverage}, ${group.year}` : "",
        ]}
      />
      {group === null ? (
        <p>Er zijn nog geen cijfers van alle leden. Ze komen bij de publicatie van de ronde.</p>
      ) : group.year === own.year ? null : (
        <p>
          De cijfers van {own.year} komen na het sluiten van de ronde. Tot dan staan hier die van {group.year}
          .
        </p>
      )}
      <p class="wt-small">
        Deze pagina is van jullie zelf. Wat anderen kozen, zie je alleen in vrijgegeven cijfers.{" "}
        {isHidden ? "Vertrouwelijke antwoorden van jullie zien alleen redacteuren en tekenaars. " : ""}
        <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
      </p>
      {group ? <MirrorGroups year={own.year} groups={groups} chosen={chosen} /> : null}
      {sections.map((section) => (
        <section key={section} class="wt-mirror">
          <h2>{section}</h2>
          {items
            .filter((item) => item.section === section)
            .map((item) => (
              <Item key={item.concept} item={item} year={group?.year ?? own.year} chosen={chosen} />
            ))}
        </section>
      ))}
    </>
  );
}

function Item({
  item,
  year,
  chosen,
}: {
  item: MirrorItem;
  year: number;
  chosen: SimilarGroup | null;
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
          {isOffered && !figure.withheld ? (
            // Beside all members counts become shares; here the group stands alone.
            <OutcomeChart figure={{ ...figure, compared: null }} view={figure.view} own={item.ownKeys} />
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

const NOT_OF_GROUP = "Van deze groep is dit cijfer er niet.";

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
