import * as fc from "fast-check";
import { VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import type { OfferFacts, OrganisationFacts, WishFacts } from "../../functions/visits/matching/facts.ts";

/** An organisation in the middle of the country about which nothing stands out, unless told otherwise. */
export const organisation = (id: string, facts: Partial<OrganisationFacts> = {}): OrganisationFacts => ({
  id,
  place: { latitude: 52.1, longitude: 5.3 },
  sizeClass: null,
  legalForms: [],
  systems: [],
  openScales: {},
  ...facts,
});

export const wish = (facts: Partial<WishFacts> = {}): WishFacts => ({
  id: "vraag",
  guest: organisation("gast"),
  themeId: "preventie",
  people: 2,
  formats: [],
  travelLimit: null,
  createdAt: 0,
  ...facts,
});

export const offer = (facts: Partial<OfferFacts> = {}): OfferFacts => ({
  id: "aanbod",
  host: organisation("gastheer"),
  themeIds: ["preventie"],
  format: "team_visit",
  seatsLeft: 4,
  fewestPeople: 1,
  isOnADay: false,
  canReceive: true,
  load: { used: 0, limit: null },
  lastReceivedDaysAgo: null,
  ...facts,
});

const scales = fc.dictionary(fc.constantFrom("4B1", "4B2", "4B3", "4B4"), fc.integer({ min: 1, max: 5 }));

const organisationFrom = (ids: readonly string[]) =>
  fc.record({
    id: fc.constantFrom(...ids),
    place: fc.option(
      fc.record({
        latitude: fc.double({ min: 51, max: 53.5, noNaN: true }),
        longitude: fc.double({ min: 3.5, max: 7, noNaN: true }),
      }),
    ),
    sizeClass: fc.constantFrom(null, "large", "middle", "small"),
    legalForms: fc.subarray(["foundation", "municipality"]),
    systems: fc.subarray(["een", "twee", "drie"]),
    openScales: scales,
  }) satisfies fc.Arbitrary<OrganisationFacts>;

/** Associations of up to 14 organisations that all may ask and offer, with few themes so that much overlaps. */
export const associations = fc
  .array(organisationFrom(Array.from({ length: 14 }, (_, at) => `team-${at}`)), {
    minLength: 2,
    maxLength: 14,
  })
  .map((all) => [...new Map(all.map((each) => [each.id, each])).values()])
  .chain((teams) =>
    fc.record({
      wishes: fc
        .array(
          fc.record({
            guest: fc.constantFrom(...teams),
            themeId: fc.constantFrom("preventie", "inloop", "schulden"),
            people: fc.integer({ min: 1, max: 4 }),
            formats: fc.subarray([...VISIT_FORMATS], { maxLength: 1 }),
            travelLimit: fc.option(
              fc.record({
                amount: fc.integer({ min: 10, max: 200 }),
                unit: fc.constantFrom("minutes", "kilometres"),
              }),
            ),
            createdAt: fc.integer({ min: 0, max: 5 }),
          }),
          { maxLength: 20 },
        )
        .map((all) => all.map((each, at): WishFacts => ({ ...each, id: `vraag-${at}` }))),
      offers: fc
        .array(
          fc.record({
            host: fc.constantFrom(...teams),
            themeIds: fc.subarray(["preventie", "inloop", "schulden"], { minLength: 1 }),
            format: fc.constantFrom(...VISIT_FORMATS),
            seatsLeft: fc.integer({ min: 1, max: 8 }),
            fewestPeople: fc.integer({ min: 1, max: 2 }),
            isOnADay: fc.boolean(),
            canReceive: fc.boolean(),
            lastReceivedDaysAgo: fc.option(fc.integer({ min: 0, max: 365 })),
          }),
          { maxLength: 16 },
        )
        .map((all) =>
          all.map(
            (each, at): OfferFacts => ({ ...each, id: `aanbod-${at}`, load: { used: 0, limit: null } }),
          ),
        ),
      limits: fc.dictionary(fc.constantFrom(...teams.map(({ id }) => id)), fc.integer({ min: 0, max: 3 })),
      received: fc.dictionary(fc.constantFrom(...teams.map(({ id }) => id)), fc.integer({ min: 0, max: 5 })),
    }),
  );
