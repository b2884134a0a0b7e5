import type { JSX } from "preact";
import { BarChart } from "./bar-chart.tsx";
import { countOf } from "./dutch.ts";

export interface NumberClass {
  /** "50 tot 100". */
  label: string;
  /** How many answers fall in the class; null when withheld. */
  count: number | null;
}

/** How answers in numbers fall over classes; `median` marks its class and says the value in words. */
export function ClassChart({
  title,
  classes,
  median,
  unit = ["organisatie", "organisaties"],
  withheldReason,
}: {
  title: string;
  classes: readonly NumberClass[];
  /** `at` is the index of the class that holds the middle answer. */
  median?: { at: number; text: string };
  unit?: readonly [singular: string, plural: string];
  withheldReason?: string;
}): JSX.Element {
  return (
    <BarChart
      kind="classes"
      title={title}
      {...(withheldReason ? { withheldReason } : {})}
      bars={classes.map((item, at) => ({
        label: item.label,
        value: item.count,
        words: item.count === null ? undefined : countOf(item.count, unit[0], unit[1]),
        mark: median?.at === at ? median.text : undefined,
      }))}
    />
  );
}
