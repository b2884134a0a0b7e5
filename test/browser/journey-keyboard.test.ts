import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { arriveBy, describeJourney } from "../support/journey.ts";

/** Where the focus is, whether people can see that, and whether nothing lies over it. */
interface Stop {
  name: string;
  isVisible: boolean;
  isOutlined: boolean;
}

const stopAt = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const box = element.getBoundingClientRect();
    // Around a radio or a box the whole row of the option carries the ring.
    const ringed = [element, element.closest(".wt-option")].some((each) => {
      if (!each) return false;
      const style = getComputedStyle(each);
      return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    });
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : null;
    return {
      name: `${element.tagName} ${(element.getAttribute("name") ?? element.textContent ?? "").trim().slice(0, 60)}`,
      isVisible: over !== null && (element.contains(over) || over.contains(element) || over === label),
      isOutlined: ringed,
    };
  });

/** Presses Tab until this is focused; every stop on the way must be seen. */
async function tabTo(page: Page, target: Locator): Promise<Stop[]> {
  const stops: Stop[] = [];
  await target.waitFor({ state: "attached" });
  while (!(await target.evaluate((element) => element === document.activeElement))) {
    if (stops.length > 120) throw new Error(`Tab does not reach ${target}`);
    await page.keyboard.press("Tab");
    stops.push(await stopAt(page));
  }
  expect(stops.filter(({ isVisible, isOutlined }) => !isVisible || !isOutlined)).toEqual([]);
  return stops;
}

/** Goes there with the keyboard and presses Enter, which leads to another page. */
async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await arriveBy(page, () => page.keyboard.press("Enter"));
}

describeJourney("keyboard", (stage) => {
  test("the first stop is the way past the header, and it leads into the page's own part", async () => {
    const page = await stage.enter(null);
    await page.goto("/leden");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Direct naar inhoud" });
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await stopAt(page)).toMatchObject({ isVisible: true });
    await page.keyboard.press("Enter");
    expect(await page.getByRole("main").evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.getByRole("main").evaluate((element) => element.contains(document.activeElement))).toBe(
      true,
    );
    await stage.leave(page);
  });

  test("from signing in to a saved section without a mouse, every stop in sight", async () => {
    const page = await stage.enter(null);
    await page.goto("/");
    await press(page, page.getByRole("banner").getByRole("link", { name: "Inloggen" }));
    await press(page, page.getByRole("button", { name: "Log in als redacteur", exact: true }));
    await press(page, page.getByRole("link", { name: "Verder met de vragenlijst" }));
    await press(page, page.getByRole("link", { name: "Randvoorwaarden", exact: true }));

    const group = page.getByRole("radiogroup").first();
    await tabTo(page, group.getByRole("radio").first());
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await group.getByRole("radio", { name: "Deels", exact: true }).isChecked()).toBe(true);
    await tabTo(page, page.getByLabel(/^Toelichting bij/).first());
    await page.keyboard.type("Getypt zonder muis.");
    await tabTo(page, page.getByRole("checkbox", { name: /^Deze sectie is klaar/ }));
    await page.keyboard.press("Space");
    await press(page, page.getByRole("button", { name: "Opslaan, later verder" }));
    await page.getByRole("status").filter({ hasText: "Opgeslagen om" }).waitFor();

    await press(page, page.getByRole("link", { name: "Randvoorwaarden", exact: true }));
    await page.getByRole("radiogroup").first().waitFor();
    expect(await group.getByRole("radio", { name: "Deels", exact: true }).isChecked()).toBe(true);
    expect(
      await page
        .getByLabel(/^Toelichting bij/)
        .first()
        .inputValue(),
    ).toBe("Getypt zonder muis.");
    expect(await page.getByRole("checkbox", { name: /^Deze sectie is klaar/ }).isChecked()).toBe(true);

    const account = page.getByRole("banner").locator("summary");
    await tabTo(page, account);
    await page.keyboard.press("Enter");
    await press(page, page.getByRole("button", { name: "Uitloggen" }));
    await page.getByRole("banner").getByRole("link", { name: "Inloggen" }).waitFor();
    await stage.leave(page);
  });
});
