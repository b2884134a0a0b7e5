import { type Depth, LEAST_ORGANISATIONS } from "./display.ts";

/**
 * A public fact by which figures can be filtered. Everybody is assumed to know it of every organisation.
 * A single-valued one (size class, province, form) may be crossed with another; a multi-valued one (systems,
 * laws) is one filter only, for its crossings cost the audit most and let the fewest cells pass.
 */
export interface Attribute {
  key: string;
  isSingle: boolean;
  /** in the order of the report */
  values: readonly string[];
  /** per organisation its values; nothing known: none */
  of: Readonly<Record<string, readonly string[]>>;
}

export interface Filter {
  attribute: string;
  value: string;
}

/** A set of organisations for which figures may be asked for. */
export interface Candidate {
  /** the same for the same question in every edition, whatever order the filters were chosen in */
  key: string;
  filters: readonly Filter[];
  depth: Depth;
  /** indexes into the organisations */
  members: readonly number[];
}

/** More crossed attributes cut the association into more groups than answers can hide in. */
const MOST_CROSSED = 6;

/** The key of a set: the filters in alphabetical order, `alle` without any. */
export function cellKey(filters: readonly Filter[]): string {
  return filters.length === 0
    ? "alle"
    : filters
        .map(({ attribute, value }) => `${attribute}=${value}`)
        .sort()
        .join("&");
}

/**
 * The sets with at least 5 organisations, in the order in which they are offered to the audit: the total, one
 * single-valued filter in the order of the report, two filters from large to small, equal ones by key, and
 * last the multi-valued filters: each of them cuts through all other groups, so that offered earlier they
 * would push out more crossings than they are. The order says what matters most. It is made of public facts
 * only: an order that followed the answers would tell about them.
 *
 * @param organisations who answered, by id
 * @param attributes in the order of the report; the first six single-valued ones are crossed
 */
export function candidates(
  organisations: readonly string[],
  attributes: readonly Attribute[],
): readonly Candidate[] {
  const total: Candidate = { key: "alle", filters: [], depth: 0, members: organisations.map((_, at) => at) };
  const ones = attributes.flatMap((attribute) =>
    attribute.values.map((value): Candidate & { attribute: Attribute } => {
      const filters = [{ attribute: attribute.key, value }];
      const members = total.members.filter((at) => attribute.of[organisations[at]!]?.includes(value));
      return { key: cellKey(filters), filters, depth: 1, members, attribute };
    }),
  );
  const crossed = attributes.filter((attribute) => attribute.isSingle).slice(0, MOST_CROSSED);
  const sides = ones.filter((one) => crossed.includes(one.attribute));
  const twos = sides.flatMap((one, at) =>
    sides.slice(at + 1).flatMap((other): Candidate[] => {
      if (one.attribute === other.attribute) return [];
      const filters = [...one.filters, ...other.filters];
      const inOther = new Set(other.members);
      const members = one.members.filter((member) => inOther.has(member));
      return [{ key: cellKey(filters), filters, depth: 2, members }];
    }),
  );
  twos.sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1));
  const [single, several] = [true, false].map((isSingle) =>
    ones.filter((one) => one.attribute.isSingle === isSingle).map(({ attribute, ...one }) => one),
  );
  return [total, ...single!, ...twos, ...several!].filter(
    ({ members }) => members.length >= LEAST_ORGANISATIONS,
  );
}
