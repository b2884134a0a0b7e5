import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { type QuestionnaireView, roundsInWords } from "./editing.ts";
import { groupByStem } from "./stems.ts";

export interface ItemPassport {
  concept: string;
  stem: string;
  question: string;
  shape: string;
  purpose: string;
  use: string;
  definition: string;
  readers: string;
  /** when it is asked; empty: always */
  shown: string;
  /** how it compares with the questionnaire before; empty: no other than before */
  compared: string;
}

function Passport({ item }: { item: ItemPassport }): JSX.Element {
  const Heading = item.stem ? "h4" : "h3";
  return (
    <section aria-labelledby={`vraag-${item.concept}`}>
      <Heading class="wt-as-asked" id={`vraag-${item.concept}`}>
        {item.concept} {item.question}
      </Heading>
      <SummaryList
        items={[
          { question: "Doel", answer: item.purpose },
          { question: "Gebruik", answer: item.use },
          ...(item.definition ? [{ question: "Definitie", answer: item.definition }] : []),
          { question: "Wie ziet het antwoord", answer: item.readers },
          { question: "Antwoord", answer: item.shape },
          ...(item.shown ? [{ question: "Wanneer gevraagd", answer: item.shown }] : []),
          ...(item.compared ? [{ question: "Vergeleken met vorige keer", answer: item.compared }] : []),
        ]}
      />
    </section>
  );
}

/** All questions with why they are asked, to read, to print and to take away. */
export function PassportPage({
  frame,
  questionnaire,
  sections,
}: {
  frame: Frame;
  questionnaire: Pick<QuestionnaireView, "id" | "title" | "rounds">;
  sections: readonly { title: string; items: readonly ItemPassport[] }[];
}): JSX.Element {
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Layout
      frame={frame}
      title={`Paspoort – ${questionnaire.title} (${roundsInWords(questionnaire.rounds)})`}
      heading="Waarom we dit vragen"
      lead={`${questionnaire.title}: ${countOf(count, "vraag", "vragen")}, elk met doel en gebruik. ${questionnaire.rounds.length > 1 ? "Rondes" : "Ronde"}: ${roundsInWords(questionnaire.rounds)}.`}
      trail={[{ href: paths.questionnaires(), label: "Vragenlijst" }]}
    >
      {count === 0 ? (
        <Empty why="Deze vragenlijst heeft nog geen vragen.">
          <a href={paths.questionnaires()}>Naar de vragenlijst</a>
        </Empty>
      ) : (
        <DataDownloads excel={paths.passportExport(questionnaire.id, "xlsx")} subject="het paspoort" />
      )}
      {sections.map(({ title, items }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {groupByStem(items).map(({ stem, questions }, at) => (
            <div key={at}>
              {stem ? <h3>{stem} …</h3> : null}
              {questions.map((item) => (
                <Passport key={item.concept} item={item} />
              ))}
            </div>
          ))}
        </section>
      ))}
    </Layout>
  );
}
