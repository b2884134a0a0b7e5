import type { JSX } from "preact";
import { useId } from "preact/hooks";

/** A hatched field: there is a value, but it is withheld. `id` must be unique on the page. */
export function Hatching({
  id,
  width = "100%",
  height,
}: {
  id: string;
  width?: string;
  height: number;
}): JSX.Element {
  return (
    <>
      <defs>
        <pattern id={id} width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="wt-hatch__ground" width="10" height="10" />
          <rect class="wt-hatch__line" width="5" height="10" />
        </pattern>
      </defs>
      <rect class="wt-hatch" x="0.5" y="0.5" width={width} height={height - 1} rx="3" fill={`url(#${id})`} />
    </>
  );
}

/** The hatched square that explains itself in a legend. */
export function WithheldKey(): JSX.Element {
  const id = useId();
  return (
    <svg class="wt-key" width="18" height="14" aria-hidden="true" focusable="false">
      <Hatching id={id} width="17" height={14} />
    </svg>
  );
}
