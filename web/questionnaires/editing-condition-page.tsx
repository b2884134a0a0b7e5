import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { CheckboxGroup, RadioGroup, Select } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import type { PartKind, QuestionnaireView } from "./editing.ts";
import { type Answered, Guard, Impact, Stale, trailOf } from "./editing-parts.tsx";

export interface ConditionPageProps {
  frame: Frame;
  questionnaire: QuestionnaireView;
  formId: string;
  part: PartKind;
  partId: string;
  /** "Vraag 3B2", "Sectie Locaties" */
  name: string;
  answered: Answered | null;
  conditions: readonly string[];
  /** earlier questions with choices */
  earlier: readonly { value: string; label: string }[];
  /** the question whose choices are shown; null: first choose one */
  chosen: { concept: string; name: string; choices: readonly { value: string; label: string }[] } | null;
  typed: Record<string, string[]>;
  errors?: FieldErrors | undefined;
  isStale: boolean;
  notice?: { kind: "ok"; text: string } | undefined;
}

/** When a question or section is asked: what holds now, one more, or one less. */
export function ConditionPage(props: ConditionPageProps): JSX.Element {
  const { frame, questionnaire, part, partId, conditions, chosen, typed, errors } = props;
  const action = paths.editedPartMove(questionnaire.id, part, partId, "voorwaarde");
  const impact = (
    <Impact
      questionnaire={questionnaire}
      answered={props.answered}
      reason={typed.reden?.[0] ?? ""}
      error={errors?.reden}
    >
      <p>
        Wie de vraag niet meer krijgt, houdt het gegeven antwoord. Zodra die organisatie indient, telt het
        niet mee.
      </p>
    </Impact>
  );
  return (
    <Layout
      frame={frame}
      title={`Voorwaarden: ${props.name} – ${questionnaire.title}`}
      heading={`Wanneer vragen we dit? ${props.name}`}
      trail={[
        ...trailOf(questionnaire),
        { href: paths.editedPart(questionnaire.id, part, partId), label: props.name },
      ]}
      errors={errors}
      notice={props.notice}
    >
      {props.isStale ? <Stale theirs={[]} /> : null}
      {conditions.length === 0 ? <p>Altijd. Er is geen voorwaarde.</p> : null}
      {conditions.length > 1 ? <p>Al deze voorwaarden moeten kloppen.</p> : null}
      {conditions.length > 0 ? (
        <Form action={action} explained={false} label="Voorwaarden weghalen">
          <Guard formId={props.formId} revision={questionnaire.revision} />
          <ol>
            {conditions.map((words, at) => (
              <li key={words}>
                {words}
                <Actions>
                  <Button kind="quiet" name="weg" value={String(at)}>
                    Weghalen<span class="wt-only-read">: {words}</span>
                  </Button>
                </Actions>
              </li>
            ))}
          </ol>
          {chosen ? null : impact}
        </Form>
      ) : null}
      <h2>Voorwaarde toevoegen</h2>
      {props.earlier.length === 0 ? (
        <p>Er staat geen eerdere vraag met keuzes vóór dit onderdeel.</p>
      ) : (
        <Form action={action} method="get" explained={false} label="Eerdere vraag kiezen">
          <Select
            name="bij"
            label="Eerdere vraag"
            hint="Alleen eerdere vragen met keuzes. Zo ontstaat nooit een kringetje."
            options={props.earlier}
            value={chosen?.concept}
          />
          <Actions>
            <Button kind="secondary">Antwoorden tonen</Button>
          </Actions>
        </Form>
      )}
      {chosen ? (
        <Form action={action} label="Voorwaarde toevoegen">
          <Guard formId={props.formId} revision={questionnaire.revision} />
          <Hidden name="bij" value={chosen.concept} />
          <CheckboxGroup
            name="keuzes"
            label={`Antwoorden op: ${chosen.name}`}
            hint="Kies een of meer antwoorden."
            options={chosen.choices}
            values={typed.keuzes ?? []}
            error={errors?.keuzes}
          />
          <RadioGroup
            name="hoe"
            label="Wanneer stellen we de vraag?"
            options={[
              { value: "wel", label: "Als een van deze antwoorden gegeven is" },
              { value: "niet", label: "Als een ander antwoord gegeven is" },
            ]}
            value={typed.hoe?.[0] ?? "wel"}
            error={errors?.hoe}
          />
          {impact}
          <Actions>
            <Button>Voorwaarde toevoegen</Button>
          </Actions>
        </Form>
      ) : null}
    </Layout>
  );
}

/** Asks whether a part must go, or come back, and tells what that means. */
export function WithdrawalPage({
  frame,
  questionnaire,
  formId,
  part,
  partId,
  name,
  move,
  answered,
  waiting,
  reason,
  errors,
  isStale,
  removes,
}: {
  frame: Frame;
  questionnaire: QuestionnaireView;
  formId: string;
  part: PartKind;
  partId: string;
  name: string;
  /** taking it out takes it away altogether */
  removes: boolean;
  move: "intrekking" | "herstel";
  answered: Answered | null;
  /** questions and sections that wait for it */
  waiting: readonly string[];
  reason: string;
  errors?: FieldErrors | undefined;
  isStale: boolean;
}): JSX.Element {
  const verb = move === "herstel" ? "weer stellen" : removes ? "weghalen" : "intrekken";
  return (
    <Layout
      frame={frame}
      title={`${name} ${verb} – ${questionnaire.title}`}
      heading={`${name} ${verb}?`}
      trail={[
        ...trailOf(questionnaire),
        { href: paths.editedPart(questionnaire.id, part, partId), label: name },
      ]}
      errors={errors}
    >
      {isStale ? <Stale theirs={[]} /> : null}
      <p>
        {move === "herstel"
          ? "Leden krijgen dit onderdeel weer. Antwoorden van eerder staan er nog."
          : removes
            ? "Deze vragenlijst hoort nog bij geen ronde. Het onderdeel verdwijnt helemaal."
            : "Leden krijgen dit onderdeel niet meer. Gegeven antwoorden blijven bewaard, maar er komen geen cijfers meer van."}
      </p>
      {waiting.length > 0 && move === "intrekking" ? (
        <p>Let op: hierop wachten {waiting.join(", ")}. Pas daarna die voorwaarden aan.</p>
      ) : null}
      <Form
        action={paths.editedPartMove(questionnaire.id, part, partId, move)}
        explained={false}
        label={`${name} ${verb}`}
      >
        <Guard formId={formId} revision={questionnaire.revision} />
        <Impact questionnaire={questionnaire} answered={answered} reason={reason} error={errors?.reden} />
        <Actions>
          <Button kind={move === "herstel" ? "primary" : "danger"}>
            {name} {verb}
          </Button>
        </Actions>
      </Form>
    </Layout>
  );
}
