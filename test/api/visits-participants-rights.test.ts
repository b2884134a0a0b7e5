import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { people, visitParticipants } from "../../db/schema/tables.ts";
import { forgetParticipants } from "../../functions/visits/participant-forgetting.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, startApp, type TestApp } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { DAY, idOf, momentFields, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

const VISIT = idOf("bezoek");
const PAGE = paths.visitParticipants(VISIT);
let store: TemporaryDatabase;
let app: TestApp;
beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const rows = () =>
  store.db.select().from(visitParticipants).orderBy(visitParticipants.addedAt, visitParticipants.id);
const agree = async () => {
  await seedVisit(store.db, { seats: 3 });
  const accepted = await app.post(paths.visitMove(VISIT, "acceptatie"), momentFields(1), "otherHost");
  expect(accepted.status).toBe(303);
};
const colleague = (volgnummer: number, fields: Fields = {}): Fields => ({
  id: idOf("collega"),
  volgnummer: String(volgnummer),
  naam: "Bo Bezoeker",
  email: "bo@elders.example",
  opmerking: "Eet vegetarisch",
  ...fields,
});

describe("who may say who comes", () => {
  test.each<[string, CastKey | null, number]>([
    ["a stranger", null, 401],
    ["somebody of the association", "monitoring", 404],
    ["a colleague of the host without that role", "otherEditor", 403],
    ["the host", "otherHost", 303],
    ["anybody of the guest", "signatory", 303],
  ])("%s", async (_who, as, status) => {
    await agree();
    expect((await app.post(PAGE, colleague(1), as)).status).toBe(status);
    expect(await rows()).toHaveLength(status === 303 ? 3 : 2);
  });

  test("each for the own side: the host's colleague stands with the host, and the guest cannot take it off", async () => {
    await agree();
    await app.post(PAGE, colleague(1), "otherHost");
    expect((await rows()).find(({ id }) => id === idOf("collega"))).toMatchObject({ side: "host", note: "" });
    await app.post(
      paths.visitParticipantRemoval(VISIT, idOf("collega")),
      { volgnummer: "2" },
      "professional",
    );
    expect(await rows()).toHaveLength(3);
    expect((await rows()).every(({ removedAt }) => removedAt === null)).toBe(true);
  });

  test("who agreed on the visit cannot be taken off", async () => {
    await agree();
    const main = (await rows()).find(({ personId }) => personId === "professional");
    const path = paths.visitParticipantRemoval(VISIT, main?.id ?? "");
    expect((await app.post(path, { volgnummer: "1" }, "editor")).status).toBe(403);
  });

  test.each([
    ["before it is agreed", { state: "requested" as const }],
    ["once it is cancelled", { state: "cancelled" as const, ...DAY }],
    ["once it began", { state: "accepted" as const, startsAt: TODAY - 1, endsAt: TODAY + 1 }],
  ])("not %s", async (_when, values) => {
    await seedVisit(store.db, { seats: 3, hostPersonId: "otherHost", ...values });
    expect((await app.get(PAGE, "professional")).status).toBe(409);
    expect((await app.post(PAGE, colleague(0), "professional")).status).toBe(409);
    expect(await rows()).toEqual([]);
  });
});

test("thirty days after the visit nobody knows any more who came along without an account", async () => {
  await agree();
  await app.post(PAGE, colleague(1), "editor");
  const run = (now: number) =>
    forgetParticipants({
      db: store.db,
      now,
      origin: "",
      mailFrom: "plein@plein.example",
      replyAddress: null,
    });
  const kept = async () => (await rows()).find(({ id }) => id === idOf("collega"));
  await run(DAY.endsAt + 30 * 86_400_000);
  expect(await kept()).toMatchObject({ name: "Bo Bezoeker", note: "Eet vegetarisch" });
  await run(DAY.endsAt + 30 * 86_400_000 + 1);
  expect(await kept()).toMatchObject({ name: null, email: null, note: "", side: "guest" });
  expect(await rows()).toHaveLength(3);
});

test("what was said of a person goes with that person", async () => {
  await agree();
  await app.post(PAGE, colleague(1, { email: "editor@proef.example" }), "professional");
  await store.db.update(people).set({ removedAt: TODAY }).where(eq(people.id, "editor"));
  await forgetParticipants({
    db: store.db,
    now: TODAY,
    origin: "",
    mailFrom: "a@b.example",
    replyAddress: null,
  });
  expect((await rows()).map(({ note }) => note)).toEqual(["", "", ""]);
});
