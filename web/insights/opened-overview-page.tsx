import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { formatNumber } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Table } from "../ui/table.tsx";
import { insightTrail } from "./opened.ts";
import type { ShownRound } from "./shown-figure.ts";

export interface OpenedLine {
  concept: string;
  shortName: string;
  section: string;
  opened: number;
  learning: number;
}

/** Per question how many organisations opened their answer to this viewer. */
export function OpenedOverviewPage({
  frame,
  round,
  lines,
  isLearningGroup,
}: {
  frame: Frame;
  round: ShownRound;
  lines: readonly OpenedLine[];
  isLearningGroup: boolean;
}): JSX.Element {
  const some = lines.filter(({ opened }) => opened > 0);
  return (
    <Layout
      frame={frame}
      title={`Geopende antwoorden ${round.year}`}
      lead="Lees wat teams zelf openden, met de naam van hun organisatie erbij."
      trail={frame.viewer ? insightTrail(round.year) : undefined}
    >
      {some.length === 0 ? (
        <Empty
          why={
            round.state === "published"
              ? "Geen organisatie opende een antwoord voor jou."
              : "Deze ronde is nog niet gepubliceerd. Geopende antwoorden komen tegelijk met de cijfers."
          }
        >
          <a href={paths.insight(round.year)}>Naar de cijfers van {round.year}</a>
        </Empty>
      ) : (
        <Table
          caption={`Antwoorden die jij mag lezen, ${round.year}`}
          columns={[
            { key: "question", label: "Vraag" },
            { key: "section", label: "Deel" },
            { key: "opened", label: "Organisaties", numeric: true },
            ...(isLearningGroup
              ? [{ key: "learning", label: "Alleen voor de leergroep", numeric: true }]
              : []),
          ]}
          rows={some.map(({ concept, shortName, section, opened, learning }) => ({
            question: (
              <a href={paths.insightOpenedAnswers(round.year, concept)}>
                {concept} {shortName}
              </a>
            ),
            section,
            opened: formatNumber(opened),
            learning: formatNumber(learning),
          }))}
        />
      )}
      <p>
        <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
      </p>
    </Layout>
  );
}
