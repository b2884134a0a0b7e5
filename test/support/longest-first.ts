import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Set by set: a worker that stays within a set has what the set needs loaded. */
const SETS = ["browser", "edge", "unit", "api"];

/** Files that keep a worker busy for long, longest first. Last in line, one of these would leave the other idle. */
const LONG = [
  "browser/every-page",
  "browser/questionnaires-saving",
  "browser/journey-questionnaire",
  "browser/journey-profile",
  "browser/journey-insight",
  "unit/gate-attack-apart",
  "unit/gate-attack-groups",
  "unit/gate-opened",
  "edge/visits-groups",
  "api/site-crawl",
  "api/start-settings",
  "api/questionnaires-saving-property",
  "api/visits-groups-property",
  "api/release-command",
  "api/visits-year",
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return place < 0 ? LONG.length : place;
};

/** The order of the test files: both workers are done at about the same time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted(
      (one, other) =>
        SETS.indexOf(one.project.name) - SETS.indexOf(other.project.name) || placeOf(one) - placeOf(other),
    );
  }
}
