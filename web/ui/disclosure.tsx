import type { ComponentChildren, JSX } from "preact";

/** More for who wants it; opens without JavaScript and is open on paper. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: ComponentChildren;
  open?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="wt-disclosure" open={open}>
      <summary class="wt-disclosure__summary">{summary}</summary>
      <div class="wt-disclosure__content">{children}</div>
    </details>
  );
}
