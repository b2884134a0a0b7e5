import type { JSX } from "preact";
import { Disclosure } from "../ui/disclosure.tsx";
import { formatNumber } from "../ui/dutch.ts";
import { Table } from "../ui/table.tsx";
import { MATCH_WEIGHTS, type MatchScore } from "./match-weights.ts";
import { type MatchNames, reasonSentence } from "./match-words.ts";
import type { Side } from "./moves.ts";

interface Reasons {
  score: MatchScore;
  names: MatchNames;
  reader: Side;
}

/** The three reasons of a match. */
export function ReasonList({ score, names, reader }: Reasons): JSX.Element {
  return (
    <ul class="wt-reasons">
      {score.reasons.map((reason) => (
        <li key={reason.about}>{reasonSentence(reason, names, reader)}</li>
      ))}
    </ul>
  );
}

const signed = (points: number): string => (points < 0 ? `−${formatNumber(-points)}` : formatNumber(points));

/** How the points of a match add up; closed until somebody asks. `about` names the pair in the caption. */
export function ScoreTable({ score, about }: { score: MatchScore; about: string }): JSX.Element {
  return (
    <Disclosure summary={`Hoe we tellen: ${signed(score.total)} van 100 punten`}>
      <Table
        caption={`Punten voor ${about}`}
        captionHidden
        columns={[
          { key: "name", label: "Waarop" },
          { key: "points", label: "Punten", numeric: true },
        ]}
        rows={score.parts.map(({ criterion, points }) => ({
          name: MATCH_WEIGHTS[criterion].name,
          points: signed(points),
        }))}
        total={{ name: "Samen", points: signed(score.total) }}
      />
    </Disclosure>
  );
}
