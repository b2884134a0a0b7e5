import type { ComponentChildren, JSX } from "preact";

/** Instead of an empty list: why there is nothing, and (`children`) a link or button to go on with. */
export function Empty({
  why,
  children,
}: {
  why: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="wt-empty">
      <p>{why}</p>
      <div class="wt-empty__next">{children}</div>
    </div>
  );
}
