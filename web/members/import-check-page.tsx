import type { JSX } from "preact";
import {
  IMPORT_OUTCOMES,
  type ImportKind,
  type ImportOutcome,
  type ImportResult,
} from "../../db/vocabulary.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf, formatDateTime, formatList } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import { IMPORT_KIND_WORDS, OUTCOME_WORDS, RESULT_WORDS } from "./import-words.ts";

interface ImportRow {
  position: number;
  title: string;
  outcome: ImportOutcome;
  /** sentences, one a line */
  words: string;
  result: ImportResult | null;
}

interface ImportCheckProps {
  frame: Frame;
  table: { id: string; kind: ImportKind; fileName: string; createdAt: number; writtenAt: number | null };
  counts: readonly { outcome: ImportOutcome; result: ImportResult | null; rows: number }[];
  rows: readonly ImportRow[];
  /** the outcome that is asked for; null: all */
  shown: ImportOutcome | null;
  page: number;
  pages: number;
}

/** What every row of a handed-in table would do, or did. */
export function ImportCheckPage(props: ImportCheckProps): JSX.Element {
  const { frame, table, counts, rows, shown } = props;
  const words = IMPORT_KIND_WORDS[table.kind];
  const of = (outcome: ImportOutcome) =>
    counts.reduce((sum, each) => sum + (each.outcome === outcome ? each.rows : 0), 0);
  const written = counts.reduce((sum, each) => sum + (each.result === "written" ? each.rows : 0), 0);
  const outdated = counts.reduce((sum, each) => sum + (each.result === "outdated" ? each.rows : 0), 0);
  const total = counts.reduce((sum, each) => sum + each.rows, 0);
  const useful = of("new") + of("changed");
  const address = (outcome: ImportOutcome | null, page = 1) => {
    const query = new URLSearchParams({
      ...(outcome && { toon: OUTCOME_WORDS[outcome].address }),
      ...(page > 1 && { pagina: String(page) }),
    });
    return `${paths.importCheck(table.id)}${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <Layout
      frame={frame}
      title={`${words.title} inlezen: ${table.fileName}`}
      lead={
        table.writtenAt
          ? `Overgenomen op ${formatDateTime(table.writtenAt)}: ${countOf(written, "rij", "rijen")}.`
          : `${countOf(total, "rij", "rijen")}: ${formatList(
              IMPORT_OUTCOMES.filter((outcome) => of(outcome) > 0).map(
                (outcome) => `${of(outcome)} ${OUTCOME_WORDS[outcome].label}`,
              ),
            )}. Er is nog niets opgeslagen.`
      }
      trail={[
        { href: paths.bureau(), label: "Bureau" },
        { href: paths.imports(), label: "Inlezen" },
      ]}
      wide
    >
      {outdated > 0 ? (
        <Notice kind="warning" title={`${countOf(outdated, "rij is", "rijen zijn")} niet overgenomen`}>
          Iemand veranderde intussen deze gegevens. Lees het bestand opnieuw in om te zien hoe het er nu voor
          staat.
        </Notice>
      ) : null}
      {table.writtenAt ? null : <Decide {...props} useful={useful} newcomers={of("new")} />}
      <h2>Rijen</h2>
      <nav class="wt-row-filter" aria-label="Toon rijen">
        <ul class="wt-chips">
          {[null, ...IMPORT_OUTCOMES].map((outcome) => (
            <li key={outcome}>
              <a
                class="wt-chip"
                href={address(outcome)}
                aria-current={outcome === shown ? "true" : undefined}
              >
                {outcome ? `${OUTCOME_WORDS[outcome].label} (${of(outcome)})` : `alle rijen (${total})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <Empty why="Hier staan geen rijen.">
          <a href={address(null)}>Toon alle rijen</a>
        </Empty>
      ) : (
        <div class="wt-dry-run">
          <Rows rows={rows} hasResult={table.writtenAt !== null} fileName={table.fileName} />
        </div>
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => address(shown, page)} />
      <DataDownloads
        subject="alle rijen met hun uitkomst"
        excel={paths.importExport(table.id, "xlsx")}
        csv={paths.importExport(table.id, "csv")}
      />
    </Layout>
  );
}

function Decide({
  table,
  useful,
  newcomers,
}: ImportCheckProps & { useful: number; newcomers: number }): JSX.Element {
  if (useful === 0)
    return (
      <>
        <Notice kind="info">Er is niets om over te nemen. Verbeter het bestand of kies een ander.</Notice>
        <Actions>
          <ButtonLink href={paths.imports()}>Ander bestand kiezen</ButtonLink>
        </Actions>
      </>
    );
  return (
    <Form action={paths.importRun(table.id)} explained={false}>
      {table.kind === "people" && newcomers > 0 ? (
        <Checkbox
          name="welkom"
          label="Stuur nieuwe mensen een uitnodiging per mail"
          hint="Zonder vinkje krijgt niemand bericht."
        />
      ) : null}
      <Actions>
        <Button>{`${countOf(useful, "rij", "rijen")} overnemen`}</Button>
        <ButtonLink kind="secondary" href={paths.imports()}>
          Ander bestand kiezen
        </ButtonLink>
      </Actions>
    </Form>
  );
}

const TONES = { new: "green", changed: "blue", unchanged: "neutral", refused: "brick" } as const;

function Rows({
  rows,
  hasResult,
  fileName,
}: {
  rows: readonly ImportRow[];
  hasResult: boolean;
  fileName: string;
}): JSX.Element {
  return (
    <Table
      caption={`Rijen van ${fileName}`}
      columns={[
        { key: "position", label: "Rij", numeric: true },
        { key: "title", label: "Naam", rowHeader: true },
        { key: "outcome", label: "Uitkomst" },
        { key: "words", label: "Wat er gebeurt" },
        ...(hasResult ? [{ key: "result", label: "Resultaat" }] : []),
      ]}
      rows={rows.map((row) => ({
        position: row.position,
        title: row.title,
        outcome: <Badge kind={TONES[row.outcome]}>{OUTCOME_WORDS[row.outcome].label}</Badge>,
        words: row.words.replaceAll("\n", " "),
        result: row.result ? RESULT_WORDS[row.result] : "–",
      }))}
    />
  );
}
