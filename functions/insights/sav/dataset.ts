/**
 * A file of data and what it means, once: the .sav file, the CSV file and the codebook are all made from this
 * description, so that they cannot disagree.
 */
export interface DataSet {
  /** as a file name, without ending */
  name: string;
  title: string;
  /** what a reader must know first, in whole Dutch sentences */
  notes: readonly string[];
  variables: readonly Variable[];
  /** questions with more than one answer: a 0/1 variable an option */
  sets: readonly ResponseSet[];
  /** values in the order of the variables */
  rows: readonly (readonly DataValue[])[];
}

/** A number, a text, or a day as "2024-06-01"; null is not answered. */
export type DataValue = number | string | null;

export interface Variable {
  /** letters, digits and underscores, a letter first; unique without regard to capitals */
  name: string;
  label: string;
  kind: "number" | "text" | "date";
  /** of a number */
  decimals?: number;
  measure: "nominal" | "ordinal" | "scale";
  values: readonly ValueLabel[];
  /** numbers that are an answer, but no value: "weet ik niet"; at most three */
  missing: readonly number[];
}

export interface ValueLabel {
  value: number;
  label: string;
}

export interface ResponseSet {
  name: string;
  label: string;
  /** the value that says "chosen" */
  counted: number;
  /** names of variables */
  variables: readonly string[];
}
