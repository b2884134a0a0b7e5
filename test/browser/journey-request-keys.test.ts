import { expect, test } from "vitest";
import { describeJourney, mainText } from "../support/journey.ts";
import { Typist } from "../support/typist.ts";

const MOST_ACTIONS = 12;
const OFFER = "Een dagdeel bij de huisarts";

describeJourney("from home to a sent request", (stage) => {
  test("takes at most twelve actions, with the keyboard alone", async () => {
    const page = await stage.enter("professional");
    const typist = new Typist(page);
    await typist.follow(
      page.getByRole("navigation").getByRole("link", { name: "Werkbezoeken", exact: true }),
    );
    await typist.fill(page.getByLabel("Thema"), "Mentale");
    await typist.follow(page.getByRole("button", { name: "Toon werkbezoeken" }));
    await typist.follow(page.getByRole("link", { name: OFFER, exact: true }));
    await typist.follow(page.getByRole("link", { name: "Bezoek aanvragen" }));
    await typist.press(page.getByRole("radiogroup", { name: "Thema" }).getByRole("radio").first(), "Space");
    await typist.fill(
      page.getByLabel("Leervraag", { exact: true }),
      "Wie belt wie als een huisarts zich zorgen maakt?",
    );
    await typist.fill(page.getByLabel("Aantal personen", { exact: true }), "2");
    await typist.follow(page.getByRole("button", { name: "Bezoek aanvragen" }));
    await page.getByRole("status").filter({ hasText: "Je aanvraag is verstuurd." }).waitFor();
    expect(await mainText(page)).toContain("Wie belt wie als een huisarts zich zorgen maakt?");
    expect(typist.actions).toBeLessThanOrEqual(MOST_ACTIONS);
    await stage.leave(page);
  });
});
