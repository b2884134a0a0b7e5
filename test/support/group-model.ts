import fc from "fast-check";

/** What can happen to a day with seats. `group` is a number that picks one of the groups that are there. */
export type GroupEvent =
  | { kind: "apply"; seats: number; isTwice: boolean }
  | {
      kind: "accept" | "waitlist" | "cancel" | "withdraw" | "decline" | "move" | "back";
      group: number;
      isTwice: boolean;
    }
  | { kind: "capacity"; seats: number; isTwice: boolean }
  | { kind: "clock"; isTwice: boolean };

const isTwice = fc.integer({ min: 0, max: 4 }).map((die) => die === 0);
const group = fc.nat(30);
const seats = fc.integer({ min: 1, max: 4 });

/** One event; what makes a queue and what empties it come about equally often. */
export const groupEvent: fc.Arbitrary<GroupEvent> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ kind: fc.constant("apply" as const), seats, isTwice }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("cancel" as const), group, isTwice }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(...(["accept", "waitlist", "withdraw", "decline", "move", "back"] as const)),
      group,
      isTwice,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("capacity" as const),
      seats: fc.integer({ min: 1, max: 12 }),
      isTwice,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("clock" as const), isTwice }) },
);

/** `away`: agreed, on another day than the day of the offer. */
export type GroupState = "requested" | "waiting" | "in" | "away" | "out";

export interface Group {
  id: string;
  seats: number;
  state: GroupState;
  /** its number in the queue; null while it never stood in line */
  number: number | null;
  /** how often it came out of the queue into a place */
  promotions: number;
}

/**
 * What should happen, told as simply as possible and knowing nothing of SQL: a list of groups and a loop that
 * fills free places from the front of the line.
 */
export class GroupModel {
  readonly groups: Group[] = [];
  capacity: number;
  readonly needsApproval: boolean;
  #drawn = 0;

  constructor(capacity: number, needsApproval: boolean) {
    this.capacity = capacity;
    this.needsApproval = needsApproval;
  }

  get taken(): number {
    return this.groups.filter(({ state }) => state === "in").reduce((sum, { seats }) => sum + seats, 0);
  }

  line(): Group[] {
    return this.groups
      .filter(({ state }) => state === "waiting")
      .sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
  }

  apply(id: string, seats: number): void {
    if (seats > this.capacity) return;
    const group: Group = { id, seats, state: "requested", number: null, promotions: 0 };
    this.groups.push(group);
    if (!this.needsApproval) this.#queue(group);
    this.#fill();
  }

  /** Changes one group as its event says, if that is possible now. */
  change(group: Group, kind: Exclude<GroupEvent["kind"], "apply" | "capacity" | "clock">): void {
    const { state } = group;
    const fits = this.taken + group.seats <= this.capacity;
    if (kind === "accept" && state === "requested" && fits) group.state = "in";
    if (kind === "waitlist" && state === "requested" && !fits) this.#queue(group);
    if (kind === "cancel" && (state === "in" || state === "away")) group.state = "out";
    if ((kind === "withdraw" || kind === "decline") && (state === "requested" || state === "waiting"))
      group.state = "out";
    if (kind === "move" && (state === "in" || state === "away")) group.state = "away";
    if (kind === "back" && (state === "in" || (state === "away" && fits))) group.state = "in";
    this.#fill();
  }

  resize(capacity: number): void {
    if (this.taken > capacity) return;
    this.capacity = capacity;
    this.#fill();
  }

  #queue(group: Group): void {
    this.#drawn += 1;
    group.number = this.#drawn;
    group.state = "waiting";
  }

  #fill(): void {
    for (const group of this.line())
      if (this.taken + group.seats <= this.capacity) {
        group.state = "in";
        group.promotions += 1;
      }
  }
}

/** How a day begins: with few seats, and mostly in order of arrival, for then there is a line. */
export const beginning = fc.record({
  capacity: fc.integer({ min: 2, max: 8 }),
  needsApproval: fc.integer({ min: 0, max: 2 }).map((die) => die === 0),
});
