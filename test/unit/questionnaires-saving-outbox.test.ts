import { beforeEach, describe, expect, test } from "vitest";
import { type Entries, type Kept, Outbox, type Reply } from "../../web/questionnaires/autosave-outbox.ts";

const DAY_MS = 86_400_000;
const TO = "/vragenlijst/2026/sectie/8";

let device: Map<string, string>;
let sent: { fields: Entries; seen: number; again: boolean }[];
let answers: Reply[];
let now: number;

const shelf = () =>
  ({
    get length() {
      return device.size;
    },
    key: (at: number) => [...device.keys()][at] ?? null,
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => void device.set(key, value),
    removeItem: (key: string) => void device.delete(key),
  }) satisfies Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const open = (page = "een", owner = "anna/lindestad/2026", storage: () => ReturnType<typeof shelf> = shelf) =>
  new Outbox<Reply>(
    storage,
    owner,
    page,
    async (_, { seen }: Kept, fields, again) => {
      sent.push({ fields, seen, again });
      return answers.shift() ?? { kind: "unknown" };
    },
    () => now,
  );
const text = (value: string): Entries => [["4C1", value]];

beforeEach(() => {
  [device, sent, answers, now] = [new Map(), [], [], 1_000 * DAY_MS];
});

describe("what is typed", () => {
  test("is on the device before it is sent, and gone once it is acknowledged", async () => {
    const box = open();
    box.keep("4C1", 0, text("korte lijnen"), TO);
    expect([...device.values()].join()).toContain("korte lijnen");
    answers = [{ kind: "saved", revision: 1 }];
    await box.flush("4C1");
    expect([...device.keys()]).toEqual([]);
  });

  test("and sent without an answer goes again as it was, before what was typed since", async () => {
    const box = open();
    box.keep("4C1", 0, text("een"), TO);
    await box.flush("4C1");
    box.keep("4C1", 9, text("twee"), TO);
    answers = [
      { kind: "saved", revision: 1 },
      { kind: "saved", revision: 2 },
    ];
    await box.flush("4C1");
    expect(sent).toEqual([
      { fields: text("een"), seen: 0, again: false },
      { fields: text("een"), seen: 0, again: true },
      { fields: text("twee"), seen: 1, again: false },
    ]);
  });

  test("and of which no answer came is still sent as again after a session that ended", async () => {
    const box = open();
    box.keep("4C1", 0, text("een"), TO);
    await box.flush("4C1");
    answers = [{ kind: "later" }];
    await box.flush("4C1");
    answers = [{ kind: "saved", revision: 1 }];
    await box.flush("4C1");
    expect(sent.map(({ again }) => again)).toEqual([false, true, true]);
  });

  test("and refused waits for a change; a choice is sent each time it is made", async () => {
    const box = open();
    box.keep("4C1", 0, text("een"), TO);
    answers = [{ kind: "refused" }];
    await box.flush("4C1");
    await box.flush("4C1");
    expect(sent).toHaveLength(1);
    answers = [{ kind: "refused" }, { kind: "saved", revision: 5 }];
    box.choose("4C1", 3, text("een"), TO);
    await box.flush("4C1");
    box.choose("4C1", 4, text("een"), TO);
    await box.flush("4C1");
    expect(sent.map(({ seen }) => seen)).toEqual([0, 3, 4]);
  });

  test("twice at once is sent once", async () => {
    const box = open();
    box.keep("4C1", 0, text("een"), TO);
    answers = [{ kind: "saved", revision: 1 }];
    await Promise.all([box.flush("4C1"), box.flush("4C1")]);
    expect(sent).toHaveLength(1);
  });
});

describe("what a page left", () => {
  test("is taken over by the next of the same person, and not while that page is open", () => {
    open().keep("4C1", 2, text("een"), TO);
    const next = open("twee");
    expect(next.adopt((page) => page === "een")).toEqual([]);
    expect(next.adopt(() => false)).toEqual(["4C1"]);
    expect(next.held("4C1")).toMatchObject({ seen: 2, now: text("een"), to: TO });
    expect(device.size).toBe(1);
  });

  test("is nobody else's, nor another organisation's or round's", () => {
    open().keep("4C1", 0, text("een"), TO);
    for (const owner of ["bea/lindestad/2026", "anna/waterrand/2026", "anna/lindestad/2027"])
      expect(open("twee", owner).adopt(() => false)).toEqual([]);
    expect(device.size).toBe(1);
  });

  test("in two windows comes one after the other, the oldest first", () => {
    open().keep("4C1", 0, text("een"), TO);
    now += 1;
    open("twee").keep("4C1", 0, text("twee"), TO);
    const next = open("drie");
    expect(next.adopt(() => false)).toEqual(["4C1"]);
    expect(next.held("4C1")?.now).toEqual(text("een"));
    next.drop("4C1");
    next.adopt(() => false);
    expect(next.held("4C1")?.now).toEqual(text("twee"));
  });

  test.each([["anna/lindestad/2026"], ["bea/waterrand/2026"]])(
    "fourteen days ago is thrown away unread, when %s opens a page",
    (owner) => {
      open().keep("4C1", 0, text("een"), TO);
      now += 14 * DAY_MS - 1;
      open("twee", owner).adopt(() => false);
      expect(device.size).toBe(1);
      now += 2 * DAY_MS;
      // Who took it over still has it on the page; another page finds nothing.
      device = new Map([...device].map(([key, kept]) => [key.replace(/ .*/, " oud"), kept]));
      expect(open("drie", owner).adopt(() => false)).toEqual([]);
      expect(device.size).toBe(0);
    },
  );

  test("in a shape that nobody knows is thrown away, and stops nothing", () => {
    device.set("bewaard/anna/lindestad/2026/4C2 oud", "{");
    open().keep("4C1", 0, text("een"), TO);
    expect(open("twee").adopt(() => false)).toEqual(["4C1"]);
    expect(device.size).toBe(1);
  });
});

test("a browser that keeps nothing says so, and the answer is sent all the same", async () => {
  const box = open("een", "anna/lindestad/2026", () => {
    throw new Error("forbidden");
  });
  box.keep("4C1", 0, text("een"), TO);
  expect(box.isSafe).toBe(false);
  answers = [{ kind: "saved", revision: 1 }];
  expect(await box.flush("4C1")).toEqual({ kind: "saved", revision: 1 });
});
