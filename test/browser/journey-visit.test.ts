import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  arriveBy,
  choose,
  describeJourney,
  expectErrorSummary,
  goTo,
  mainText,
  statusAfter,
} from "../support/journey.ts";

const OFFER = "Een dagdeel bij de huisarts";
const QUESTION = "Hoe spreek je met de huisarts af wie wat doet?";

/** A day that lies four weeks ahead, as a date field takes it and as people read it. */
const day = new Date(Date.now() + 28 * 86_400_000);
const dayTyped = day.toISOString().slice(0, 10);
const dayRead = new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeZone: "UTC" }).format(day);

/** What waits for this person that has these words beside it. */
const waiting = (page: Page, words: string): Locator =>
  page.getByRole("listitem").filter({ hasText: words }).getByRole("link");

async function findOffer(page: Page): Promise<void> {
  await goTo(page, "Werkbezoeken");
  await page.getByLabel("Thema").selectOption("Mentale gezondheid");
  await arriveBy(page, () => page.getByRole("button", { name: "Toon werkbezoeken" }).click());
  expect(new URL(page.url()).searchParams.get("thema")).toBeTruthy();
  const offers = page.getByRole("region", { name: "Uitnodigingen" }).getByRole("article");
  expect(await offers.count()).toBeGreaterThan(0);
  for (const offer of await offers.all()) expect(await offer.innerText()).toContain("Mentale gezondheid");
  await arriveBy(page, () => page.getByRole("link", { name: OFFER, exact: true }).click());
}

async function openVisit(page: Page, question: string): Promise<void> {
  await goTo(page, "Werkbezoeken");
  await arriveBy(page, () => page.getByRole("link", { name: "Bekijk onze bezoeken" }).click());
  await arriveBy(page, () =>
    page.getByRole("listitem").filter({ hasText: question }).getByRole("link").first().click(),
  );
}

/** The newest mails with this subject: to whom, and the lines of the calendar that came along. */
async function mailsAbout(page: Page, subject: RegExp): Promise<{ to: string; calendar: string[] }[]> {
  await page.goto("/demo/post");
  const rows = page.getByRole("row").filter({ has: page.getByRole("link", { name: subject }) });
  const hrefs = await rows
    .getByRole("link", { name: subject })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const mails = [];
  for (const href of hrefs) {
    await page.goto(href);
    const to = (await mainText(page)).match(/Aan (\S+@\S+)/)?.[1] ?? "";
    const attachment = page.getByRole("link", { name: /^Download de (uitnodiging|afzegging)$/ });
    const answer = await page.request.get((await attachment.getAttribute("href")) ?? "");
    expect(answer.headers()["content-type"]).toContain("text/calendar");
    mails.push({ to, calendar: (await answer.text()).replace(/\r\n /g, "").split("\r\n") });
  }
  return mails;
}

/** A property of the event; of the calendar when the event has none. The time zone before it has dates of its own. */
function property(calendar: readonly string[], name: string): string {
  const event = calendar.slice(calendar.indexOf("BEGIN:VEVENT"));
  const line = [...event, ...calendar].find((each) => each.startsWith(name));
  return line?.replace(/^[^:]*:/, "") ?? "";
}

describeJourney("visit", (stage) => {
  test("a professional finds an offer by theme and asks; what is missing is explained, twice asked is once", async () => {
    const page = await stage.enter("professional");
    await findOffer(page);
    await arriveBy(page, () => page.getByRole("link", { name: "Bezoek aanvragen" }).click());
    const ask = page.getByRole("button", { name: "Bezoek aanvragen" });
    await choose(page.getByRole("radiogroup", { name: "Thema" }), "Samenwerken in de wijk");
    await page.getByLabel("Aantal personen", { exact: true }).fill("2");
    expect(await statusAfter(page, () => ask.click())).toBe(422);
    await expectErrorSummary(page, ["Vul je leervraag in: wat wil je leren van dit bezoek?"]);
    expect(await page.getByLabel("Aantal personen", { exact: true }).inputValue()).toBe("2");
    expect(await page.getByRole("radio", { name: "Samenwerken in de wijk" }).isChecked()).toBe(true);

    await page.getByLabel("Leervraag", { exact: true }).fill(QUESTION);
    await ask.dblclick();
    await page.getByRole("status").filter({ hasText: "Je aanvraag is verstuurd." }).waitFor();
    await goTo(page, "Werkbezoeken");
    await arriveBy(page, () => page.getByRole("link", { name: "Bekijk onze bezoeken" }).click());
    expect(await page.getByRole("listitem").filter({ hasText: QUESTION }).count()).toBe(1);
    await stage.leave(page);
  });

  test("the host sees the request at home and proposes a day; the professional agrees", async () => {
    const host = await stage.enter("gastheer-2");
    await arriveBy(host, () => waiting(host, QUESTION).click());
    expect(await mainText(host)).toContain("Jullie zijn aan zet");
    await arriveBy(host, () => host.getByRole("link", { name: "Andere dag voorstellen" }).click());
    const propose = host.getByRole("button", { name: "Andere dag voorstellen" });
    await host.getByLabel("Datum", { exact: true }).fill(dayTyped);
    await host.getByLabel("Van", { exact: true }).fill("16.30");
    await host.getByLabel("Tot", { exact: true }).fill("13:00");
    await host.getByLabel("Waar", { exact: true }).fill("Gezondheidscentrum De Kade");
    expect(await statusAfter(host, () => propose.click())).toBe(422);
    const [sentence = ""] = await host.getByRole("alert").getByRole("link").allInnerTexts();
    await expectErrorSummary(host, [sentence]);
    expect(await host.getByLabel("Datum", { exact: true }).inputValue()).toBe(dayTyped);
    await host.getByLabel("Van", { exact: true }).fill("13.00");
    await host.getByLabel("Tot", { exact: true }).fill("16:30");
    await arriveBy(host, () => propose.click());
    await host.getByRole("status").filter({ hasText: "Je voorstel is verstuurd." }).waitFor();

    const guest = await stage.enter("professional");
    await arriveBy(guest, () => waiting(guest, `Voorstel: ${dayRead}`).click());
    expect(await mainText(guest)).toContain(`${dayRead}, 13.00 – 16.30 uur`);
    await arriveBy(guest, () => guest.getByRole("button", { name: "Akkoord met dit voorstel" }).click());
    await guest.getByRole("status").filter({ hasText: "Het bezoek is afgesproken." }).waitFor();
    const visit = guest.url();
    await guest.goBack();
    await guest.goto(visit);
    expect(await mainText(guest)).toContain("De afspraak staat.");
    expect(await guest.getByRole("button", { name: "Akkoord met dit voorstel" }).count()).toBe(0);

    const mails = await mailsAbout(guest, /^Werkbezoek afgesproken met/);
    expect(mails.length).toBeGreaterThan(1);
    for (const { calendar } of mails) {
      expect(property(calendar, "METHOD")).toBe("REQUEST");
      expect(property(calendar, "DTSTART")).toContain(dayTyped.replaceAll("-", ""));
      expect(calendar.join("\n")).toContain("De Kade");
    }
    await stage.leave(host);
    await stage.leave(guest);
  });

  test("full is full: the offer says so, and nobody can ask any more", async () => {
    const page = await stage.enter("professional");
    await findOffer(page);
    expect(await mainText(page)).toMatch(/Dit bezoek zit vol/);
    expect(await page.getByRole("link", { name: "Bezoek aanvragen" }).count()).toBe(0);
    const id = page.url().split("/").at(-1);
    expect(
      await statusAfter(page, async () => void (await page.goto(`/werkbezoeken/aanvraag?aanbod=${id}`))),
    ).toBe(409);
    await stage.leave(page);
  });

  test("a cancellation needs a reason, takes the appointment out of the calendar and frees the seats", async () => {
    const page = await stage.enter("professional");
    await openVisit(page, QUESTION);
    await arriveBy(page, () => page.getByRole("link", { name: "Bezoek annuleren" }).click());
    const cancel = page.getByRole("button", { name: "Bezoek annuleren" });
    expect(await statusAfter(page, () => cancel.click())).toBe(422);
    await expectErrorSummary(page, ["Vul een reden in. Het andere team leest die."]);
    await page.getByLabel("Reden", { exact: true }).fill("Onze collega is die dag nodig in de inloop.");
    await arriveBy(page, () => cancel.click());
    await page.getByRole("status").filter({ hasText: "Het bezoek is geannuleerd." }).waitFor();
    expect(await mainText(page)).toContain("Onze collega is die dag nodig in de inloop.");

    const [agreed] = await mailsAbout(page, /^Werkbezoek afgesproken met/);
    const cancelled = await mailsAbout(page, /^Werkbezoek geannuleerd/);
    expect(cancelled.length).toBeGreaterThan(1);
    for (const { calendar } of cancelled) {
      expect(property(calendar, "METHOD")).toBe("CANCEL");
      expect(property(calendar, "UID")).toBe(property(agreed?.calendar ?? [], "UID"));
      expect(Number(property(calendar, "SEQUENCE"))).toBeGreaterThan(
        Number(property(agreed?.calendar ?? [], "SEQUENCE")),
      );
    }
    await findOffer(page);
    expect(await mainText(page)).toContain("nog 2 van 2 plekken vrij");
    await page.getByRole("link", { name: "Bezoek aanvragen" }).waitFor();
    await stage.leave(page);
  });
});
