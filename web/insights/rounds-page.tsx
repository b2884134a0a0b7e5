import type { JSX } from "preact";
import type { RoundState } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Card, CardGrid } from "../ui/card.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { MetaLine } from "../ui/meta-line.tsx";
import { ROUND_STATE_LABELS } from "./round-words.ts";

export interface ListedRound {
  year: number;
  title: string;
  state: RoundState;
  referenceOn: string;
  closesOn: string;
  publishedOn: string | null;
  signed: number;
  members: number;
}

export interface RoundsPageProps {
  frame: Frame;
  rounds: readonly ListedRound[];
  seesBoard: boolean;
  /** acts for an organisation, whose own answers can be put beside the group */
  seesMirror: boolean;
}

const happening = ({ state, closesOn, publishedOn }: ListedRound): string =>
  state === "published" && publishedOn
    ? `Gepubliceerd op ${formatDay(publishedOn)}.`
    : `Sluit op ${formatDay(closesOn)}. Meningen en open antwoorden volgen daarna.`;

function Round({
  round,
  seesBoard,
  seesMirror,
}: Omit<RoundsPageProps, "frame" | "rounds"> & { round: ListedRound }): JSX.Element {
  const { year } = round;
  return (
    <Card
      title={
        <a href={paths.insight(year)}>
          {round.title} {year}
        </a>
      }
      tone={round.state === "published" ? "accent" : "plain"}
    >
      <p>
        {round.signed} van {countOf(round.members, "lid", "leden")} ondertekenden. {happening(round)}
      </p>
      <MetaLine parts={[ROUND_STATE_LABELS[round.state], `peildatum ${formatDay(round.referenceOn)}`]} />
      {seesMirror ? (
        <p>
          <a href={paths.insightMirror(year)}>Spiegel van {year}: jullie antwoorden naast de groep</a>
        </p>
      ) : null}
      {seesBoard ? (
        <p>
          <a href={paths.responseBoard(year)}>Wie heeft geantwoord in {year}</a>
        </p>
      ) : null}
    </Card>
  );
}

/** The rounds that have figures, newest first. */
export function RoundsPage({ frame, rounds, ...sees }: RoundsPageProps): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Inzicht"
      lead="Wat alle leden samen antwoordden, per meting. Vertrouwelijke antwoorden tellen we alleen."
      wide
    >
      {rounds.length === 0 ? (
        <Empty why="Er is nog geen meting met cijfers. Ze verschijnen zodra een ronde open is.">
          <a href={paths.questionnaires()}>Naar de vragenlijst</a>
        </Empty>
      ) : (
        <CardGrid layout="thirds">
          {rounds.map((round) => (
            <Round key={round.year} round={round} {...sees} />
          ))}
        </CardGrid>
      )}
      <p>
        <a href={paths.perspectives()}>Perspectieven: dezelfde stelling, twee groepen</a>
      </p>
      <p>
        <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
      </p>
    </Layout>
  );
}
