import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Empty } from "../ui/empty.tsx";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { Notice } from "../ui/notice.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { insightTrail, type OpenedAnswer, openedSentence, TIER_WORDS } from "./opened.ts";
import { roundWords } from "./round-words.ts";
import { questionOf, type ShownRound } from "./shown-figure.ts";

export interface OpenedPageProps {
  frame: Frame;
  round: ShownRound;
  item: { concept: string; shortName: string; stem: string; wording: string };
  answers: readonly OpenedAnswer[];
  /** organisations whose answer this viewer may read, on all pages */
  opened: number;
  page: number;
  pages: number;
  /** reads along for the learning group, so that this look was noted */
  isNoted: boolean;
  /** acts for an organisation, which may open its own answers */
  mayOpen: boolean;
}

function Answer({ answer }: { answer: OpenedAnswer }): JSX.Element {
  const { name, slug, tier, words, explanation } = answer;
  return (
    <li class="wt-opened__answer">
      <h3>
        <a href={paths.member(slug)}>{name}</a>{" "}
        <Badge kind={tier === "learning_group" ? "ochre" : "neutral"}>{TIER_WORDS[tier]}</Badge>
      </h3>
      {words.map((each) => (
        <blockquote key={each} class="wt-answer-text">
          {each}
        </blockquote>
      ))}
      {explanation ? (
        <div class="wt-explanation">
          Toelichting: <blockquote class="wt-answer-text">{explanation}</blockquote>
        </div>
      ) : null}
    </li>
  );
}

function List({ title, answers }: { title: string; answers: readonly OpenedAnswer[] }): JSX.Element | null {
  if (answers.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="wt-opened">
        {answers.map((answer) => (
          <Answer key={answer.slug} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

function Nobody({ round, item, frame }: Pick<OpenedPageProps, "round" | "item" | "frame">): JSX.Element {
  const why =
    round.state === "published"
      ? openedSentence(0)
      : "Antwoorden die teams openen, komen hier bij de publicatie van de cijfers.";
  return (
    <Empty why={why}>
      <a href={paths.insightItem(round.year, item.concept)}>
        {frame.viewer ? "Bekijk de cijfers van deze vraag" : "Naar de cijfers"}
      </a>
    </Empty>
  );
}

/** What organisations opened of one question, with their names, for who reads this page. */
export function OpenedPage(props: OpenedPageProps): JSX.Element {
  const { frame, round, item, answers, opened, page, pages } = props;
  const words = roundWords(round);
  const here = paths.insightOpenedAnswers(round.year, item.concept);
  const forLearningGroup = answers.filter(({ tier }) => tier === "learning_group");
  return (
    <Layout
      frame={frame}
      title={`Wat teams openden: ${item.shortName} in ${round.year}${page > 1 ? `, pagina ${page}` : ""}`}
      heading={`Wat teams openden: ${item.shortName}`}
      lead={questionOf(item)}
      trail={[
        ...(frame.viewer ? insightTrail(round.year) : []),
        { href: paths.insightOpened(round.year), label: "Geopende antwoorden" },
      ]}
    >
      {opened === 0 ? (
        <Nobody {...props} />
      ) : (
        <>
          <MetaLine parts={[openedSentence(opened), `peildatum ${words.referenceDay}`]} />
          {props.isNoted ? (
            <Notice kind="info" title="Dit bekijken staat in het logboek">
              <p>Het logboek noemt jou, de vraag en het moment. Het noemt nooit wat je las.</p>
            </Notice>
          ) : null}
          <List title="Alleen voor de leergroep" answers={forLearningGroup} />
          <List
            title={forLearningGroup.length > 0 ? "Ook voor anderen" : "Antwoorden"}
            answers={answers.filter(({ tier }) => tier !== "learning_group")}
          />
          <Pagination page={page} pages={pages} hrefOf={(at) => (at === 1 ? here : `${here}?pagina=${at}`)} />
        </>
      )}
      <p class="wt-small">
        Elke organisatie kiest zelf wie haar antwoord met naam leest. Zo'n keuze telt vanaf de volgende
        cijfers. Sluiten werkt meteen na het ondertekenen.{" "}
        {props.mayOpen ? (
          <a href={paths.questionnaireConsent(round.year)}>Kies wie jullie antwoorden leest</a>
        ) : (
          <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
        )}
      </p>
      <PrintNote>
        Peildatum {words.referenceDay}. {here}
      </PrintNote>
    </Layout>
  );
}
