import type { ComponentChildren, JSX } from "preact";

/** Small facts on one line, parted by dots: n, coverage, reference date. Empty ones are left out. */
export function MetaLine({ parts }: { parts: readonly ComponentChildren[] }): JSX.Element {
  const shown = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== "");
  return (
    <ul class="wt-meta">
      {shown.map((part, at) => (
        <li key={at}>{part}</li>
      ))}
    </ul>
  );
}

/** Words that only paper shows. */
export function PrintNote({ children }: { children: ComponentChildren }): JSX.Element {
  return <p class="wt-print-note">{children}</p>;
}
