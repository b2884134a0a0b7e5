import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memberships, outbox, visitApprovals, visitOffers, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  locationOf,
  requestFields,
  seedOffer,
  seedThemes,
} from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
const id = idOf("nieuwbezoek");

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const set = (akkoord: string, as: CastKey | null, gezien = "niemand") =>
  app.post(paths.visitApproval(), { akkoord, gezien, namens: "lindestad" }, as);
const ask = (fields = {}, as: CastKey = "professional") =>
  app.post(paths.newVisit(), requestFields(fields), as);
const move = (noun: string, as: CastKey | null, fields = {}) =>
  app.post(paths.visitMove(id, noun), { revisie: "1", ...fields }, as);
const visit = async () => (await store.db.select().from(visits).where(eq(visits.id, id)))[0];
const mail = async () =>
  (await store.db.select().from(outbox)).map(({ toEmail, subject }) => `${toEmail}: ${subject}`);
const read = async (path: string, as: CastKey) => textOf(await (await app.get(path, as)).text());

describe("an organisation that asks approval", () => {
  test("keeps a request at home until a signatory agrees; only then the host hears of it", async () => {
    expect((await set("tekenaar", "signatory")).status).toBe(303);
    const aanbod = await seedOffer(store.db);
    const asked = await costOf(app, () => ask({ aanbod }));
    expect([asked.response.status, asked.trips]).toEqual([303, 2]);
    expect(locationOf(asked.response)).toContain("melding=wacht-op-akkoord");
    expect(await visit()).toMatchObject({ state: "awaiting_approval", hostMemberId: null });
    expect(await mail()).toEqual(["signatory@proef.example: Werkbezoek: jouw akkoord is nodig"]);
    expect((await app.get(paths.visit(id), "otherHost")).status).toBe(404);
    expect(await read(paths.myVisits(), "otherHost")).not.toContain("huisartsen");
    expect(await read(paths.home(), "signatory")).toContain(
      "Akkoord geven voor een bezoek aan Wijkteam Waterrand",
    );
    expect(await read(paths.home(), "professional")).not.toContain("Akkoord geven");

    const agreed = await costOf(app, () => move("akkoord", "signatory"));
    expect([agreed.response.status, agreed.trips]).toEqual([303, 2]);
    expect((await move("akkoord", "signatory")).status).toBe(303);
    expect(await visit()).toMatchObject({ state: "requested", hostMemberId: "waterrand", revision: 2 });
    expect((await mail()).slice(1).sort()).toEqual([
      "otherhost@proef.example: Buurtkracht Lindestad wil bij jullie op bezoek",
      "professional@proef.example: Akkoord: je werkbezoek is aangevraagd",
    ]);
    expect(await read(paths.visit(id), "otherHost")).toContain("Bezoek accepteren");
  });

  test("hears why not; the host never hears anything", async () => {
    await set("tekenaar", "signatory");
    await ask({ aanbod: await seedOffer(store.db) });
    const without = await move("geen-akkoord", "signatory", { reden: "" });
    expect(without.status).toBe(422);
    expect((await move("geen-akkoord", "signatory", { reden: "Eerst de inloop op orde." })).status).toBe(303);
    expect(await visit()).toMatchObject({ state: "disapproved", hostMemberId: null });
    expect(await read(paths.visit(id), "professional")).toContain("Eerst de inloop op orde.");
    expect((await mail()).filter((line) => line.startsWith("otherhost"))).toEqual([]);
    const late = await move("akkoord", "signatory", { revisie: "2" });
    expect(late.status).toBe(409);
    expect(textOf(await late.text())).toContain("De stand van dit bezoek is: geen akkoord.");
  });

  test("an open question is open only after approval; who asked may take it back before", async () => {
    await set("tekenaar", "signatory");
    await ask();
    expect((await app.get(paths.visit(id), "otherHost")).status).toBe(404);
    await move("akkoord", "signatory");
    expect((await visit())?.state).toBe("open");
    expect((await app.get(paths.visit(id), "otherHost")).status).toBe(200);
    await ask({ id: idOf("tweede") });
    const back = paths.visitMove(idOf("tweede"), "intrekking");
    expect((await app.post(back, { revisie: "1" }, "professional")).status).toBe(303);
    expect((await mail()).filter((line) => line.startsWith("otherhost"))).toEqual([]);
  });

  test("a day without choosing takes who is approved, or puts it in line", async () => {
    await set("tekenaar", "signatory");
    const aanbod = await seedOffer(store.db, { ...DAY, seats: 2, needsApproval: false });
    await ask({ aanbod });
    await ask({ id: idOf("tweede"), aanbod });
    await move("akkoord", "signatory");
    expect((await visit())?.state).toBe("accepted");
    await app.post(paths.visitMove(idOf("tweede"), "akkoord"), { revisie: "1" }, "signatory");
    const [second] = await store.db
      .select()
      .from(visits)
      .where(eq(visits.id, idOf("tweede")));
    expect(second).toMatchObject({ state: "waiting", waitingNumber: 2 });
  });

  test("an offer that closed meanwhile is not asked any more", async () => {
    await set("tekenaar", "signatory");
    await ask({ aanbod: await seedOffer(store.db) });
    await store.db.update(visitOffers).set({ state: "paused" });
    expect((await move("akkoord", "signatory")).status).toBe(409);
    expect(await visit()).toMatchObject({ state: "awaiting_approval", hostMemberId: null });
  });

  test("of one named colleague: nobody else approves, until that colleague leaves", async () => {
    expect((await set("editor", "editor")).status).toBe(303);
    await ask({ aanbod: await seedOffer(store.db) });
    expect(await mail()).toEqual(["editor@proef.example: Werkbezoek: jouw akkoord is nodig"]);
    expect((await move("akkoord", "signatory")).status).toBe(403);
    await store.db.delete(memberships).where(eq(memberships.personId, "editor"));
    expect((await move("akkoord", "signatory")).status).toBe(303);
    expect((await visit())?.state).toBe("requested");
  });

  test("does not ask it of who approves", async () => {
    await set("tekenaar", "signatory");
    await ask({ aanbod: await seedOffer(store.db) }, "signatory");
    expect((await visit())?.state).toBe("requested");
  });

  test.each([
    ["a stranger", null, 401],
    ["who asked", "professional", 403],
    ["the other organisation", "otherHost", 404],
    ["the bureau", "bureau", 404],
  ] as const)("%s does not approve", async (_who, as, status) => {
    await set("tekenaar", "signatory");
    await ask({ aanbod: await seedOffer(store.db) });
    expect((await move("akkoord", as)).status).toBe(status);
    expect((await visit())?.state).toBe("awaiting_approval");
  });
});

describe("who gives approval first", () => {
  const stored = () => store.db.select().from(visitApprovals);

  test("is chosen by a signatory or editor, and can be taken back", async () => {
    expect((await set("signatory", "editor")).status).toBe(303);
    expect(await stored()).toMatchObject([
      { memberId: "lindestad", personId: "signatory", changedBy: "editor" },
    ]);
    expect(await read(paths.visitApproval(), "professional")).toContain(
      "Nu geeft eerst akkoord: Persoon signatory.",
    );
    expect((await set("niemand", "signatory", "signatory")).status).toBe(303);
    expect((await set("niemand", "signatory", "signatory")).status).toBe(303);
    expect(await stored()).toEqual([]);
  });

  test("a choice over another choice that was not seen is refused", async () => {
    await set("editor", "signatory");
    const stale = await set("tekenaar", "editor", "niemand");
    expect(stale.status).toBe(409);
    expect(await stale.text()).toMatch(
      /<option[^>]*value="tekenaar"[^>]*selected|<option selected[^>]*value="tekenaar"/,
    );
    expect(await stored()).toMatchObject([{ personId: "editor" }]);
  });

  test("cannot be somebody of elsewhere, nor nobody at all", async () => {
    const elsewhere = await set("otherHost", "signatory");
    expect(elsewhere.status).toBe(422);
    expect(textOf(await elsewhere.text())).toContain("Kies wie eerst akkoord geeft, of kies niemand.");
    await store.db.delete(memberships).where(eq(memberships.personId, "signatory"));
    const nobody = await set("tekenaar", "editor");
    expect(textOf(await nobody.text())).toContain("Jullie hebben nog geen tekenaar.");
    expect(await stored()).toEqual([]);
  });

  test.each([
    ["a stranger", null, 401],
    ["a professional", "professional", 403],
    ["a host", "host", 403],
    ["the bureau", "bureau", 403],
    ["who speaks for another organisation by now", "otherSignatory", 409],
  ] as const)("%s does not choose", async (_who, as, status) => {
    expect((await set("tekenaar", as)).status).toBe(status);
    expect(await stored()).toEqual([]);
  });
});
