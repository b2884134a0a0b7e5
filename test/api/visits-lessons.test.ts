import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lessons, outbox } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, idOf, locationOf, seedThemes, seedVisit, THEMES } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
let visit: string;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  visit = await seedVisit(store.db, {
    state: "took_place",
    hostPersonId: "otherHost",
    endsAt: TODAY - 86_400_000,
  });
  app = startApp(store.db);
});
afterEach(() => store.close());

const LESSON = idOf("les");
const SECRET = "Begin bij de voordeur";
const fields = (more: Fields = {}): Fields => ({
  id: LESSON,
  thema: THEMES[0],
  titel: SECRET,
  geleerd: "Ze bellen áltijd eerst aan.",
  tip: "",
  versie: "0",
  namens: "lindestad",
  ...more,
});
const propose = (more: Fields = {}, who: CastKey = "professional") =>
  app.post(paths.visitLesson(visit), fields(more), who);
const stored = async () => (await store.db.select().from(lessons))[0];
const mails = () => store.db.select({ to: outbox.toEmail, subject: outbox.subject }).from(outbox);

describe("a lesson", () => {
  test("is proposed by the guest, approved by the host, and then read by all members", async () => {
    const proposed = await costOf(app, () => propose());
    expect([proposed.response.status, proposed.trips]).toEqual([303, 2]);
    expect(locationOf(proposed.response)).toBe(`${paths.lesson(LESSON)}?melding=les-voorgesteld`);
    expect(await mails()).toEqual([
      { to: "otherhost@proef.example", subject: "Een les over jullie team: kijk je mee?" },
    ]);
    for (const who of ["monitoring", "bureau"] as const)
      expect((await app.get(paths.lesson(LESSON), who)).status).toBe(404);
    expect(await (await app.get(paths.lessons(), "professional")).text()).not.toContain(SECRET);

    const approved = await costOf(app, () =>
      app.post(paths.lessonApproval(LESSON), { versie: "1" }, "otherHost"),
    );
    expect([approved.response.status, approved.trips]).toEqual([303, 2]);
    expect(await stored()).toMatchObject({ state: "approved", approvedBy: "otherHost", revision: 2 });
    for (const who of ["monitoring", "bureau", "signatory"] as const) {
      const page = await costOf(app, () => app.get(paths.lesson(LESSON), who));
      expect([page.response.status, page.trips]).toEqual([200, 1]);
    }
    expect((await app.get(paths.lesson(LESSON))).status).toBe(401);
    expect((await mails()).at(-1)).toEqual({
      to: "professional@proef.example",
      subject: "Wijkteam Waterrand keurde jullie les goed",
    });
  });

  test("is found by word and theme, whatever the accents and capitals", async () => {
    await propose();
    await app.post(paths.lessonApproval(LESSON), { versie: "1" }, "otherHost");
    for (const [query, found] of [
      ["zoek=ALTIJD", true],
      ["zoek=bellen+voordeur", true],
      ["zoek=wachtlijst", false],
      ["thema=samenwerken", true],
      ["thema=preventie", false],
      ["zoek=%25", true],
    ] as const) {
      const page = await costOf(app, () => app.get(`${paths.lessons()}?${query}`, "bureau"));
      expect([query, page.trips, (await page.response.text()).includes(SECRET)]).toEqual([query, 1, found]);
    }
    expect((await app.get(paths.lessons())).status).toBe(401);
  });

  test("goes back with a reason, is changed, and waits again", async () => {
    await propose();
    const bare = await app.post(paths.lessonChange(LESSON), { reden: " ", versie: "1" }, "otherHost");
    expect(bare.status).toBe(422);
    expect(textOf(await bare.text())).toContain("Vertel wat er anders moet.");
    await app.post(paths.lessonChange(LESSON), { reden: "Noem ons niet", versie: "1" }, "otherHost");
    expect(await stored()).toMatchObject({ state: "change_asked", reason: "Noem ons niet" });
    const form = textOf(await (await app.get(paths.visitLesson(visit), "editor")).text());
    expect(form).toContain("Noem ons niet");
    await propose({ id: idOf("anderelles"), titel: "Bel eerst aan", versie: "2" }, "editor");
    expect(await stored()).toMatchObject({
      id: LESSON,
      state: "proposed",
      title: "Bel eerst aan",
      reason: "",
    });
  });

  test("that was taken back is gone for others, and needs a new approval", async () => {
    await propose();
    await app.post(paths.lessonApproval(LESSON), { versie: "1" }, "otherHost");
    expect((await app.post(paths.lessonWithdrawal(LESSON), { versie: "2" }, "monitoring")).status).toBe(403);
    expect((await app.post(paths.lessonWithdrawal(LESSON), { versie: "2" }, "otherHost")).status).toBe(303);
    expect((await app.get(paths.lesson(LESSON), "bureau")).status).toBe(404);
    await propose({ id: idOf("weer"), versie: "3" });
    expect(await stored()).toMatchObject({ state: "proposed", approvedAt: null });
  });

  test("is not approved by the guest, a colleague without the role, a stranger, or twice", async () => {
    await propose();
    const approve = (who?: CastKey) => app.post(paths.lessonApproval(LESSON), { versie: "1" }, who ?? null);
    expect((await approve("host")).status).toBe(403);
    expect((await approve("otherEditor")).status).toBe(403);
    expect((await approve("bureau")).status).toBe(404);
    expect((await approve()).status).toBe(401);
    expect((await stored())?.state).toBe("proposed");
    expect((await approve("otherHost")).status).toBe(303);
    // A second click is as good as the first; a form of another version is not.
    expect((await approve("otherHost")).status).toBe(303);
    const old = await app.post(paths.lessonApproval(LESSON), { versie: "0" }, "otherHost");
    expect(old.status).toBe(409);
    expect(await stored()).toMatchObject({ state: "approved", revision: 2 });
    expect((await propose({ id: idOf("weer"), versie: "2" })).status).toBe(409);
    expect((await stored())?.state).toBe("approved");
  });

  test("approves the words that were read: a change in between is a conflict", async () => {
    await propose();
    await propose({ id: idOf("weer"), titel: "Heel andere woorden", versie: "1" });
    const late = await app.post(paths.lessonApproval(LESSON), { versie: "1" }, "otherHost");
    expect(late.status).toBe(409);
    expect(textOf(await late.text())).toContain("De les is intussen veranderd.");
    expect((await stored())?.state).toBe("proposed");
    expect((await mails()).every(({ subject }) => subject.startsWith("Een les over"))).toBe(true);
  });

  test("sent twice is one lesson; a colleague's later words are not lost, nor are the typed ones", async () => {
    await propose();
    expect(locationOf(await propose())).toContain(paths.lesson(LESSON));
    expect(await store.db.select().from(lessons)).toHaveLength(1);
    // The form of before with another tip is no second click: saying that it was kept would lose the tip.
    const tip = await propose({ tip: "Neem koek mee" });
    expect(tip.status).toBe(409);
    expect(await tip.text()).toContain("Neem koek mee");
    const late = await propose({ id: idOf("nogeen"), titel: "Mijn versie" }, "editor");
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("Mijn versie");
    expect((await stored())?.title).toBe(SECRET);
    const back = await (await propose({ titel: "Toch anders" })).text();
    const again = /name="id" value="([^"]+)"/.exec(back)?.[1] ?? "";
    await propose({ id: again, titel: "Toch anders", versie: "1" });
    expect((await stored())?.title).toBe("Toch anders");
  });

  test("sent twice at the same moment is one lesson, and both clicks hear that it is there", async () => {
    const both = await Promise.all([propose(), propose()]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await store.db.select().from(lessons)).toHaveLength(1);
  });

  test("needs a theme, a title and a text, is written by the guest only, after the visit", async () => {
    const empty = await propose({ thema: "", titel: "", geleerd: "" });
    expect(empty.status).toBe(422);
    const text = textOf(await empty.text());
    for (const sentence of ["Kies een thema.", "Geef de les een titel", "Schrijf op wat je leerde."])
      expect(text).toContain(sentence);
    expect((await propose({ thema: "thema-van-4c1" })).status).toBe(422);
    expect((await propose({ namens: "waterrand" }, "otherHost")).status).toBe(403);
    expect((await propose({}, "monitoring")).status).toBe(404);
    expect((await app.post(paths.visitLesson(visit), fields())).status).toBe(401);
    const ahead = await seedVisit(store.db, { id: idOf("straks"), state: "accepted", endsAt: TODAY + 1 });
    expect((await app.get(paths.visitLesson(ahead), "professional")).status).toBe(409);
    expect(await store.db.select().from(lessons)).toEqual([]);
  });
});
