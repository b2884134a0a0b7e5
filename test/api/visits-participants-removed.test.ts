import { afterEach, beforeEach, expect, test } from "vitest";
import { visitParticipants } from "../../db/schema/tables.ts";
import { forgetParticipants } from "../../functions/visits/participant-forgetting.ts";
import { ORIGIN, startApp, type TestApp } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { DAY, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const clock = () =>
  forgetParticipants({
    db: store.db,
    now: TODAY,
    origin: ORIGIN,
    mailFrom: "plein@plein.example",
    replyAddress: null,
  });
const rows = () =>
  store.db
    .select({
      id: visitParticipants.id,
      personId: visitParticipants.personId,
      name: visitParticipants.name,
      email: visitParticipants.email,
      note: visitParticipants.note,
    })
    .from(visitParticipants)
    .orderBy(visitParticipants.id);

test("who is removed leaves no name, address or diet on a visit to come, also when written down before the account", async () => {
  const visitId = await seedVisit(store.db, { state: "accepted", ...DAY });
  const row = { visitId, side: "guest", status: "needs_action", sequence: 1, addedAt: TODAY } as const;
  const nobody = { id: "b", replyKey: "b", name: "Hanna", email: "hanna@elders.example", note: "Halal" };
  await store.db.insert(visitParticipants).values([
    { ...row, id: "a", replyKey: "a", name: "Els", email: "editor@proef.example", note: "Eet geen noten" },
    { ...row, ...nobody },
  ]);
  await clock();
  const other = { id: "b", personId: null, name: "Hanna", email: "hanna@elders.example", note: "Halal" };
  expect(await rows()).toEqual([
    { id: "a", personId: "editor", name: null, email: null, note: "Eet geen noten" },
    other,
  ]);
  const gone = await app.post(
    "/bureau/mensen/editor/verwijdering",
    { email: "editor@proef.example", loslaten: "ja" },
    "bureau",
  );
  expect(gone.status).toBe(303);
  await clock();
  expect(await rows()).toEqual([{ id: "a", personId: "editor", name: null, email: null, note: "" }, other]);
});
