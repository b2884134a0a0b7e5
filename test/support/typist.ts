import type { Locator, Page } from "playwright-core";
import { arriveBy } from "./journey.ts";

/** Somebody who has only a keyboard. An action is a link followed, a choice made, a field filled in or a button pressed. */
export class Typist {
  actions = 0;
  readonly #page: Page;
  readonly #mostTabs: number;

  constructor(page: Page, mostTabs = 120) {
    this.#page = page;
    this.#mostTabs = mostTabs;
  }

  /** Goes with Tab to this element, as the order of the page has it. */
  async #reach(target: Locator): Promise<void> {
    await target.waitFor();
    // Most of the way without looking: a look at each stop takes longer than the stops.
    const inBetween = Math.min(await target.evaluate(stopsBefore), this.#mostTabs);
    for (let tabs = 0; tabs < this.#mostTabs; tabs += 1) {
      if (tabs >= inBetween && (await target.evaluate((element) => element === document.activeElement)))
        return;
      await this.#page.keyboard.press("Tab");
    }
    throw new Error("The keyboard does not reach it.");
  }

  async press(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.#reach(target);
    this.actions += 1;
    await this.#page.keyboard.press(key);
  }

  /** Presses what leads to another page, and waits for that. */
  follow(target: Locator): Promise<void> {
    return arriveBy(this.#page, () => this.press(target));
  }

  async fill(target: Locator, text: string): Promise<void> {
    await this.#reach(target);
    this.actions += 1;
    await this.#page.keyboard.type(text);
  }
}

/** About how many stops lie between where the focus is and this element: never more than there are. */
function stopsBefore(element: Element): number {
  const focused = document.activeElement ?? document.body;
  const stops = document.querySelectorAll<HTMLElement>("a[href], button, select, textarea, summary");
  const follows = (one: Element, other: Element) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return [...stops].filter(
    (stop) =>
      stop.checkVisibility() && stop.tabIndex >= 0 && follows(focused, stop) && follows(stop, element),
  ).length;
}
