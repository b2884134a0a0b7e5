import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeJourney, mainText } from "../support/journey.ts";

const MOST_ACTIONS = 12;
const MOST_TABS = 120;
const OFFER = "Een dagdeel bij de huisarts";

/** Somebody who has only a keyboard. An action is a link followed, a choice made, a field filled in or a button pressed. */
class Typist {
  actions = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes with Tab to this element, as the order of the page has it. */
  async #reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
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

describeJourney("from home to a sent request", (stage) => {
  test("takes at most twelve actions, with the keyboard alone", async () => {
    const page = await stage.enter("professional");
    const typist = new Typist(page);
    await typist.press(page.getByRole("navigation").getByRole("link", { name: "Werkbezoeken", exact: true }));
    await typist.fill(page.getByLabel("Thema"), "Mentale");
    await typist.press(page.getByRole("button", { name: "Toon werkbezoeken" }));
    await typist.press(page.getByRole("link", { name: OFFER, exact: true }));
    await typist.press(page.getByRole("link", { name: "Bezoek aanvragen" }));
    await typist.press(page.getByRole("radiogroup", { name: "Thema" }).getByRole("radio").first(), "Space");
    await typist.fill(
      page.getByLabel("Leervraag", { exact: true }),
      "Wie belt wie als een huisarts zich zorgen maakt?",
    );
    await typist.fill(page.getByLabel("Aantal personen", { exact: true }), "2");
    await typist.press(page.getByRole("button", { name: "Bezoek aanvragen" }));
    await page.getByRole("status").filter({ hasText: "Je aanvraag is verstuurd." }).waitFor();
    expect(await mainText(page)).toContain("Wie belt wie als een huisarts zich zorgen maakt?");
    expect(typist.actions).toBeLessThanOrEqual(MOST_ACTIONS);
    await stage.leave(page);
  });
});
