import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { type FigureFilter, type FilterChoice, figureQuery, filterWords } from "./figure-filter.ts";
import { FigureFilters } from "./figure-filters.tsx";
import type { ShownFigure, ShownRound } from "./shown-figure.ts";

export interface NotOfferedPageProps {
  frame: Frame;
  round: ShownRound;
  figure: ShownFigure;
  because: "too_many" | "not_offered";
  asked: readonly FigureFilter[];
  nearest: readonly FigureFilter[];
  choices: readonly FilterChoice[];
  /** the edition in the address */
  edition: number | null;
}

/** A group that has no figures: why, and the nearest group that has. What was chosen stays chosen. */
export function NotOfferedPage(props: NotOfferedPageProps): JSX.Element {
  const { frame, round, figure, because, asked, nearest, choices, edition } = props;
  const isReleased = figure.audience === "confidential";
  const action = paths.insightItem(round.year, figure.concept);
  const why = {
    too_many: "Je koos meer dan twee filters. Een derde filter bieden we niet.",
    not_offered: isReleased
      ? "Van deze groep zijn geen cijfers vrijgegeven. Zij is te klein, haar cijfers zijn niet veilig naast andere, of deze filters gaan niet samen."
      : "Een van deze filters bestaat niet.",
  }[because];
  return (
    <Layout
      frame={frame}
      title={`Geen cijfers van deze groep: ${figure.shortName} in ${round.year}`}
      heading="Geen cijfers van deze groep"
      lead={`${figure.shortName} – ${filterWords(asked)}`}
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(round.year), label: String(round.year) },
        { href: action, label: figure.shortName },
      ]}
    >
      <p>{why}</p>
      <Actions>
        <ButtonLink href={`${action}${figureQuery(nearest, edition)}`}>
          Bekijk {nearest.length === 0 ? "alle leden" : filterWords(nearest)}
        </ButtonLink>
        <ButtonLink kind="quiet" href={paths.insightRules()}>
          Waarom niet elke groep cijfers heeft
        </ButtonLink>
      </Actions>
      <FigureFilters
        action={action}
        choices={choices}
        chosen={asked}
        edition={edition}
        isReleased={isReleased}
      />
    </Layout>
  );
}
