import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge, type BadgeKind } from "../ui/badge.tsx";
import { BarChart } from "../ui/bar-chart.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import {
  BOARD_PAGE_SIZE,
  BOARD_STATE_LABELS,
  BOARD_STATE_WORDS,
  BOARD_STATES,
  type BoardCounts,
  type BoardLine,
  type BoardState,
  boardSentence,
  membersIn,
  remarksOn,
} from "./board.ts";
import type { BoardGroup, FirstSigning } from "./board-counts.ts";
import { BoardProgress } from "./board-progress.tsx";
import type { ShownRound } from "./shown-figure.ts";

export interface BoardPageProps {
  frame: Frame;
  round: ShownRound;
  lines: readonly BoardLine[];
  /** the same in counts, per size class and part of the country */
  groups: readonly BoardGroup[];
  signings: readonly FirstSigning[];
  /** of all members of the round */
  counts: BoardCounts;
  /** only members in this state; all when null */
  only: BoardState | null;
  /** `lines` is this part of them, from 1 */
  page: number;
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

function Choice({ round, only, counts }: Pick<BoardPageProps, "round" | "only" | "counts">): JSX.Element {
  const all = paths.responseBoard(round.year);
  return (
    <nav class="wt-board-choice" aria-label="Toon leden per stand">
      <ul class="wt-chips">
        <li>
          <a class="wt-chip" href={all} aria-current={only === null ? "true" : undefined}>
            Alle leden ({membersIn(counts)})
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
export function BoardPage(props: BoardPageProps): JSX.Element {
  const { frame, round, lines, groups, signings, counts, only, page, today } = props;
  const { year } = round;
  const pages = Math.ceil((only === null ? membersIn(counts) : counts[only]) / BOARD_PAGE_SIZE);
  const hrefOf = (to: number) => {
    const query = new URLSearchParams(only === null ? [] : [["stand", BOARD_STATE_WORDS[only]]]);
    if (to > 1) query.append("pagina", String(to));
    return `${paths.responseBoard(year)}${query.size === 0 ? "" : `?${query}`}`;
  };
  return (
    <Layout
      frame={frame}
      title={`Respons ${year}${page > 1 ? `, pagina ${page}` : ""}`}
      heading={`Respons ${year}`}
      lead={boardSentence(counts)}
      wide
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(year), label: String(year) },
      ]}
    >
      <BarChart
        title="Leden per stand"
        kind="classes"
        max={membersIn(counts)}
        bars={BOARD_STATES.map((state) => ({ label: BOARD_STATE_LABELS[state], value: counts[state] }))}
      />
      <MetaLine
        parts={[
          `${membersIn(counts)} leden`,
          `sluitdatum ${formatDay(round.closesOn)}`,
          `stand van ${formatDay(today)}`,
        ]}
      />
      <Choice round={round} only={only} counts={counts} />
      {lines.length === 0 ? (
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
          rows={lines.map(rowOf)}
        />
      )}
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
      <DataDownloads
        csv={paths.responseBoardExport(year, "csv")}
        excel={paths.responseBoardExport(year, "xlsx")}
        subject="de respons van alle leden"
      />
      <BoardProgress year={year} signings={signings} members={membersIn(counts)} groups={groups} />
      <PrintNote>
        Stand van {formatDay(today)}. {paths.responseBoard(year)}
      </PrintNote>
    </Layout>
  );
}
