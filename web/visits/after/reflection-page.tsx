import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../../layout.tsx";
import { paths } from "../../paths.ts";
import { Badge } from "../../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { formatDate } from "../../ui/dutch.ts";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { Hidden, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { LONGEST } from "../contract.ts";
import { Facts, Told } from "../facts.tsx";
import { NoResidents } from "../moment-fields.tsx";
import { CHECK_WORDS, LESSON_STATE_LABELS, OUTCOME_LABELS, REFLECTION_QUESTIONS } from "./labels.ts";
import type { AfterSeen, ReflectionSeen } from "./seen.ts";

export interface ReflectionPageProps {
  frame: LayoutProps["frame"];
  after: AfterSeen;
  /** who can own the action */
  colleagues: readonly { id: string; name: string }[];
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
  /** why nothing was saved, when somebody else wrote meanwhile */
  stale?: string | undefined;
  notice?: string | undefined;
}

/** After a visit: three questions, one action, and the lesson for others; what the other team wrote beside it. */
export function ReflectionPage(props: ReflectionPageProps): JSX.Element {
  const { frame, after, stale } = props;
  const { visit, side } = after;
  const other = (side === "guest" ? visit.hostMemberName : visit.guestMemberName) ?? "het andere team";
  return (
    <Layout
      frame={frame}
      title={`Terugblik: ${visit.guestMemberName} bij ${visit.hostMemberName ?? "een ander team"}`}
      heading="Terugblik op jullie werkbezoek"
      lead={`Drie vragen, ongeveer 5 minuten. ${other} leest jullie antwoorden. Anderen niet.`}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.visit(visit.id), label: "Dit bezoek" },
      ]}
      errors={props.errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      {stale ? (
        <Notice kind="warning" live>
          {stale} Kies zelf wat er moet staan en bewaar opnieuw.
        </Notice>
      ) : null}
      <Facts
        facts={[
          { label: "Thema", value: visit.themeName },
          { label: "Leervraag", value: visit.learningQuestion },
          { label: "Wanneer", value: visit.endsAt === null ? null : formatDate(visit.endsAt) },
        ]}
      />
      {stale && after.own ? (
        <Written title="Dit bewaarde je collega" side={side} reflection={after.own} />
      ) : null}
      <ReflectionForm {...props} />
      <Checks after={after} />
      <LessonPart after={after} />
      {after.others ? (
        <Written
          title={`Wat ${other} schreef`}
          side={side === "guest" ? "host" : "guest"}
          reflection={after.others}
        />
      ) : (
        <p>{`${other} heeft nog niet teruggekeken.`}</p>
      )}
    </Layout>
  );
}

function ReflectionForm({ frame, after, colleagues, typed, errors = {} }: ReflectionPageProps): JSX.Element {
  const { own, action, side } = after;
  const stored: Record<string, string | undefined> = {
    eerste: own?.first,
    tweede: own?.second,
    derde: own?.third,
    actie: action?.action,
    eigenaar: action?.ownerId ?? undefined,
  };
  const field = (name: string) => ({
    name,
    value: typed ? (typed[name]?.[0] ?? "") : (stored[name] ?? ""),
    error: errors[name],
  });
  return (
    <Form action={paths.visitAfter(after.visit.id)} intro={<NoResidents />}>
      <Hidden name="versie" value={own?.revision ?? 0} />
      <Hidden name="namens" value={typed?.namens?.[0] ?? frame.viewer?.memberId ?? ""} />
      {REFLECTION_QUESTIONS[side].map(({ name, label, hint }, at) => (
        <TextArea
          key={name}
          label={label}
          hint={hint}
          rows={4}
          maxLength={LONGEST.text}
          optional={at > 0}
          {...field(name)}
        />
      ))}
      <TextArea
        label="Eén ding dat jullie gaan doen"
        hint="Na drie en na negen maanden vragen we hoe het ermee staat."
        rows={2}
        maxLength={LONGEST.reason}
        optional
        {...field("actie")}
      />
      <Select
        label="Wie pakt dit op?"
        hint="Deze collega krijgt de vragen later per mail."
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        optional
        {...field("eigenaar")}
      />
      <Actions>
        <Button>Terugblik bewaren</Button>
      </Actions>
    </Form>
  );
}

function Checks({ after }: { after: AfterSeen }): JSX.Element | null {
  const { action, checks, dueCheck, visit } = after;
  if (!action || (checks.length === 0 && dueCheck === null)) return null;
  return (
    <section class="wt-visit-group" aria-labelledby="actie-later">
      <h2 id="actie-later">Wat werd het?</h2>
      {checks.map(({ afterDays, outcome, why, checkedAt }) => (
        <div key={afterDays}>
          <p>
            <Badge kind={outcome === "applied" ? "green" : "neutral"}>{OUTCOME_LABELS[outcome].label}</Badge>{" "}
            {`${afterDays === 90 ? CHECK_WORDS[90] : CHECK_WORDS[270]}, ingevuld op ${formatDate(checkedAt)}.`}
          </p>
          {why ? <Told text={why} /> : null}
        </div>
      ))}
      {dueCheck === null ? null : (
        <Actions>
          <ButtonLink href={paths.actionCheck(visit.id, dueCheck)}>
            Vertel hoe het met de actie staat
          </ButtonLink>
        </Actions>
      )}
    </section>
  );
}

function LessonPart({ after }: { after: AfterSeen }): JSX.Element {
  const { lesson, visit, mayWriteLesson } = after;
  const state = lesson && LESSON_STATE_LABELS[lesson.state];
  return (
    <section class="wt-visit-group" aria-labelledby="les">
      <h2 id="les">De les voor andere teams</h2>
      {lesson && state ? (
        <p>
          <Badge kind={state.kind}>{state.label}</Badge> <a href={paths.lesson(lesson.id)}>{lesson.title}</a>
        </p>
      ) : (
        <p>
          {mayWriteLesson
            ? "Schrijf op wat een ander team hiervan kan leren. De gastheer keurt de les eerst goed."
            : "De gast kan een les voor andere teams schrijven. Jullie keuren haar eerst goed."}
        </p>
      )}
      {mayWriteLesson ? (
        <Actions>
          <ButtonLink kind="secondary" href={paths.visitLesson(visit.id)}>
            {lesson && lesson.state !== "withdrawn" ? "Les aanpassen" : "Les schrijven"}
          </ButtonLink>
        </Actions>
      ) : null}
    </section>
  );
}

function Written({
  title,
  side,
  reflection,
}: {
  title: string;
  side: "guest" | "host";
  reflection: ReflectionSeen;
}): JSX.Element {
  const texts = [reflection.first, reflection.second, reflection.third];
  return (
    <section class="wt-visit-group" aria-label={title}>
      <h2>{title}</h2>
      <p class="wt-small">{`${reflection.personName ?? "Een collega"}, ${formatDate(reflection.savedAt)}`}</p>
      {REFLECTION_QUESTIONS[side].map(({ name, label }, at) =>
        texts[at] ? (
          <div key={name}>
            <h3>{label}</h3>
            <Told text={texts[at] ?? ""} />
          </div>
        ) : null,
      )}
    </section>
  );
}
