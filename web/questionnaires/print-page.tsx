import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import type { AnswerShape, StoredAnswer } from "../members/answer-shape.ts";
import { paths } from "../paths.ts";
import { countOf, formatDate, formatDay, formatNumber } from "../ui/dutch.ts";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { isOnSeveralLines } from "./print-lines.ts";
import type { RoundView } from "./round-words.ts";
import { groupByStem } from "./stems.ts";

export interface PrintedQuestion {
  concept: string;
  stem: string;
  shape: AnswerShape;
  help: string;
  definition: string;
  purpose: string;
  use: string;
  conditions: readonly string[];
  /** null: blank, or nothing was answered */
  answer: StoredAnswer | null;
}

export interface PrintedSection {
  title: string;
  intro: string;
  conditions: readonly string[];
  questions: readonly PrintedQuestion[];
}

/** A box to tick, or one that was ticked. */
function Box({ on, children }: { on: boolean; children: string }): JSX.Element {
  return (
    <li class="wt-paper__box">
      <span aria-hidden="true">{on ? "☒" : "☐"}</span> {children}
      {on ? <span class="wt-only-read"> (gekozen)</span> : null}
    </li>
  );
}

/** What was written, or lines to write on. */
function Written({ text, lines }: { text: string | undefined; lines: number }): JSX.Element {
  return text ? (
    <p class="wt-answer-text">{text}</p>
  ) : (
    <div class="wt-paper__lines" aria-hidden="true">
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} />
      ))}
    </div>
  );
}

function Choices({ shape, answer }: { shape: AnswerShape; answer: StoredAnswer | null }): JSX.Element | null {
  if (shape.choices.length === 0) return null;
  const { choices = [], scale, other } = answer?.value ?? {};
  const chosen = new Set(scale === undefined ? choices : [String(scale)]);
  return (
    <ul class={`wt-paper__boxes${isOnSeveralLines(shape) ? "" : " wt-paper__boxes--row"}`}>
      {shape.choices.map(({ value, label }) => (
        <Box key={value} on={chosen.has(value)}>
          {label}
        </Box>
      ))}
      {shape.allowsOther ? (
        <Box on={Boolean(other)}>{`Anders, namelijk: ${other ?? "…………………………………………"}`}</Box>
      ) : null}
    </ul>
  );
}

function Answer({ shape, answer }: { shape: AnswerShape; answer: StoredAnswer | null }): JSX.Element {
  const { number, text, date } = answer?.value ?? {};
  return (
    <>
      <Choices shape={shape} answer={answer} />
      {shape.kind === "number" ? (
        <p>
          {number === undefined ? "……………………" : <strong>{formatNumber(number)}</strong>} {shape.unit ?? ""}
        </p>
      ) : null}
      {shape.kind === "date" ? <p>{date ? <strong>{formatDay(date)}</strong> : "…… - …… - …………"}</p> : null}
      {shape.kind === "open" ? <Written text={text} lines={6} /> : null}
      <ul class="wt-paper__boxes wt-paper__boxes--row">
        <Box on={answer?.state === "unknown"}>Weet ik niet</Box>
        <Box on={answer?.state === "not_applicable"}>Niet van toepassing</Box>
      </ul>
      {shape.allowsExplanation ? (
        <>
          <p class="wt-small">Toelichting (niet verplicht)</p>
          <Written text={answer?.explanation || undefined} lines={2} />
        </>
      ) : null}
    </>
  );
}

function Question({ question }: { question: PrintedQuestion }): JSX.Element {
  const { concept, stem, shape, help, definition, purpose, use, conditions, answer } = question;
  const Heading = stem ? "h4" : "h3";
  return (
    <article class="wt-paper__question">
      <Heading class="wt-as-asked">
        {concept} {shape.label}
      </Heading>
      {conditions.map((words) => (
        <p class="wt-small" key={words}>
          <strong>{words}</strong>
        </p>
      ))}
      {help ? <p>{help}</p> : null}
      {definition ? <p class="wt-small">{definition}</p> : null}
      <Answer shape={shape} answer={answer} />
      <p class="wt-small">
        Waarom we dit vragen: {purpose} {use}
      </p>
    </article>
  );
}

/** The whole questionnaire on paper, to write on or as it was filled in. */
export function PrintPage({
  frame,
  round,
  sections,
  filled,
  mayRead,
}: {
  frame: Frame;
  round: RoundView;
  sections: readonly PrintedSection[];
  /** how the answers stand; null for a blank one */
  filled: string | null;
  /** whether this viewer reads the answers of an organisation */
  mayRead: boolean;
}): JSX.Element {
  const { year, title } = round;
  const member = frame.viewer?.memberName ?? "";
  const blank = filled === null;
  return (
    <Layout
      frame={frame}
      title={`${title} ${year}, ${blank ? "blanco" : "ingevuld"}`}
      heading={`${title} ${year}`}
      lead={
        blank
          ? `Om op papier voor te bereiden. Invullen doe je online, tot en met ${formatDate(round.closesOn)}.`
          : `De antwoorden van ${member}. ${filled}`
      }
      back={
        mayRead
          ? { href: paths.questionnaire(year), label: "Terug naar de takenlijst" }
          : { href: paths.questionnaires(), label: "Alle rondes" }
      }
    >
      <MetaLine
        parts={[
          blank ? "blanco" : "ingevuld",
          `peildatum ${formatDay(round.referenceOn)}`,
          countOf(sections.length, "sectie", "secties"),
        ]}
      />
      <p class="wt-ways">
        {blank && mayRead ? <a href={paths.questionnairePrint(year)}>Met jullie antwoorden</a> : null}
        {blank ? null : <a href={paths.questionnaireBlank(year)}>Zonder antwoorden</a>}
      </p>
      {blank ? <p>Organisatie: ………………………………………… Ingevuld door: …………………………………………</p> : null}
      {sections.map((section, at) => (
        <section class="wt-paper" key={section.title}>
          <h2>
            {at + 1}. {section.title}
          </h2>
          {section.conditions.map((words) => (
            <p key={words}>
              <strong>{words}</strong>
            </p>
          ))}
          {section.intro ? <p>{section.intro}</p> : null}
          {groupByStem(section.questions).map(({ stem, questions }, group) => (
            <div key={group}>
              {stem ? <h3 class="wt-paper__opening">{stem} …</h3> : null}
              {questions.map((question) => (
                <Question key={question.concept} question={question} />
              ))}
            </div>
          ))}
        </section>
      ))}
      <PrintNote>
        {title} {year}, peildatum {formatDay(round.referenceOn)}. {filled ?? ""}
      </PrintNote>
    </Layout>
  );
}
