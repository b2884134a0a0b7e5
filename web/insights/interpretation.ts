/** A piece of a text: typed words, or a number that came from the release. */
export interface BoundPart {
  text: string;
  isBound: boolean;
}

/** A code that a text may hold, and what it says of this figure. */
export interface Placeholder {
  /** "n", "aantal:4-5" */
  name: string;
  label: string;
  value: string;
}

/** What the learning group says of a figure, as members read it. */
export interface ShownInterpretation {
  paragraphs: readonly (readonly BoundPart[])[];
  writtenAt: number;
}

/** A text as it stood once. */
export interface EarlierText {
  revision: number;
  text: string;
  writtenAt: number;
}
