import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OFFER_STATES, VISIT_FORMATS, VISIT_STATES } from "../../db/visit-vocabulary.ts";
import { type CountedDemo, openDemoForCounting, SEEDED_ON } from "../support/demo-counting.ts";

let demo: CountedDemo;

beforeAll(async () => {
  demo = await openDemoForCounting();
});
afterAll(() => demo.close());

describe("answers of the demo", () => {
  it("knows weet ik niet, niet van toepassing and blank apart", async () => {
    const of2024 =
      "from answers where response_id in (select id from responses where round_id = 'round-2024')";
    expect(await demo.count(`select count(*) ${of2024} and state = 'unknown'`)).toBeGreaterThan(5);
    expect(await demo.count(`select count(*) ${of2024} and state = 'not_applicable'`)).toBeGreaterThan(5);
    expect(await demo.count(`select count(*) ${of2024}`)).toBeLessThan(48 * 24);
    expect(
      await demo.count("select count(*) from answers where state <> 'given' and value is not null"),
    ).toBe(0);
  });

  it("names the 21 systems of the source under 'anders', with a choice beside most of them", async () => {
    const others = await demo.rows(
      `select json_extract(value, '$.other') as other, json_array_length(value, '$.choices') as choices
       from answers where item_id = 'item-3d1' and json_extract(value, '$.other') is not null
       and response_id in (select id from responses where round_id = 'round-2024' and sequence = 1)`,
    );
    expect(new Set(others.map(({ other }) => other)).size).toBe(21);
    expect(others.filter(({ choices }) => Number(choices) > 0).length).toBeGreaterThan(15);
  });

  it("stores only codes that the lists have", async () => {
    const strange = await demo.rows(
      `select concept, chosen.value from answers join items on items.id = item_id,
         json_each(answers.value, '$.choices') as chosen
       left join choices on choices.list = choice_list and choices.code = chosen.value
       where choices.code is null`,
    );
    expect(strange).toEqual([]);
  });

  it("lets no two organisations write the same open answer", async () => {
    const texts =
      "from answers join items on items.id = item_id where kind = 'open' and answers.state = 'given'";
    const distinct = await demo.count(`select count(distinct json_extract(value, '$.text')) ${texts}`);
    expect(distinct).toBeGreaterThan(300);
    expect(distinct).toBe(await demo.count(`select count(*) ${texts}`));
  });

  it("keeps a first revision of every answer", async () => {
    expect(
      await demo.count(
        `select count(*) from answers left join answer_revisions using (response_id, item_id, revision)
         where answer_revisions.saved_at is null or answer_revisions.value is not answers.value`,
      ),
    ).toBe(0);
  });
});

describe("the round of 2026 and the profiles", () => {
  it("is half-way: signed, ready, in progress and not begun all occur", async () => {
    const states = await demo.rows(
      "select state, count(*) as n from responses where round_id = 'round-2026' group by state order by state",
    );
    expect(states).toEqual([
      { state: "in_progress", n: 5 },
      { state: "ready", n: 3 },
      { state: "signed", n: 14 },
    ]);
    expect(
      await demo.rows(
        "select member_id, state from responses where round_id = 'round-2026' and member_id in ('buurtkracht-lindestad', 'wijkteam-waterrand') order by 1",
      ),
    ).toEqual([
      { member_id: "buurtkracht-lindestad", state: "in_progress" },
      { member_id: "wijkteam-waterrand", state: "ready" },
    ]);
  });

  it("has one present value a field, and a history behind those that were said again", async () => {
    const present = await demo.count("select count(*) from profile_values where superseded_at is null");
    expect(present).toBe(
      await demo.count("select count(*) from (select distinct member_id, field from profile_values)"),
    );
    expect(await demo.count("select count(*) from profile_values")).toBeGreaterThan(present + 100);
    const drifted = await demo.rows(
      `select member_id, place.value from profile_values, json_each(profile_values.value, '$.codes') as place
       where field = 'municipalities' and superseded_at is null
       except select member_id, code from member_municipalities`,
    );
    expect(drifted).toEqual([]);
  });
});

describe("the people and visits of the demo", () => {
  it("has the eight demo people with their roles", async () => {
    const found = await demo.rows(
      `select demo_key, coalesce(group_concat(distinct memberships.role), association_roles.role) as role,
         count(distinct member_id) as organisations
       from people left join memberships on memberships.person_id = people.id
       left join association_roles on association_roles.person_id = people.id
       where demo_key is not null group by people.id order by demo_key`,
    );
    expect(found).toEqual([
      { demo_key: "bureau", role: "bureau", organisations: 0 },
      { demo_key: "gastheer", role: "host", organisations: 2 },
      { demo_key: "gastheer-2", role: "host", organisations: 1 },
      { demo_key: "monitoring", role: "monitoring", organisations: 0 },
      { demo_key: "professional", role: "professional", organisations: 1 },
      { demo_key: "redacteur", role: "editor", organisations: 1 },
      { demo_key: "redacteur-2", role: "editor", organisations: 1 },
      { demo_key: "tekenaar", role: "signatory", organisations: 1 },
    ]);
    expect(await demo.count("select count(*) from people where email not like '%.example'")).toBe(0);
  });

  it("has some twenty offers in every state and format, and visits in every state", async () => {
    const values = async (sql: string) =>
      (await demo.rows(sql)).map((row) => Object.values(row)[0]).toSorted();
    expect(await demo.count("select count(*) from visit_offers")).toBe(21);
    expect(await values("select distinct state from visit_offers")).toEqual([...OFFER_STATES].toSorted());
    expect(await values("select distinct format from visit_offers")).toEqual([...VISIT_FORMATS].toSorted());
    expect(await values("select distinct state from visits")).toEqual([...VISIT_STATES].toSorted());
    expect(await demo.count("select count(*) from visits where state <> 'open'")).toBeGreaterThanOrEqual(12);
    expect(
      await demo.count("select count(*) from visits where state = 'open' and host_member_id is not null"),
    ).toBe(0);
  });

  it("plans offers ahead, has no history in the future and books no seat twice", async () => {
    expect(
      await demo.count("select count(*) from visit_offers where starts_at <= ?", [SEEDED_ON.getTime()]),
    ).toBe(0);
    expect(await demo.count("select count(*) from visit_events where at > ?", [SEEDED_ON.getTime()])).toBe(0);
    expect(
      await demo.count("select count(*) from responses where max(started_at, coalesce(signed_at, 0)) > ?", [
        SEEDED_ON.getTime(),
      ]),
    ).toBe(0);
    const overbooked = await demo.rows(
      `select offer_id from visits join visit_offers on visit_offers.id = offer_id where visits.state = 'accepted'
       group by offer_id having sum(visits.seats) > visit_offers.seats`,
    );
    expect(overbooked).toEqual([]);
  });

  it("ends the history of each visit where the visit stands", async () => {
    expect(
      await demo.count(
        `select count(*) from visits left join visit_events on visit_id = visits.id
           and visit_events.revision = visits.revision
         where visit_events.state is not visits.state or visit_events.at is not visits.updated_at`,
      ),
    ).toBe(0);
  });
});
