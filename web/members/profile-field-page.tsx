import type { JSX } from "preact";
import type { ProfileField } from "../../db/vocabulary.ts";
import { Island } from "../islands.tsx";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { AnswerField } from "./answer-fields.tsx";
import type { AnswerShape } from "./answer-shape.ts";
import { PROFILE_FIELD_LABELS } from "./labels.ts";
import MunicipalityChoice, { type MunicipalityChoiceProps } from "./municipality-choice.island.tsx";
import { FactWords, type ProfileFacts } from "./profile-facts.tsx";
import { type SaidValue, saidBy } from "./said-value.ts";

export interface ProfileFieldPageProps {
  frame: Frame;
  slug: string;
  memberName: string;
  field: ProfileField;
  /** the question, or for `municipalities` the choice */
  question: { shape: AnswerShape } | { choice: MunicipalityChoiceProps };
  /** why we ask and what is done with it */
  why: string[];
  current: SaidValue | null;
  labelOf: ProfileFacts["labelOf"];
  /** what was typed; undefined at first: then the current value stands in the fields */
  typed: Record<string, string[]> | undefined;
  errors: FieldErrors;
  form: { id: string; seen: string; referenceOn: string };
  /** somebody else saved `current` after this form was drawn */
  isOvertaken: boolean;
  /** what this person tried to save meanwhile */
  clash: SaidValue | null;
}

/** The form of one profile field. */
export function ProfileFieldPage(props: ProfileFieldPageProps): JSX.Element {
  const { frame, slug, field, question, current, typed, errors, form, clash } = props;
  const { subject, address } = PROFILE_FIELD_LABELS[field];
  return (
    <Layout
      frame={frame}
      title={`Wijzig ${subject}`}
      trail={[
        { href: paths.members(), label: "Leden" },
        { href: paths.member(slug), label: props.memberName },
        { href: paths.memberProfile(slug), label: "Profiel bijwerken" },
      ]}
      errors={errors}
      notice={
        props.isOvertaken
          ? {
              kind: "warning",
              text: `Iemand anders heeft dit intussen gewijzigd. ${clash ? "Kies welke waarde in het profiel komt." : "Kijk of het zo klopt."}`,
            }
          : undefined
      }
      help={
        <>
          <h2>Waarom vragen we dit?</h2>
          {props.why.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      }
    >
      {clash && current ? (
        <Clash {...props} clash={clash} current={current} />
      ) : current ? (
        <p class="wt-now">
          Nu in het profiel, peildatum {formatDay(current.referenceOn)}:{" "}
          <strong>
            <FactLine {...props} value={current} />
          </strong>
          <br />
          <span class="wt-small">{saidBy(current, props.memberName, true)}</span>
        </p>
      ) : (
        <p class="wt-now">Hier is nog niets ingevuld.</p>
      )}
      <Form action={paths.memberProfileField(slug, address)}>
        <Hidden name="id" value={form.id} />
        <Hidden name="vorige" value={form.seen} />
        {"shape" in question ? (
          <AnswerField
            shape={question.shape}
            typed={typed}
            current={current ? { ...current, explanation: "" } : null}
            errors={errors}
          />
        ) : (
          <Island name="members/municipality-choice" props={question.choice}>
            <MunicipalityChoice {...question.choice} />
          </Island>
        )}
        <DateField
          name="peildatum"
          label="Peildatum"
          hint="De dag waarop dit klopt. Meestal is dat vandaag."
          value={form.referenceOn}
          error={errors.peildatum}
        />
        <Actions>
          <Button name="actie" value="opslaan">
            {clash ? "Mijn antwoord opslaan" : `${capital(subject)} opslaan`}
          </Button>
          <ButtonLink kind="quiet" href={paths.memberProfile(slug)}>
            {clash ? "Laat staan wat er nu staat" : "Terug zonder opslaan"}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function FactLine({
  field,
  value,
  labelOf,
}: Pick<ProfileFieldPageProps, "field" | "labelOf"> & { value: SaidValue }): JSX.Element {
  return <FactWords field={field} value={value} labelOf={labelOf} inline />;
}

function Clash({
  field,
  memberName,
  labelOf,
  clash,
  current,
}: ProfileFieldPageProps & { clash: SaidValue; current: SaidValue }): JSX.Element {
  return (
    <SummaryList
      items={[
        {
          question: "Nu in het profiel",
          answer: <FactWords field={field} value={current} labelOf={labelOf} />,
          note: `Peildatum ${formatDay(current.referenceOn)}. ${saidBy(current, memberName, true)}.`,
        },
        {
          question: "Jouw antwoord, nog niet opgeslagen",
          answer: <FactWords field={field} value={clash} labelOf={labelOf} />,
          note: `Peildatum ${formatDay(clash.referenceOn)}. ${saidBy(clash, memberName, true)}.`,
        },
      ]}
    />
  );
}
