import type { ComponentChildren, JSX } from "preact";

/** A white sheet on the paper. `title` is an h2 (or h3); `tone="accent"` for the one that matters most. */
export function Card({
  title,
  level = 2,
  tone = "plain",
  children,
}: {
  title?: ComponentChildren;
  level?: 2 | 3;
  tone?: "plain" | "accent" | "sunken";
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class={`wt-card wt-card--${tone}`}>
      {title ? level === 2 ? <h2>{title}</h2> : <h3>{title}</h3> : null}
      {children}
    </section>
  );
}

/** Cards side by side where there is room. "split" gives the first more than the second; "small" fits four in a row. */
export function CardGrid({
  layout = "even",
  children,
}: {
  layout?: "even" | "split" | "thirds" | "small";
  children: ComponentChildren;
}): JSX.Element {
  return <div class={`wt-grid wt-grid--${layout}`}>{children}</div>;
}
