import type { JSX } from "preact";

/** One step of a scale as stars, with its words beside it: no meaning hangs on colour or shape alone. */
export function Stars({ step, of, label }: { step: number; of: number; label: string }): JSX.Element {
  return (
    <>
      <span class="wt-stars" aria-hidden="true">
        {"★".repeat(step)}
        {"☆".repeat(Math.max(0, of - step))}
      </span>{" "}
      {label}
    </>
  );
}
