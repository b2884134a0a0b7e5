import axe from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2 A and AA, and what axe advises beside it. */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
/** The rules that look at colours: all that another colour scheme can break. */
const COLOURS = ["color-contrast", "link-in-text-block"];

interface Found {
  id: string;
  nodes: { html: string }[];
}

/** What axe, which must be in the page, finds there as it stands. */
async function violations(page: Page, type: "tag" | "rule", values: string[]): Promise<string[]> {
  const found = await page.evaluate(
    async ({ type, values }): Promise<Found[]> => {
      const { axe } = window as unknown as {
        axe: { run(where: Document, how: object): Promise<{ violations: Found[] }> };
      };
      const result = await axe.run(document, { runOnly: { type, values }, resultTypes: ["violations"] });
      return result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
    },
    { type, values },
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** Every violation of the page that is open: in light by all rules, in dark by those on colour. */
export async function axeComplaints(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.evaluate(axe.source);
  const light = await violations(page, "tag", STANDARD);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const dark = await violations(page, "rule", COLOURS);
  return [...light.map((each) => `light ${each}`), ...dark.map((each) => `dark ${each}`)];
}
