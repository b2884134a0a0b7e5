import { type SQL, sql } from "drizzle-orm";

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

export const classesOf = (unit: string | null): readonly NumberClass[] => CLASSES[unit ?? ""] ?? OTHER_UNITS;

/** The index of the class that holds a number. */
export const classAt = (value: number, unit: string | null): number =>
  Math.max(
    0,
    classesOf(unit).findLastIndex((each) => value >= each.from),
  );

/** The same in SQL: the index of the class of `value`, by the unit in the column `unit`. */
export function classInSql(value: SQL, unit: SQL): SQL {
  const of = (classes: readonly NumberClass[]): SQL =>
    sql`case ${sql.join(
      classes
        .map((each, at) => sql`when ${value} >= ${each.from} then ${at}`)
        .slice(1)
        .toReversed(),
      sql` `,
    )} else 0 end`;
  const units = Object.entries(CLASSES).map(([name, classes]) => sql`when ${name} then ${of(classes)}`);
  return sql`case ${unit} ${sql.join(units, sql` `)} else ${of(OTHER_UNITS)} end`;
}
