import type { JSX } from "preact";

/** "Sectie 3 van 9": the place in the whole, above and outside the form. */
export function Place({ at, of, what = "Sectie" }: { at: number; of: number; what?: string }): JSX.Element {
  return (
    <div class="wt-place">
      <p class="wt-place__words">
        {what} {at} van {of}
      </p>
      <svg class="wt-place__track" width="100%" height="6" aria-hidden="true" focusable="false">
        {Array.from({ length: of }, (_, index) => (
          <rect
            key={index}
            class={index < at ? "wt-place__done" : "wt-place__ahead"}
            x={`${((index * 100) / of).toFixed(3)}%`}
            y="0"
            width={`${(100 / of - 0.8).toFixed(3)}%`}
            height="6"
            rx="3"
          />
        ))}
      </svg>
    </div>
  );
}
