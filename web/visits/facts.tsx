import type { ComponentChildren, JSX } from "preact";
import { countOf } from "../ui/dutch.ts";

export interface Fact {
  label: string;
  value: ComponentChildren;
}

/** What, for whom, when, where: short lines with their word in front. Empty ones are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }): JSX.Element {
  const shown = facts.filter(({ value }) => value !== "" && value !== null && value !== undefined);
  return (
    <dl class="wt-facts">
      {shown.map(({ label, value }) => (
        <div class="wt-facts__row" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Text that people typed, with the line ends they made. */
export function Told({ text }: { text: string }): JSX.Element {
  return <p class="wt-told">{text}</p>;
}

/** A moment in words, of which the hours stay on one line: "dinsdag 1 december 2026, 10.00 – 15.30 uur". */
export function WholeHours({ words }: { words: string }): JSX.Element {
  const [day, hours] = words.split(", ");
  if (hours === undefined) return <>{words}</>;
  return (
    <>
      {day}, <span class="wt-whole">{hours}</span>
    </>
  );
}

/** "nog 4 van de 10 plekken vrij", or that it is full. */
export function seatsLeft(seats: number, taken: number): string {
  const left = Math.max(0, seats - taken);
  if (left === 0) return `vol (${countOf(seats, "plek", "plekken")})`;
  return `nog ${left} van ${countOf(seats, "plek", "plekken")} vrij`;
}

/** The beginning of a longer text, cut at a word. */
export function beginningOf(text: string, longest: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))} …`;
}
