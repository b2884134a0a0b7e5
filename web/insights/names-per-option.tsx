import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { countOf } from "../ui/dutch.ts";
import { countIn } from "./cell.ts";
import { namesQuery } from "./names-page.tsx";
import type { ShownFigure, ShownRound } from "./shown-figure.ts";

/** Numbers, dates and texts have no names per answer: the profile of an organisation tells what it said. */
export const hasNames = ({ audience, kind, withheld }: ShownFigure): boolean =>
  audience === "members" && !withheld && (kind === "one" || kind === "many");

/** Of a choice that members opened to each other: to the names behind each answer, each on a page of its own. */
export function NamesPerOption({
  figure,
  round,
  edition,
}: {
  figure: ShownFigure;
  round: ShownRound;
  edition: number | null;
}): JSX.Element | null {
  const { view } = figure;
  if (!hasNames(figure)) return null;
  const given = view.rows.flatMap(({ organisations, ...row }) => {
    const count = countIn(organisations) ?? 0;
    return count > 0 ? [{ ...row, count }] : [];
  });
  const here = paths.insightNames(round.year, figure.concept);
  return (
    <section aria-labelledby="wie">
      <h2 id="wie">Wie antwoordde wat</h2>
      <ul>
        {given.map(({ key, label, count }) => (
          <li key={key}>
            <a href={`${here}${namesQuery(key, view.filters, edition)}`}>{label}</a> (
            {countOf(count, "organisatie", "organisaties")})
          </li>
        ))}
      </ul>
    </section>
  );
}
