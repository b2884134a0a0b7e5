import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import { members, outbox, rounds, themes, visits } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, seedRound, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let store: TemporaryDatabase;
let db: Database;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  db = store.db;
  await seedCast(db);
  await seedRegistry(db);
  await seedRound(db);
  app = startApp(db);
});
afterEach(() => store.close());

const home = async (as: CastKey | null) => textOf(await (await app.get("/", as)).text());
const noonOf = (day: string) => Date.parse(`${day}T11:00:00Z`);
const dates = (opensOn: string, closesOn: string, acceptsLate = false) =>
  db.update(rounds).set({ opensOn, closesOn, acceptsLate });

describe("a round waits for an editor", () => {
  test("from its first day to the end of its last, in Amsterdam", async () => {
    await dates("2026-11-21", "2026-11-25");
    app.setNow(Date.parse("2026-11-20T22:59:00Z"));
    expect(await home("editor")).not.toContain("Vragenlijst 2026");
    app.setNow(Date.parse("2026-11-20T23:01:00Z"));
    expect(await home("editor")).toContain("Vragenlijst 2026 beginnen");
    app.setNow(Date.parse("2026-11-25T22:59:00Z"));
    expect(await home("editor")).toContain("Vragenlijst 2026 beginnen");
    expect(await home("editor")).toContain("vandaag");
    app.setNow(Date.parse("2026-11-25T23:01:00Z"));
    expect(await home("editor")).not.toContain("Vragenlijst 2026");
    expect(await home("bureau")).not.toContain("De vragenlijst sluit");
  });

  test("after that only when late answers are welcome, and then it does not say that it will close", async () => {
    await dates("2026-11-02", "2026-11-20", true);
    app.setNow(noonOf("2026-11-21"));
    const page = await home("editor");
    expect(page).toContain("Vragenlijst 2026 beginnen");
    expect(page).toContain("Sloot op vrijdag 20 november 2026. Late antwoorden zijn welkom.");
    expect(page).not.toMatch(/sluit/i);
    expect(await home("bureau")).toContain("Sloot gisteren.");
  });
});

test("who joins later or left before today is not counted", async () => {
  await db.update(members).set({ leftOn: "2026-12-31" }).where(eq(members.id, "waterrand"));
  expect(await home("bureau")).toContain("0 van 3 leden");
  await db.update(members).set({ leftOn: "2026-11-21" }).where(eq(members.id, "waterrand"));
  await db.update(members).set({ joinedOn: "2027-01-01" }).where(eq(members.id, "heuvelrug"));
  expect(await home("bureau")).toContain("0 van 1 leden");
});

test("the page tells for whom a browser may have kept answers, while a round is open", async () => {
  const page = async (as: CastKey | null) => (await app.get("/", as)).text();
  expect(await page("editor")).toContain('data-keep="editor/lindestad/2026"');
  expect(await page("bureau")).not.toContain("data-keep");
  expect(await page(null)).not.toContain("data-keep");
  await db.update(rounds).set({ state: "closed" });
  expect(await page("editor")).not.toContain("data-keep");
});

test("mail of somebody who was removed asks nothing of the bureau", async () => {
  const mail = {
    toEmail: "weg@verwijderd.invalid",
    subject: "Verwijderd",
    html: "",
    createdAt: TODAY,
    dueAt: TODAY,
  };
  await db.insert(outbox).values({ id: "weg", text: "", failedAt: TODAY, attempts: 1, ...mail });
  expect(await home("bureau")).not.toContain("niet bezorgd");
  await db.insert(outbox).values({ id: "echt", text: "Dag", failedAt: TODAY, attempts: 8, ...mail });
  expect(await home("bureau")).toContain("1 bericht niet bezorgd");
});

test("a request is not hidden behind visits that were agreed long ago", async () => {
  const [theme] = await db.select({ id: themes.id }).from(themes).limit(1);
  const visit = {
    guestMemberId: "waterrand",
    guestPersonId: "otherHost",
    hostMemberId: "lindestad",
    themeId: theme?.id ?? "",
    learningQuestion: "Hoe doen jullie dat?",
    seats: 2,
    createdAt: TODAY,
    updatedAt: TODAY,
  };
  for (let day = 1; day <= 9; day++)
    await db
      .insert(visits)
      .values({ ...visit, id: `agreed-${day}`, state: "accepted", startsAt: TODAY + day });
  await db.insert(visits).values({ ...visit, id: "asked", state: "requested", startsAt: TODAY + 100 });
  expect(await home("host")).toContain("Aanvraag van Wijkteam Waterrand beantwoorden");
});
