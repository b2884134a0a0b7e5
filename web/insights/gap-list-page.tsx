import type { JSX } from "preact";
import type { Perspective } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Card, CardGrid } from "../ui/card.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { MetaLine } from "../ui/meta-line.tsx";
import { PERSPECTIVE_LABELS } from "./gap.ts";

export interface ListedPerspectives {
  id: string;
  title: string;
  measuredOn: string;
  first: Perspective;
  second: Perspective;
  statements: number;
}

/** All measurements from two sides, newest first. */
export function GapListPage({
  frame,
  measurements,
  mayAdd,
  said,
}: {
  frame: Frame;
  measurements: readonly ListedPerspectives[];
  mayAdd: boolean;
  /** what was just done */
  said: string | undefined;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Perspectieven"
      lead="Dezelfde stelling aan twee groepen. Waar kijken zij anders naar de samenwerking?"
      trail={[{ href: paths.insights(), label: "Inzicht" }]}
      notice={said ? { kind: "ok", text: said } : undefined}
    >
      {measurements.length === 0 ? (
        <Empty why="Er is nog geen meting van twee kanten.">
          <a href={paths.insights()}>Naar de metingen van de vereniging</a>
        </Empty>
      ) : (
        <CardGrid>
          {measurements.map(({ id, title, measuredOn, first, second, statements }) => (
            <Card key={id} title={<a href={paths.perspectiveGap(id)}>{title}</a>}>
              <p>
                Groepen: {PERSPECTIVE_LABELS[first]} en {PERSPECTIVE_LABELS[second]}.
              </p>
              <MetaLine
                parts={[countOf(statements, "stelling", "stellingen"), `gemeten op ${formatDay(measuredOn)}`]}
              />
            </Card>
          ))}
        </CardGrid>
      )}
      {mayAdd ? (
        <p>
          <a href={paths.newPerspectives()}>Meting toevoegen</a>
        </p>
      ) : null}
    </Layout>
  );
}
