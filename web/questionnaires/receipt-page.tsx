import type { ComponentProps, JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { formatDate, formatDateTime } from "../ui/dutch.ts";
import { SummaryList } from "../ui/summary-list.tsx";
import { OpenedSummary } from "./consent-summary.tsx";
import { type Difference, Differences } from "./differences.tsx";
import { outcomeWords } from "./profile-offer.tsx";
import { ReopeningForm } from "./response-forms.tsx";
import type { RoundView } from "./round-words.ts";
import type { ResponseView } from "./tasks-page.tsx";

/** What is certain after signing: number, moment, who, and what happens now. */
export function ReceiptPage({
  frame,
  round,
  response,
  version,
  differences,
  reopening,
  opened,
  outcomes,
}: {
  frame: Frame;
  round: RoundView;
  response: ResponseView;
  /** how its address names this version */
  version: string;
  /** with the version before it; null for a first version */
  differences: Difference[] | null;
  /** id for the version that reopening would make; null when that may not be done */
  reopening: string | null;
  /** confidential answers of the signed version */
  opened: ComponentProps<typeof OpenedSummary>["answers"];
  outcomes: Parameters<typeof outcomeWords>[0];
}): JSX.Element {
  const { year } = round;
  return (
    <Layout
      frame={frame}
      title={`Bevestiging – vragenlijst ${year}`}
      heading="De antwoorden zijn ingediend"
      lead={`Dank je wel. De antwoorden van ${frame.viewer?.memberName ?? "jouw organisatie"} tellen mee.`}
      back={{ href: paths.questionnaires(), label: "Alle rondes" }}
    >
      <SummaryList
        items={[
          { question: "Nummer", answer: <strong>{response.reference}</strong> },
          { question: "Ingediend op", answer: response.signedAt ? formatDateTime(response.signedAt) : null },
          { question: "Ondertekend door", answer: response.signedBy ?? "een oud-collega" },
          { question: "Versie", answer: String(response.version) },
          ...(outcomes.length > 0 ? [{ question: "Uit het profiel", answer: outcomeWords(outcomes) }] : []),
        ]}
      />
      {differences ? <Differences version={response.version} list={differences} /> : null}
      <h2>Wat gebeurt er nu?</h2>
      <ol>
        <li>De tekenaar krijgt deze bevestiging per mail, met een kopie van alle antwoorden.</li>
        <li>
          {round.state === "open"
            ? `De ronde sluit op ${formatDate(round.closesOn)}. Daarna telt de leergroep monitoring alle antwoorden.`
            : "Jullie antwoorden komen in de volgende versie van het rapport."}
        </li>
        <li>
          De uitkomsten staan daarna bij Inzicht. Feiten over jullie organisatie staan nu in het profiel.
        </li>
      </ol>
      <OpenedSummary year={year} answers={opened} mayChange={false} />
      <p>
        <a href={paths.insightMirror(year)}>Bekijk de spiegel: jullie antwoorden naast die van alle leden</a>
      </p>
      <p>
        <a href={paths.questionnaireUse(year)}>Wat is er met ons antwoord gebeurd?</a>
      </p>
      <p>
        <a href={paths.questionnaireVersion(year, version)}>Lees deze versie zoals zij is ingediend</a>
      </p>
      {round.takesAnswers ? (
        <p>
          Toch nog iets verbeteren? Heropen dan de antwoorden. Deze versie telt tot de nieuwe is ingediend.
        </p>
      ) : null}
      <Actions>
        <ButtonLink href={paths.questionnaireCheck(year)}>Kopie lezen of afdrukken</ButtonLink>
        {reopening ? <ReopeningForm year={year} responseId={response.id} newId={reopening} /> : null}
      </Actions>
    </Layout>
  );
}
