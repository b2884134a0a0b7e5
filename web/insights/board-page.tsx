import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge, type BadgeKind } from "../ui/badge.tsx";
import { BarChart } from "../ui/bar-chart.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { MetaLine } from "../ui/meta-line.tsx";
import { Table } from "../ui/table.tsx";
import {
  BOARD_STATE_LABELS,
  BOARD_STATE_WORDS,
  BOARD_STATES,
  type BoardLine,
  type BoardState,
  boardSentence,
  countsOf,
  remarksOn,
} from "./board.ts";
import type { ShownRound } from "./shown-figure.ts";

export interface BoardPageProps {
  frame: Frame;
  round: ShownRound;
  lines: readonly BoardLine[];
  /** only members in this state; all when null */
  only: BoardState | null;
  today: string;
}

const KINDS: Record<BoardState, BadgeKind> = {
  not_begun: "blue",
  in_progress: "ochre",
  ready: "brick",
  signed: "green",
};

function rowOf(line: BoardLine) {
  return {
    name: <a href={paths.member(line.slug)}>{line.name}</a>,
    state: <Badge kind={KINDS[line.state]}>{BOARD_STATE_LABELS[line.state]}</Badge>,
    last: line.lastAt === null ? "" : formatDay(line.lastAt),
    signed: line.signedAt === null ? "" : formatDay(line.signedAt),
    remarks: remarksOn(line),
  };
}

function Choice({ round, only, lines }: Pick<BoardPageProps, "round" | "only" | "lines">): JSX.Element {
  const counts = countsOf(lines);
  const all = paths.responseBoard(round.year);
  return (
    <nav class="wt-board-choice" aria-label="Toon leden per stand">
      <ul class="wt-chips">
        <li>
          <a class="wt-chip" href={all} aria-current={only === null ? "true" : undefined}>
            Alle leden ({lines.length})
          </a>
        </li>
        {BOARD_STATES.map((state) => (
          <li key={state}>
            <a
              class="wt-chip"
              href={`${all}?stand=${BOARD_STATE_WORDS[state]}`}
              aria-current={only === state ? "true" : undefined}
            >
              {BOARD_STATE_LABELS[state]} ({counts[state]})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Who has not begun, is busy, is ready, has signed. Says that members answer, never what. */
export function BoardPage({ frame, round, lines, only, today }: BoardPageProps): JSX.Element {
  const counts = countsOf(lines);
  const shown = lines.filter((line) => only === null || line.state === only);
  const { year } = round;
  return (
    <Layout
      frame={frame}
      title={`Respons ${year}`}
      lead={boardSentence(lines)}
      wide
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(year), label: String(year) },
      ]}
    >
      <BarChart
        title="Leden per stand"
        kind="classes"
        max={lines.length}
        bars={BOARD_STATES.map((state) => ({ label: BOARD_STATE_LABELS[state], value: counts[state] }))}
      />
      <MetaLine
        parts={[
          `${lines.length} leden`,
          `sluitdatum ${formatDay(round.closesOn)}`,
          `stand van ${formatDay(today)}`,
        ]}
      />
      <Choice round={round} only={only} lines={lines} />
      {shown.length === 0 ? (
        <Empty why="Er zijn geen leden in deze stand.">
          <a href={paths.responseBoard(year)}>Toon alle leden</a>
        </Empty>
      ) : (
        <Table
          caption={only === null ? "Alle leden" : `Leden: ${BOARD_STATE_LABELS[only].toLowerCase()}`}
          columns={[
            { key: "name", label: "Organisatie" },
            { key: "state", label: "Stand" },
            { key: "last", label: "Laatste activiteit" },
            { key: "signed", label: "Ondertekend op" },
            { key: "remarks", label: "Opmerking" },
          ]}
          rows={shown.map(rowOf)}
        />
      )}
      <DataDownloads
        csv={paths.responseBoardExport(year, "csv")}
        excel={paths.responseBoardExport(year, "xlsx")}
        subject="de respons van alle leden"
      />
    </Layout>
  );
}
