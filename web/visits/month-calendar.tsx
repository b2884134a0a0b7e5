import type { JSX } from "preact";
import { dayInAmsterdam, formatDate, formatDay, formatTime } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import type { CalendarItem, MonthSeen } from "./month-seen.ts";

const DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/** "december 2026". */
export const monthName = ({ firstOn }: Pick<MonthSeen, "firstOn">): string =>
  formatDay(firstOn).replace(/^1 /, "");

/**
 * A month as a table with Dutch days, and beneath it the same as a list. On a small screen the table keeps only
 * the days on which something happens.
 */
export function MonthCalendar({
  month,
  items,
  hrefOf,
  children,
}: {
  month: MonthSeen;
  items: readonly CalendarItem[];
  /** the same page on another month */
  hrefOf: (month: string) => string;
  /** what to say and where to go when the month is empty */
  children: JSX.Element;
}): JSX.Element {
  const title = monthName(month);
  return (
    <section class="wt-month" aria-labelledby="maand">
      <h2 id="maand">{title}</h2>
      <nav class="wt-month__turn" aria-label="Andere maand">
        <a href={hrefOf(month.previous)} rel="nofollow">
          {nameOf(month.previous)}
        </a>
        <a href={hrefOf(month.next)} rel="nofollow">
          {nameOf(month.next)}
        </a>
      </nav>
      {items.length > 0 ? (
        <>
          <MonthTable month={month} items={items} title={title} />
          <MonthList items={items} />
        </>
      ) : (
        <Empty why={`In ${title} staat er niets.`}>{children}</Empty>
      )}
    </section>
  );
}

const nameOf = (month: string) => monthName({ firstOn: `${month}-01` });

function MonthTable({
  month,
  items,
  title,
}: {
  month: MonthSeen;
  items: readonly CalendarItem[];
  title: string;
}): JSX.Element {
  const onDay = Map.groupBy(items, ({ startsAt }) => dayInAmsterdam(startsAt));
  return (
    <table class="wt-month__table">
      <caption class="wt-only-read">{`Werkbezoeken in ${title}`}</caption>
      <thead>
        <tr>
          {DAYS.map((day) => (
            <th scope="col" key={day}>
              <abbr title={day}>{day.slice(0, 2)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week[0]?.on}>
            {week.map((day) => (
              <DayCell key={day.on} day={day} items={onDay.get(day.on) ?? []} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A day of the month. Beside it the cells stay blank: a number without what happens there would deny it. */
function DayCell({
  day,
  items,
}: {
  day: MonthSeen["weeks"][number][number];
  items: readonly CalendarItem[];
}): JSX.Element {
  if (!day.isInMonth) return <td class="wt-month__day wt-month__day--beside" />;
  const kinds = [
    day.isToday ? " wt-month__day--today" : "",
    items.length > 0 ? " wt-month__day--full" : "",
  ].join("");
  return (
    <td class={`wt-month__day${kinds}`}>
      <time class="wt-month__number" dateTime={day.on} aria-current={day.isToday ? "date" : undefined}>
        <span aria-hidden="true">{Number(day.on.slice(8))}</span>
        <span class="wt-only-read">{formatDate(day.on)}</span>
      </time>
      {items.length > 0 ? (
        <ul class="wt-month__items">
          {items.map((item) => (
            <li class={`wt-month__item wt-month__item--${item.kind}`} key={`${item.href} ${item.startsAt}`}>
              <span class="wt-month__time">{formatTime(item.startsAt)}</span>{" "}
              {item.href ? <a href={item.href}>{item.label}</a> : item.label}
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  );
}

function MonthList({ items }: { items: readonly CalendarItem[] }): JSX.Element {
  return (
    <>
      <h3>Als lijst</h3>
      <ul class="wt-waiting">
        {items.map((item) => (
          <li class="wt-month__line" key={`${item.href} ${item.startsAt} ${item.label}`}>
            {item.href ? (
              <a class="wt-waiting__link" href={item.href}>
                {item.label}
              </a>
            ) : (
              <strong>{item.label}</strong>
            )}
            <p class="wt-waiting__hint">
              {`${formatDate(item.startsAt)}, ${formatTime(item.startsAt)}`}
              {item.endsAt === null ? " uur" : ` – ${formatTime(item.endsAt)} uur`}
              {item.hint ? ` · ${item.hint}` : ""}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
