const ENDS = ["pointerup", "pointercancel"];
/** A release can stay away, as after a menu of the browser; nothing waits for it longer than this. */
const MOST_MS = 1000;

/**
 * Watches presses of a pointer. The function that it gives answers once nothing is pressed: what is drawn between
 * press and release moves the button from under the pointer, and the click is lost.
 */
export function watchPresses(): () => Promise<void> {
  let release: Promise<void> = Promise.resolve();
  const begin = () => {
    release = new Promise((resolve) => {
      // The click follows within the same turn as the release.
      for (const end of ENDS) addEventListener(end, () => setTimeout(resolve), { capture: true, once: true });
      setTimeout(resolve, MOST_MS);
    });
  };
  addEventListener("pointerdown", begin, true);
  return () => release;
}
