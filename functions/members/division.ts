/** A municipality as it is or was by law. Days are "2026-12-01"; `validTo` is the first day without. */
export interface DividedMunicipality {
  code: string;
  validFrom: string;
  validTo: string | null;
  /** who took over */
  successorCode: string | null;
}

/** Where a member works: since the beginning, or since a merger, and until one (null: now). */
export interface WorkedIn {
  code: string;
  since: string | null;
  until: string | null;
}

export interface CountedInhabitants {
  code: string;
  referenceOn: string;
  inhabitants: number;
}

export const isValidOn = ({ validFrom, validTo }: DividedMunicipality, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo > day);

/** Which municipalities went over into which, also by way of one in between, and since when. */
export function partsOf(division: readonly DividedMunicipality[]) {
  const byCode = new Map(division.map((each) => [each.code, each]));
  return division.flatMap(({ code: partCode, ...first }) => {
    const parts: { code: string; partCode: string; since: string }[] = [];
    let { validTo, successorCode } = first;
    while (validTo !== null && successorCode !== null) {
      parts.push({ code: successorCode, partCode, since: validTo });
      ({ validTo, successorCode } = byCode.get(successorCode) ?? { validTo: null, successorCode: null });
    }
    return parts;
  });
}

/**
 * The municipalities of a member in the division of a day: those that it worked in then, and for one that it chose
 * later, that did not exist yet or was smaller, what that one was made of. Each once, sorted.
 */
export function placesOn(
  division: readonly DividedMunicipality[],
  worked: readonly WorkedIn[],
  day: string,
): string[] {
  const byCode = new Map(division.map((each) => [each.code, each]));
  const parts = partsOf(division);
  const codes = worked.flatMap(({ code, since, until }) => {
    if ((since !== null && since > day) || (until !== null && until <= day)) return [];
    const comprised = parts.filter((part) => part.code === code && part.since > day);
    return since === null && until === null ? [code, ...comprised.map(({ partCode }) => partCode)] : [code];
  });
  const isThere = (code: string) => {
    const found = byCode.get(code);
    return found !== undefined && isValidOn(found, day);
  };
  return [...new Set(codes)].filter(isThere).sort();
}

/** The newest reference date of inhabitants up to and including a day; null when nothing was counted by then. */
const countedOn = (counts: readonly CountedInhabitants[], day: string): string | null =>
  counts.reduce<string | null>(
    (newest, { referenceOn }) =>
      referenceOn <= day && (newest === null || referenceOn > newest) ? referenceOn : newest,
    null,
  );

/**
 * The inhabitants of municipalities together in the division of a day, each person once: as counted at the newest
 * reference date, those of parts that were counted apart then included.
 */
export function inhabitantsOn(
  division: readonly DividedMunicipality[],
  counts: readonly CountedInhabitants[],
  codes: Iterable<string>,
  day: string,
): number {
  const newest = countedOn(counts, day);
  if (newest === null) return 0;
  const parts = partsOf(division).filter(({ since }) => since > newest && since <= day);
  const asked = new Set(codes);
  const counted = new Set([
    ...asked,
    ...parts.filter(({ code }) => asked.has(code)).map(({ partCode }) => partCode),
  ]);
  return counts
    .filter(({ code, referenceOn }) => referenceOn === newest && counted.has(code))
    .reduce((sum, { inhabitants }) => sum + inhabitants, 0);
}
