import type { Locator, Page } from "playwright-core";

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
    for (let tabs = 0; tabs < this.#mostTabs; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.#page.keyboard.press("Tab");
    }
    throw new Error("The keyboard does not reach it.");
  }

  async press(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.#reach(target);
    this.actions += 1;
    await this.#page.keyboard.press(key);
    await this.#page.waitForLoadState();
  }

  async fill(target: Locator, text: string): Promise<void> {
    await this.#reach(target);
    this.actions += 1;
    await this.#page.keyboard.type(text);
  }
}
