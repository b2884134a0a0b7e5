/** One figure of the made-up example: as "at least 5" shows it, and as the gate does. */
export interface ExampleCell {
  label: string;
  size: number;
  count: number;
  /** in words or as a number; null when withheld */
  shown: string | null;
}

/** The attack on twelve made-up teams. Teams are numbered by their place in `teams`. */
export interface Example {
  teams: { size: "groot" | "klein"; region: "west" | "oost" }[];
  cells: ExampleCell[];
  /** teams whose answer follows from the counts of "at least 5" */
  found: number[];
  /** teams whose answer follows from what the gate shows */
  foundBehindGate: number[];
  /** the simplest sum of the attack: one count less another leaves one team */
  sum: { from: ExampleCell; less: ExampleCell; left: number; saysYes: boolean };
}
