import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arriveBy, describeJourney, mainText, type Stage } from "../support/journey.ts";
import { Typist } from "../support/typist.ts";

/** For all facts, from home: a link followed or a button pressed is one action, however often Tab is needed before. */
const MOST_ACTIONS = 15;
/** An organisation of the demo that answered all of 2024 and has not begun in 2026. */
const ORGANISATION = "sociale-teams-zuideroever";
const FACTUAL_SECTIONS = 5;

/** Somebody without a button on the sign-in page: by the code in the mail. */
async function enterByMail(stage: Stage, email: string): Promise<Page> {
  const page = await stage.enter(null);
  await page.goto("/inloggen");
  await page.getByLabel("Mailadres van je werk").fill(email);
  await arriveBy(page, () => page.getByRole("button", { name: "Stuur mij een code" }).click());
  const mail = await page.context().newPage();
  await mail.goto("/demo/post");
  await arriveBy(mail, () => mail.getByRole("link", { name: /code/i }).first().click());
  const code = (await mainText(mail)).match(/\b\d{6}\b/)?.[0] ?? "";
  await mail.close();
  await page.getByLabel("Code uit de mail").fill(code);
  await arriveBy(page, () => page.getByRole("button", { name: "Inloggen" }).click());
  await page.getByRole("heading", { level: 1, name: /^Goede/ }).waitFor();
  return page;
}

describeJourney("the second year", (stage) => {
  test("takes at most fifteen actions for all facts, with the keyboard alone", async () => {
    const page = await enterByMail(stage, `redactie@${ORGANISATION}.example`);
    const typist = new Typist(page, 300);
    const begun = Date.now();
    await typist.follow(page.getByRole("link", { name: "Verder met de vragenlijst" }));
    await typist.follow(page.getByRole("link", { name: "Doelgroep en wetten", exact: true }));
    for (let section = 1; section <= FACTUAL_SECTIONS; section += 1) {
      await page.getByText(`Sectie ${section} van`).waitFor();
      await typist.follow(page.getByRole("button", { name: "Alles in deze sectie klopt nog" }));
      await page.getByRole("status").filter({ hasText: "Opgeslagen om" }).waitFor();
    }
    const facts = { actions: typist.actions, seconds: (Date.now() - begun) / 1000 };
    expect(facts.actions).toBeLessThanOrEqual(MOST_ACTIONS);
    // What is an opinion has no value in the profile: that of two years ago is taken over, question by question.
    while (!page.url().includes("/controle")) {
      const earlier = page.getByRole("button", { name: /^Antwoord van 2024 overnemen/ });
      for (let open = await earlier.count(); open > 0; open -= 1) {
        await typist.press(earlier.first());
        await expect.poll(() => earlier.count(), { timeout: 60_000 }).toBe(open - 1);
      }
      await typist.follow(page.getByRole("button", { name: "Opslaan en verder" }));
      await page.getByRole("status").filter({ hasText: "Opgeslagen om" }).waitFor();
      if (page.url().includes("/sectie/")) continue;
      await typist.follow(page.getByRole("link", { name: "Antwoorden controleren" }));
    }
    await page.getByRole("heading", { level: 1, name: "Controleer de antwoorden" }).waitFor();
    const text = await mainText(page);
    expect(text.match(/Bevestigd: zo stond het in het profiel\./g)).toHaveLength(10);
    expect(text).not.toContain("Niet ingevuld");
    await typist.press(page.getByRole("button", { name: "Klaar, laat ondertekenen" }));
    await page.getByText("Nog niet ingediend.").first().waitFor();
    console.info(
      `second year, JavaScript ${stage.javaScript}: facts ${facts.actions} actions in ${facts.seconds.toFixed(1)} s, ` +
        `all until ready ${typist.actions} actions in ${((Date.now() - begun) / 1000).toFixed(1)} s`,
    );
    await stage.leave(page);
  });
});
