import { SIZE_CLASSES, type SizeClass } from "../../db/vocabulary.ts";
import { SIZE_CLASS_LABELS } from "../members/labels.ts";
import { dayInAmsterdam, formatDay } from "../ui/dutch.ts";
import { FILTER_VALUE_LABELS } from "./filter-labels.ts";

/** How far a group of members is. */
export interface BoardGroup {
  attribute: "grootte" | "landsdeel" | "provincie";
  value: string | null;
  members: number;
  begun: number;
  signed: number;
}

export const ATTRIBUTE_LABELS = {
  grootte: "Grootteklasse",
  landsdeel: "Landsdeel",
  provincie: "Provincie",
} as const;

/** The name of a group; members without municipalities have neither. */
export function groupLabel({ attribute, value }: Pick<BoardGroup, "attribute" | "value">): string {
  if (value === null) return "Nog geen gemeenten ingevuld";
  if (attribute === "grootte") return SIZE_CLASS_LABELS[value as SizeClass] ?? value;
  return attribute === "landsdeel" ? (FILTER_VALUE_LABELS.landsdeel?.[value] ?? value) : value;
}

/** Groups in the order of their labels: sizes from large to small, parts as the filter has them, provinces by name. */
export function inGroupOrder(groups: readonly BoardGroup[]): BoardGroup[] {
  const order = [...SIZE_CLASSES, ...Object.keys(FILTER_VALUE_LABELS.landsdeel ?? {})];
  const place = ({ value }: BoardGroup) => (value === null ? order.length : order.indexOf(value));
  const byName = (one: BoardGroup, other: BoardGroup) =>
    (one.value ?? "~").localeCompare(other.value ?? "~", "nl");
  return groups.toSorted(
    (one, other) =>
      one.attribute.localeCompare(other.attribute) || place(one) - place(other) || byName(one, other),
  );
}

/** Members that signed for the first time in one period, and all up to its end. */
export interface BoardPeriod {
  /** first day, "2024-06-03" */
  from: string;
  label: string;
  signed: number;
  together: number;
}

const DAY_MS = 86_400_000;
/** Beyond so many days a round is counted by months. */
const LONGEST_BY_WEEK_DAYS = 84;
const MONTHS =
  "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const mondayOf = (day: string): string => later(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
const nextMonth = (day: string): string =>
  later(`${day.slice(0, 8)}28`, 4)
    .slice(0, 8)
    .concat("01");

/** When a member, or so many of them within one hour, signed for the first time. */
export interface FirstSigning {
  firstSignedAt: number | null;
  members?: number;
}

/** First signings by week, or by month when they lie further apart; periods without one are there too. */
export function periodsOf(signings: readonly FirstSigning[]): BoardPeriod[] {
  const days = signings
    .flatMap(({ firstSignedAt, members = 1 }) =>
      firstSignedAt === null ? [] : [{ day: dayInAmsterdam(firstSignedAt), members }],
    )
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (!first || !last) return [];
  const byWeek = later(first, LONGEST_BY_WEEK_DAYS) >= last;
  const periods: BoardPeriod[] = [];
  let from = byWeek ? mondayOf(first) : `${first.slice(0, 8)}01`;
  let together = 0;
  while (from <= last) {
    const next = byWeek ? later(from, 7) : nextMonth(from);
    const start = from;
    const signed = days
      .filter(({ day }) => day >= start && day < next)
      .reduce((sum, { members }) => sum + members, 0);
    together += signed;
    const label = byWeek
      ? `week van ${formatDay(from)}`
      : `${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`;
    periods.push({ from, label, signed, together });
    from = next;
  }
  return periods;
}
