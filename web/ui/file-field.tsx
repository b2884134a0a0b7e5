import type { JSX } from "preact";
import { FieldFrame } from "./field-frame.tsx";
import { wireField } from "./field-ids.ts";
import type { FieldProps } from "./fields.tsx";

/** A file from one's own computer. Its form is `multipart`; after an error the file must be chosen again. */
export function FileField({ accept, ...field }: Omit<FieldProps, "value"> & { accept: string }): JSX.Element {
  const wiring = wireField(field.name, field.hint, field.error);
  return (
    <FieldFrame wiring={wiring} {...field}>
      <input
        class="wt-file"
        type="file"
        id={wiring.id}
        name={field.name}
        accept={accept}
        aria-describedby={wiring.describedBy || undefined}
        aria-invalid={field.error ? "true" : undefined}
      />
    </FieldFrame>
  );
}
