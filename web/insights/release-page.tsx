import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { formatDay, formatNumber, formatPercentage } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Notice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import {
  type AccountLine,
  type AccountRound,
  type AccountSums,
  accountSentence,
  keptWords,
  type MatchAccount,
  matchCostSentence,
  NO_SUMS_SENTENCE,
  REASON_LABELS,
  waitingSentence,
} from "./release-account.ts";

export interface ReleasePageProps {
  frame: Frame;
  round: AccountRound;
  lines: readonly AccountLine[];
  /** null: not to be told yet */
  sums: AccountSums | null;
  matches: MatchAccount;
}

const rowOf = (line: AccountLine, year: number) => ({
  question: (
    <a href={paths.insightItem(year, line.concept)}>
      {line.concept} {line.shortName}
    </a>
  ),
  edition: line.edition,
  organisations: formatNumber(line.organisations),
  totals: keptWords(line.totals),
  one: keptWords(line.one),
  two: keptWords(line.two),
  withheld: formatNumber(line.withheld),
  margin: formatPercentage(line.margin),
  released: formatDay(line.releasedAt),
});

function Sums({ sums }: { sums: AccountSums | null }): JSX.Element {
  if (!sums) return <p class="wt-small">{NO_SUMS_SENTENCE}</p>;
  const rows = [
    ...(["chance", "unsafe", "limit", "solver"] as const).map((reason) => ({
      what: REASON_LABELS[reason],
      count: formatNumber(sums.withheld[reason]),
    })),
    { what: "Antwoordbladen gezocht", count: formatNumber(sums.walks) },
    { what: "Vragen aan de oplosser", count: formatNumber(sums.solves) },
    { what: "Bewezen dat het niet kan", count: formatNumber(sums.proofs) },
    { what: "Antwoordbladen bewaard als bewijs", count: formatNumber(sums.witnesses) },
  ];
  return (
    <>
      <h2>Alle vragen samen</h2>
      <p>Redenen staan hier alleen opgeteld. Per cijfer zou een reden iets over het antwoord zeggen.</p>
      <Table
        caption="Wat verborgen bleef en wat de controle kostte"
        columns={[
          { key: "what", label: "Wat" },
          { key: "count", label: "Aantal", numeric: true },
        ]}
        rows={rows}
      />
    </>
  );
}

/** What may be said of change at the same organisations, and what it cost to prove that. */
function Matches({ matches, isCostTold }: { matches: MatchAccount; isCostTold: boolean }): JSX.Element {
  return (
    <>
      <h2>Verandering bij dezelfde organisaties</h2>
      <p>
        Een deel volgt al uit de totalen van beide rondes. Dit zijn de cijfers die daar veilig bij konden.
        Beide rondes krijgen ze, of geen van beide.
      </p>
      <Table
        caption="Extra cijfers per vergelijking"
        columns={[
          { key: "question", label: "Vraag" },
          { key: "since", label: "Sinds", numeric: true },
          { key: "both", label: "In beide rondes", numeric: true },
          { key: "joined", label: "Nieuw", numeric: true },
          { key: "left", label: "Deden niet meer mee", numeric: true },
          { key: "figures", label: "Te zien", numeric: true },
        ]}
        rows={matches.lines.map((line) => ({
          question: (
            <a href={paths.trend(line.concept)}>
              {line.concept} {line.shortName}
            </a>
          ),
          since: line.since,
          both: formatNumber(line.both),
          joined: formatNumber(line.joined),
          left: formatNumber(line.left),
          figures: line.figures.offered === 0 ? "volgt uit de totalen" : keptWords(line.figures),
        }))}
      />
      {isCostTold ? <p class="wt-small">{matchCostSentence(matches)}</p> : null}
    </>
  );
}

/** Monitoring's account of a release: what was kept, what it cost, how much room is left. */
export function ReleasePage({ frame, round, lines, sums, matches }: ReleasePageProps): JSX.Element {
  const { year } = round;
  const waiting = round.state === "published" ? waitingSentence(round) : "";
  return (
    <Layout
      frame={frame}
      title={`Vrijgave ${year}`}
      lead={lines.length > 0 ? accountSentence(lines) : undefined}
      wide
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(year), label: String(year) },
      ]}
    >
      {waiting ? (
        <Notice kind="info" title="Nog te doen">
          <p>{waiting}</p>
        </Notice>
      ) : null}
      {lines.length === 0 ? (
        <Empty
          why={
            round.state === "published"
              ? "De cijfers van deze ronde worden nog gemaakt."
              : "Deze ronde is nog niet gepubliceerd. De cijfers komen daarna."
          }
        >
          <a href={paths.insight(year)}>Naar de ronde</a>
        </Empty>
      ) : (
        <>
          <Table
            caption="Te zien per vraag"
            columns={[
              { key: "question", label: "Vraag" },
              { key: "edition", label: "Versie", numeric: true },
              { key: "organisations", label: "Organisaties", numeric: true },
              { key: "totals", label: "Zonder filter", numeric: true },
              { key: "one", label: "Eén filter", numeric: true },
              { key: "two", label: "Twee filters", numeric: true },
              { key: "withheld", label: "Verborgen", numeric: true },
              { key: "margin", label: "Marge", numeric: true },
              { key: "released", label: "Vrijgegeven op" },
            ]}
            rows={lines.map((line) => rowOf(line, year))}
          />
          <p class="wt-small">
            Bewijs van veiligheid zijn antwoordbladen die bij alle cijfers passen. De marge is het deel waarin
            het zeldzaamste antwoord van een organisatie staat. Boven 0 blijft elk antwoord van iedereen
            mogelijk.
          </p>
          {matches.lines.length > 0 ? <Matches matches={matches} isCostTold={sums !== null} /> : null}
          <Sums sums={sums} />
          <DataDownloads
            csv={paths.releaseAccountExport(year, "csv")}
            excel={paths.releaseAccountExport(year, "xlsx")}
            subject="de vrijgave"
          />
        </>
      )}
    </Layout>
  );
}
