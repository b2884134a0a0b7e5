import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assign, type Placement } from "../../functions/visits/matching/assignment.ts";
import { bundlesFor } from "../../functions/visits/matching/bundle.ts";
import { type Match, matchesOf, pairKey } from "../../functions/visits/matching/ranking.ts";
import { associations, offer, organisation, wish } from "../support/match-facts.ts";

type Association = typeof associations extends fc.Arbitrary<infer T> ? T : never;

const capacityOf = ({ offers, limits }: Association) =>
  new Map(offers.map(({ host }) => [host.id, limits[host.id] ?? 2]));
const divide = (
  association: Association,
  matches = matchesOf(association.wishes, association.offers, new Map()),
) =>
  assign({
    matches,
    capacity: capacityOf(association),
    received: new Map(Object.entries(association.received)),
  });
const counted = (ids: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};
const pairs = (placed: readonly Placement[]) =>
  placed.map((each) => `${each.wave} ${each.wish.id} ${each.offer.id}`).sort();

/** Most guests that can have one visit at all, by augmenting paths: another method than the one under test. */
function mostGuests(matches: readonly Match[], capacity: ReadonlyMap<string, number>): number {
  const hostsOf = Map.groupBy(matches, (match) => match.wish.guest.id);
  const guestsAt = new Map<string, string[]>();
  const place = (guest: string, tried: Set<string>): boolean => {
    for (const host of new Set(hostsOf.get(guest)?.map((match) => match.offer.host.id))) {
      if (tried.has(host)) continue;
      tried.add(host);
      const there = guestsAt.get(host) ?? [];
      guestsAt.set(host, there);
      if (there.length < (capacity.get(host) ?? 0)) return there.push(guest) > 0;
      const moved = there.findIndex((other) => place(other, tried));
      if (moved >= 0) {
        there[moved] = guest;
        return true;
      }
    }
    return false;
  };
  return [...hostsOf.keys()].filter((guest) => place(guest, new Set())).length;
}

/** Seats that never run out, so that only the limits of hosts count. */
const roomy = (association: Association): Association => ({
  ...association,
  offers: association.offers.map((each) => ({ ...each, seatsLeft: 200 })),
});

describe("a fair division", () => {
  test("places every request at most once, where it fits, within the limits of hosts and the seats of offers", () => {
    fc.assert(
      fc.property(associations, (association) => {
        const placed = divide(association);
        const capacity = capacityOf(association);
        expect(new Set(placed.map((each) => each.wish.id)).size).toBe(placed.length);
        for (const [host, count] of counted(placed.map((each) => each.offer.host.id)))
          expect(count).toBeLessThanOrEqual(capacity.get(host) ?? 0);
        for (const each of association.offers) {
          const people = placed.filter(({ offer: { id } }) => id === each.id);
          expect(people.reduce((sum, { wish: { people: more } }) => sum + more, 0)).toBeLessThanOrEqual(
            each.seatsLeft,
          );
        }
        for (const each of placed) {
          expect(each.wish.guest.id).not.toBe(each.offer.host.id);
          expect(each.offer.themeIds).toContain(each.wish.themeId);
        }
      }),
    );
  });

  test("gives nobody a second visit before as many as possible have a first", () => {
    fc.assert(
      fc.property(associations.map(roomy), (association) => {
        const placed = divide(association);
        const first = placed.filter(({ wave }) => wave === 1);
        const guests = new Set(first.map((each) => each.wish.guest.id));
        expect(guests.size).toBe(first.length);
        const matches = matchesOf(association.wishes, association.offers, new Map());
        expect(guests.size).toBe(mostGuests(matches, capacityOf(association)));
        // Who gets a second visit got a first one.
        for (const {
          wave,
          wish: { guest },
        } of placed)
          if (wave > 1) expect(guests).toContain(guest.id);
      }),
    );
  });

  test("lets no host receive a second while another that could take that guest receives nobody", () => {
    fc.assert(
      fc.property(associations.map(roomy), (association) => {
        const matches = matchesOf(association.wishes, association.offers, new Map());
        const first = divide(association).filter(({ wave }) => wave === 1);
        const hosts = counted(first.map((each) => each.offer.host.id));
        const capacity = capacityOf(association);
        const open = new Set(matches.map((match) => pairKey(match.wish.guest.id, match.offer.host.id)));
        for (const each of first)
          if ((hosts.get(each.offer.host.id) ?? 0) > 1)
            for (const [host, room] of capacity)
              if (room > 0 && !hosts.has(host)) expect(open).not.toContain(pairKey(each.wish.guest.id, host));
      }),
    );
  });

  test("leaves no request without a host that still has room for it", () => {
    fc.assert(
      fc.property(associations, (association) => {
        const placed = divide(association);
        const there = counted(placed.map((each) => each.offer.host.id));
        const taken = new Set(placed.map((each) => each.wish.id));
        const seats = new Map(association.offers.map(({ id, seatsLeft }) => [id, seatsLeft]));
        for (const each of placed)
          seats.set(each.offer.id, (seats.get(each.offer.id) ?? 0) - each.wish.people);
        for (const match of matchesOf(association.wishes, association.offers, new Map())) {
          const host = match.offer.host.id;
          const hasRoom =
            (there.get(host) ?? 0) < (capacityOf(association).get(host) ?? 0) &&
            match.wish.people <= (seats.get(match.offer.id) ?? 0);
          expect(hasRoom && !taken.has(match.wish.id)).toBe(false);
        }
      }),
    );
  });

  test("is the same in whatever order the facts come", () => {
    fc.assert(
      fc.property(associations, (association) => {
        const turned = matchesOf(association.wishes.toReversed(), association.offers.toReversed(), new Map());
        expect(pairs(divide(association, turned))).toEqual(pairs(divide(association)));
      }),
    );
  });

  test("lets who visited least go first when there is room for one", () => {
    const asked = ["a", "b"].map((id) => wish({ id, guest: organisation(id) }));
    const placedWhen = (received: Record<string, number>) =>
      assign({
        matches: matchesOf(asked, [offer()], new Map()),
        capacity: new Map([["gastheer", 1]]),
        received: new Map(Object.entries(received)),
      }).map((each) => each.wish.id);
    expect(placedWhen({ a: 1 })).toEqual(["b"]);
    expect(placedWhen({ b: 1 })).toEqual(["a"]);
  });

  test("prefers serving two over the best pair", () => {
    const both = organisation("beide", { systems: ["een"] });
    const only = organisation("een");
    const asked = [wish({ id: "beide", guest: both }), wish({ id: "een", guest: only, themeId: "inloop" })];
    const offered = [
      offer({
        id: "best",
        host: organisation("best", { systems: ["een"] }),
        themeIds: ["preventie", "inloop"],
      }),
      offer({ id: "ander", host: organisation("ander") }),
    ];
    const placed = assign({
      matches: matchesOf(asked, offered, new Map()),
      capacity: new Map([
        ["best", 1],
        ["ander", 1],
      ]),
      received: new Map(),
    });
    expect(pairs(placed)).toEqual(["1 beide ander", "1 een best"]);
  });
});

describe("bundles", () => {
  const host = organisation("gastheer");
  const near = (id: string, north = 0.05) =>
    organisation(id, { place: { latitude: 52.1 + north, longitude: 5.3 } });
  const asked = (id: string, guest = near(id), more = {}) => wish({ id, guest, ...more });
  const shapeOf = (...given: Parameters<typeof bundlesFor>) =>
    bundlesFor(...given).map((each) => [
      each.themeId,
      each.wishes.map(({ wish: { id } }) => id),
      each.people,
    ]);

  test("two teams nearby with one theme are one proposal", () => {
    expect(shapeOf(host, new Set(), [asked("a"), asked("b", near("b", 0.2))])).toEqual([
      ["preventie", ["a", "b"], 4],
    ]);
  });
  test("one team, one that asks twice, and one's own team are none", () => {
    expect(shapeOf(host, new Set(), [asked("a"), asked("a2", near("a")), asked("zelf", host)])).toEqual([]);
  });
  test("who is too far, by the neighbourhood or by its own limit, is left out", () => {
    const all = [
      asked("a"),
      asked("b"),
      asked("ver", near("ver", 1)),
      asked("grens", near("grens", 0.3), { travelLimit: { amount: 10, unit: "kilometres" } }),
    ];
    expect(shapeOf(host, new Set(), all)).toEqual([["preventie", ["a", "b"], 4]]);
  });
  test("themes on offer come first, then the most teams, in whatever order the requests come", () => {
    const all = ["a", "b", "c"].map((id) => asked(id));
    const others = ["d", "e"].map((id) => asked(id, near(id), { themeId: "inloop" }));
    const ordered = shapeOf(host, new Set(["inloop"]), [...all, ...others]).map(([theme]) => theme);
    expect(ordered).toEqual(["inloop", "preventie"]);
    expect(shapeOf(host, new Set(), [...others, ...all].reverse())).toEqual(
      shapeOf(host, new Set(), [...all, ...others]),
    );
    expect(shapeOf(host, new Set(), [...all, ...others])[0]?.[0]).toBe("preventie");
  });
});
