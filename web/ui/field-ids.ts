/** The id of the control of a field; the error summary links to it. */
export function fieldId(name: string): string {
  return `veld-${name}`;
}

export interface FieldWiring {
  id: string;
  hintId: string;
  errorId: string;
  /** Value of aria-describedby: hint first, then error; undefined when there is neither. */
  describedBy: string | undefined;
}

/** Ids that tie label, hint, error and control of one field together. */
export function wireField(name: string, hint: unknown, error: unknown): FieldWiring {
  const id = fieldId(name);
  const hintId = `${id}-hint`;
  const errorId = `${id}-fout`;
  const ids = [hint ? hintId : "", error ? errorId : ""].filter((part) => part !== "");
  return { id, hintId, errorId, describedBy: ids.length > 0 ? ids.join(" ") : undefined };
}
