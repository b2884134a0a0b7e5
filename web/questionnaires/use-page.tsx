import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { countOf, formatDateTime, formatDay, formatList } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { PrintNote } from "../ui/meta-line.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import type { RoundView } from "./round-words.ts";
import { type AnswerUse, countedWords, readWords, shownWords, type UsePromise } from "./use.ts";

const DRAFT_CONCEPTS = ["5A2", "5C1"];

/** What became of it in visits: only of the two questions that become a draft. */
function Visit({ use, seesDrafts }: { use: AnswerUse; seesDrafts: boolean }): JSX.Element | null {
  if (!DRAFT_CONCEPTS.includes(use.concept) || !use.isAnswered) return null;
  if (use.draft === "discarded") return <li>Het concept voor een bezoek gooiden jullie weg.</li>;
  if (use.visitId)
    return (
      <li>
        Er kwam <a href={paths.visit(use.visitId)}>een bezoekvraag</a> uit.
      </li>
    );
  if (use.offerId)
    return (
      <li>
        Er kwam <a href={paths.offer(use.offerId)}>een aanbod</a> uit.
      </li>
    );
  return (
    <li>
      Er staat{" "}
      {seesDrafts ? (
        <a href={paths.visitDrafts()}>een concept voor een bezoek</a>
      ) : (
        "een concept voor een bezoek"
      )}{" "}
      klaar. Alleen jullie zien het.
    </li>
  );
}

function Use({ use, year, seesDrafts }: { use: AnswerUse; year: number; seesDrafts: boolean }): JSX.Element {
  const shown = shownWords(use);
  if (!use.isAnswered) return <p>{countedWords(use)}</p>;
  return (
    <ul>
      <li>
        {countedWords(use)}
        {use.editions ? (
          <>
            {" "}
            <a href={paths.insightItem(year, use.concept)}>
              Bekijk het cijfer<span class="wt-only-read"> van {use.shortName}</span>
            </a>
          </>
        ) : null}
      </li>
      {shown ? <li>{shown}</li> : null}
      <li>{readWords(use)}</li>
      {use.themes ? <li>De leergroep herkende hierin: {formatList(use.themes.split(","))}.</li> : null}
      {use.isInterpreted ? <li>De leergroep schreef een duiding bij dit cijfer.</li> : null}
      {use.lessons > 0 ? (
        <li>
          Bezoeken leverden {countOf(use.lessons, "les", "lessen")} op over dit thema.{" "}
          <a href={paths.lessons()}>Lees de lessen</a>
        </li>
      ) : null}
      <Visit use={use} seesDrafts={seesDrafts} />
    </ul>
  );
}

function Promises({ promises }: { promises: readonly UsePromise[] }): JSX.Element {
  if (promises.length === 0)
    return <p>Niemand vroeg losse antwoorden van deze ronde. Er ging geen bestand uit.</p>;
  return (
    <>
      <p>
        Losse antwoorden gaan alleen uit na een belofte, en zonder naam. Wie een vertrouwelijk antwoord
        opende, staat niet in zo'n bestand met meningen.
      </p>
      <SummaryList
        items={promises.map((one) => ({
          question: one.purpose,
          answer: `Voor: ${one.recipients.replace(/\.$/, "")}. ${one.files > 0 ? `${countOf(one.files, "keer", "keer")} een bestand opgehaald.` : "Er is nog geen bestand opgehaald."}`,
          note: `Beloofd op ${formatDay(one.signedAt)}, geldig tot en met ${formatDay(one.validUntil)}${one.endedAt ? `, eerder beëindigd op ${formatDay(one.endedAt)}` : ""}`,
        }))}
      />
    </>
  );
}

/** What happened with every answer of one's own last signed version, and what did not. */
export function UsePage({
  frame,
  round,
  response,
  uses,
  promises,
  seesDrafts,
}: {
  frame: Frame;
  round: RoundView;
  response: { signedAt: number | null; reference: string | null } | null;
  uses: readonly AnswerUse[];
  promises: readonly UsePromise[];
  seesDrafts: boolean;
}): JSX.Element {
  const { year } = round;
  const sections = [...Map.groupBy(uses, ({ section }) => section)];
  const when = response?.signedAt ? formatDateTime(response.signedAt) : "";
  return (
    <Layout
      frame={frame}
      title={`Wat is er met ons antwoord gebeurd – ${year}`}
      heading="Wat is er met ons antwoord gebeurd?"
      lead={
        response
          ? `Van elk antwoord dat ${frame.viewer?.memberName ?? "jullie"} indiende op ${when}, nummer ${response.reference}.`
          : undefined
      }
      back={{ href: paths.questionnaire(year), label: "Terug naar de takenlijst" }}
    >
      {response ? (
        <>
          {sections.map(([section, own]) => (
            <section key={section}>
              <h2>{section}</h2>
              <SummaryList
                items={own.map((use) => ({
                  question: use.shortName,
                  answer: <Use use={use} year={year} seesDrafts={seesDrafts} />,
                }))}
              />
            </section>
          ))}
          <section>
            <h2>Bestanden voor onderzoek</h2>
            <Promises promises={promises} />
          </section>
          <section>
            <h2>Wat niet is gebeurd</h2>
            <ul>
              <li>Een vorige versie telt niet meer mee zodra een nieuwe in de cijfers zit.</li>
              <li>Wat jullie leeg lieten, is nergens aangevuld of geschat.</li>
              <li>Vertrouwelijke antwoorden stonden nergens met jullie naam, tenzij jullie ze openden.</li>
              <li>Notities tussen collega's las niemand buiten jullie organisatie.</li>
            </ul>
          </section>
          <PrintNote>
            Vragenlijst {year}, nummer {response.reference}, peildatum {formatDay(round.referenceOn)}.
          </PrintNote>
        </>
      ) : (
        <Empty why="Jullie dienden in deze ronde nog niets in. Dan is er ook niets mee gedaan.">
          <a href={paths.questionnaire(year)}>Naar de vragenlijst</a>
        </Empty>
      )}
    </Layout>
  );
}
