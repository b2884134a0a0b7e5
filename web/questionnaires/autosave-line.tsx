import type { JSX } from "preact";

/**
 * Where the script tells how saving stands; empty without it. The page names for whom it was made, so that
 * nobody else ever sees or sends what somebody left on a device.
 */
export function AutosaveLine({
  keeper,
  isTyped = false,
}: {
  /** person, organisation and year */
  keeper: string;
  /** the fields hold what was typed, and not what is stored */
  isTyped?: boolean;
}): JSX.Element {
  return <p class="wt-kept" role="status" data-keep={keeper} data-typed={isTyped ? "ja" : undefined} />;
}
