import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../../layout.tsx";
import { paths } from "../../paths.ts";
import { Badge } from "../../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../../ui/button.tsx";
import { formatDate } from "../../ui/dutch.ts";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { Hidden, TextArea } from "../../ui/fields.tsx";
import { Form, InlineForm } from "../../ui/form.tsx";
import { MetaLine } from "../../ui/meta-line.tsx";
import { Notice } from "../../ui/notice.tsx";
import { LONGEST } from "../contract.ts";
import { Facts, Told } from "../facts.tsx";
import { LESSON_STATE_LABELS } from "./labels.ts";
import type { LessonSeen } from "./seen.ts";

/** The questions whose open answers are coded with the themes that visits share. */
const THEME_QUESTIONS = [
  { concept: "5A1", label: "waar teams zich sterk voor maken" },
  { concept: "5A2", label: "waar teams nieuwsgierig naar zijn" },
] as const;

export interface LessonPageProps {
  frame: LayoutProps["frame"];
  lesson: LessonSeen;
  /** of the latest published round; null while there is none */
  year: number | null;
  mayJudge: boolean;
  mayWithdraw: boolean;
  /** the viewer is here for the team that wrote it */
  isWriter: boolean;
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
  stale?: string | undefined;
  notice?: string | undefined;
}

/** One lesson: what a team learned at another, with the figures of its theme one step away. */
export function LessonPage(props: LessonPageProps): JSX.Element {
  const { frame, lesson, year, stale } = props;
  const state = LESSON_STATE_LABELS[lesson.state];
  const host = lesson.hostMemberName ?? "een ander team";
  return (
    <Layout
      frame={frame}
      title={lesson.title}
      lead={`Geleerd door ${lesson.guestMemberName} bij ${host}.`}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.lessons(), label: "Lessen" },
      ]}
      errors={props.errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      {stale ? (
        <Notice kind="warning" live>
          {stale}
        </Notice>
      ) : null}
      {lesson.state === "approved" ? null : (
        <div class="wt-standing">
          <Badge kind={state.kind}>{state.label}</Badge>
          <p>{state.meaning}</p>
        </div>
      )}
      <h2>Wat ze leerden</h2>
      <Told text={lesson.learned} />
      {lesson.tip ? (
        <>
          <h2>Tip voor wie hiermee begint</h2>
          <Told text={lesson.tip} />
        </>
      ) : null}
      {lesson.reason && lesson.state === "change_asked" ? (
        <>
          <h2>Wat de gastheer anders wil</h2>
          <Told text={lesson.reason} />
        </>
      ) : null}
      <Facts
        facts={[
          {
            label: "Thema",
            value: <a href={`${paths.lessons()}?thema=${lesson.themeSlug}`}>{lesson.themeName}</a>,
          },
          {
            label: "Gast",
            value: <a href={paths.member(lesson.guestMemberSlug)}>{lesson.guestMemberName}</a>,
          },
          {
            label: "Gastheer",
            value: lesson.hostMemberSlug ? (
              <a href={paths.member(lesson.hostMemberSlug)}>{lesson.hostMemberName}</a>
            ) : null,
          },
        ]}
      />
      {lesson.approvedAt ? <MetaLine parts={[`Goedgekeurd op ${formatDate(lesson.approvedAt)}`]} /> : null}
      {year === null ? null : <ThemeFigures lesson={lesson} year={year} />}
      <LessonMoves {...props} />
    </Layout>
  );
}

function ThemeFigures({ lesson, year }: { lesson: LessonSeen; year: number }): JSX.Element {
  return (
    <section class="wt-visit-group" aria-labelledby="cijfers">
      <h2 id="cijfers">{`Dit thema in de cijfers van ${year}`}</h2>
      <p>{`Hoe vaak noemden teams "${lesson.themeName}"? Bekijk:`}</p>
      <ul>
        {THEME_QUESTIONS.map(({ concept, label }) => (
          <li key={concept}>
            <a href={paths.insightItem(year, concept)}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LessonMoves(props: LessonPageProps): JSX.Element | null {
  const { lesson, typed, errors = {} } = props;
  const version = <Hidden name="versie" value={lesson.revision} />;
  const mayRewrite = props.isWriter && lesson.state !== "approved";
  return (
    <>
      {props.mayJudge ? (
        <section class="wt-visit-group" aria-labelledby="oordeel">
          <h2 id="oordeel">Mogen anderen dit lezen?</h2>
          <Actions>
            <InlineForm action={paths.lessonApproval(lesson.id)}>
              {version}
              <Button>Les goedkeuren</Button>
            </InlineForm>
          </Actions>
          <Form action={paths.lessonChange(lesson.id)} label="Vraag om een aanpassing" explained={false}>
            {version}
            <TextArea
              label="Of vraag om een aanpassing"
              hint="Vertel wat er anders moet. De gast leest dit."
              rows={3}
              maxLength={LONGEST.reason}
              name="reden"
              value={typed?.reden?.[0] ?? ""}
              error={errors.reden}
            />
            <Actions>
              <Button kind="secondary">Aanpassing vragen</Button>
            </Actions>
          </Form>
        </section>
      ) : null}
      {mayRewrite || props.mayWithdraw ? (
        <Actions>
          {mayRewrite ? (
            <ButtonLink kind="secondary" href={paths.visitLesson(lesson.visitId)}>
              Les aanpassen
            </ButtonLink>
          ) : null}
          {props.mayWithdraw ? (
            <InlineForm action={paths.lessonWithdrawal(lesson.id)}>
              {version}
              <Button kind="secondary">Les intrekken</Button>
            </InlineForm>
          ) : null}
        </Actions>
      ) : null}
    </>
  );
}
