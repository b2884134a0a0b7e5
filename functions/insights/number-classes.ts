import { type SQL, sql } from "drizzle-orm";
import { formatNumber } from "../../web/ui/dutch.ts";

/** A class holds numbers from `from` up to the next class; `label` says so in Dutch. */
export interface NumberClass {
  from: number;
  label: string;
}

/** The classes in which numbers are reported, by the unit of the item. */
const CLASSES: Record<string, readonly NumberClass[]> = {
  locaties: [
    { from: 0, label: "0 of 1" },
    { from: 2, label: "2 tot en met 4" },
    { from: 5, label: "5 tot en met 9" },
    { from: 10, label: "10 tot en met 19" },
    { from: 20, label: "20 of meer" },
  ],
  fte: [
    { from: 0, label: "minder dan 25" },
    { from: 25, label: "25 tot 50" },
    { from: 50, label: "50 tot 100" },
    { from: 100, label: "100 tot 200" },
    { from: 200, label: "200 of meer" },
  ],
};

const OTHER_UNITS: readonly NumberClass[] = [
  { from: 0, label: "minder dan 10" },
  { from: 10, label: "10 tot 100" },
  { from: 100, label: "100 of meer" },
];

/** What the classes of a number depend on; `classes` is the JSON of the question's own bounds, or null. */
export interface Measured {
  unit: string | null;
  classes?: string | null | undefined;
}

/** The classes of a question: its own when it has them, or else those of its unit. */
export function classesOf({ unit, classes }: Measured): readonly NumberClass[] {
  const bounds: number[] = classes ? JSON.parse(classes) : [];
  if (bounds.length < 2) return CLASSES[unit ?? ""] ?? OTHER_UNITS;
  return bounds.map((from, at) => ({ from, label: labelOf(bounds, at) }));
}

/** "5 tot 10" is right for whole numbers and for decimals alike. */
function labelOf(bounds: readonly number[], at: number): string {
  const [from = 0, next] = bounds.slice(at).map((bound) => formatNumber(bound));
  if (next === undefined) return `${from} of meer`;
  return at === 0 ? `minder dan ${next}` : `${from} tot ${next}`;
}

/** The index of the class that holds a number. */
export const classAt = (value: number, item: Measured): number =>
  Math.max(
    0,
    classesOf(item).findLastIndex((each) => value >= each.from),
  );

/** The same in SQL: the index of the class of `value`, by the columns `unit` and `classes` of its question. */
export function classInSql(value: SQL, unit: SQL, classes: SQL): SQL {
  const of = (given: readonly NumberClass[]): SQL =>
    sql`case ${sql.join(
      given
        .map((each, at) => sql`when ${value} >= ${each.from} then ${at}`)
        .slice(1)
        .toReversed(),
      sql` `,
    )} else 0 end`;
  const units = Object.entries(CLASSES).map(([name, given]) => sql`when ${name} then ${of(given)}`);
  const own = sql`max(0, (select count(*) from json_each(${classes}) b where b.value <= ${value}) - 1)`;
  return sql`case when json_array_length(${classes}) > 1 then ${own}
    else case ${unit} ${sql.join(units, sql` `)} else ${of(OTHER_UNITS)} end end`;
}
