import type { JSX } from "preact";
import { type SummaryItem, SummaryList } from "../ui/summary-list.tsx";
import { groupByStem } from "./stems.ts";

/** Questions with their answers, to read; an opening that questions share stands above them, once. */
export function StemmedAnswers({
  items,
  level = 3,
}: {
  items: readonly (SummaryItem & { stem: string })[];
  /** of the heading with the opening */
  level?: 2 | 3;
}): JSX.Element {
  const Heading: "h2" | "h3" = `h${level}`;
  return (
    <>
      {groupByStem(items).map(({ stem, questions }, at) => (
        <div key={at}>
          {stem ? <Heading>{stem} …</Heading> : null}
          <SummaryList items={questions} />
        </div>
      ))}
    </>
  );
}
