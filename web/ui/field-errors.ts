/**
 * What is wrong in a form: name of the field → one Dutch sentence that says what to do.
 * The same sentence stands in the summary and at the field. The empty name ("") is for a
 * complaint about the form as a whole.
 */
export type FieldErrors = Record<string, string>;

/** Whether there is anything to report. */
export function hasErrors(errors: FieldErrors | undefined): errors is FieldErrors {
  return errors !== undefined && Object.keys(errors).length > 0;
}
