import type { JSX } from "preact";
import type { ResponseState } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { countOf, formatDateTime, formatDay } from "../ui/dutch.ts";
import { MetaLine } from "../ui/meta-line.tsx";
import { Notice, type NoticeKind } from "../ui/notice.tsx";
import { TaskList } from "../ui/task-list.tsx";
import { AssignmentLine } from "./assignment-line.tsx";
import type { AssignmentView } from "./assignment-page.tsx";
import { AutosaveLine } from "./autosave-line.tsx";
import { badgeOf, sectionStatus } from "./labels.ts";
import { ReopeningForm, ResumingForm } from "./response-forms.tsx";
import { ReturnedNotice, type ReturnedView } from "./returned.tsx";
import { closingWords, type RoundView } from "./round-words.ts";
import { TaskWays } from "./task-ways.tsx";

export interface SectionLine {
  id: string;
  position: number;
  title: string;
  intro: string;
  minutes: number;
  items: number;
  answered: number;
  isComplete: boolean;
  lastSavedAt: number | null;
  lastSavedBy: string | null;
}

/** The response as pages know it. Names are null for people who were removed. */
export interface ResponseView {
  id: string;
  version: number;
  state: ResponseState;
  readyAt: number | null;
  readyBy: string | null;
  /** how many responses of the organisation to this round are open or count */
  twins: number;
  /** when the signatories were asked to sign it; they may, also while editors go on */
  askedAt: number | null;
  signedAt: number | null;
  signedBy: string | null;
  reference: string | null;
  stamp: number;
}

/** What this person may do now; each is decided by the same policy that guards the POST. */
export interface Allowances {
  edit: boolean;
  makeReady: boolean;
  resume: boolean;
  sign: boolean;
  reopen: boolean;
}

function hintOf(section: SectionLine): string {
  const done = `${section.answered} van ${countOf(section.items, "vraag", "vragen")} beantwoord`;
  const saved = section.lastSavedAt
    ? `, laatst opgeslagen door ${section.lastSavedBy ?? "een oud-collega"} op ${formatDateTime(section.lastSavedAt)}`
    : "";
  return `Ongeveer ${countOf(section.minutes, "minuut", "minuten")}. ${done}${saved}.`;
}

function Stand({ response, may }: { response: ResponseView; may: Allowances }): JSX.Element | null {
  if (response.state === "ready")
    return (
      <Notice kind="info" title="Klaar, nog niet ingediend">
        <p>
          {response.readyBy ?? "Een oud-collega"} meldde dit
          {response.readyAt ? ` op ${formatDateTime(response.readyAt)}` : ""}. Pas na de ondertekening tellen
          de antwoorden mee.
        </p>
      </Notice>
    );
  if (response.state === "signed")
    return (
      <Notice kind="ok" title="Ingediend">
        <p>
          {response.signedBy ?? "Een oud-collega"} diende de antwoorden in
          {response.signedAt ? ` op ${formatDateTime(response.signedAt)}` : ""}. Het nummer is{" "}
          {response.reference}.{" "}
          {may.reopen
            ? "Wil je iets verbeteren, heropen ze dan. Deze versie blijft tellen tot de nieuwe is ingediend."
            : ""}
        </p>
      </Notice>
    );
  if (response.askedAt)
    return (
      <Notice kind="info" title="Alle secties zijn klaar">
        <p>
          {may.sign ? "Jij kunt" : "De tekenaar kan"} de antwoorden lezen en indienen. Iets veranderen kan nog
          tot die tijd.
        </p>
      </Notice>
    );
  if (response.version > 1)
    return (
      <Notice kind="info" title={`Dit is versie ${response.version}`}>
        <p>
          De vorige versie telt mee tot een tekenaar deze versie indient.
          {may.makeReady ? " Klaar met verbeteren? Controleer de antwoorden en meld het de tekenaar." : ""}
        </p>
      </Notice>
    );
  return null;
}

function NextSteps({
  round,
  response,
  may,
}: Pick<TasksPageProps, "round" | "response" | "may">): JSX.Element {
  return (
    <Actions>
      {response ? (
        <ButtonLink
          kind={may.makeReady || may.sign ? "primary" : "secondary"}
          href={paths.questionnaireCheck(round.year)}
        >
          {may.sign
            ? "Controleren en indienen"
            : may.makeReady
              ? "Antwoorden controleren"
              : "Alle antwoorden lezen"}
        </ButtonLink>
      ) : null}
      {response && may.resume ? <ResumingForm year={round.year} responseId={response.id} /> : null}
      {response && may.reopen ? (
        <ReopeningForm year={round.year} responseId={response.id} newId={may.newId} />
      ) : null}
      {response?.state === "signed" ? (
        <ButtonLink kind="quiet" href={paths.questionnaireReceipt(round.year)}>
          Bevestiging bekijken
        </ButtonLink>
      ) : null}
    </Actions>
  );
}

interface TasksPageProps {
  frame: Frame;
  round: RoundView;
  response: ResponseView | null;
  sections: SectionLine[];
  /** questions that a signatory sent back in this version */
  returned: ReturnedView[];
  may: Allowances & { newId: string };
  /** for whom the browser may still keep answers of an earlier page */
  keeper: string;
  /** who fills in which section, whether this person may change that, and which are this person's only work */
  hands: {
    assignments: readonly (AssignmentView & { sectionId: string })[];
    /** open notes by id of the section */
    openNotes: ReadonlyMap<string, number>;
    mayAssign: boolean;
    /** works on sections that were given, and on nothing else */
    isHelper: boolean;
  };
  notice?: { kind: NoticeKind; text: string } | undefined;
  now: number;
}

/** The sections of the questionnaire in free order, with how far each is. */
export function TasksPage(props: TasksPageProps): JSX.Element {
  const { frame, round, response, sections, may, now, hands } = props;
  const open = sections.filter((section) => !section.isComplete);
  const minutes = open.reduce((sum, section) => sum + section.minutes, 0);
  const badge = badgeOf(response?.state ?? null);
  const isBusy = !response || response.state === "in_progress";
  return (
    <Layout
      frame={frame}
      title={`${round.title} ${round.year}`}
      lead={closingWords(round, now)}
      back={{ href: paths.questionnaires(), label: "Alle rondes" }}
      notice={props.notice}
    >
      <MetaLine
        parts={[
          <Badge key="stand" kind={badge.kind}>
            {badge.label}
          </Badge>,
          `${sections.length - open.length} van ${countOf(sections.length, "sectie", "secties")} klaar`,
          isBusy && minutes > 0 ? `nog ongeveer ${countOf(minutes, "minuut", "minuten")}` : null,
          `peildatum ${formatDay(round.referenceOn)}`,
        ]}
      />
      {response ? <Stand response={response} may={may} /> : null}
      {isBusy ? <ReturnedNotice returned={props.returned} year={round.year} /> : null}
      {!response && may.edit ? (
        <Notice kind="info" title="Voordat je begint">
          <p>
            Lees in twee minuten{" "}
            <a href={paths.questionnairePrivacy(round.year)}>wat we met de antwoorden doen</a>. Je kunt elke
            sectie los invullen, ook samen met collega's. Tussendoor stoppen mag altijd.
          </p>
        </Notice>
      ) : null}
      {hands.isHelper ? (
        <p>Je vult alleen de secties in die aan jou zijn gevraagd. De rest kun je lezen.</p>
      ) : isBusy && !may.edit && !may.sign && round.takesAnswers ? (
        <p>Een redacteur van jouw organisatie vult de antwoorden in. Jij kunt meelezen.</p>
      ) : null}
      <AutosaveLine keeper={props.keeper} />
      <TaskList
        label="Secties van de vragenlijst"
        tasks={sections.map((section) => ({
          label: section.title,
          href: paths.questionnaireSection(round.year, section.position),
          status: sectionStatus(section),
          hint: (
            <>
              {hintOf(section)}
              <AssignmentLine
                year={round.year}
                section={section}
                assignment={hands.assignments.find(({ sectionId }) => sectionId === section.id)}
                openNotes={hands.openNotes.get(section.id) ?? 0}
                mayAssign={hands.mayAssign && !section.isComplete}
              />
            </>
          ),
        }))}
      />
      <NextSteps round={round} response={response} may={may} />
      <TaskWays year={round.year} response={response} isHelper={hands.isHelper} />
    </Layout>
  );
}
