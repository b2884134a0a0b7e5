import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../db/client.ts";
import { recheck } from "../../functions/insights/gate/recheck.ts";
import type { Proof } from "../../functions/insights/release-item.ts";
import { releaseRound } from "../../functions/insights/release-job.ts";
import { yearsLackingRelease } from "../../functions/insights/release-job-queries.ts";
import { standingProof } from "../../functions/insights/release-standing.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { countOf } from "../../web/ui/dutch.ts";
import { seedResponses } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, TODAY } from "../support/cast.ts";
import { lateTeams, seedRoundToRelease } from "../support/round-to-release.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

const PATIENCE = 300_000;
let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];
let settings: { solver: Awaited<ReturnType<typeof loadSolver>>; now: () => number };
const run = (statement: string) => database.db.$client.execute(statement);
const storedMatches = async () =>
  (
    await run(
      `select concept, version, edition, previous_edition, both, joined, "left", body from matched_changes order by concept, version`,
    )
  ).rows.map((row) => ({ ...row }));

/** 2025: twelve of the twenty teams of 2024 and the last ten, so 12 took part both times. */
beforeAll(async () => {
  database = await openTemporaryDatabase();
  teams = await seedRoundToRelease(database.db);
  // Two confidential questions are enough to compare, and quick to release.
  await run(
    "update items set audience = 'members' where audience = 'confidential' and concept not in ('4A1', '4C1')",
  );
  await run(`insert into rounds (id, questionnaire_id, year, state, reference_on, opens_on, closes_on, accepts_late, published_on)
    select 'round-2025', questionnaire_id, 2025, 'published', '2025-06-01', '2025-06-03', '2025-12-31', 1, '2026-01-27' from rounds`);
  await seedResponses(
    database.db,
    teams.slice(8).map((member, at) => ({
      member,
      signedAt: "2025-07-01T10:00:00Z",
      answers: { "4A1": { scale: 2 + (at % 3) }, "4C1": { text: "Van alles" } },
      mentions: { "4C1": at % 2 === 0 ? ["visie"] : ["middelen"] },
    })),
    "round-2025",
  );
  settings = { solver: await loadSolver(), now: () => TODAY };
  app = startApp(database.db);
}, PATIENCE);
afterAll(() => database.close());

const page = async (concept: string, as: CastKey = "editor") => {
  app.roundTrips();
  const answer = await app.get(`/inzicht/ontwikkeling/${concept}`, as);
  expect(answer.status).toBe(200);
  expect(app.roundTrips()).toBe(1);
  return textOf(await answer.text());
};

describe("two rounds of a confidential question", { timeout: PATIENCE }, () => {
  it("are not compared before both are released", async () => {
    const first = await releaseRound(database.db, 2024, settings);
    expect(first).toMatchObject({ ok: true, matches: [] });
    expect(await storedMatches()).toEqual([]);
  });

  it("are compared once, by the job of the later one, and checked by addition", async () => {
    const second = await releaseRound(database.db, 2025, settings);
    expect(second).toMatchObject({
      ok: true,
      matches: [
        { concept: "4A1", outcome: "made" },
        { concept: "4C1", outcome: "made" },
      ],
    });
    const stored = await storedMatches();
    expect(stored).toMatchObject([
      { concept: "4A1", version: 1, both: 12, joined: 10, left: 8 },
      { concept: "4C1", version: 1, both: 12, joined: 10, left: 8 },
    ]);
    for (const proof of await standing(database.db)) expect(proof.parts.flatMap(recheck)).toEqual([]);
    expect(await yearsLackingRelease(database.db)).toEqual([]);
    expect(await releaseRound(database.db, 2025, settings)).toMatchObject({
      matches: [{ outcome: "stands" }, { outcome: "stands" }],
    });
    expect(await storedMatches()).toEqual(stored);
  });

  it("give the same again when the job was stopped half-way", async () => {
    const stored = await storedMatches();
    await run(
      "delete from release_supplements where change_id in (select id from matched_changes where concept = '4C1')",
    );
    await run("delete from matched_changes where concept = '4C1'");
    expect(await yearsLackingRelease(database.db)).toEqual([{ year: 2025 }]);
    await releaseRound(database.db, 2025, settings);
    expect(await storedMatches()).toEqual(stored);
  });

  it("hold the true count of the frozen answers in their bounds", async () => {
    const proofs = await standing(database.db);
    const stored = await storedMatches();
    const [before, after] = ["round-2024", "round-2025"].map(
      (round) => proofs.find((proof) => proof.round === round && proof.concept === "4A1")!,
    );
    const both = Object.keys(before!.answers).filter((id) => after!.answers[id]);
    const high = (answers: Proof["answers"]) => both.filter((id) => Number(answers[id]?.[0]) >= 4).length;
    const [line] = JSON.parse(String(stored[0]?.body));
    expect(both).toHaveLength(12);
    for (const [count, bounds] of [
      [high(before!.answers), line.before],
      [high(after!.answers), line.after],
    ] as const) {
      expect(count).toBeGreaterThanOrEqual(bounds.low);
      expect(count).toBeLessThanOrEqual(bounds.high);
    }
  });

  it("show change at the same organisations on the page, in CSV and in Excel, and nothing finer", async () => {
    const text = await page("4A1");
    expect(text).toContain("Verandering bij dezelfde organisaties");
    expect(text).toContain(
      "12 organisaties deden mee in 2024 en 2025. Daarna kwamen er 10 bij en vielen er 8 af.",
    );
    const [line] = JSON.parse(String((await storedMatches())[0]?.body));
    const words = ({ low, high }: { low: number; high: number }) =>
      low === high ? String(low) : low === 0 && high === 12 ? "niet getoond" : `${low} t/m ${high}`;
    expect(text).toContain(`Grotendeels of volledig ${words(line.before)} ${words(line.after)}`);
    const csv = await (await app.get("/inzicht/ontwikkeling/4A1/cijfers.csv", "editor")).text();
    expect(csv).toMatch(/2025;Grotendeels of volledig \(deden beide keren mee\);/);
    const sheets = JSON.stringify(
      await readSheets(await app.get("/inzicht/ontwikkeling/4A1/cijfers.xlsx", "editor")),
    );
    expect(sheets).toContain("Verandering: Grotendeels of volledig");
    expect(sheets).toContain("Bereik");
  });

  it("stand in monitoring's account: who was in both, what was added and at what cost, and nothing of the answers", async () => {
    const account = await app.get("/inzicht/2025/vrijgave", "monitoring");
    const text = textOf(await account.text());
    expect(text).toMatch(/4A1 \S.* 2024 12 10 8 (\d+ van \d+|volgt uit de totalen)/);
    expect(text).toMatch(/Dit kostte .+ en (geen|[\d.]+) (vraag|vragen) aan de oplosser\./);
    const supplements = (await run("select body from release_supplements")).rows.map(({ body }) =>
      JSON.parse(String(body)),
    );
    const walks = supplements
      .flatMap(({ strands }) => strands)
      .reduce((sum, { cost }) => sum + cost.walks, 0);
    expect(text).toContain(`Dit kostte ${countOf(walks, "gezocht", "gezochte")} `);
    const sheets = JSON.stringify(
      await readSheets(await app.get("/inzicht/2025/vrijgave.xlsx", "monitoring")),
    );
    expect(sheets).toContain("Verandering 4A1 sinds 2024");
    expect(textOf(await (await app.get("/inzicht/2024/vrijgave", "monitoring")).text())).not.toContain(
      "Dit kostte",
    );
    expect((await app.get("/inzicht/2025/vrijgave", "editor")).status).toBe(403);
  });

  it("are not split over a break, nor before they were compared", async () => {
    await run("update matched_changes set concept = 'elders-' || concept");
    expect(await page("4A1")).toContain("Dit cijfer is er nog niet.");
    await run("update matched_changes set concept = substr(concept, 8)");
    expect(await page("4A1")).not.toContain("Dit cijfer is er nog niet.");
  });

  it("count in the next edition of the earlier round, and are made again for five more only", async () => {
    await seedResponses(database.db, lateTeams(teams.slice(20, 25)));
    const late = await releaseRound(database.db, 2024, settings);
    expect(late).toMatchObject({
      edition: 2,
      organisations: 25,
      matches: [{ outcome: "made" }, { outcome: "made" }],
    });
    const stored = await storedMatches();
    expect(stored.filter(({ version }) => version === 2)).toMatchObject([
      { concept: "4A1", previous_edition: 2, both: 17 },
      { concept: "4C1", previous_edition: 2, both: 17 },
    ]);
    const proofs = await standing(database.db);
    for (const proof of proofs) expect(proof.parts.flatMap(recheck)).toEqual([]);
    const [first, second] = proofs.filter(
      ({ round, concept }) => round === "round-2024" && concept === "4A1",
    );
    const published = first!.parts[0]!.strands[0]!.cells.filter(({ shown }) => shown).length;
    expect(second!.parts[0]!.strands[0]!.carried).toHaveLength(published);
    await releaseRound(database.db, 2024, settings);
    expect(await storedMatches()).toEqual(stored);
  });
});

/** Every stored proof with its supplements. */
async function standing(db: Database) {
  const { rows } = await db.$client.execute(`
    select r.round_id as round, i.concept, p.body,
      (select json_group_array(json(body)) from (select s.body from release_supplements s
        where s.release_id = r.id order by s.position)) as supplements
    from releases r join items i on i.id = r.item_id join release_proofs p on p.release_id = r.id
    order by r.round_id, i.concept, r.edition`);
  return rows.map(({ round, concept, body, supplements }) => ({
    round: String(round),
    concept: String(concept),
    ...standingProof({ body: String(body), supplements: String(supplements) }),
  }));
}
