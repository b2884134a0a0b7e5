import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { layOut } from "../../functions/visits/network-layout.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { seedPlaces } from "../support/match-fixtures.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, idOf, seedThemes, seedVisit, THEMES } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  await seedPlaces(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

let nth = 0;
const went = (guest: string, host: string, on: string, themeId: string = THEMES[0]) =>
  seedVisit(store.db, {
    ...{ id: idOf(`ging${nth++}`), guestMemberId: guest, hostMemberId: host, themeId, state: "took_place" },
    ...{ startsAt: Date.parse(`${on}T09:00:00Z`), endsAt: Date.parse(`${on}T12:00:00Z`) },
  });
const network = async (query = "", as: Parameters<TestApp["get"]>[1] = "professional") => {
  const { response, trips } = await costOf(app, () => app.get(`${paths.network()}${query}`, as));
  return { status: response.status, trips, html: await response.text() };
};
const linesOf = async (query = "") => {
  const csv = await (await app.get(`${paths.networkExport("csv")}${query}`, "professional")).text();
  return (parse(csv, { delimiter: ";", bom: true }) as string[][]).slice(1);
};

describe("the network", () => {
  test("says reciprocity, reach and new pairs with their n, in one round trip", async () => {
    await went("lindestad", "waterrand", "2025-03-04");
    await went("waterrand", "lindestad", "2026-03-04");
    await went("lindestad", "heuvelrug", "2026-05-06");
    await went("lindestad", "heuvelrug", "2026-06-06");
    const { status, trips, html } = await network();
    expect([status, trips]).toEqual([200, 1]);
    const text = textOf(html);
    expect(text).toContain("Van 2 paren ging het bij 1 over en weer: 50 % (n = 2).");
    expect(text).toContain("3 van de 3 leden waren gast of gastheer: 100 % (n = 3).");
    expect(text).toContain("In 2026 ontmoette 1 paar elkaar voor het eerst.");
    expect(html.match(/wt-network__tie wt-network__tie--mutual" d="M\d+\.\d/g)).toHaveLength(1);
    expect(html.match(/wt-network__node/g)).toHaveLength(3);
  });

  test("shows theme and year from the address, in picture, table and file alike", async () => {
    await went("lindestad", "waterrand", "2025-03-04", THEMES[1]);
    await went("waterrand", "heuvelrug", "2026-03-04");
    expect(await linesOf()).toHaveLength(2);
    expect(await linesOf("?jaar=2025")).toEqual([
      ["Buurtkracht Lindestad", "Wijkteam Waterrand", "1", "4-3-2025", "nee"],
    ]);
    expect(await linesOf("?thema=samenwerken")).toEqual([
      ["Wijkteam Waterrand", "Dorpenteam Heuvelrug", "1", "4-3-2026", "nee"],
    ]);
    const { html } = await network("?jaar=2025&thema=preventie");
    expect(html.match(/wt-network__node/g)).toHaveLength(2);
    expect(textOf((await network("?jaar=2025&thema=samenwerken")).html)).toContain(
      "Er ging nog geen werkbezoek door",
    );
  });

  test("holds only visits that took place", async () => {
    await seedVisit(store.db, { state: "accepted", startsAt: 1, endsAt: 2 });
    await seedVisit(store.db, { id: idOf("niet"), state: "did_not_take_place", startsAt: 1, endsAt: 2 });
    expect(await linesOf()).toEqual([]);
    expect((await network()).html).not.toContain("wt-network__node");
  });

  test("names organisations, no question and no person", async () => {
    await went("lindestad", "waterrand", "2026-03-04");
    const { html } = await network("", "monitoring");
    expect(html).not.toContain("wachttijd");
    expect(html).not.toContain("Persoon professional");
  });

  test("is for who is signed in", async () => {
    expect((await network("", null)).status).toBe(401);
    expect((await app.get(paths.networkExport("xlsx"), null)).status).toBe(401);
    expect((await app.get(paths.networkExport("xlsx"), "bureau")).status).toBe(200);
  });
});

describe("the picture", () => {
  const node = (id: string, latitude: number | null, longitude: number | null) => ({
    id,
    name: id,
    out: 1,
    in: 1,
    latitude,
    longitude,
  });
  const nodes = [
    node("noord", 53, 5),
    node("oost", 52, 6),
    node("zuid", 51, 5),
    node("west", 52, 4),
    node("?", null, null),
  ];

  test("puts organisations around in the order of the map, the unknown last", () => {
    expect(layOut(nodes, []).nodes.map(({ id }) => id)).toEqual(["noord", "oost", "zuid", "west", "?"]);
    expect(layOut(nodes.toReversed(), [])).toEqual(layOut(nodes, []));
  });
  test("draws one line for two ways, from guest to host for one", () => {
    const ties = [
      { guest: "oost", host: "noord", count: 1 },
      { guest: "noord", host: "oost", count: 3 },
      { guest: "zuid", host: "noord", count: 1 },
      { guest: "elders", host: "noord", count: 1 },
    ];
    expect(layOut(nodes, ties).ties.map(({ from, to, isMutual }) => [from.id, to.id, isMutual])).toEqual([
      ["noord", "oost", true],
      ["zuid", "noord", false],
    ]);
  });
});
