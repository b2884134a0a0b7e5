import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { NumberField, TextArea, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import type { QuestionnaireView } from "./editing.ts";
import {
  Guard,
  History,
  type HistoryLine,
  Impact,
  MoveButtons,
  Stale,
  type TheirValue,
  trailOf,
} from "./editing-parts.tsx";

export interface SectionEditingPageProps {
  frame: Frame;
  questionnaire: QuestionnaireView;
  formId: string;
  /** null: a new section */
  section: {
    id: string;
    title: string;
    isWithdrawn: boolean;
    /** taking it out takes it away altogether */
    isRemovable: boolean;
    predicted: number;
    conditions: readonly string[];
    items: readonly { id: string; concept: string; wording: string; isWithdrawn: boolean }[];
  } | null;
  fields: Record<string, string[]>;
  history: readonly HistoryLine[];
  errors?: FieldErrors | undefined;
  theirs?: readonly TheirValue[] | undefined;
  notice?: { kind: "ok"; text: string } | undefined;
}

type Present = SectionEditingPageProps & { section: NonNullable<SectionEditingPageProps["section"]> };

function Items({ section, questionnaire }: Present): JSX.Element {
  return (
    <section aria-labelledby="vragen">
      <h2 id="vragen">Vragen</h2>
      {section.items.length === 0 ? <p>Deze sectie heeft nog geen vragen.</p> : null}
      <ol>
        {section.items.map((item, at) => (
          <li key={item.id}>
            <a href={paths.editedPart(questionnaire.id, "vragen", item.id)}>{item.concept}</a> {item.wording}
            {item.isWithdrawn ? " (ingetrokken)" : ""}
            <MoveButtons
              questionnaire={questionnaire}
              part="vragen"
              partId={item.id}
              name={item.concept}
              isFirst={at === 0}
              isLast={at === section.items.length - 1}
            />
          </li>
        ))}
      </ol>
      {questionnaire.mayEdit && !section.isWithdrawn ? (
        <Actions>
          <ButtonLink
            href={`${paths.editedPart(questionnaire.id, "vragen", "nieuw")}?sectie=${encodeURIComponent(section.id)}`}
          >
            Vraag toevoegen
          </ButtonLink>
        </Actions>
      ) : null}
    </section>
  );
}

function Around({ section, questionnaire }: Present): JSX.Element {
  const move = (name: string) => paths.editedPartMove(questionnaire.id, "secties", section.id, name);
  const { mayEdit } = questionnaire;
  return (
    <SummaryList
      items={[
        {
          question: "Wanneer gevraagd",
          answer: section.isWithdrawn
            ? "Ingetrokken, niet meer gevraagd"
            : section.conditions.join(" ") || "Altijd",
          change: mayEdit ? { href: move("voorwaarde"), subject: "voorwaarden" } : undefined,
        },
        { question: "Geschatte tijd", answer: countOf(section.predicted, "minuut", "minuten") },
      ]}
    />
  );
}

/** One section: its text, and its questions in their order. */
export function SectionEditingPage(props: SectionEditingPageProps): JSX.Element {
  const { frame, questionnaire, section, fields, errors, theirs } = props;
  const of = (name: string) => ({ name, value: fields[name]?.[0] ?? "", error: errors?.[name] });
  return (
    <Layout
      frame={frame}
      title={
        section
          ? `Sectie ${section.title} – ${questionnaire.title}`
          : `Sectie toevoegen – ${questionnaire.title}`
      }
      heading={section ? section.title : "Sectie toevoegen"}
      trail={trailOf(questionnaire)}
      errors={errors}
      notice={props.notice}
    >
      {theirs ? <Stale theirs={theirs} /> : null}
      {questionnaire.lock ? <Notice kind="info">{questionnaire.lock}</Notice> : null}
      {section ? (
        <>
          <Around {...props} section={section} />
          <Items {...props} section={section} />
        </>
      ) : null}
      {questionnaire.mayEdit ? (
        <Form action={paths.editedPart(questionnaire.id, "secties", section?.id ?? "nieuw")}>
          {section ? <h2>Tekst van de sectie</h2> : null}
          <Guard formId={props.formId} revision={questionnaire.revision} />
          <TextField {...of("titel")} label="Titel" maxLength={100} />
          <TextArea
            {...of("inleiding")}
            label="Inleiding"
            hint="Eén of twee zinnen boven de vragen."
            maxLength={500}
            rows={2}
            optional
          />
          <NumberField
            {...of("minuten")}
            label="Minuten"
            hint="Hoe lang invullen duurt. Leden zien dit op de takenlijst."
            maxLength={2}
            unit="minuten"
          />
          <Impact
            questionnaire={questionnaire}
            answered={null}
            reason={fields.reden?.[0] ?? ""}
            error={errors?.reden}
          />
          <Actions>
            <Button kind={section ? "secondary" : "primary"}>
              {section ? "Tekst opslaan" : "Sectie toevoegen"}
            </Button>
          </Actions>
        </Form>
      ) : null}
      {section && questionnaire.mayEdit ? (
        <Actions>
          <ButtonLink
            kind="secondary"
            href={paths.editedPartMove(
              questionnaire.id,
              "secties",
              section.id,
              section.isWithdrawn ? "herstel" : "intrekking",
            )}
          >
            {section.isWithdrawn
              ? "Weer stellen"
              : section.isRemovable
                ? "Sectie weghalen"
                : "Sectie intrekken"}
          </ButtonLink>
        </Actions>
      ) : null}
      <History lines={props.history} />
    </Layout>
  );
}
