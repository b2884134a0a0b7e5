import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRemote } from "../../db/client.ts";
import { auditEntries, releases } from "../../db/schema/tables.ts";
import type { Solver } from "../../functions/insights/gate/program.ts";
import { releaseRound } from "../../functions/insights/release-job.ts";
import { releasedCells, releasedFilters } from "../../functions/insights/release-queries.ts";
import { seedResponses } from "../support/answered-round.ts";
import { startHrana } from "../support/hrana.ts";
import { type Copy, outcomesOf, type Releasing, startReleasing } from "../support/release-copies.ts";
import { lateTeams, storedCells } from "../support/round-to-release.ts";

const SCALES = ["4A1", "4A2", "4A3", "4A4", "4B1", "4B2", "4B3", "4B4"];
const NOT_CODED = ["4C2", "5A1", "5A2", "5B1", "5C1"];
const all = (concepts: readonly string[], outcome: string) =>
  Object.fromEntries(concepts.map((concept) => [concept, outcome]));

let releasing: Releasing;
let seeded: Copy;
let whole: Copy;
let teams: string[];
const copyOf = (copy: Copy) => releasing.copyOf(copy);
const settings = () => releasing.settings;

beforeAll(async () => {
  releasing = await startReleasing();
  ({ seeded, whole, teams } = releasing);
});
afterAll(() => releasing.close());

describe("a release", () => {
  it("is made of every question that can be released, in one edition", () => {
    expect(releasing.first).toMatchObject({ ok: true, edition: 1, organisations: 20, waiting: 0 });
    expect(outcomesOf(releasing.first)).toEqual({
      ...all([...SCALES, "4C1"], "released"),
      ...all(NOT_CODED, "not_coded"),
    });
  });

  it("shows of each set no more than the display rules allow of the true count", async () => {
    // 20 teams: see twentyTeams. 11 of them chose step 4 or 5; 9 named samenwerking, 2 data.
    const total = await releasedCells(whole.db, 2024, null, null, ["alle"]);
    const shown = (concept: string, option: string) =>
      total.find((cell) => cell.concept === concept && cell.option === option)?.shown;
    expect(shown("4A1", "4-5")).toEqual({ kind: "exact", count: 11, low: 11, high: 11 });
    // Three of those 9 named it twice.
    expect(shown("4C1", "samenwerking")).toEqual({ kind: "exact", count: 9, low: 9, high: 9, mentions: 12 });
    expect(shown("4C1", "data")).toEqual({ kind: "few", low: 0, high: 2 });
    const truth: Record<string, number> = { 1: 0, 2: 1, 3: 4, 4: 6, 5: 5, "weet-niet": 1, nvt: 1, leeg: 2 };
    for (const [option, count] of Object.entries(truth)) {
      const cell = shown("4A1", option);
      if (cell) expect(cell.low <= count && count <= cell.high, option).toBe(true);
    }
  });

  it("offers filters and crossings of public facts, none under 5 organisations, none deeper than two", async () => {
    const filters = await releasedFilters(whole.db, 2024, "4A1");
    const keys = filters.map(({ filterKey }) => filterKey);
    expect(keys[0]).toBe("alle");
    expect(keys).toContain("grootte=groot");
    expect(keys.some((key) => key.split("&").length === 2)).toBe(true);
    expect(keys.every((key) => key.split("&").length <= 2)).toBe(true);
    expect(filters.every(({ size }) => size >= 5)).toBe(true);
    const cells = await releasedCells(whole.db, 2024, null, null, null);
    for (const cell of cells)
      if (cell.shown?.mentions !== undefined)
        expect([cell.concept, cell.filterKey, cell.shown.kind]).toEqual(["4C1", "alle", "exact"]);
    for (const cell of cells)
      if (!cell.shown) expect(cell.size).toBeNull();
      else if (cell.filterKey.includes("&")) expect(cell.shown.kind).toBe("word");
  });

  it("is logged once an item, by nobody in particular", async () => {
    const log = await whole.db.select().from(auditEntries);
    expect(log.map(({ action, subject, personId }) => [action, subject, personId])).toEqual(
      [...SCALES, "4C1"].map((concept) => ["figures_released", `2024/${concept}`, null]),
    );
  });
});

describe("a job", () => {
  it("leaves what is there, also when two run at the same time", async () => {
    const copy = await copyOf(seeded);
    await Promise.all([releaseRound(copy.db, 2024, settings()), releaseRound(copy.db, 2024, settings())]);
    const before = await storedCells(copy.db);
    expect(before).toEqual(await storedCells(whole.db));
    expect(outcomesOf(await releaseRound(copy.db, 2024, settings()))).toMatchObject(
      all([...SCALES, "4C1"], "stands"),
    );
    expect(await storedCells(copy.db)).toEqual(before);
    expect(await copy.db.select().from(auditEntries)).toHaveLength(SCALES.length + 1);
  });

  it("goes on where it stopped and gives the same verdicts", async () => {
    const copy = await copyOf(seeded);
    const stopped = releaseRound(copy.db, 2024, {
      ...settings(),
      report: (_, { nth }) => {
        if (nth === 3) throw new Error("The power went");
      },
    });
    await expect(stopped).rejects.toThrow("The power went");
    expect(await copy.db.select().from(releases)).toHaveLength(3);
    // Five late answers in between do not come into an edition that was begun without them.
    await seedResponses(copy.db, lateTeams(teams.slice(20, 25)));
    const next = await releaseRound(copy.db, 2024, settings());
    expect(next).toMatchObject({ edition: 1, organisations: 20, waiting: 5 });
    expect(await storedCells(copy.db)).toEqual(await storedCells(whole.db));
  });

  it("works the same on a database elsewhere", async () => {
    const copy = await copyOf(seeded);
    const endpoint = await startHrana({ path: copy.path });
    const remote = openRemote(endpoint.url, undefined);
    await releaseRound(remote, 2024, settings());
    remote.$client.close();
    await endpoint.close();
    expect(await storedCells(copy.db)).toEqual(await storedCells(whole.db));
  });

  it.each([
    ["no_round", 2023, null],
    ["not_published", 2024, "update rounds set state = 'closed', published_on = null"],
    ["not_published", 2024, "update rounds set state = 'open', published_on = null"],
    ["too_few", 2024, "update responses set state = 'in_progress' where member_id > 'kwartel-004'"],
  ] as const)("releases nothing: %s", async (because, year, change) => {
    const copy = await copyOf(seeded);
    if (change) await copy.db.$client.execute(change);
    expect(await releaseRound(copy.db, year, settings())).toEqual({ ok: false, because });
    expect(await copy.db.select().from(releases)).toEqual([]);
  });

  it("withholds what a solver that fails could not prove", async () => {
    const copy = await copyOf(seeded);
    const broken: Solver = {
      open: () => {
        throw new Error("Out of memory");
      },
    };
    await releaseRound(copy.db, 2024, { ...settings(), solver: broken });
    const shown = async ({ db }: Copy) =>
      new Set(
        (await releasedCells(db, 2024, null, null, null))
          .filter((cell) => cell.shown)
          .map(({ concept, filterKey, option }) => `${concept} ${filterKey} ${option}`),
      );
    const [less, more] = [await shown(copy), await shown(whole)];
    expect([...less].filter((cell) => !more.has(cell))).toEqual([]);
  });
});
