import type { ComponentChildren, JSX } from "preact";

/** brick asks attention, green is ready or of the visits, ochre is busy, blue informs, neutral is at rest. */
export type BadgeKind = "brick" | "green" | "ochre" | "blue" | "neutral";

/** A word in a coloured pill; the word alone says it, the colour only helps. */
export function Badge({
  kind = "neutral",
  children,
}: {
  kind?: BadgeKind;
  children: ComponentChildren;
}): JSX.Element {
  return <span class={`utrecht-data-badge wt-badge wt-badge--${kind}`}>{children}</span>;
}
