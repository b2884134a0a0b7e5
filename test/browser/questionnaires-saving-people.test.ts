import { describe, expect, test } from "vitest";
import {
  answer,
  complaints,
  enter,
  field,
  HELPS,
  HINDERS,
  line,
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
