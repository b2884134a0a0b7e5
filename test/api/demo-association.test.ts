import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "../../db/demo/seed.ts";
import { codebooks } from "../../db/registry/codebooks.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import type { MunicipalityClass } from "../../db/vocabulary.ts";
import { sizeClassOf } from "../../functions/members/size-class.ts";
import { type CountedDemo, openDemoForCounting } from "../support/demo-counting.ts";

let demo: CountedDemo;

beforeAll(async () => {
  demo = await openDemoForCounting();
});
afterAll(() => demo.close());

const everyTable = async () => {
  const tables = await demo.rows(
    "select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\'",
  );
  const contents: Record<string, unknown[]> = {};
  for (const { name } of tables) contents[String(name)] = await demo.rows(`select * from "${name}"`);
  return contents;
};

describe("what the published round fixes, counted in the database", () => {
  it("has 55 members", async () => {
    expect(await demo.count("select count(*) from members where left_on is null")).toBe(55);
  });

  it("works in 123 municipalities in 10 provinces, none in Drenthe and Zeeland", async () => {
    expect(await demo.count("select count(distinct code) from member_municipalities")).toBe(123);
    const provinces = await demo.rows(
      "select distinct province from member_municipalities join municipalities using (code)",
    );
    const names = provinces.map(({ province }) => province);
    expect(names).toHaveLength(10);
    expect(names).not.toContain("Drenthe");
    expect(names).not.toContain("Zeeland");
  });

  it("serves 9,572,027 inhabitants counted once; counting by member would come out higher", async () => {
    const counted = (from: string, on: string) =>
      demo.count(
        `select sum(inhabitants) from ${from} join municipality_inhabitants using (code) where reference_on = ?`,
        [on],
      );
    const once = "(select distinct code from member_municipalities)";
    expect(await counted(once, "2022-01-01")).toBe(9_572_027);
    expect(await counted(once, "2026-01-01")).toBeGreaterThan(9_000_000);
    const shared = await demo.rows(
      "select code from member_municipalities group by code having count(*) = 2 order by code",
    );
    expect(shared).toHaveLength(2);
    expect(await counted("member_municipalities", "2022-01-01")).toBe(9_572_027 + 655_468 + 47_113);
  });

  it.each(["2022-01-01", "2026-01-01"])(
    "has 35 large, 16 middle and 4 small members with the count of %s",
    async (on) => {
      const found = await demo.rows(
        `select member_id, group_concat(municipality_class) as classes, sum(inhabitants) as inhabitants
       from member_municipalities join municipalities using (code) join municipality_inhabitants using (code)
       where reference_on = ? group by member_id`,
        [on],
      );
      const sizes = { large: 0, middle: 0, small: 0 };
      for (const { classes, inhabitants } of found) {
        const size = sizeClassOf(String(classes).split(",") as MunicipalityClass[], Number(inhabitants));
        if (size) sizes[size] += 1;
      }
      expect(sizes).toEqual({ large: 35, middle: 16, small: 4 });
    },
  );

  it("has 48 signed responses of 46 organisations to 2024: two answered twice", async () => {
    const signed =
      "from responses join rounds on rounds.id = round_id where year = 2024 and responses.state = 'signed'";
    expect(await demo.count(`select count(*) ${signed}`)).toBe(48);
    expect(await demo.count(`select count(distinct member_id) ${signed}`)).toBe(46);
    const twice = await demo.rows(`select member_id ${signed} group by member_id having count(*) > 1`);
    expect(twice).toHaveLength(2);
    expect(await demo.count(`select count(*) ${signed} and sequence = 2`)).toBe(2);
    expect(await demo.count(`select count(*) ${signed} and signed_at > ?`, [Date.parse("2025-01-27")])).toBe(
      0,
    );
  });

  it("keeps the round of 2024 open for late answers after its publication", async () => {
    expect(await demo.rows("select state, accepts_late, reference_on from rounds where year = 2024")).toEqual(
      [{ state: "published", accepts_late: 1, reference_on: "2024-06-01" }],
    );
  });

  it.each(["4C1", "4C2", "5B1", "5C1"])("ranks the themes of %s as published", async (concept) => {
    const ranking = await demo.rows(
      `select themes.slug, count(*) as mentions, count(distinct member_id) as organisations
       from codings join items on items.id = item_id join themes on themes.id = theme_id
       join responses on responses.id = response_id join rounds on rounds.id = round_id
       where concept = ? and year = 2024 and responses.state = 'signed'
       group by themes.id order by mentions desc`,
      [concept],
    );
    const published = codebooks
      .find((codebook) => codebook.concept === concept)
      ?.themes.map(({ slug }) => slug);
    expect(ranking.map(({ slug }) => slug)).toEqual(published);
    const mentions = ranking.map((row) => Number(row.mentions));
    for (const [index, count] of mentions.entries()) {
      if (index > 0) expect(count).toBeLessThan(mentions[index - 1] as number);
      expect(count).toBeGreaterThanOrEqual(Number(ranking[index]?.organisations));
    }
  });

  it("has a mention of a theme more often than once in some answers", async () => {
    const doubled = await demo.count(
      "select count(*) from (select 1 from codings group by response_id, item_id, theme_id having count(*) > 1)",
    );
    expect(doubled).toBeGreaterThan(5);
  });

  it("gives opinions as the report words them", async () => {
    const levels = await demo.rows(
      `select concept, avg(json_extract(value, '$.scale')) as mean,
         count(distinct json_extract(value, '$.scale')) as levels
       from answers join items on items.id = item_id join responses on responses.id = response_id
       where kind = 'scale' and answers.state = 'given' and round_id = 'round-2024' group by concept`,
    );
    const mean = (concept: string) => Number(levels.find((row) => row.concept === concept)?.mean);
    expect(Number(levels.find(({ concept }) => concept === "4A1")?.levels)).toBe(5);
    for (const high of ["4A2", "4A3", "4A4"]) expect(mean(high), high).toBeGreaterThan(3.6);
    for (const low of ["4B1", "4B2", "4B3", "4B4"]) expect(mean(low), low).toBeLessThan(3);
  });
});

describe("the made-up pilot of 2022, from which the outcome runs on", () => {
  const inYear = (year: number) =>
    `select r.member_id from responses r where r.round_id = 'round-${year}' and r.state = 'signed'`;

  it("was answered by 40 organisations, of which 34 came back, 6 went and 12 were new", async () => {
    expect(await demo.count(`select count(*) from (${inYear(2022)})`)).toBe(40);
    expect(await demo.count(`select count(*) from (${inYear(2022)} intersect ${inYear(2024)})`)).toBe(34);
    expect(await demo.count(`select count(*) from (${inYear(2024)} except ${inYear(2022)})`)).toBe(12);
  });

  it("says in its title that it is made up, and asked nobody before joining", async () => {
    expect(
      await demo.rows(
        "select title from questionnaires q join rounds r on r.questionnaire_id = q.id where year = 2022",
      ),
    ).toEqual([{ title: "Hoe werken onze wijkteams? Verzonnen proefronde" }]);
    expect(
      await demo.count(
        `select count(*) from responses s join members m on m.id = s.member_id
         join rounds r on r.id = s.round_id where m.joined_on > r.opens_on`,
      ),
    ).toBe(0);
  });

  it("asked most questions as in 2024, two in other words and one on another scale", async () => {
    const pairs = await demo.rows(
      `select a.concept, a.stem || ' ' || a.wording <> b.stem || ' ' || b.wording as worded,
         a.choice_list is not b.choice_list as scaled
       from items a join items b on b.concept = a.concept and b.questionnaire_id = 'hoe-werken-onze-wijkteams'
       where a.questionnaire_id = 'proefronde-2022' order by a.concept`,
    );
    expect(pairs).toHaveLength(12);
    expect(pairs.filter(({ worded, scaled }) => worded === 1 && scaled === 0)).toMatchObject([
      { concept: "3D1" },
      { concept: "4A3" },
    ]);
    expect(pairs.filter(({ scaled }) => scaled === 1)).toMatchObject([{ concept: "4B4" }]);
  });

  it("leaves every profile as the later rounds and the bureau's list made it", async () => {
    expect(
      await demo.count(
        "select count(*) from profile_values where round_id = 'round-2022' and superseded_at is null",
      ),
    ).toBe(0);
  });
});

describe("the open round of 2026", () => {
  it("asks the questions of 2024 in a questionnaire of its own, which may still change", async () => {
    expect(
      await demo.count(
        `select count(*) from items a join items b on b.concept = a.concept and b.wording = a.wording
           and b.stem = a.stem and b.choice_list is a.choice_list
         where a.questionnaire_id = 'vragenlijst-2026' and b.questionnaire_id = 'hoe-werken-onze-wijkteams'`,
      ),
    ).toBe(24);
    expect(
      await demo.count(
        `select count(*) from rounds r join rounds o on o.questionnaire_id = r.questionnaire_id
         where r.year = 2026 and o.state = 'published'`,
      ),
    ).toBe(0);
  });

  it.each([
    ["answers", "item_id", "items", "response_id"],
    ["profile_outcomes", "item_id", "items", "response_id"],
    ["answer_reasons", "item_id", "items", "response_id"],
    ["response_returns", "item_id", "items", "response_id"],
    ["section_completions", "section_id", "sections", "response_id"],
    ["section_assignments", "section_id", "sections", "round_id"],
    ["question_notes", "item_id", "items", "round_id"],
    ["question_queries", "item_id", "items", "round_id"],
  ])("%s of every round are about parts of its own questionnaire", async (table, part, parts, by) => {
    const round =
      by === "round_id" ? "t.round_id" : "(select round_id from responses s where s.id = t.response_id)";
    const rows = `from ${table} t join ${parts} p on p.id = t.${part} join rounds r on r.id = ${round}`;
    expect(await demo.count(`select count(*) ${rows}`)).toBeGreaterThan(0);
    expect(await demo.count(`select count(*) ${rows} where r.questionnaire_id <> p.questionnaire_id`)).toBe(
      0,
    );
  });
});

describe("seeding", () => {
  it("puts whole provinces in their one region for public health", async () => {
    const regions = await demo.rows(
      "select q.name || ' ' || count(*) as said from municipality_regions r join regions q on q.id = r.region_id group by q.id",
    );
    const said = regions.map((row) => row.said).join();
    expect(said).toBe("GGD Drenthe 12,GGD Flevoland 6,GGD Fryslân 18,GGD Groningen 10,GGD Zeeland 13");
  });

  it("does nothing the second time, and undoes no edit", async () => {
    await demo.db.$client.execute(
      "update members set name = 'Anders genoemd' where id = 'wijkteam-waterrand'",
    );
    await demo.db.$client.execute("update choices set label = 'Anders genoemd' where code = 'wmo'");
    const before = await everyTable();
    await seedRegistry(demo.db);
    await seedDemo(demo.db, new Date("2027-03-01T11:00:00Z"));
    expect(await everyTable()).toEqual(before);
  });

  it("gives the same association at every seeding", async () => {
    const first = await openDemoForCounting();
    const second = await openDemoForCounting();
    const answersOf = (each: CountedDemo) =>
      each.db.$client.execute("select * from answers order by response_id, item_id");
    expect((await answersOf(first)).rows).toEqual((await answersOf(second)).rows);
    await first.close();
    await second.close();
  });
});
