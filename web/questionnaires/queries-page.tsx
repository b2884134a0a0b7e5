import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { countOf, formatDateTime } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { fullWording } from "./notes-page.tsx";
import { Explanations } from "./question-notes.tsx";

/** What a member found unclear, as the learning group reads it. */
export interface QueryView {
  id: string;
  concept: string;
  shortName: string;
  stem: string;
  wording: string;
  text: string;
  askedAt: number;
  by: string;
  memberName: string;
  state: "open" | "answered";
  answer: string;
  quote: string;
  answeredAt: number | null;
  answeredBy: string | null;
  revision: number;
}

/** Everything that members found unclear in one round, what waits first. */
export function QueriesPage({
  frame,
  round,
  queries,
  count,
  page,
  pages,
  mayReadReasons,
}: {
  frame: Frame;
  round: { year: number };
  queries: readonly QueryView[];
  count: { all: number; open: number };
  page: number;
  pages: number;
  mayReadReasons: boolean;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Onduidelijke vragen – vragenlijst ${round.year}`}
      heading={`Onduidelijke vragen in ${round.year}`}
      lead={
        count.open > 0
          ? `${countOf(count.open, "vraag wacht", "vragen wachten")} op uitleg van de leergroep.`
          : "Er wacht geen vraag op uitleg."
      }
      back={{ href: paths.questionnaires(), label: "Alle rondes" }}
    >
      {queries.length === 0 ? (
        <Empty why="Niemand vroeg nog om uitleg. Dat kan bij elke vraag van de vragenlijst.">
          <a href={paths.responseBoard(round.year)}>Bekijk wie er antwoordde</a>
        </Empty>
      ) : (
        <ol class="wt-timeline">
          {queries.map((query) => (
            <li key={query.id}>
              <a href={paths.questionQueryAnswer(round.year, query.id)}>
                {query.shortName}
                <span class="wt-only-read">, vraag van {query.memberName}</span>
              </a>{" "}
              <Badge kind={query.state === "open" ? "brick" : "green"}>
                {query.state === "open" ? "wacht" : "beantwoord"}
              </Badge>
              <p class="wt-timeline__when">
                {query.by}, {query.memberName}, {formatDateTime(query.askedAt)}
              </p>
              <p class="wt-answer-text">{query.text}</p>
            </li>
          ))}
        </ol>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(at) => `${paths.questionQueries(round.year)}?pagina=${at}`}
      />
      {mayReadReasons ? (
        <p>
          <a href={paths.answerReasons(round.year)}>Redenen bij antwoorden die opvallen in {round.year}</a>
        </p>
      ) : null}
    </Layout>
  );
}

export interface QueryAnswerPageProps {
  frame: Frame;
  round: { year: number };
  query: QueryView;
  mayAnswer: boolean;
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
  stale?: string | undefined;
  notice?: string | undefined;
}

function AnswerForm({ round, query, typed, errors = {}, stale }: QueryAnswerPageProps): JSX.Element {
  const value = (name: string, stored: string) => typed?.[name]?.[0] ?? stored;
  const isQuoted = typed ? typed.citeren !== undefined : query.quote !== "";
  return (
    <Form action={paths.questionQueryAnswer(round.year, query.id)}>
      <Hidden name="gezien" value={stale ? query.revision : value("gezien", String(query.revision))} />
      <TextArea
        name="antwoord"
        label="Uitleg voor alle leden"
        hint="Noem geen namen en geen organisaties."
        value={value("antwoord", query.answer)}
        error={errors.antwoord}
      />
      <Checkbox
        name="citeren"
        label="Zet de vraag erbij"
        hint="Alleen in woorden waaraan niemand is te herkennen."
        checked={isQuoted}
        error={errors.citeren}
      />
      <TextArea
        name="citaat"
        label="De vraag zoals iedereen haar leest"
        value={value("citaat", query.quote)}
        error={errors.citaat}
        rows={2}
        optional
      />
      <Actions>
        <Button>{query.state === "open" ? "Uitleg plaatsen" : "Uitleg aanpassen"}</Button>
      </Actions>
    </Form>
  );
}

/** One of them, with the answer that everybody reads. */
export function QueryAnswerPage(props: QueryAnswerPageProps): JSX.Element {
  const { frame, round, query, mayAnswer, stale } = props;
  return (
    <Layout
      frame={frame}
      title={`Vraag over ${query.shortName} van ${query.memberName}, ${formatDateTime(query.askedAt)}`}
      heading={`Vraag over ${query.shortName}`}
      lead={fullWording(query)}
      back={{ href: paths.questionQueries(round.year), label: `Onduidelijke vragen in ${round.year}` }}
      errors={props.errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      {stale ? (
        <Notice kind="warning" live>
          {stale}
        </Notice>
      ) : null}
      <p>
        <strong>{query.by}</strong>, {query.memberName}, {formatDateTime(query.askedAt)}
      </p>
      <p class="wt-answer-text">{query.text}</p>
      {query.answeredAt === null ? null : (
        <Explanations list={[{ answer: query.answer, quote: query.quote, at: query.answeredAt }]} />
      )}
      {query.answeredBy ? <p class="wt-small">Beantwoord door {query.answeredBy}.</p> : null}
      {mayAnswer ? (
        <>
          <h2>{query.state === "open" ? "Uitleg geven" : "Uitleg aanpassen"}</h2>
          <AnswerForm {...props} />
        </>
      ) : query.state === "open" ? (
        <p>De leergroep monitoring beantwoordt deze vraag.</p>
      ) : null}
    </Layout>
  );
}
