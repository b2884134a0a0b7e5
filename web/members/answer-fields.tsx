import type { JSX } from "preact";
import { CheckboxGroup, type Option, RadioGroup } from "../ui/choices.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { formatNumber } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, NumberField, TextArea } from "../ui/fields.tsx";
import {
  type AnswerShape,
  answerFieldNames,
  isChosen,
  NOT_APPLICABLE,
  OTHER,
  type StoredAnswer,
  TYPED_LIMITS,
  UNKNOWN,
} from "./answer-shape.ts";
import { Stars } from "./stars.tsx";

type Fields = Readonly<Record<string, readonly string[]>>;

const withoutAnswer: readonly Option[] = [
  { value: UNKNOWN, label: "Weet ik niet", apart: true },
  { value: NOT_APPLICABLE, label: "Niet van toepassing", apart: true },
];

/**
 * A stored answer as the fields that `AnswerField` would post for it; `readTypedValue` reads them back to
 * the same answer. Null gives no fields.
 */
export function fieldsOfAnswer(shape: AnswerShape, stored: StoredAnswer | null): Fields {
  if (!stored) return {};
  const names = answerFieldNames(shape.name);
  const fields: Record<string, string[]> = {};
  if (stored.explanation) fields[names.explanation] = [stored.explanation];
  const state =
    stored.state === "unknown" ? UNKNOWN : stored.state === "not_applicable" ? NOT_APPLICABLE : null;
  if (state) return { ...fields, [isChosen(shape.kind) ? names.value : names.state]: [state] };
  const { choices, other, number, scale, text, date } = stored.value ?? {};
  const values = [
    ...(choices ?? []),
    ...(other ? [OTHER] : []),
    ...(number === undefined ? [] : [formatNumber(number)]),
    ...(scale === undefined ? [] : [String(scale)]),
    ...(text === undefined ? [] : [text]),
    ...(date === undefined ? [] : [date]),
  ];
  if (values.length > 0) fields[names.value] = values;
  if (other) fields[names.other] = [other];
  return fields;
}

export interface AnswerFieldProps {
  shape: AnswerShape;
  /** what was typed, after a 422 or a 409; takes the place of `current` */
  typed?: Fields | undefined;
  /** what is stored now */
  current?: StoredAnswer | null | undefined;
  /** looked up by the names of `answerFieldNames(shape.name)` */
  errors?: FieldErrors | undefined;
  /** makes the question a heading; only where it is a group of choices (one, many, scale) */
  legendLevel?: 1 | 2 | undefined;
  /** under the control: "Vorig jaar: 12" */
  after?: JSX.Element | undefined;
}

/**
 * The fields of one question, by its kind, with "Anders, namelijk", "Weet ik niet", "Niet van toepassing"
 * and the explanation. Among choices the two states are choices themselves, because a chosen radio cannot
 * be given back; beside a number or a text they are ticks in the field `<name>-stand`.
 */
export function AnswerField({ shape, typed, current, errors = {}, ...rest }: AnswerFieldProps): JSX.Element {
  const names = answerFieldNames(shape.name);
  const fields = typed ?? fieldsOfAnswer(shape, current ?? null);
  const isRow = shape.display === "grid";
  const said = fields[names.explanation]?.[0];
  const label = (
    <>
      Toelichting<span class="wt-only-read"> bij {shape.label}</span>
    </>
  );
  const explanation = (
    <TextArea
      name={names.explanation}
      label={label}
      hint="Noem geen inwoners."
      value={said}
      error={errors[names.explanation]}
      maxLength={ROOM * TYPED_LIMITS.explanation}
      rows={2}
      optional
    />
  );
  return (
    <div class={`wt-question${isRow ? " wt-question--row" : ""}`}>
      <AnswerControl shape={shape} fields={fields} errors={errors} {...rest} />
      {!shape.allowsExplanation ? null : isRow ? (
        <Disclosure summary={label} open={Boolean(said || errors[names.explanation])}>
          {explanation}
        </Disclosure>
      ) : (
        explanation
      )}
    </div>
  );
}

/**
 * How many times its limit a field takes: a browser cuts off a pasted text without a word, where the server says how
 * long it may be and keeps all of it. Not endless, for a form that is too large for the server has no page to stand on.
 */
const ROOM = 10;

interface ControlProps {
  shape: AnswerShape;
  fields: Fields;
  errors: FieldErrors;
  legendLevel?: 1 | 2 | undefined;
  after?: JSX.Element | undefined;
}

function AnswerControl({ shape, fields, errors, legendLevel, after }: ControlProps): JSX.Element {
  const names = answerFieldNames(shape.name);
  const values = fields[names.value] ?? [];
  const common = {
    name: names.value,
    label: shape.label,
    hint: shape.help || undefined,
    error: errors[names.value],
    after,
  };
  if (!isChosen(shape.kind))
    return (
      <>
        {shape.kind === "number" ? (
          <NumberField {...common} value={values[0]} {...(shape.unit ? { unit: shape.unit } : {})} />
        ) : shape.kind === "date" ? (
          <DateField {...common} value={values[0]} />
        ) : (
          <TextArea {...common} value={values[0]} maxLength={ROOM * TYPED_LIMITS.open} rows={5} />
        )}
        <CheckboxGroup
          name={names.state}
          label={
            <>
              Geen antwoord?<span class="wt-only-read"> {shape.label}</span>
            </>
          }
          options={withoutAnswer.map(({ value, label }) => ({ value, label }))}
          values={fields[names.state] ?? []}
          optional
        />
      </>
    );
  const choices: Option[] = shape.choices.map(({ value, label }) => ({
    value,
    label:
      shape.display === "stars" ? (
        <Stars step={Number(value)} of={shape.choices.length} label={label} />
      ) : (
        label
      ),
  }));
  const other = {
    option: OTHER,
    name: names.other,
    value: fields[names.other]?.[0],
    error: errors[names.other],
    maxLength: TYPED_LIMITS.other,
  };
  const group = {
    ...common,
    options: [
      ...choices,
      ...(shape.allowsOther ? [{ value: OTHER, label: "Anders" }] : []),
      ...withoutAnswer,
    ],
    other: shape.allowsOther ? other : undefined,
    legendLevel,
  };
  return shape.kind === "many" ? (
    <CheckboxGroup {...group} values={values} />
  ) : (
    <RadioGroup {...group} value={values[0]} />
  );
}
