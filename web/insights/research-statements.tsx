import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Button } from "../ui/button.tsx";
import { formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { InlineForm } from "../ui/form.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import {
  isValid,
  MOST_IN_A_FILE,
  RESEARCH_DATA_LABELS,
  RESEARCH_FILES,
  type ShownStatement,
  standingOf,
} from "./research.ts";
import type { ShownRound } from "./shown-figure.ts";

function Files({ year, id, data }: { year: number; id: string; data: "answers" | "facts" }): JSX.Element {
  return (
    <li>
      {RESEARCH_DATA_LABELS[data]}:
      <ul>
        {RESEARCH_FILES.filter((each) => each.data === data).map(({ file, label }) => (
          <li key={file}>
            <a href={paths.researchFile(year, id, file)}>
              {label}
              <span class="wt-only-read"> van {RESEARCH_DATA_LABELS[data].toLowerCase()}</span>
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Who promised what about the separate answers of this round; downloads stand at one's own, while it lasts. */
export function ResearchStatements({
  round,
  statements,
  today,
}: {
  round: ShownRound;
  statements: readonly ShownStatement[];
  today: string;
}): JSX.Element {
  const { year } = round;
  const fits = round.counted <= MOST_IN_A_FILE;
  return (
    <>
      <h2 id="verklaringen">Verklaringen</h2>
      {statements.length === 0 ? (
        <Empty why="Nog niemand ondertekende een verklaring voor deze ronde.">
          <a href="#ondertekenen">Verklaring ondertekenen</a>
        </Empty>
      ) : null}
      {statements.map((statement) => (
        <article class="wt-statement" key={statement.id} aria-label={`Verklaring van ${statement.name}`}>
          <h3>
            {statement.isMine ? "Jouw verklaring" : `Verklaring van ${statement.name}`}
            {`, ${formatDay(statement.signedAt)}`}
          </h3>
          <SummaryList
            items={[
              { question: "Waarvoor", answer: statement.purpose },
              { question: "Voor wie", answer: statement.recipients },
              { question: "Hoelang", answer: standingOf(statement, today) },
              { question: "Nummer", answer: <code>{statement.id}</code> },
            ]}
          />
          {statement.isMine && isValid(statement, today) ? (
            <>
              {fits ? (
                <ul>
                  <Files year={year} id={statement.id} data="answers" />
                  <Files year={year} id={statement.id} data="facts" />
                </ul>
              ) : null}
              <InlineForm action={paths.useStatementEnd(year, statement.id)}>
                <Button kind="secondary">Verklaring beëindigen</Button>
              </InlineForm>
            </>
          ) : null}
        </article>
      ))}
    </>
  );
}
