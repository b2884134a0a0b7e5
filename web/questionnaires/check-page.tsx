import type { ComponentChildren, JSX } from "preact";
import type { ConsentTier } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { countOf, formatDateTime, formatDay } from "../ui/dutch.ts";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { Notice, type NoticeKind } from "../ui/notice.tsx";
import { CONSENT_WORDS } from "./consent.ts";
import { OpenedSummary } from "./consent-summary.tsx";
import { BACK_TO_CHECK } from "./contract.ts";
import { type Difference, Differences } from "./differences.tsx";
import { badgeOf, lowered } from "./labels.ts";
import { LeftOver } from "./left-over.tsx";
import { OUTCOME_SENTENCES } from "./profile-offer.tsx";
import { WarningsSummary, type WarningView } from "./question-warning.tsx";
import { ReadyForm, ReopeningForm, ResumingForm, SigningForm } from "./response-forms.tsx";
import { ReturnedOutcomes, type ReturnedView } from "./returned.tsx";
import type { RoundView } from "./round-words.ts";
import { StemmedAnswers } from "./stemmed-answers.tsx";
import type { Allowances, ResponseView } from "./tasks-page.tsx";

export interface CheckedAnswer {
  concept: string;
  /** shared opening of a group of questions, shown once above them; may be empty */
  stem: string;
  question: string;
  shortName: string;
  /** null: neither an answer nor an explanation */
  answer: ComponentChildren;
  isAnswered: boolean;
  savedAt: number | null;
  savedBy: string | null;
  /** the bureau typed it, on the telephone */
  isAssisted: boolean;
  /** to whom it is opened; null for a fact */
  consent: ConsentTier | null;
  /** what was done with the profile's value; null: there was none */
  stand: keyof typeof OUTCOME_SENTENCES | null;
}

export interface CheckedSection {
  position: number;
  title: string;
  answers: CheckedAnswer[];
}

export interface CheckPageProps {
  frame: Frame;
  round: RoundView;
  response: ResponseView;
  sections: CheckedSection[];
  /** answers to questions that are no longer asked: they do not count */
  leftOver: CheckedAnswer[];
  /** null for a first version */
  differences: Difference[] | null;
  /** questions that a signatory sent back in this version */
  returned: ReturnedView[];
  /** what looks odd in the answers, with the reasons that were given */
  warnings: readonly WarningView[];
  signatories: string[];
  may: Allowances & { newId: string };
  notice?: { kind: NoticeKind; text: string } | undefined;
}

const changeHref = (year: number, position: number, concept: string) =>
  `${paths.questionnaireSection(year, position)}?terug=${BACK_TO_CHECK}#veld-${concept}`;

function standWords(response: ResponseView): string {
  if (response.state === "signed" && response.signedAt)
    return `Ingediend door ${response.signedBy ?? "een oud-collega"} op ${formatDateTime(response.signedAt)}.`;
  if (response.state === "ready" && response.readyAt)
    return `Klaargemeld door ${response.readyBy ?? "een oud-collega"} op ${formatDateTime(response.readyAt)}. Nog niet ingediend.`;
  return "Nog niet ingediend. Deze antwoorden tellen nog niet mee.";
}

function Closing({ round, response, may, signatories }: CheckPageProps): JSX.Element {
  const year = round.year;
  return (
    <>
      {may.makeReady ? (
        <p>
          {signatories.length > 0
            ? `Klaar? Dan krijgt ${signatories.join(" of ")} een mail om te ondertekenen.`
            : "Let op: jouw organisatie heeft nog geen tekenaar. Vraag het bureau om er een toe te voegen."}
        </p>
      ) : null}
      {may.sign ? (
        <p>
          Met 'Antwoorden indienen' onderteken je namens jouw organisatie. Vanaf dan tellen de antwoorden mee.
        </p>
      ) : null}
      <Actions>
        {may.makeReady ? <ReadyForm year={year} responseId={response.id} /> : null}
        {may.sign ? <SigningForm year={year} response={response} /> : null}
        {may.sign ? (
          <ButtonLink kind="secondary" href={paths.questionnaireReturn(year)}>
            Vragen terugsturen
          </ButtonLink>
        ) : null}
        {may.resume ? <ResumingForm year={year} responseId={response.id} /> : null}
        {may.reopen ? <ReopeningForm year={year} responseId={response.id} newId={may.newId} /> : null}
        <ButtonLink kind="quiet" href={paths.questionnaire(year)}>
          Naar de takenlijst
        </ButtonLink>
      </Actions>
    </>
  );
}

const noteOf = ({ savedBy, savedAt, isAssisted, consent, stand }: CheckedAnswer): string =>
  [
    savedAt === null ? "" : `${savedBy ?? "Een oud-collega"}, ${formatDateTime(savedAt)}`,
    isAssisted ? "ingevuld door het bureau, telefonisch" : "",
    stand ? OUTCOME_SENTENCES[stand] : "",
    consent && consent !== "counted_only" ? `te zien voor ${CONSENT_WORDS[consent]}` : "",
  ]
    .filter(Boolean)
    .join(" · ");

const itemOf = (each: CheckedAnswer, change: string | undefined) => ({
  stem: each.stem,
  question: each.question,
  answer: each.answer,
  change: change === undefined ? undefined : { href: change, subject: lowered(each.shortName) },
  note: noteOf(each) || undefined,
});

/** All answers on one page: to check, to sign, to print. */
export function CheckPage(props: CheckPageProps): JSX.Element {
  const { frame, round, response, sections, differences, may } = props;
  const empty = sections.flatMap(({ answers }) => answers).filter(({ isAnswered }) => !isAnswered).length;
  const isDone = response.state === "signed";
  return (
    <Layout
      frame={frame}
      title={`${isDone ? "Antwoorden" : "Controle"} – vragenlijst ${round.year}`}
      heading={isDone ? `Antwoorden van ${round.year}` : "Controleer de antwoorden"}
      lead={`${round.title} ${round.year}, namens ${frame.viewer?.memberName ?? ""}.`}
      back={{ href: paths.questionnaire(round.year), label: "Terug naar de takenlijst" }}
      notice={props.notice}
      wide
    >
      <MetaLine
        parts={[
          badgeOf(response.state).label,
          response.reference ? `nummer ${response.reference}` : null,
          `versie ${response.version}`,
          `peildatum ${formatDay(round.referenceOn)}`,
        ]}
      />
      <p>{standWords(response)}</p>
      {empty > 0 && !isDone ? (
        <Notice kind="warning">
          <p>{countOf(empty, "vraag is", "vragen zijn")} niet ingevuld. Indienen kan toch.</p>
        </Notice>
      ) : null}
      <WarningsSummary year={round.year} warnings={props.warnings} mayReason={may.edit} />
      <OpenedSummary
        year={round.year}
        answers={sections.flatMap(({ answers }) => answers)}
        mayChange={may.edit}
      />
      <ReturnedOutcomes returned={props.returned} />
      {differences ? (
        <section>
          <h2>Verschil met de vorige versie</h2>
          <Differences version={response.version} list={differences} />
        </section>
      ) : null}
      {sections.map((section) => (
        <section key={section.position}>
          <h2>{section.title}</h2>
          <StemmedAnswers
            items={section.answers.map((each) =>
              itemOf(each, may.edit ? changeHref(round.year, section.position, each.concept) : undefined),
            )}
          />
        </section>
      ))}
      <LeftOver answers={props.leftOver} />
      <Closing {...props} />
      <PrintNote>
        {standWords(response)} {response.reference ? `Nummer ${response.reference}.` : ""}
      </PrintNote>
    </Layout>
  );
}
