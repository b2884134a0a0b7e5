import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairKey, rankOffers, rankWishes } from "../../functions/visits/matching/ranking.ts";
import { obstacleOf, scoreOf } from "../../functions/visits/matching/score.ts";
import { kilometresBetween, travelBetween } from "../../functions/visits/matching/travel.ts";
import { MATCH_CRITERIA, MATCH_WEIGHTS } from "../../web/visits/match-weights.ts";
import { associations, offer, organisation, wish } from "../support/match-facts.ts";

const STRANGERS = { guestWentToHost: 0, hostWentToGuest: 0 };
const pointsOf = (...given: Parameters<typeof scoreOf>) =>
  Object.fromEntries(scoreOf(...given)?.parts.map(({ criterion, points }) => [criterion, points]) ?? []);
const reasonsOf = (...given: Parameters<typeof scoreOf>) =>
  scoreOf(...given)?.reasons.map(({ about }) => about);

describe("travel", () => {
  const utrecht = { latitude: 52.0907, longitude: 5.1214 };
  const groningen = { latitude: 53.2194, longitude: 6.5665 };

  test("the straight line from Utrecht to Groningen is about 159 kilometres", () => {
    expect(kilometresBetween(utrecht, groningen)).toBeCloseTo(158.9, 1);
  });
  test("over the road that is longer, and takes nearly three hours", () => {
    expect(travelBetween(utrecht, groningen)).toEqual({ kilometres: 207, minutes: 170 });
  });
  test("next door takes five minutes, and an unknown place is unknown", () => {
    expect(travelBetween(utrecht, utrecht)).toEqual({ kilometres: 0, minutes: 5 });
    expect(travelBetween(utrecht, null)).toBeNull();
  });
  test("further always takes at least as long", () => {
    const degrees = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, (a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        const to = (north: number) =>
          travelBetween(utrecht, { ...utrecht, latitude: utrecht.latitude + north })?.minutes ?? 0;
        expect(to(near)).toBeLessThanOrEqual(to(far));
      }),
    );
  });
});

describe("what stands in the way", () => {
  const far = organisation("ver", { place: { latitude: 53.2, longitude: 6.5 } });
  const cases = [
    ["one's own offer", wish({ guest: organisation("gastheer") }), offer(), "own"],
    ["another theme", wish({ themeId: "inloop" }), offer(), "theme"],
    ["too many people", wish({ people: 5 }), offer(), "group"],
    ["too few people", wish({ people: 1 }), offer({ fewestPeople: 2 }), "group"],
    [
      "too far in minutes",
      wish({ travelLimit: { amount: 60, unit: "minutes" } }),
      offer({ host: far }),
      "distance",
    ],
    [
      "too far in kilometres",
      wish({ travelLimit: { amount: 90, unit: "kilometres" } }),
      offer({ host: far }),
      "distance",
    ],
    ["a host that takes nobody", wish(), offer({ canReceive: false }), "full"],
    ["nothing", wish(), offer(), null],
    [
      "nothing: a digital visit is never far",
      wish({ travelLimit: { amount: 1, unit: "minutes" } }),
      offer({ host: far, format: "digital" }),
      null,
    ],
  ] as const;
  test.each(cases)("%s", (_, asked, offered, obstacle) => {
    expect(obstacleOf(asked, offered)).toBe(obstacle);
    expect(scoreOf(asked, offered, STRANGERS) === null).toBe(obstacle !== null);
  });
});

describe("the score", () => {
  test("what can be earned adds up to 100", () => {
    const points = MATCH_CRITERIA.map((criterion) => MATCH_WEIGHTS[criterion].points);
    expect(points.filter((each) => each > 0).reduce((a, b) => a + b)).toBe(100);
  });
  test("a pair that fits in everything earns all of it", () => {
    const alike = { sizeClass: "middle", legalForms: ["foundation"], systems: ["een"] } as const;
    const asked = wish({ guest: organisation("gast", { ...alike, openScales: { "4B1": 1, "4B2": 2 } }) });
    const offered = offer({
      host: organisation("gastheer", { ...alike, openScales: { "4B1": 5, "4B2": 4 } }),
    });
    const score = scoreOf(asked, offered, { guestWentToHost: 0, hostWentToGuest: 1 });
    expect(score?.total).toBe(100);
    expect(score?.reasons.map(({ about }) => about)).toEqual(["theme", "travel", "strength"]);
  });
  test("a busy host and one that just received come later", () => {
    expect(pointsOf(wish(), offer({ load: { used: 1, limit: 2 } }), STRANGERS).load).toBe(-6);
    expect(pointsOf(wish(), offer({ load: { used: 1, limit: null } }), STRANGERS).load).toBe(-3);
    expect(pointsOf(wish(), offer({ lastReceivedDaysAgo: 10 }), STRANGERS).recent).toBe(-8);
    expect(pointsOf(wish(), offer({ lastReceivedDaysAgo: 200 }), STRANGERS).recent).toBeUndefined();
  });
  test("a visit back is owed until it was made", () => {
    const owed = { guestWentToHost: 0, hostWentToGuest: 1 };
    expect(pointsOf(wish(), offer(), owed).reciprocity).toBe(4);
    expect(pointsOf(wish(), offer(), { ...owed, guestWentToHost: 1 }).reciprocity).toBeUndefined();
  });
  test("a wished format counts, another one does not", () => {
    expect(pointsOf(wish({ formats: ["team_visit"] }), offer(), STRANGERS).format).toBe(6);
    expect(pointsOf(wish({ formats: ["digital"] }), offer(), STRANGERS).format).toBeUndefined();
  });
  test("there are three reasons, also when next to nothing is known", () => {
    const unknown = { place: null };
    const asked = wish({ guest: organisation("gast", unknown), people: 1 });
    expect(
      reasonsOf(asked, offer({ host: organisation("gastheer", unknown), lastReceivedDaysAgo: 9 }), STRANGERS),
    ).toEqual(["theme", "room", "day"]);
  });
});

describe("closing an answer", () => {
  const open = { "4B1": 1 };
  const strong = { "4B1": 5 };
  const between = (guestScales: Record<string, number>, hostScales: Record<string, number>) =>
    scoreOf(
      wish({ guest: organisation("gast", { openScales: guestScales }) }),
      offer({ host: organisation("gastheer", { openScales: hostScales }) }),
      STRANGERS,
    );

  test("takes away its reason and its points, whichever side closes", () => {
    const opened = between(open, strong);
    expect(opened?.reasons).toContainEqual({ about: "strength", concepts: ["4B1"] });
    for (const closed of [between({}, strong), between(open, {})]) {
      expect(closed?.reasons.map(({ about }) => about)).not.toContain("strength");
      expect(closed?.total).toBe((opened?.total ?? 0) - 8);
    }
  });
  test("leaves a score that says nothing about it: the same for every closed answer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (step) => {
        expect(between({}, { "4B1": step })).toEqual(between({}, {}));
        expect(between({ "4B1": step }, {})).toEqual(between({}, {}));
      }),
    );
  });
});

describe("the ranking", () => {
  test("is the same for the same facts, in whatever order they come", () => {
    fc.assert(
      fc.property(associations, fc.infiniteStream(fc.nat()), ({ wishes, offers }, numbers) => {
        const shuffled = <T>(all: readonly T[]) =>
          all
            .map((each) => ({ each, at: numbers.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
        for (const asked of wishes) {
          const ranked = rankOffers(asked, offers, new Map());
          expect(rankOffers(asked, offers, new Map())).toEqual(ranked);
          expect(rankOffers(asked, shuffled(offers), new Map())).toEqual(ranked);
        }
        for (const offered of offers) {
          const ranked = rankWishes(offered, wishes, new Map());
          expect(rankWishes(offered, shuffled(wishes), new Map())).toEqual(ranked);
        }
      }),
      { numRuns: 60 },
    );
  });
  test("names each host once, with three reasons, and points that add up", () => {
    fc.assert(
      fc.property(associations, ({ wishes, offers }) => {
        for (const asked of wishes) {
          const ranked = rankOffers(asked, offers, new Map());
          const hosts = ranked.map((match) => match.offer.host.id);
          expect(new Set(hosts).size).toBe(hosts.length);
          expect(hosts).not.toContain(asked.guest.id);
          for (const { score } of ranked) {
            expect(new Set(score.reasons.map(({ about }) => about)).size).toBe(3);
            expect(score.parts.reduce((sum, { points }) => sum + points, 0)).toBe(score.total);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
  test("ties: less travel, then less load, then the older request", () => {
    const near = { latitude: 52.1, longitude: 5.3 };
    const alsoNear = { latitude: 52.14, longitude: 5.3 };
    const hosts = [
      offer({ id: "a", host: organisation("a", { place: alsoNear }) }),
      offer({ id: "b", host: organisation("b", { place: near }) }),
    ];
    expect(rankOffers(wish(), hosts, new Map()).map(({ offer: { id } }) => id)).toEqual(["b", "a"]);
    const asked = [
      wish({ id: "a", createdAt: 2 }),
      wish({ id: "b", createdAt: 1, guest: organisation("ander") }),
    ];
    expect(rankWishes(offer(), asked, new Map()).map(({ wish: { id } }) => id)).toEqual(["b", "a"]);
  });
  test("takes visits of the pair from the history", () => {
    const histories = new Map([[pairKey("gast", "gastheer"), { guestWentToHost: 0, hostWentToGuest: 2 }]]);
    const [match] = rankOffers(wish(), [offer()], histories);
    expect(match?.score.parts).toContainEqual({ criterion: "reciprocity", points: 4 });
  });
});
