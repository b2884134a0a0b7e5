import { cellKey } from "./cells.ts";
import { WIDTHS } from "./display.ts";
import { MatchedOffer, type OfferedEnd } from "./matched-offer.ts";
import type { Matched, MatchedRequest, MatchedSide } from "./matched-request.ts";
import type { SupplementStrand } from "./supplement.ts";
import { strandsOf } from "./support.ts";
import { finestWay, lotOf } from "./withholding.ts";

/** Who counts in both, by id, sorted. Follows from taking part alone, never from an answer. */
export const inBoth = (before: MatchedSide["answers"], after: MatchedSide["answers"]): string[] =>
  Object.keys(before)
    .filter((id) => Object.hasOwn(after, id))
    .sort();

/**
 * Two extra figures per option: of who took part in both rounds, how many chose it in the one and in the other.
 * Each is a supplement to the release of its own round, offered after everything that this round showed before:
 * as a count, or else in ever wider ranges. Where both rounds need one, both are shown or neither.
 *
 * Why two audits apart are enough. Every figure counts answers of one round. So the pairs of sheets that fit all
 * figures of both rounds are all pairs of a sheet that fits the one and a sheet that fits the other: a product.
 * Whoever knows its own two answers cuts each factor by one of them, and nothing across. So a combination of
 * answers within one round remains possible in the product exactly when it does in that round, and so does any
 * combination of one answer in each. However alike the answers of two rounds are, that is likelihood; no figure
 * says it.
 *
 * Why a verdict tells nothing. What is shown follows from lots and from the rows shown in both rounds; a gap or a
 * range can come by lot under every pair of fitting sheets, as everywhere (see `lotOf`). The lot of the gap is
 * the later round's, for both: a gap on one side alone would be seen to be no lot.
 */
export function matched(request: MatchedRequest): Matched {
  const both = inBoth(request.before.answers, request.after.answers);
  const [first, second] = [endsOf(request.before), endsOf(request.after)];
  const made = first.flatMap((end) => {
    const other = second.find(({ strand }) => strand.name === end.strand.name);
    return other && isAlike(end, other) ? [matchStrand(request, both, [end, other])] : [];
  });
  return {
    before: { strands: made.map(([before]) => before) },
    after: { strands: made.map(([, after]) => after) },
  };
}

const endsOf = (side: MatchedSide): OfferedEnd[] =>
  strandsOf(side.support).strands.flatMap((strand) => {
    const released = side.release.strands.find(({ name }) => name === strand.name);
    return released ? [{ side, strand, released }] : [];
  });

/** The same options, counted the same way: anything else is not one figure at two moments. */
const isAlike = (one: OfferedEnd, other: OfferedEnd): boolean =>
  JSON.stringify([one.strand.options, one.strand.filtered]) ===
  JSON.stringify([other.strand.options, other.strand.filtered]);

function matchStrand(
  request: MatchedRequest,
  both: readonly string[],
  ends: readonly [OfferedEnd, OfferedEnd],
): [SupplementStrand, SupplementStrand] {
  const offers = ends.map((end) => new MatchedOffer(request, end, both));
  const draws = ends.map((end, at) => drawFor(request, end, SIDES[at]!));
  // The later round's lot holds for both.
  const isDrawn = request.isSilent || draws[1]!.isWithheld;
  const found = offers.map((offer, at) => {
    if (!offer.isNeeded) return null;
    return isDrawn
      ? { reason: request.isSilent ? ("unsafe" as const) : ("chance" as const) }
      : offer.find(draws[at]!.finest);
  });
  const reason = found.flatMap((each) => (each && "reason" in each ? [each.reason] : []))[0];
  return offers.map((offer, at) => {
    const each = found[at];
    if (!each) return offer.untouched();
    return reason || "reason" in each ? offer.withheld(reason ?? "unsafe") : offer.made(each);
  }) as [SupplementStrand, SupplementStrand];
}

const SIDES = ["before", "after"] as const;

/** What chance and earlier comparisons decide. What was a gap stays one; what was a range never gets finer. */
function drawFor(
  { item, earlier, chance }: MatchedRequest,
  { side, strand }: OfferedEnd,
  end: keyof Matched,
): { isWithheld: boolean; finest: number } {
  const past = earlier.flatMap((each) => each[end].strands.filter(({ name }) => name === strand.name));
  const draw = {
    seed: side.secretSeed,
    item,
    cell: `${strand.name}/${cellKey([side.filter])}`,
    edition: earlier.length + 1,
    ...(chance === undefined ? {} : { share: chance }),
  };
  const wasWithheld = past.some(({ cells }) => cells.some(({ shown }) => !shown));
  const { isWithheld } = lotOf(draw, wasWithheld ? ["withheld"] : []);
  const before = Math.max(0, ...past.map(({ way }) => way ?? 0));
  return { isWithheld, finest: finestWay(draw, WIDTHS.length, before) };
}
