import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { countOf, formatNumber } from "../ui/dutch.ts";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { countIn } from "./cell.ts";
import { type FigureFilter, figureQuery, filterWords } from "./figure-filter.ts";
import { roundWords } from "./round-words.ts";
import { questionOf, type ShownFigure, type ShownRound, type ShownRow } from "./shown-figure.ts";

/** A part of the organisations that gave one answer to a fact. */
export interface NamesOf {
  round: ShownRound;
  item: Pick<ShownFigure, "concept" | "shortName" | "stem" | "wording">;
  filters: readonly FigureFilter[];
  /** the version in the address; null for the newest */
  edition: number | null;
  answer: ShownRow;
  /** `other`: what was typed behind "anders, namelijk" */
  names: readonly { name: string; slug: string; other: string | null }[];
  /** the part begins behind this place, 0 for the first; and the next one behind that, null for the last */
  after: number;
  next: number | null;
}

/** The end of the address of such a list, on its page or for its file. */
export function namesQuery(
  option: string,
  filters: readonly FigureFilter[],
  edition: number | null,
  after = 0,
): string {
  const query = new URLSearchParams(figureQuery(filters, edition));
  query.append("optie", option);
  if (after > 0) query.append("na", String(after));
  return `?${query}`;
}

const NOBODY = "Geen enkele organisatie gaf dit antwoord.";

/** Who gave one answer to a question that members opened to each other, in parts of fifty names. */
export function NamesPage(props: NamesOf & { frame: Frame }): JSX.Element {
  const { frame, round, item, filters, edition, answer, names, after, next } = props;
  const count = countIn(answer.organisations) ?? 0;
  const words = roundWords(round);
  const group = filters.length === 0 ? "" : `, ${filterWords(filters)}`;
  const part = after === 0 ? "" : `, vanaf plaats ${formatNumber(after + 1)}`;
  const figure = `${paths.insightItem(round.year, item.concept)}${figureQuery(filters, edition)}`;
  const here = paths.insightNames(round.year, item.concept);
  return (
    <Layout
      frame={frame}
      title={`Wie antwoordde ‘${answer.label}’: ${item.shortName} in ${round.year}${group}${part}`}
      heading={`Wie antwoordde ‘${answer.label}’`}
      lead={questionOf(item)}
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(round.year), label: String(round.year) },
        { href: figure, label: item.shortName },
      ]}
    >
      <MetaLine
        parts={[
          countOf(count, "organisatie", "organisaties"),
          filterWords(filters),
          `peildatum ${words.referenceDay}`,
          edition === null ? words.version : `versie ${edition}`,
        ]}
      />
      {names.length === 0 ? (
        <p>{count === 0 ? NOBODY : "In dit deel van de lijst gaf niemand dit antwoord."}</p>
      ) : (
        <ul class="wt-names">
          {names.map(({ name, slug, other }) => (
            <li key={slug}>
              <a href={paths.member(slug)}>{name}</a>
              {other ? `: ${other}` : null}
            </li>
          ))}
        </ul>
      )}
      <Actions>
        {next === null ? null : (
          <ButtonLink href={`${here}${namesQuery(answer.key, filters, edition, next)}`}>
            Volgende organisaties
          </ButtonLink>
        )}
        {after === 0 ? null : (
          <ButtonLink kind="quiet" href={`${here}${namesQuery(answer.key, filters, edition)}`}>
            Terug naar het begin van de lijst
          </ButtonLink>
        )}
      </Actions>
      {names.length === 0 ? null : (
        <p>
          <a
            href={`${paths.insightNamesExport(round.year, item.concept)}${namesQuery(answer.key, filters, edition, after)}`}
          >
            Download deze lijst als CSV
          </a>{" "}
          <span class="wt-small">(hooguit 1.000 organisaties)</span>
        </p>
      )}
      <PrintNote>
        {words.title}, peildatum {words.referenceDay}.
      </PrintNote>
    </Layout>
  );
}
