import type { JSX } from "preact";
import type { PlausibilityRule } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Table } from "../ui/table.tsx";
import { RULE_LABELS } from "./warning-words.ts";

export interface ReasonRow {
  concept: string;
  shortName: string;
  rule: PlausibilityRule;
  name: string;
  text: string;
}

/** Reasons that members gave with odd answers, for the learning group that works on the figures. */
export function ReasonsPage({
  frame,
  round,
  rows,
}: {
  frame: Frame;
  round: { year: number };
  rows: readonly ReasonRow[];
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Redenen bij antwoorden die opvallen – ${round.year}`}
      heading="Redenen bij antwoorden die opvallen"
      lead={`Ondertekende antwoorden van ${round.year}. Redenen bij vertrouwelijke vragen blijven bij de organisatie.`}
      back={{ href: paths.questionQueries(round.year), label: `Onduidelijke vragen in ${round.year}` }}
      wide
    >
      {rows.length === 0 ? (
        <Empty why="Nog niemand gaf een reden bij een ondertekend antwoord.">
          <a href={paths.responseBoard(round.year)}>Bekijk wie er antwoordde</a>
        </Empty>
      ) : (
        <Table
          caption={`Redenen bij ${countOf(rows.length, "antwoord", "antwoorden")} in ${round.year}`}
          columns={[
            { key: "question", label: "Vraag" },
            { key: "rule", label: "Valt op" },
            { key: "name", label: "Organisatie" },
            { key: "text", label: "Reden" },
          ]}
          rows={rows.map(({ shortName, rule, name, text }) => ({
            question: shortName,
            rule: RULE_LABELS[rule],
            name,
            text,
          }))}
        />
      )}
    </Layout>
  );
}
