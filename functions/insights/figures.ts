import { type Cell, countIn, exactly } from "../../web/insights/cell.ts";
import type { ShownFigure, ShownRow, Withheld } from "../../web/insights/shown-figure.ts";
import { displayMentions, displayParts, ENDS } from "./display-rule.ts";
import { classAt, classesOf } from "./number-classes.ts";
import type { ChoiceRow, ItemRow, NameRow, TallyRow, ThemeRow } from "./queries.ts";

/** What the database counted, for one item or for all. */
export interface CountedRows {
  counted: number;
  items: readonly ItemRow[];
  choices: readonly ChoiceRow[];
  tallies: readonly TallyRow[];
  themes: readonly ThemeRow[];
  names: readonly NameRow[];
}

/** An item's counts before anything is put out of sight. Never leaves this file. */
interface Counts {
  rows: { key: string; label: string; definition?: string; organisations: number; mentions?: number }[];
  given: number;
  unknown: number;
  notApplicable: number;
  missing: number;
}

const HIDDEN: Cell = { kind: "hidden" };

/** The figures of all items, as they may be shown. `withheld` says per item why it is not released. */
export function figuresOf(rows: CountedRows, withheld: (item: ItemRow) => Withheld | null): ShownFigure[] {
  return rows.items.map((item) => {
    const why = withheld(item);
    if (why) return empty(item, rows.counted, why);
    const counts = countsOf(item, rows);
    return item.audience === "members"
      ? inFull(item, counts, rows)
      : byDisplayRule(item, counts, rows.counted);
  });
}

function countsOf(item: ItemRow, { tallies, choices, themes }: CountedRows): Counts {
  const own = tallies.filter((tally) => tally.concept === item.concept);
  const tally = (part: TallyRow["part"], key: string) =>
    own.find((each) => each.part === part && String(each.key) === key)?.organisations ?? 0;
  const states = {
    given: tally("state", "given"),
    unknown: tally("state", "unknown"),
    notApplicable: tally("state", "not_applicable"),
    missing: tally("state", "missing"),
  };
  if (item.kind === "open")
    return { ...states, rows: themes.filter((theme) => theme.concept === item.concept) };
  const labels =
    item.kind === "number"
      ? classesOf(item.unit).map(({ label }, at) => ({ key: String(at), label }))
      : choices
          .filter((choice) => choice.list === item.choiceList)
          .map(({ code, label }) => ({ key: code, label }));
  const unlisted = own
    .filter(
      ({ part, key }) =>
        part === "value" && key !== "other" && !labels.some((each) => each.key === String(key)),
    )
    .map(({ key }) => ({ key: String(key), label: String(key) }));
  const other = item.allowsOther ? [{ key: "other", label: "Anders, namelijk" }] : [];
  return {
    ...states,
    rows: [...labels, ...unlisted, ...other].map((each) => ({
      ...each,
      organisations: tally("value", each.key),
    })),
  };
}

/** Facts that members opened to each other: every count, and who said so. */
function inFull(item: ItemRow, counts: Counts, { counted, names }: CountedRows): ShownFigure {
  const rows = counts.rows.map(
    ({ organisations, mentions, ...row }): ShownRow => ({
      ...row,
      organisations: exactly(organisations),
      ...(mentions === undefined ? {} : { mentions: exactly(mentions) }),
      names: names.filter((each) => each.key === row.key).map(({ name, slug }) => ({ name, slug })),
    }),
  );
  return {
    ...empty(item, counted, null),
    rows: inOrder(item, rows),
    given: exactly(counts.given),
    unknown: exactly(counts.unknown),
    notApplicable: exactly(counts.notApplicable),
    missing: exactly(counts.missing),
    median: item.median === null ? null : { value: item.median, at: classAt(item.median, item.unit) },
    others: names.flatMap(({ name, slug, other }) => (other ? [{ name, slug, text: other }] : [])),
  };
}

/** Confidential answers: only what the display rule lets through. */
function byDisplayRule(item: ItemRow, counts: Counts, counted: number): ShownFigure {
  return item.kind === "open" || item.kind === "many"
    ? byMentions(item, counts, counted)
    : byParts(item, counts, counted);
}

function byParts(item: ItemRow, counts: Counts, counted: number): ShownFigure {
  const size = counts.rows.length;
  const parts = [
    ...counts.rows.map((row) => row.organisations),
    counts.unknown,
    counts.notApplicable,
    counts.missing,
  ];
  const isWhole = parts.reduce((sum, part) => sum + part, 0) === counted;
  // What says least goes first: missing, unknown, not applicable; then the middle of the scale, outwards.
  const cells = isWhole ? displayParts(parts, [size + 2, size, size + 1, ...fromTheMiddle(size)]) : null;
  if (!cells) return empty(item, counted, "too_few");
  const cell = (at: number) => cells[at] ?? HIDDEN;
  return {
    ...empty(item, counted, null),
    rows: counts.rows.map(({ key, label }, at) => ({ key, label, organisations: cell(at), names: [] })),
    given: givenBy(cells.slice(0, size), cells.slice(size), counted),
    unknown: cell(size),
    notApplicable: cell(size + 1),
    missing: cell(size + 2),
  };
}

function byMentions(item: ItemRow, counts: Counts, counted: number): ShownFigure {
  if (item.kind === "open" && counts.rows.every((row) => row.mentions === 0))
    return empty(item, counted, "not_coded");
  const states = displayParts(
    [counts.given, counts.unknown, counts.notApplicable, counts.missing],
    [3, 1, 2, 0],
  );
  const [given = HIDDEN, unknown = HIDDEN, notApplicable = HIDDEN, missing = HIDDEN] = states ?? [];
  const named = counts.rows.map(({ organisations, mentions = organisations }) => ({
    organisations,
    mentions,
  }));
  const cells = displayMentions(named, given, counted);
  if (!cells) return empty(item, counted, "too_few");
  const rows = counts.rows.map(({ key, label, definition }, at): ShownRow => {
    const { organisations, mentions } = cells[at] ?? { organisations: HIDDEN, mentions: HIDDEN };
    return {
      key,
      label,
      organisations,
      names: [],
      ...(definition === undefined ? {} : { definition }),
      ...(item.kind === "open" ? { mentions } : {}),
    };
  });
  return { ...empty(item, counted, null), rows: inOrder(item, rows), given, unknown, notApplicable, missing };
}

/** How many answered, worked out from what is visible only: whatever it says, a reader could have found. */
function givenBy(options: readonly Cell[], others: readonly Cell[], counted: number): Cell {
  const most = (cells: readonly Cell[]) =>
    cells.reduce((sum, cell) => sum + (cell.kind === "few" ? ENDS : (countIn(cell) ?? counted)), 0);
  const isExact = (cells: readonly Cell[]) => cells.every((cell) => cell.kind === "exact");
  if (isExact(options)) return exactly(most(options));
  if (isExact(others)) return exactly(counted - most(others));
  return most(others) <= ENDS || options.some((cell) => cell.kind === "nearly_all")
    ? { kind: "nearly_all" }
    : HIDDEN;
}

const fromTheMiddle = (size: number): number[] =>
  Array.from({ length: size }, (_, at) => at).toSorted(
    (one, other) => Math.abs(one - (size - 1) / 2) - Math.abs(other - (size - 1) / 2) || other - one,
  );

/** Most named first, by what is visible; a rank by the counts themselves would tell about those out of sight. */
function inOrder({ kind }: ItemRow, rows: readonly ShownRow[]): ShownRow[] {
  if (kind === "number" || kind === "scale") return [...rows];
  const weight = ({ organisations, mentions = organisations }: ShownRow) => {
    const count = countIn(mentions);
    if (count !== null) return count;
    return { exact: 0, few: -1, hidden: -2, nearly_all: Number.MAX_SAFE_INTEGER }[organisations.kind];
  };
  return rows.toSorted(
    (one, other) =>
      Number(one.key === "other") - Number(other.key === "other") ||
      weight(other) - weight(one) ||
      (countIn(other.organisations) ?? 0) - (countIn(one.organisations) ?? 0),
  );
}

function empty(item: ItemRow, counted: number, withheld: Withheld | null): ShownFigure {
  const { median: _, choiceList: _list, allowsOther: _other, ...said } = item;
  const none = { given: HIDDEN, unknown: HIDDEN, notApplicable: HIDDEN, missing: HIDDEN };
  return { ...said, ...none, counted, rows: [], median: null, others: [], withheld };
}
