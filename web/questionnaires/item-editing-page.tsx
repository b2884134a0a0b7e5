import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import type { QuestionnaireView } from "./editing.ts";
import {
  type Answered,
  Guard,
  History,
  type HistoryLine,
  Impact,
  Stale,
  type TheirValue,
  trailOf,
} from "./editing-parts.tsx";
import {
  Answering,
  Comparing,
  type FieldOf,
  type ItemFieldsProps,
  Passport,
  Words,
} from "./item-editing-fields.tsx";

export interface ItemPageProps extends ItemFieldsProps {
  frame: Frame;
  questionnaire: QuestionnaireView;
  formId: string;
  /** null: a new question */
  item: {
    id: string;
    concept: string;
    answered: Answered;
    isWithdrawn: boolean;
    /** taking it out takes it away altogether */
    isRemovable: boolean;
    profileField: string | null;
    minutes: number;
    /** when it is asked, in words; empty: always */
    conditions: readonly string[];
    /** rounds in which nobody used it, in words */
    unused: string | undefined;
  } | null;
  history: readonly HistoryLine[];
  errors?: FieldErrors | undefined;
  theirs?: readonly TheirValue[] | undefined;
  notice?: { kind: "ok"; text: string } | undefined;
}

function Around({ props }: { props: ItemPageProps }): JSX.Element | null {
  const { item, questionnaire } = props;
  if (!item) return null;
  const move = (name: string) => paths.editedPartMove(questionnaire.id, "vragen", item.id, name);
  return (
    <SummaryList
      items={[
        { question: "Code", answer: item.concept },
        {
          question: "Wanneer gevraagd",
          answer: item.isWithdrawn
            ? "Ingetrokken, niet meer gevraagd"
            : item.conditions.join(" ") || "Altijd",
          change: questionnaire.mayEdit ? { href: move("voorwaarde"), subject: "voorwaarden" } : undefined,
        },
        { question: "Geschatte tijd", answer: countOf(item.minutes, "minuut", "minuten") },
        ...(item.profileField ? [{ question: "Profiel", answer: "Is ook een profielgegeven" }] : []),
        ...(item.unused
          ? [{ question: "Gebruik", answer: `Niet gebruikt in ${item.unused}. Is deze vraag nog nodig?` }]
          : []),
      ]}
    />
  );
}

/** One question, to make, to change or, for who may not, to read. */
export function ItemEditingPage(props: ItemPageProps): JSX.Element {
  const { frame, questionnaire, item, fields, errors, theirs } = props;
  const of: FieldOf = (name) => ({ name, value: fields[name]?.[0] ?? "", error: errors?.[name] });
  const signed = questionnaire.signed;
  return (
    <Layout
      frame={frame}
      title={
        item ? `Vraag ${item.concept} – ${questionnaire.title}` : `Vraag toevoegen – ${questionnaire.title}`
      }
      heading={item ? `Vraag ${item.concept}` : "Vraag toevoegen"}
      trail={trailOf(questionnaire)}
      errors={errors}
      notice={props.notice}
    >
      {theirs ? <Stale theirs={theirs} /> : null}
      {questionnaire.lock ? <Notice kind="info">{questionnaire.lock}</Notice> : null}
      <Around props={props} />
      {questionnaire.mayEdit ? (
        <Form action={paths.editedPart(questionnaire.id, "vragen", item?.id ?? "nieuw")}>
          <Guard formId={props.formId} revision={questionnaire.revision} />
          <Words of={of} props={props} />
          <Answering of={of} props={props} />
          <Passport of={of} />
          <Comparing of={of} props={props} />
          <Impact
            questionnaire={questionnaire}
            answered={item?.answered ?? null}
            reason={fields.reden?.[0] ?? ""}
            error={errors?.reden}
          >
            {item ? (
              <p>
                Verandert de betekenis? Trek deze vraag dan in en maak een nieuwe. Antwoorden blijven staan.
              </p>
            ) : signed > 0 ? (
              <p>Wie al ondertekende, mist deze vraag. Zij kunnen hun antwoorden heropenen.</p>
            ) : null}
          </Impact>
          <Actions>
            <Button>{item ? "Vraag opslaan" : "Vraag toevoegen"}</Button>
          </Actions>
        </Form>
      ) : (
        <SummaryList
          items={[
            { question: "Vraag", answer: [of("begin").value, of("vraag").value].filter(Boolean).join(" … ") },
            { question: "Uitleg", answer: of("uitleg").value || "Geen uitleg" },
            { question: "Definitie", answer: of("definitie").value || "Geen definitie" },
            { question: "Doel", answer: of("doel").value },
            { question: "Gebruik", answer: of("gebruik").value },
          ]}
        />
      )}
      {item && questionnaire.mayEdit ? (
        <Actions>
          <ButtonLink
            kind="secondary"
            href={paths.editedPartMove(
              questionnaire.id,
              "vragen",
              item.id,
              item.isWithdrawn ? "herstel" : "intrekking",
            )}
          >
            {item.isWithdrawn ? "Weer stellen" : item.isRemovable ? "Vraag weghalen" : "Vraag intrekken"}
          </ButtonLink>
        </Actions>
      ) : null}
      <History lines={props.history} />
    </Layout>
  );
}
