import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memberships, outbox } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { DAY, momentFields, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const mail = () => store.db.select().from(outbox).orderBy(outbox.toEmail);

describe("an agreed visit", () => {
  const agreed = { state: "accepted" as const, hostPersonId: "otherHost", calendarSequence: 1, ...DAY };

  test.each(["removed", "without membership"])(
    "whose guest is %s is told to the hosts and editors of that organisation",
    async (how) => {
      const id = await seedVisit(store.db, agreed);
      if (how === "removed")
        await app.post("/bureau/mensen/professional/verwijdering", { loslaten: "ja" }, "bureau");
      else await store.db.delete(memberships).where(eq(memberships.personId, "professional"));
      // Letting go of it counts as a step of the visit: whoever had it open reads it anew.
      const seen = how === "removed" ? 2 : 1;
      const fields = momentFields(seen, { datum: "2026-12-03" });
      expect((await app.post(paths.visitMove(id, "verplaatsing"), fields, "otherHost")).status).toBe(303);
      expect((await mail()).map(({ toEmail }) => toEmail)).toEqual([
        "editor@proef.example",
        "host@proef.example",
        "otherhost@proef.example",
      ]);
      await store.db.delete(outbox);
      const cancel = { revisie: String(seen + 1), reden: "Ziekte" };
      expect((await app.post(paths.visitMove(id, "annulering"), cancel, "otherHost")).status).toBe(303);
      expect((await mail()).map(({ toEmail, calendarMethod }) => `${toEmail} ${calendarMethod}`)).toEqual([
        "editor@proef.example CANCEL",
        "host@proef.example CANCEL",
        "otherhost@proef.example CANCEL",
      ]);
    },
  );

  test("whose host person lost the membership is told to another host of that organisation", async () => {
    const id = await seedVisit(store.db, agreed);
    await store.db.delete(memberships).where(eq(memberships.personId, "otherHost"));
    await store.db
      .insert(memberships)
      .values({ personId: "otherEditor", memberId: "waterrand", role: "host", grantedAt: TODAY });
    const cancel = { revisie: "1", reden: "Ziekte" };
    expect((await app.post(paths.visitMove(id, "annulering"), cancel, "professional")).status).toBe(303);
    expect((await mail()).map(({ toEmail }) => toEmail)).toEqual([
      "othereditor@proef.example",
      "professional@proef.example",
    ]);
  });
});
