import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../../layout.tsx";
import { paths } from "../../paths.ts";
import { Actions, Button } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { Hidden, TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { LONGEST } from "../contract.ts";
import { Told } from "../facts.tsx";
import { NoResidents } from "../moment-fields.tsx";
import type { ThemeSeen } from "../seen.ts";
import { LESSON_STATE_LABELS } from "./labels.ts";
import type { LessonSeen, PastVisit } from "./seen.ts";

/** What a visit taught, for teams that were not there. */
export function LessonFormPage({
  frame,
  visit,
  lesson,
  themes,
  newId,
  typed,
  errors = {},
  stale,
}: {
  frame: LayoutProps["frame"];
  visit: PastVisit;
  lesson: LessonSeen | null;
  themes: readonly ThemeSeen[];
  newId: string;
  typed?: Record<string, string[]>;
  errors?: FieldErrors | undefined;
  /** why nothing was saved; what was typed is still there */
  stale?: string | undefined;
}): JSX.Element {
  const stored: Record<string, string | undefined> = {
    thema: lesson?.themeId ?? themes.find(({ name }) => name === visit.themeName)?.id,
    titel: lesson?.title,
    geleerd: lesson?.learned,
    tip: lesson?.tip,
  };
  const field = (name: string) => ({
    name,
    value: typed ? (typed[name]?.[0] ?? "") : (stored[name] ?? ""),
    error: errors[name],
  });
  return (
    <Layout
      frame={frame}
      title={`Les: ${visit.guestMemberName} bij ${visit.hostMemberName ?? "een ander team"}`}
      heading={lesson ? "Pas jullie les aan" : "Schrijf een les voor andere teams"}
      lead={`${visit.hostMemberName ?? "De gastheer"} keurt de les goed. Daarna lezen alle leden die.`}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.visitAfter(visit.id), label: "Terugblik" },
      ]}
      errors={errors}
    >
      {stale ? (
        <Notice kind="warning" live>
          {stale} Wat je typte, staat hieronder en is nog niet bewaard.
        </Notice>
      ) : null}
      {lesson?.state === "change_asked" ? (
        <Notice kind="info" title="Dit vraagt de gastheer">
          <Told text={lesson.reason} />
        </Notice>
      ) : null}
      {stale && lesson ? (
        <p>
          Nu staat er: <a href={paths.lesson(lesson.id)}>{lesson.title}</a> (
          {LESSON_STATE_LABELS[lesson.state].label.toLowerCase()}).
        </p>
      ) : null}
      <Form action={paths.visitLesson(visit.id)} intro={<NoResidents />}>
        <Hidden name="id" value={newId} />
        <Hidden name="versie" value={lesson?.revision ?? 0} />
        <Hidden name="namens" value={typed?.namens?.[0] ?? frame.viewer?.memberId ?? ""} />
        <Select
          label="Thema"
          hint="Zo vinden andere teams de les."
          options={themes.map(({ id, name }) => ({ value: id, label: name }))}
          {...field("thema")}
        />
        <TextField
          label="Titel"
          hint="Kort en concreet, bijvoorbeeld: Begin bij de voordeur."
          maxLength={LONGEST.title}
          {...field("titel")}
        />
        <TextArea
          label="Wat leerden jullie?"
          hint="Wat doet dit team anders, en waarom werkt dat?"
          maxLength={LONGEST.text}
          {...field("geleerd")}
        />
        <TextArea
          label="Tip voor wie hiermee begint"
          hint="De eerste stap, of een valkuil."
          rows={3}
          maxLength={LONGEST.reason}
          optional
          {...field("tip")}
        />
        <Actions>
          <Button>Les aan de gastheer voorleggen</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
