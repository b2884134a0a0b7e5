import type { JSX } from "preact";
import type { ResponseState } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { badgeOf, ROUND_STATE_LABELS } from "./labels.ts";
import { closingWords, type RoundView } from "./round-words.ts";

export interface OwnStand {
  state: ResponseState;
  version: number;
  signedAt: number | null;
  signedBy: string | null;
  reference: string | null;
}

export interface RoundLine {
  round: RoundView;
  /** our response, the one being worked on first; null while nothing was saved */
  own: OwnStand | null;
  /** the version that counts, when that is another one */
  counting: OwnStand | null;
  /** how many separate responses we signed in this round; two is one too many */
  signedCount: number;
}

const signedWords = ({ signedAt, signedBy, reference }: OwnStand): string =>
  `Ingediend${signedAt ? ` op ${formatDay(signedAt)}` : ""}${signedBy ? ` door ${signedBy}` : ""}${
    reference ? `, nummer ${reference}` : ""
  }.`;

function standWords({ round, own, counting, signedCount }: RoundLine): string {
  if (!own)
    return round.takesAnswers
      ? "Er is nog niets ingevuld."
      : "Jouw organisatie deed niet mee aan deze ronde.";
  const twice = signedCount > 1 ? ` Jullie dienden ${signedCount} keer in.` : "";
  if (own.state === "signed") return `${signedWords(own)}${twice}`;
  if (own.state === "ready") return "Wacht op de ondertekening.";
  return counting
    ? `Versie ${own.version} is nog niet ingediend. ${signedWords(counting)}`
    : "Nog niet ingediend.";
}

function buttonLabel(own: OwnStand | null, mayWrite: boolean): string {
  if (!mayWrite || own?.state === "signed") return "Antwoorden bekijken";
  if (!own) return "Beginnen";
  return own.state === "ready" ? "Naar de takenlijst" : "Verder invullen";
}

function OwnRound({ line, now, reads }: { line: RoundLine; now: number; reads: boolean }): JSX.Element {
  const { round, own } = line;
  const badge = badgeOf(own?.state ?? null);
  const isOpen = round.state === "open";
  return (
    <Card title={`${round.title} ${round.year}`} tone={isOpen ? "accent" : "plain"}>
      <p>
        <Badge kind={badge.kind}>{badge.label}</Badge>
      </p>
      <p>
        {closingWords(round, now)} {standWords(line)}
      </p>
      {reads && (own || round.takesAnswers) ? (
        <Actions>
          <ButtonLink kind={isOpen ? "primary" : "secondary"} href={paths.questionnaire(round.year)}>
            {buttonLabel(own, round.takesAnswers)}
            <span class="wt-only-read"> van {round.year}</span>
          </ButtonLink>
        </Actions>
      ) : null}
      <p>
        <a href={paths.passport(round.questionnaireId)}>
          Waarom we dit vragen<span class="wt-only-read"> in {round.year}</span>
        </a>
        {" · "}
        <a href={paths.questionnairePrivacy(round.year)}>Privacy bij de vragenlijst van {round.year}</a>
      </p>
    </Card>
  );
}

/** The rounds for one organisation: the open one first, then the earlier ones. */
export function RoundsPage({
  frame,
  lines,
  now,
  reads,
  helpsIn,
  looksAlong,
}: {
  frame: Frame;
  lines: RoundLine[];
  /** whether this person also makes or reads questionnaires */
  looksAlong: boolean;
  now: number;
  /** whether this person may see the answers of the organisation */
  reads: boolean;
  /** the years in which this person was given a section, and so may see them as well */
  helpsIn: readonly number[];
}): JSX.Element {
  const open = lines.filter(({ round }) => round.state === "open");
  const earlier = lines.filter(({ round }) => round.state !== "open");
  return (
    <Layout
      frame={frame}
      title="Vragenlijst"
      lead={`Eén vragenlijst per jaar, samen in te vullen voor ${frame.viewer?.memberName ?? "jouw organisatie"}.`}
    >
      {looksAlong ? (
        <p>
          <a href={paths.editing()}>Vragenlijsten maken en bekijken</a>
        </p>
      ) : null}
      {reads || helpsIn.length > 0 ? null : (
        <p>De redacteur vult de vragenlijst in en de tekenaar dient haar in. Jij ziet hier hoe ver dat is.</p>
      )}
      {open.map((line) => (
        <OwnRound
          key={line.round.year}
          line={line}
          now={now}
          reads={reads || helpsIn.includes(line.round.year)}
        />
      ))}
      {open.length === 0 ? (
        <Empty why="Er is nu geen vragenlijst open. Het bureau laat het weten als er een begint.">
          <a href={paths.insights()}>Bekijk wat de leden eerder antwoordden</a>
        </Empty>
      ) : null}
      {earlier.length > 0 ? <h2>Eerdere rondes</h2> : null}
      {earlier.map((line) => (
        <OwnRound
          key={line.round.year}
          line={line}
          now={now}
          reads={reads || helpsIn.includes(line.round.year)}
        />
      ))}
    </Layout>
  );
}

/** The rounds for staff of the association, who answer nothing themselves. */
export function AllRoundsPage({
  frame,
  rounds,
  now,
  readsQueries,
}: {
  frame: Frame;
  rounds: RoundView[];
  now: number;
  /** whether this person sees what members find unclear */
  readsQueries: boolean;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Vragenlijst"
      lead="Alle rondes van de vereniging. Antwoorden van één organisatie zie je hier niet."
    >
      <Actions>
        <ButtonLink kind="secondary" href={paths.editing()}>
          Vragenlijsten maken en bekijken
        </ButtonLink>
      </Actions>
      {rounds.length === 0 ? (
        <Empty why="Er is nog geen ronde.">
          <a href={paths.members()}>Bekijk de leden</a>
        </Empty>
      ) : null}
      {rounds.map((round) => (
        <Card key={round.year} title={`${round.title} ${round.year}`}>
          <p>
            <Badge kind={round.state === "open" ? "green" : "neutral"}>
              {ROUND_STATE_LABELS[round.state]}
            </Badge>
          </p>
          <p>{closingWords(round, now)}</p>
          <p>
            <a href={paths.responseBoard(round.year)}>Bekijk wie er antwoordde in {round.year}</a>
            {" · "}
            <a href={paths.passport(round.questionnaireId)}>Waarom we dit vragen in {round.year}</a>
            {" · "}
            <a href={paths.questionnairePrivacy(round.year)}>Privacy bij {round.year}</a>
            {readsQueries ? (
              <>
                {" · "}
                <a href={paths.questionQueries(round.year)}>Onduidelijke vragen in {round.year}</a>
              </>
            ) : null}
          </p>
        </Card>
      ))}
    </Layout>
  );
}
