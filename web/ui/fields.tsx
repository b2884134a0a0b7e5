import type { ComponentChildren, JSX } from "preact";
import { FieldFrame } from "./field-frame.tsx";
import { wireField } from "./field-ids.ts";

/** What every single-line or multi-line field takes. `value` is the text as typed, also after a 422. */
export interface FieldProps {
  name: string;
  label: ComponentChildren;
  /** One short sentence, without a link. */
  hint?: ComponentChildren;
  value?: string | null | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  autocomplete?: string;
  /** In characters; also makes the field as wide as what is expected. */
  maxLength?: number | undefined;
  after?: ComponentChildren;
}

type Width = "xs" | "s" | "m" | "full";

function widthFor(maxLength: number | undefined): Width {
  if (maxLength === undefined || maxLength > 40) return "full";
  if (maxLength <= 6) return "xs";
  return maxLength <= 16 ? "s" : "m";
}

interface LineProps extends FieldProps {
  type?: "text" | "email" | "tel" | "url" | "date" | "search";
  inputMode?: "decimal" | "numeric" | "email" | "tel" | "url";
  unit?: string;
  width?: Width;
  spellcheck?: boolean;
}

function Line({ type = "text", inputMode, unit, width, spellcheck, ...field }: LineProps): JSX.Element {
  const wiring = wireField(field.name, field.hint, field.error);
  const unitId = `${wiring.id}-eenheid`;
  const described = [wiring.describedBy, unit ? unitId : undefined].filter(Boolean).join(" ");
  const input = (
    <input
      class={`utrecht-textbox utrecht-textbox--html-input wt-w-${width ?? widthFor(field.maxLength)}${field.error ? " utrecht-textbox--invalid" : ""}${inputMode === "decimal" ? " utrecht-textbox--numeric" : ""}`}
      // Preact types an input per type; these six take the same attributes.
      type={type as "text"}
      id={wiring.id}
      name={field.name}
      value={field.value ?? ""}
      maxLength={field.maxLength}
      inputMode={inputMode}
      autocomplete={field.autocomplete ?? "off"}
      spellcheck={spellcheck}
      aria-describedby={described || undefined}
      aria-invalid={field.error ? "true" : undefined}
      aria-required={field.optional ? undefined : "true"}
    />
  );
  return (
    <FieldFrame wiring={wiring} {...field}>
      {unit ? (
        <div class="wt-with-unit">
          {input}
          <span class="wt-unit" id={unitId}>
            {unit}
          </span>
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  );
}

/** One line of text. `type` may be "tel", "url" or "search" where the keyboard helps. */
export function TextField(props: FieldProps & { type?: "text" | "tel" | "url" | "search" }): JSX.Element {
  const inputMode = props.type === "tel" || props.type === "url" ? props.type : undefined;
  return <Line {...props} {...(inputMode ? { inputMode } : {})} />;
}

/** An e-mail address; spelling is never corrected. */
export function EmailField(props: FieldProps): JSX.Element {
  return (
    <Line
      {...props}
      type="email"
      inputMode="email"
      spellcheck={false}
      autocomplete={props.autocomplete ?? "email"}
      width="m"
    />
  );
}

/** A one-time code from a mail. */
export function CodeField(props: FieldProps): JSX.Element {
  return <Line {...props} inputMode="numeric" spellcheck={false} autocomplete="one-time-code" width="s" />;
}

/** A number as Dutch people write it ("1.234,5"); read it with `parseDutchNumber`. `unit` stands behind the field. */
export function NumberField(props: FieldProps & { unit?: string }): JSX.Element {
  return <Line {...props} inputMode="decimal" width="s" />;
}

/** A day, value "2026-12-01". The hint shows the Dutch way to write it for browsers without a date picker. */
export function DateField(props: FieldProps): JSX.Element {
  return (
    <Line
      {...props}
      type="date"
      hint={props.hint ?? "Dag, maand en jaar. Bijvoorbeeld 1-12-2026."}
      width="s"
    />
  );
}

/**
 * A time of day as text: "14.05". Native time fields follow the language of the browser and may show
 * AM and PM. Who reads it must take "14:05" as well.
 */
export function TimeField(props: FieldProps): JSX.Element {
  return <Line {...props} inputMode="decimal" hint={props.hint ?? "Bijvoorbeeld 14.05."} width="xs" />;
}

/** Several lines of text. `rows` is the height to begin with; the field grows where the browser can. */
export function TextArea({ rows = 4, ...field }: FieldProps & { rows?: number }): JSX.Element {
  const wiring = wireField(field.name, field.hint, field.error);
  return (
    <FieldFrame wiring={wiring} {...field}>
      <textarea
        class={`utrecht-textarea utrecht-textarea--html-textarea${field.error ? " utrecht-textarea--invalid" : ""}`}
        id={wiring.id}
        name={field.name}
        rows={rows}
        maxLength={field.maxLength}
        autocomplete={field.autocomplete ?? "off"}
        aria-describedby={wiring.describedBy}
        aria-invalid={field.error ? "true" : undefined}
        aria-required={field.optional ? undefined : "true"}
      >
        {field.value ?? ""}
      </textarea>
    </FieldFrame>
  );
}

/** A value that travels along unseen. */
export function Hidden({ name, value }: { name: string; value: string | number }): JSX.Element {
  return <input type="hidden" name={name} value={String(value)} />;
}
