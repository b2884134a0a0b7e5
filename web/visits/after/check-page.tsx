import type { JSX } from "preact";
import { ACTION_OUTCOMES } from "../../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../../layout.tsx";
import { paths } from "../../paths.ts";
import { Actions, Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { LONGEST } from "../contract.ts";
import { Facts, Told } from "../facts.tsx";
import { CHECK_WORDS, type CheckDays, OUTCOME_LABELS } from "./labels.ts";
import type { ActionSeen, PastVisit } from "./seen.ts";

/** What came of the action, months after the visit: one choice and a reason. */
export function CheckPage({
  frame,
  visit,
  action,
  days,
  typed,
  errors = {},
}: {
  frame: LayoutProps["frame"];
  visit: PastVisit;
  action: ActionSeen;
  days: CheckDays;
  typed: Record<string, string[]>;
  errors?: FieldErrors;
}): JSX.Element {
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors[name] });
  return (
    <Layout
      frame={frame}
      title={`Hoe staat het met jullie actie, ${CHECK_WORDS[days]}?`}
      lead="Twee vragen, ongeveer 1 minuut. In het overzicht voor alle leden telt alleen de uitkomst mee."
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.visitAfter(visit.id), label: "Terugblik" },
      ]}
      errors={errors}
    >
      <Facts
        facts={[
          {
            label: "Bezoek",
            value: `${visit.guestMemberName} bij ${visit.hostMemberName ?? "een ander team"}`,
          },
          { label: "Opgepakt door", value: action.ownerName },
        ]}
      />
      <h2>Jullie actie</h2>
      <Told text={action.action} />
      <Form action={paths.actionCheck(visit.id, days)}>
        <RadioGroup
          label="Hoe staat het ermee?"
          {...field("uitkomst")}
          options={ACTION_OUTCOMES.map((outcome) => ({
            value: OUTCOME_LABELS[outcome].word,
            label: OUTCOME_LABELS[outcome].label,
            hint: OUTCOME_LABELS[outcome].hint,
          }))}
        />
        <TextArea
          label="Waarom?"
          hint="Bij toegepast mag je dit overslaan. Noem geen inwoners."
          rows={3}
          maxLength={LONGEST.reason}
          optional
          {...field("waarom")}
        />
        <Actions>
          <Button>Antwoord bewaren</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
