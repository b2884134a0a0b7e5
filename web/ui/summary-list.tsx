import type { ComponentChildren, JSX } from "preact";

export interface SummaryItem {
  question: ComponentChildren;
  /** Null, undefined or empty shows "Niet ingevuld". */
  answer: ComponentChildren;
  /** `subject` completes "Wijzig …" for who hears the link by itself: "rechtsvorm". */
  change?: { href: string; subject: string } | undefined;
  /** Small line under the answer: who said it, reference date. */
  note?: ComponentChildren;
}

const isEmpty = (answer: ComponentChildren) =>
  answer === null || answer === undefined || answer === "" || (Array.isArray(answer) && answer.length === 0);

/** Questions with their answers, to check or to read. */
export function SummaryList({ items }: { items: readonly SummaryItem[] }): JSX.Element {
  return (
    <dl class="utrecht-data-list wt-summary">
      {items.map((item, at) => (
        <div class="wt-summary__row" key={at}>
          <dt class="utrecht-data-list__item-key">{item.question}</dt>
          <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
            {isEmpty(item.answer) ? <span class="wt-empty-answer">Niet ingevuld</span> : item.answer}
            {item.note ? <div class="wt-small">{item.note}</div> : null}
          </dd>
          {item.change ? (
            <dd class="wt-summary__change">
              <a href={item.change.href}>
                Wijzig<span class="wt-only-read"> {item.change.subject}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
