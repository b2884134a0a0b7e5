import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, responses, rounds } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, seedRound, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedRegistry(store.db);
  await seedCast(store.db);
  await seedRound(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const move = (noun: string, fields: Fields = {}, who: CastKey | null = "bureau") =>
  app.post(paths.roundMove(2026, noun), fields, who);
const change = (fields: Fields, who: CastKey | null = "bureau") => app.post(paths.round(2026), fields, who);
const round = async () => (await store.db.select().from(rounds))[0];
const sign = () =>
  store.db.insert(responses).values({
    id: "inzending",
    roundId: "round-2026",
    memberId: "lindestad",
    state: "signed",
    startedAt: TODAY,
    signedAt: TODAY,
  });
const FORM = {
  sluit: "2026-12-20",
  late_antwoorden: "ja",
  gezien: "open 2026-06-01 2026-11-02 2026-12-15 0",
};

describe("a round", () => {
  test("is closed, opened again, closed and published, each once and on record", async () => {
    await sign();
    const closed = await costOf(app, () => move("sluiting"));
    expect([closed.response.status, closed.trips]).toEqual([303, 2]);
    expect((await move("sluiting")).status).toBe(409);
    await move("heropening");
    expect((await round())?.state).toBe("open");
    await move("sluiting");
    expect((await move("publicatie")).status).toBe(422);
    expect((await round())?.state).toBe("closed");
    await move("publicatie", { zeker: "ja" });
    expect(await round()).toMatchObject({ state: "published", publishedOn: "2026-11-21" });
    expect((await move("heropening")).status).toBe(409);
    const log = await store.db.select().from(auditEntries).where(eq(auditEntries.action, "round_changed"));
    expect(log.map(({ subject }) => subject)).toEqual([
      "2026 closed",
      "2026 open",
      "2026 closed",
      "2026 published",
    ]);
  });

  test("names the questionnaire that it asks, with the way to it", async () => {
    const html = await (await app.get(paths.round(2026), "bureau")).text();
    const href = paths.edited((await round())?.questionnaireId ?? "");
    expect(html).toContain(`<a href="${href}">Hoe werken onze wijkteams?</a>`);
    expect((await app.get(href, "bureau")).status).toBe(200);
  });

  test("is not published without a signed response, nor while it is open", async () => {
    expect(textOf(await (await move("publicatie", { zeker: "ja" })).text())).toContain("de ronde is open");
    await move("sluiting");
    const empty = await move("publicatie", { zeker: "ja" });
    expect(empty.status).toBe(409);
    expect(textOf(await empty.text())).toContain("Er is niets te publiceren.");
    expect((await round())?.publishedOn).toBeNull();
  });

  test("gets another last day, from what the form saw", async () => {
    expect((await change(FORM)).status).toBe(303);
    expect(await round()).toMatchObject({ closesOn: "2026-12-20", acceptsLate: true });
    const stale = await change({ ...FORM, sluit: "2027-01-31" });
    expect(stale.status).toBe(409);
    expect(textOf(await stale.text())).toContain("Iemand heeft deze ronde intussen aangepast.");
    expect((await round())?.closesOn).toBe("2026-12-20");
  });

  test("says what is wrong with a day, and keeps what was typed", async () => {
    const early = await change({ ...FORM, sluit: "2026-10-01" });
    expect(early.status).toBe(422);
    expect(await early.text()).toContain("2026-10-01");
    const none = await change({ ...FORM, sluit: "" });
    expect(textOf(await none.text())).toContain("Vul de laatste dag in");
    expect((await round())?.closesOn).toBe("2026-12-15");
  });

  test("is the bureau's alone; a round that is not there is missing", async () => {
    const page = await costOf(app, () => app.get(paths.round(2026), "bureau"));
    expect([page.response.status, page.trips]).toEqual([200, 1]);
    for (const who of ["professional", "editor", "signatory", "host", "monitoring"] as const) {
      expect((await app.get(paths.round(2026), who)).status).toBe(403);
      expect((await change(FORM, who)).status).toBe(403);
      expect((await move("sluiting", {}, who)).status).toBe(403);
    }
    expect((await change(FORM, null)).status).toBe(401);
    expect((await move("sluiting", {}, null)).status).toBe(401);
    expect((await app.get(paths.round(1999), "bureau")).status).toBe(404);
    expect((await move("toverij")).status).toBe(404);
    expect(await round()).toMatchObject({ state: "open", closesOn: "2026-12-15", acceptsLate: false });
  });
});
