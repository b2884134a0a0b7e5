import type { JSX } from "preact";

const HOUSE = "M0 6.2 8 0l8 6.2V15a1 1 0 0 1-1 1H1a1 1 0 0 1-1-1Z";

/** Four small houses on a square; the ochre one is the team that you are about to visit. */
export function Wordmark(): JSX.Element {
  return (
    <svg class="wt-wordmark" width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <path class="wt-wordmark__house" d={HOUSE} />
      <path class="wt-wordmark__house" d={HOUSE} transform="translate(20 0)" />
      <path class="wt-wordmark__house" d={HOUSE} transform="translate(0 20)" />
      <path class="wt-wordmark__guest" d={HOUSE} transform="translate(20 20)" />
    </svg>
  );
}
