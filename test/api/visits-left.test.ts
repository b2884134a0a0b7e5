import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { members, visitOffers, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  momentFields,
  offerFields,
  requestFields,
  seedOffer,
  seedThemes,
  seedVisit,
} from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

async function expectRefused(response: Response): Promise<void> {
  expect(response.status).toBe(403);
  expect(textOf(await response.text())).toContain("Jouw organisatie is geen lid meer.");
}

test("an organisation that left asks and offers nothing new, and still ends what it began", async () => {
  const own = await seedOffer(store.db, { id: "eigenaanbodxxxxxxxxx", memberId: "lindestad" });
  const id = await seedVisit(store.db);
  const open = await seedVisit(store.db, {
    id: "openvraagxxxxxxxxxxx",
    guestMemberId: "heuvelrug",
    guestPersonId: null,
    hostMemberId: null,
    state: "open",
  });
  await store.db.update(members).set({ leftOn: "2026-11-21" }).where(eq(members.id, "lindestad"));
  const post = app.post;
  await expectRefused(await post(paths.newVisit(), requestFields(), "professional"));
  await expectRefused(await post(paths.newOffer(), offerFields(), "host"));
  await expectRefused(await post(paths.offerEdit(own), offerFields({ revisie: "1" }), "host"));
  await expectRefused(await post(paths.visitMove(open, "uitnodiging"), momentFields(1), "host"));
  expect(await store.db.select().from(visits)).toHaveLength(2);
  expect((await app.get(paths.visits(), "host")).status).toBe(200);
  // Its offer is there for its own people, so that they can take it away; to others it is gone.
  expect((await app.get(paths.offer(own), "host")).status).toBe(200);
  expect((await app.get(paths.offer(own), "otherHost")).status).toBe(404);
  for (const path of [paths.visits(), paths.visitAgenda()])
    expect(await (await app.get(path, "otherHost")).text()).not.toContain(own);
  expect((await post(paths.visitMove(id, "intrekking"), { revisie: "1" }, "professional")).status).toBe(303);
  const away = { revisie: "1", stand: "ingetrokken" };
  expect((await post(paths.offerState(own), away, "host")).status).toBe(303);
  expect((await store.db.select().from(visitOffers)).map(({ state }) => state)).toEqual(["withdrawn"]);
});
