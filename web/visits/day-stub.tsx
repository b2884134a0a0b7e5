import type { JSX } from "preact";
import { formatDay } from "../ui/dutch.ts";
import { CalendarIcon } from "../ui/icons.tsx";

/** The day as on a paper invitation; without a day that it is found together. The full date stands in the facts. */
export function DayStub({ startsAt }: { startsAt: number | null }): JSX.Element {
  if (startsAt === null)
    return (
      <div class="wt-stub wt-stub--together" aria-hidden="true">
        <CalendarIcon />
        <span class="wt-stub__word">dag in overleg</span>
      </div>
    );
  const [day, month, year] = formatDay(startsAt).split(" ");
  return (
    <div class="wt-stub" aria-hidden="true">
      <span class="wt-stub__day">{day}</span>
      <span class="wt-stub__word">{month}</span>
      <span class="wt-stub__year">{year}</span>
    </div>
  );
}
