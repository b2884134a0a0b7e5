import { describe, expect, test } from "vitest";
import {
  answer,
  complaints,
  enter,
  field,
  HELPS,
  HINDERS,
  kept,
  letGo,
  line,
  open,
  SECTION,
  says,
  stored,
  useStage,
} from "../support/saving-stage.ts";

useStage();

describe("two people at one question", () => {
  test("both see both answers under it, with names, and the second chooses with the keyboard", async () => {
    const [one, other] = [await enter(), await enter()];
    await answer(one, "Van de een.", HINDERS);
    await says(one, /^Opgeslagen om/);
    await answer(other, "Van de ander.", HINDERS);
    await says(other, /Er staat intussen een ander antwoord\. Kies welk antwoord blijft/);
    const group = other.getByRole("radiogroup");
    expect(await group.innerText()).toMatch(
      /Jouw antwoord[\s\S]*Van de ander\.[\s\S]*Antwoord van Redacteur[\s\S]*Van de een\./,
    );

    await other.getByRole("button", { name: "Opslaan en verder" }).click();
    await group.getByText("Kies welk antwoord blijft staan.").waitFor();
    expect(new URL(other.url()).pathname).toBe(SECTION);
    await line(other).getByRole("link").click();
    await other.keyboard.press("Space");
    await other.keyboard.press("Tab");
    await other.keyboard.press("Enter");
    await says(other, /^Opgeslagen om/);
    expect(await group.count()).toBe(0);
    expect(await stored(HINDERS)).toBe("Van de ander.");

    // The first has not seen that; what it types now is a conflict again, and now it gives in.
    await answer(one, "Van de een, nogmaals.", HINDERS);
    await one
      .getByRole("radiogroup")
      .getByText(/^Antwoord van/)
      .click();
    await one.getByRole("button", { name: "Keuze opslaan" }).click();
    await says(one, /^Opgeslagen om/);
    expect(await field(one, HINDERS).inputValue()).toBe("Van de ander.");
    expect(await stored(HINDERS)).toBe("Van de ander.");
    expect(complaints).toEqual([]);
  });

  test("different questions are both kept, without a word", async () => {
    const [one, other] = [await enter(), await enter()];
    await answer(one, "Helpt.", HELPS);
    await answer(other, "Belemmert.", HINDERS);
    await says(one, /^Opgeslagen om/);
    await says(other, /^Opgeslagen om/);
    expect([await stored(HELPS), await stored(HINDERS)]).toEqual(["Helpt.", "Belemmert."]);
    expect(complaints).toEqual([]);
  });
});

describe("on a device of several people", () => {
  test("an expired session keeps what was typed, and stores it after signing in beside", async () => {
    const page = await enter();
    await page.context().clearCookies();
    await answer(page, "Na de lunch getypt.");
    await says(page, /^Je bent uitgelogd\. Nog niet opgeslagen\./);
    const [beside] = await Promise.all([
      page.context().waitForEvent("page"),
      line(page).getByRole("link", { name: "Log opnieuw in (nieuw tabblad)" }).click(),
    ]);
    await beside.getByRole("button", { name: "Log in als redacteur", exact: true }).click();
    await beside.waitForURL(`**${SECTION}`);
    await beside.close();
    await page.bringToFront();
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await says(page, /^Opgeslagen om/);
    expect(await stored()).toBe("Na de lunch getypt.");
    expect(complaints).toEqual([]);
  });

  test("somebody else sees nothing of it, and it waits for its writer", async () => {
    const page = await enter();
    const context = page.context();
    await context.clearCookies();
    await answer(page, "Alleen van mij.");
    await says(page, /^Je bent uitgelogd/);
    await context.request.post("/inloggen/demo", { form: { persoon: "redacteur-2" }, maxRedirects: 0 });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await says(page, /^Iemand anders is nu ingelogd\. Nog niet opgeslagen\./);
    await page.close();
    await letGo(context);
    const other = await open(context);
    expect(await other.locator("main").innerHTML()).not.toContain("Alleen van mij.");
    expect(await kept(other)).toBe(1);
    await other.close();
    await letGo(context);
    await context.request.post("/inloggen/demo", { form: { persoon: "redacteur" }, maxRedirects: 0 });
    const own = await open(context);
    await says(own, /Opgeslagen om/);
    expect(await stored()).toBe("Alleen van mij.");
    expect(complaints).toEqual([]);
  });
});
