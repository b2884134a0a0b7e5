import type { ComponentChildren, JSX } from "preact";
import { FieldError, FieldFrame, FieldHint, Optional } from "./field-frame.tsx";
import { fieldId, wireField } from "./field-ids.ts";
import type { FieldProps } from "./fields.tsx";

export interface Option {
  value: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** Set apart from the others by a rule and the word "of": "Weet ik niet", "Niet van toepassing". */
  apart?: boolean;
}

/** The text field that opens beneath one option: "Anders, namelijk". */
export interface OtherField {
  /** Value of the option that it belongs to. */
  option: string;
  name: string;
  label?: string;
  value?: string | null | undefined;
  error?: string | undefined;
  maxLength?: number;
}

interface GroupProps {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  optional?: boolean | undefined;
  options: readonly Option[];
  other?: OtherField | undefined;
  /** 1 when the question is the title of the page (then leave the Layout's own h1 out), 2 for a heading. */
  legendLevel?: 1 | 2 | undefined;
  after?: ComponentChildren;
}

function Legend({ level, children }: { level: 1 | 2 | undefined; children: ComponentChildren }) {
  if (level === 1) return <h1 class="wt-legend-heading">{children}</h1>;
  if (level === 2) return <h2 class="wt-legend-heading">{children}</h2>;
  return <>{children}</>;
}

function Other({ other }: { other: OtherField }): JSX.Element {
  const wiring = wireField(other.name, null, other.error);
  const open = other.error || other.value ? " is-open" : "";
  return (
    <div class={`wt-other${open}`}>
      <FieldFrame wiring={wiring} label={other.label ?? "Namelijk"} error={other.error}>
        <input
          class={`utrecht-textbox utrecht-textbox--html-input${other.error ? " utrecht-textbox--invalid" : ""}`}
          type="text"
          id={wiring.id}
          name={other.name}
          value={other.value ?? ""}
          maxLength={other.maxLength}
          autocomplete="off"
          aria-describedby={wiring.describedBy}
          aria-invalid={other.error ? "true" : undefined}
        />
      </FieldFrame>
    </div>
  );
}

function Group(props: GroupProps & { kind: "radio" | "checkbox"; chosen: readonly string[] }): JSX.Element {
  const { name, kind, error, options, other } = props;
  const wiring = wireField(name, props.hint, error);
  const invalid = error ? "true" : undefined;
  const isRadio = kind === "radio";
  // A plain fieldset (role group) may carry neither; ticks carry aria-invalid one by one.
  const role = isRadio
    ? ({
        role: "radiogroup",
        "aria-invalid": invalid,
        "aria-required": props.optional ? undefined : "true",
      } as const)
    : {};
  return (
    <fieldset
      class={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset wt-field wt-group${error ? " utrecht-form-fieldset--invalid" : ""}`}
      aria-describedby={wiring.describedBy}
      {...role}
    >
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        <Legend level={props.legendLevel}>
          {props.label}
          <Optional when={props.optional} />
        </Legend>
      </legend>
      <FieldHint id={wiring.hintId}>{props.hint}</FieldHint>
      <FieldError id={wiring.errorId} error={error} />
      <div class="wt-options">
        {options.map((option, at) => {
          // The first option carries the field's own id, so that the error summary lands on a control.
          const id = at === 0 ? wiring.id : `${fieldId(name)}-${at + 1}`;
          const hintId = `${id}-optiehint`;
          return (
            <div class={`wt-option${option.apart ? " wt-option--apart" : ""}`} key={option.value}>
              <input
                class={
                  isRadio
                    ? "utrecht-radio-button utrecht-radio-button--html-input"
                    : "utrecht-checkbox utrecht-checkbox--html-input"
                }
                type={kind}
                id={id}
                name={name}
                value={option.value}
                checked={props.chosen.includes(option.value)}
                aria-describedby={option.hint ? hintId : undefined}
                aria-invalid={isRadio ? undefined : invalid}
              />
              <label class={`utrecht-form-label utrecht-form-label--${kind} wt-option__label`} for={id}>
                {option.label}
              </label>
              {option.hint ? (
                <div class="wt-option__hint" id={hintId}>
                  {option.hint}
                </div>
              ) : null}
              {other?.option === option.value ? <Other other={other} /> : null}
            </div>
          );
        })}
      </div>
      {props.after ? <div class="wt-after">{props.after}</div> : null}
    </fieldset>
  );
}

/** One of a few. Above fifteen options use `Select`. */
export function RadioGroup({
  value,
  ...props
}: GroupProps & { value?: string | null | undefined }): JSX.Element {
  return <Group {...props} kind="radio" chosen={value ? [value] : []} />;
}

/** Any of several; posts the name once per ticked option. */
export function CheckboxGroup({
  values = [],
  ...props
}: GroupProps & { values?: readonly string[] }): JSX.Element {
  return <Group {...props} kind="checkbox" chosen={values} />;
}

/** One tick on its own ("Ik ga akkoord"); posts `value`, by default "ja". */
export function Checkbox({
  name,
  label,
  hint,
  value = "ja",
  checked = false,
  error,
}: CheckboxProps): JSX.Element {
  const wiring = wireField(name, hint, error);
  return (
    <div class={`utrecht-form-field wt-field${error ? " utrecht-form-field--invalid" : ""}`}>
      <FieldError id={wiring.errorId} error={error} />
      <div class="wt-option">
        <input
          class="utrecht-checkbox utrecht-checkbox--html-input"
          type="checkbox"
          id={wiring.id}
          name={name}
          value={value}
          checked={checked}
          aria-describedby={wiring.describedBy}
          aria-invalid={error ? "true" : undefined}
        />
        <label class="utrecht-form-label utrecht-form-label--checkbox wt-option__label" for={wiring.id}>
          {label}
        </label>
        {hint ? (
          <div class="wt-option__hint" id={wiring.hintId}>
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}

export interface CheckboxProps {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  value?: string;
  checked?: boolean;
  error?: string | undefined;
}

/** One of many in a native list. `empty` is the first line without a value; null leaves it out. */
export function Select({
  options,
  empty = "Maak een keuze",
  ...field
}: FieldProps & {
  options: readonly { value: string; label: string }[];
  empty?: string | null;
}): JSX.Element {
  const wiring = wireField(field.name, field.hint, field.error);
  return (
    <FieldFrame wiring={wiring} {...field}>
      <select
        class={`utrecht-select utrecht-select--html-select${field.error ? " utrecht-select--invalid" : ""}`}
        id={wiring.id}
        name={field.name}
        autocomplete={field.autocomplete ?? "off"}
        aria-describedby={wiring.describedBy}
        aria-invalid={field.error ? "true" : undefined}
        aria-required={field.optional ? undefined : "true"}
      >
        {empty === null ? null : (
          <option value="" selected={!field.value}>
            {empty}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === field.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
