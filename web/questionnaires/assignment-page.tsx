import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { countOf, formatDateTime, formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, EmailField, Hidden, TextArea, TextField } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import type { RoundView } from "./round-words.ts";

/** Who has a section, as pages know it. */
export interface AssignmentView {
  personName: string;
  /** null for who was removed since */
  byName: string | null;
  assignedAt: number;
  message: string;
  dueOn: string | null;
  remindedAt: number | null;
  isMine: boolean;
}

export interface AssignmentPageProps {
  frame: Frame;
  round: RoundView;
  section: { position: number; title: string; items: number; answered: number; minutes: number };
  assignment: AssignmentView | null;
  colleagues: readonly { id: string; name: string }[];
  may: { assign: boolean; unassign: boolean; remind: boolean };
  /** id of the form, and of the mail that it sends */
  formId: string;
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
  stale?: string | undefined;
  notice?: string | undefined;
}

function Standing({ assignment }: { assignment: AssignmentView }): JSX.Element {
  const { personName, byName, assignedAt, message, dueOn, remindedAt } = assignment;
  return (
    <>
      <p>
        <strong>{personName}</strong> vult deze sectie in{dueOn ? `, graag klaar op ${formatDay(dueOn)}` : ""}
        . {byName ?? "Een oud-collega"} vroeg dat op {formatDateTime(assignedAt)}.
      </p>
      {message ? <p class="wt-answer-text">{message}</p> : null}
      {remindedAt ? <p>De herinnering ging weg op {formatDateTime(remindedAt)}.</p> : null}
    </>
  );
}

function StandingForms({ frame, round, section, assignment, may, formId }: AssignmentPageProps) {
  if (!assignment) return null;
  const key = (
    <>
      <Hidden name="id" value={formId} />
      <Hidden name="gezien" value={assignment.assignedAt} />
      <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
    </>
  );
  return (
    <Actions>
      {may.remind ? (
        <InlineForm action={paths.sectionReminder(round.year, section.position)}>
          {key}
          <Button kind="secondary">Stuur één herinnering</Button>
        </InlineForm>
      ) : null}
      {may.unassign ? (
        <InlineForm action={paths.sectionUnassignment(round.year, section.position)}>
          {key}
          <Button kind="quiet">{assignment.isMine ? "Geef de sectie terug" : "Neem de sectie terug"}</Button>
        </InlineForm>
      ) : null}
    </Actions>
  );
}

function GivingForm(props: AssignmentPageProps): JSX.Element {
  const { frame, round, section, assignment, colleagues, typed, errors = {}, formId } = props;
  const value = (name: string) => typed?.[name]?.[0] ?? "";
  return (
    <Form
      action={paths.sectionAssignment(round.year, section.position)}
      explained={false}
      intro={
        <p class="wt-form__rule">
          Kies een collega, of vul een naam en een mailadres in. De andere velden mag je leeg laten.
        </p>
      }
    >
      <Hidden name="id" value={formId} />
      <Hidden name="gezien" value={assignment?.assignedAt ?? 0} />
      <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
      <Select
        name="collega"
        label="Collega"
        hint="Staat je collega er niet bij? Vul dan de naam en het mailadres in."
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        empty="Kies een collega"
        value={value("collega")}
        error={errors.collega}
        optional
      />
      <TextField
        name="naam"
        label="Naam van een nieuwe collega"
        value={value("naam")}
        error={errors.naam}
        maxLength={120}
        optional
      />
      <EmailField
        name="email"
        label="Mailadres van het werk"
        hint="Je collega logt hiermee in. Een account is niet nodig."
        value={value("email")}
        error={errors.email}
        autocomplete="off"
        optional
      />
      <DateField
        name="voor"
        label="Graag klaar op"
        hint={`Anders geldt de laatste dag van de ronde, ${formatDay(round.closesOn)}.`}
        value={value("voor")}
        error={errors.voor}
        optional
      />
      <TextArea
        name="bericht"
        label="Wat vraag je?"
        hint="Dit staat in de mail aan je collega."
        value={value("bericht")}
        error={errors.bericht}
        rows={3}
        optional
      />
      <Actions>
        <Button>Geef de sectie aan deze collega</Button>
      </Actions>
    </Form>
  );
}

/** Who fills in one section: give it away, remind, take it back. */
export function AssignmentPage(props: AssignmentPageProps): JSX.Element {
  const { frame, round, section, assignment, may, stale } = props;
  return (
    <Layout
      frame={frame}
      title={`Wie vult '${section.title}' in? – vragenlijst ${round.year}`}
      heading={`Wie vult '${section.title}' in?`}
      lead={`${section.answered} van ${countOf(section.items, "vraag", "vragen")} ingevuld. Ongeveer ${countOf(section.minutes, "minuut", "minuten")} werk.`}
      back={{ href: paths.questionnaire(round.year), label: "Terug naar de takenlijst" }}
      errors={props.errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      {stale ? (
        <Notice kind="warning" live>
          {stale}
        </Notice>
      ) : null}
      {assignment ? <Standing assignment={assignment} /> : <p>Niemand in het bijzonder heeft deze sectie.</p>}
      <StandingForms {...props} />
      {may.assign ? (
        <section>
          <h2>{assignment ? "Aan een andere collega geven" : "Aan een collega geven"}</h2>
          <p>
            Wie de sectie krijgt, vult alleen die sectie in en leest de rest. Redacteuren kunnen zelf ook
            blijven invullen.
          </p>
          <GivingForm {...props} />
        </section>
      ) : null}
    </Layout>
  );
}
