import { describe, expect, test } from "vitest";
import { arriveBy, choose } from "../support/journey.ts";
import {
  answer,
  complaints,
  enter,
  field,
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

describe("a question that saves itself", () => {
  test("says when, in the line that a screen reader hears, and only once it is stored", async () => {
    const page = await enter();
    expect(await line(page).getAttribute("role")).toBe("status");
    expect(await line(page).innerText()).toBe("");
    await answer(page, "Korte lijnen.");
    await says(page, /^Opgeslagen om \d\d\.\d\d$/);
    expect(await stored()).toBe("Korte lijnen.");
    expect(await kept(page)).toBe(0);
    await page.getByRole("button", { name: "Opslaan, later verder" }).click();
    await page.getByRole("status").filter({ hasText: "Opgeslagen om" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/vragenlijst/2026");
    expect(complaints).toEqual([]);
  });

  test("with a fault says so only after the field is left, and keeps what was typed", async () => {
    const context = (await enter()).context();
    const page = await open(context, "/vragenlijst/2026/sectie/3");
    const fte = page.getByLabel("Hoeveel FTE hebben jullie in totaal?", { exact: true });
    await fte.pressSequentially("12 tot 14");
    expect(await page.locator(".wt-error").count()).toBe(0);
    await fte.blur();
    await says(page, /Nog niet opgeslagen\. Verbeter je antwoord/);
    expect(await page.locator("#veld-3C2-fout").innerText()).toContain("Vul een getal in");
    expect(await fte.getAttribute("aria-invalid")).toBe("true");
    await fte.fill("12,5");
    expect(await page.locator(".wt-error").count()).toBe(0);
    await fte.blur();
    await says(page, /^Opgeslagen om/);
    expect(complaints).toEqual([]);
  });

  test("with a fault moves no button between the press and the release of a click", async () => {
    const page = await open((await enter()).context(), "/vragenlijst/2026/sectie/3");
    const refused = page.waitForResponse((response) => response.status() === 422);
    await page.getByLabel("Hoeveel FTE hebben jullie in totaal?", { exact: true }).fill("12 tot 14");
    await page.getByLabel(/^Toelichting bij Hoeveel FTE/).fill("Dat wisselt.");
    await refused;
    await page.getByRole("button", { name: "Opslaan, later verder" }).click({ delay: 200 });
    await page
      .getByRole("alert")
      .getByRole("link", { name: /Vul een getal in/ })
      .waitFor();
  });

  test("of two fields says nothing of the second while the person is still in the question", async () => {
    const page = await open((await enter()).context(), "/vragenlijst/2026/sectie/1");
    const group = page.getByRole("group", { name: /^Welke wetten/ });
    const before = await group.getByRole("checkbox", { name: "Anders", exact: true }).isChecked();
    if (!before) await choose(group, "Anders");
    await group.getByLabel("Namelijk").fill("");
    await group.getByLabel("Namelijk").fill("Wet inburgering");
    expect(await page.locator(".wt-error").count()).toBe(0);
    await group.getByLabel("Namelijk").blur();
    await says(page, /^Opgeslagen om/);
    expect(complaints).toEqual([]);
  });
});

test("what is typed and ticked before the script runs is stored without another touch", async () => {
  const page = await (await enter()).context().newPage();
  let run = () => {};
  const late = new Promise<void>((resolve) => {
    run = resolve;
  });
  await page.route("**/assets/*.js", (route) => late.then(() => route.continue()));
  await page.goto(SECTION, { waitUntil: "commit" });
  await field(page).fill("Getypt op een traag netwerk.");
  const hinders = page.getByRole("group", { name: HINDERS });
  await choose(hinders, "Weet ik niet");
  run();
  await says(page, /^Opgeslagen om/);
  await expect.poll(() => kept(page)).toBe(0);
  await page.close();
  expect(await stored()).toBe("Getypt op een traag netwerk.");
  const again = await enter();
  expect(await again.getByRole("group", { name: HINDERS }).getByLabel("Weet ik niet").isChecked()).toBe(true);
  // Unchanged, a page sends nothing by itself.
  const sent: string[] = [];
  again.on("request", (request) => sent.push(request.method()));
  await again.reload();
  await again.waitForLoadState("networkidle");
  expect(sent).not.toContain("POST");
});

describe("without a connection", () => {
  test("what was typed waits on the device and is stored once it is back", async () => {
    const page = await enter();
    const sent: string[] = [];
    page.on("response", (response) => {
      if (response.request().method() === "POST") sent.push(`${response.status()}`);
    });
    await page.context().setOffline(true);
    await answer(page, "Getypt in de trein.");
    await says(page, /Nog niet opgeslagen: geen verbinding\. Je antwoord staat veilig op dit apparaat\./);
    await answer(page, "Getypt in de trein, en verbeterd.");
    await page.getByRole("button", { name: "Opslaan en verder" }).click();
    await says(page, /geen verbinding/);
    expect(new URL(page.url()).pathname).toBe(SECTION);
    expect(await field(page).inputValue()).toBe("Getypt in de trein, en verbeterd.");
    await page.context().setOffline(false);
    await says(page, /^Opgeslagen om/);
    // The first wording was sent without an answer, so it goes first; the second follows it.
    expect(sent).toEqual(["200", "200"]);
    expect(await stored()).toBe("Getypt in de trein, en verbeterd.");
    expect(await kept(page)).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("a browser that crashes while somebody types loses nothing", async () => {
    const page = await enter();
    const context = page.context();
    await context.setOffline(true);
    await field(page).fill("Nog niet verlaten");
    const crashed = new Promise((resolve) => page.once("crash", resolve));
    await Promise.all([crashed, page.goto("chrome://crash").catch(() => null)]);
    await page.close();
    await context.setOffline(false);
    await letGo(context);
    expect(await stored()).not.toBe("Nog niet verlaten");
    const again = await open(context);
    await says(again, /^Opgeslagen om \d\d\.\d\d: wat je eerder typte op dit apparaat\.$/);
    expect(await field(again).inputValue()).toBe("Nog niet verlaten");
    expect(await stored()).toBe("Nog niet verlaten");
    expect(complaints).toEqual([]);
  });

  test("a page that goes away sends what was typed, in a request that may outlive it", async () => {
    const page = await enter();
    await field(page).fill("Dicht, zonder de muis te bewegen");
    // The page stays, so that what it sends does not hang on how soon this browser ends it.
    const outlives = await page.evaluate(async () => {
      const { fetch } = window;
      const asked: (boolean | undefined)[] = [];
      window.fetch = (to, init) => {
        asked.push(init?.keepalive);
        return fetch(to, init);
      };
      window.dispatchEvent(new PageTransitionEvent("pagehide"));
      await Promise.resolve();
      return asked;
    });
    expect(outlives).toEqual([true]);
    await says(page, /^Opgeslagen om/);
    expect(await stored()).toBe("Dicht, zonder de muis te bewegen");
    expect(complaints).toEqual([]);
  });

  test("what a page could not send before it was closed is sent from the start page", async () => {
    const page = await enter();
    const context = page.context();
    const home = await open(context, "/");
    // The start page was there before this one went, and nothing that this one sends arrives.
    await page.route("**/*", (route) => route.abort());
    await field(page).fill("Dicht in de tunnel");
    await page.close({ runBeforeUnload: true });
    await says(home, /^Opgeslagen om \d\d\.\d\d: wat je eerder typte op dit apparaat\.$/);
    expect(await stored()).toBe("Dicht in de tunnel");
    expect(await kept(home)).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("what was left on the device is sent from the task list too", async () => {
    const page = await enter();
    const context = page.context();
    await context.setOffline(true);
    await answer(page, "Van de takenlijst");
    await says(page, /geen verbinding/);
    await page.close();
    await context.setOffline(false);
    await letGo(context);
    const tasks = await open(context, "/vragenlijst/2026");
    await says(tasks, /^Opgeslagen om \d\d\.\d\d: wat je eerder typte op dit apparaat\.$/);
    expect(await stored()).toBe("Van de takenlijst");
    expect(complaints).toEqual([]);
  });
});

test("what can no longer be saved is shown to its writer, who throws it away", async () => {
  const page = await enter();
  const context = page.context();
  await context.setOffline(true);
  await answer(page, "Getypt nadat het klaar was.");
  await says(page, /geen verbinding/);
  await page.close();
  await context.setOffline(false);
  await letGo(context);
  const ready = await enter();
  await ready.goto("/vragenlijst/2026/controle");
  await arriveBy(ready, () => ready.getByRole("button", { name: "Klaar, laat ondertekenen" }).click());
  const home = await open(context, "/");
  await says(
    home,
    /Op dit apparaat staat nog wat je eerder typte: ‘Getypt nadat het klaar was\.’ Gooi het weg$/,
  );
  await home.getByRole("button", { name: "Gooi het weg" }).click();
  await says(home, /^Weg\. Je antwoord van eerder staat niet meer op dit apparaat\.$/);
  expect(await kept(home)).toBe(0);
  await ready.reload();
  expect(await ready.getByRole("main").innerText()).not.toContain("Getypt nadat");
  expect(complaints).toEqual([]);
});
