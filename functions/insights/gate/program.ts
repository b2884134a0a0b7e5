/** A sum of columns that must lie between two whole numbers, ends included. */
export interface ProgramRow {
  columns: readonly number[];
  low: number;
  high: number;
}

/** An integer program without a purpose: is there a whole number for each column, between 0 and its upper bound? */
export interface Program {
  upper: readonly number[];
  rows: readonly ProgramRow[];
}

/**
 * `fits`: a solution, which the caller must still check by addition. `none`: proven that there is none.
 * `unknown`: the limit was reached; whoever asks must take that as a no.
 */
export type Outcome =
  | { verdict: "fits"; values: readonly number[] }
  | { verdict: "none" }
  | { verdict: "unknown" };

/** A program that is kept open, so that the same rows can be asked about with other bounds. */
export interface OpenProgram {
  /** @param push per column, which way to lean: above 0 towards more, below 0 towards less */
  solve(low: readonly number[], high: readonly number[], push: readonly number[]): Outcome;
  close(): void;
}

/**
 * The port to an integer solver. The gate has no solver of its own: the release job gives one in. A solver may
 * only stop early on a count of its own steps, never on the clock, so that every run gives the same verdicts.
 */
export interface Solver {
  open(program: Program): OpenProgram;
}
