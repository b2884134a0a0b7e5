import type { ComponentChildren } from "preact";
import type { FieldWiring } from "./field-ids.ts";

export interface FieldFrameProps {
  wiring: FieldWiring;
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** Stands under the control: "Vorig jaar: 12", or why we ask. */
  after?: ComponentChildren;
  children: ComponentChildren;
}

/** "(niet verplicht)" behind a label; asterisks are not used. */
export function Optional({ when }: { when: boolean | undefined }) {
  return when ? <span class="wt-optional"> (niet verplicht)</span> : null;
}

export function FieldHint({ id, children }: { id: string; children: ComponentChildren }) {
  return children ? (
    <div class="utrecht-form-field-description wt-hint" id={id}>
      {children}
    </div>
  ) : null;
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <div class="utrecht-form-field-error-message wt-error" id={id}>
      <span class="wt-only-read">Fout: </span>
      {error}
    </div>
  ) : null;
}

/** Label, hint, error and control of one field, in that order. */
export function FieldFrame({ wiring, label, hint, error, optional, after, children }: FieldFrameProps) {
  return (
    <div class={`utrecht-form-field wt-field${error ? " utrecht-form-field--invalid" : ""}`}>
      <label class="utrecht-form-label" for={wiring.id}>
        {label}
        <Optional when={optional} />
      </label>
      <FieldHint id={wiring.hintId}>{hint}</FieldHint>
      <FieldError id={wiring.errorId} error={error} />
      {children}
      {after ? <div class="wt-after">{after}</div> : null}
    </div>
  );
}
