import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { formatDateTime } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";

/** The question that a page of talk is about. */
export interface TalkedQuestion {
  concept: string;
  stem: string;
  wording: string;
  shortName: string;
  position: number;
  sectionTitle: string;
}

/** The question in full, as it is asked: what opens a group of questions on a line of its own. */
export const fullWording = ({ stem, wording }: Pick<TalkedQuestion, "stem" | "wording">): JSX.Element => (
  <>
    {stem ? (
      <>
        {stem} …<br />
      </>
    ) : null}
    {wording}
  </>
);

/** Back to where the question stands. */
export const backToQuestion = (
  year: number,
  { position, concept, sectionTitle }: Pick<TalkedQuestion, "position" | "concept" | "sectionTitle">,
) => ({
  href: `${paths.questionnaireSection(year, position)}#veld-${concept}`,
  label: `Terug naar ${sectionTitle}`,
});

export interface NoteView {
  id: string;
  text: string;
  by: string;
  createdAt: number;
  doneAt: number | null;
  doneBy: string | null;
}

export interface NotesPageProps {
  frame: Frame;
  year: number;
  question: TalkedQuestion;
  notes: readonly NoteView[];
  /** why nothing can be written now; null: it can */
  locked: string | null;
  formId: string;
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
  notice?: { kind: "ok" | "warning"; text: string } | undefined;
}

function Note({ note, props }: { note: NoteView; props: NotesPageProps }): JSX.Element {
  const { frame, year, question } = props;
  return (
    <li>
      <strong>{note.by}</strong>
      <p class="wt-timeline__when">
        {formatDateTime(note.createdAt)}
        {note.doneAt ? `. Klaar volgens ${note.doneBy ?? "een oud-collega"}.` : ""}
      </p>
      <p class="wt-answer-text">{note.text}</p>
      {note.doneAt || props.locked ? null : (
        <InlineForm action={paths.questionNoteDone(year, question.concept, note.id)}>
          <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
          <Button kind="quiet">
            Dit is klaar
            <span class="wt-only-read">: notitie van {note.by}</span>
          </Button>
        </InlineForm>
      )}
    </li>
  );
}

/** What colleagues write to each other at one question. */
export function NotesPage(props: NotesPageProps): JSX.Element {
  const { frame, year, question, notes, errors = {}, typed } = props;
  return (
    <Layout
      frame={frame}
      title={`Notities bij ${question.shortName} – vragenlijst ${year}`}
      heading={`Notities bij ${question.shortName}`}
      lead={fullWording(question)}
      back={backToQuestion(year, question)}
      notice={props.notice}
      errors={errors}
    >
      <p>Alleen collega's die de antwoorden lezen, zien dit. De notities gaan nooit mee met de antwoorden.</p>
      {notes.length === 0 ? <p>Er zijn nog geen notities.</p> : null}
      {notes.length > 0 ? (
        <ol class="wt-timeline">
          {notes.map((note) => (
            <Note key={note.id} note={note} props={props} />
          ))}
        </ol>
      ) : null}
      {props.locked ? (
        <Notice kind="info">{props.locked}</Notice>
      ) : (
        <Form action={paths.questionNotes(year, question.concept)} explained={false}>
          <Hidden name="id" value={props.formId} />
          <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
          <TextArea
            name="tekst"
            label="Nieuwe notitie"
            hint="Noem geen inwoners bij naam."
            value={typed?.tekst?.[0] ?? ""}
            error={errors.tekst}
            rows={3}
          />
          <Actions>
            <Button>Notitie opslaan</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}
