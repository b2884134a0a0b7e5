import { type Association, answersOf } from "./associations.ts";
import type { SeenFigure, Statement } from "./attacker-model.ts";
import { statementsFrom } from "./attacker-model.ts";

/**
 * What is published where "at least 5" is the only rule: the total, each filter and each crossing of two
 * single-valued filters, with the exact count.
 */
export function naiveFigures(association: Association): SeenFigure[] {
  const { organisations, attributes } = association;
  const answers = answersOf(association);
  const ones = attributes.flatMap(({ key, values }) => values.map((value) => [{ attribute: key, value }]));
  const isSingle = (key: string) =>
    attributes.some((attribute) => attribute.key === key && attribute.isSingle);
  const twos = ones.flatMap(([one], at) =>
    ones.slice(at + 1).flatMap(([other]) => {
      const mayCross = one && other && one.attribute !== other.attribute;
      return mayCross && isSingle(one.attribute) && isSingle(other.attribute) ? [[one, other]] : [];
    }),
  );
  return [[], ...ones, ...twos].flatMap((filters) => {
    const who = organisations.filter((id) =>
      filters.every(({ attribute, value }) =>
        attributes.some(({ key, of }) => key === attribute && of[id]?.includes(value)),
      ),
    );
    const count = who.filter((id) => answers[id]?.length).length;
    return who.length < 5 ? [] : [{ filters, size: who.length, text: String(count) }];
  });
}

/** So small that a product is still an exact number. */
const PRIME = 67_108_859;

/**
 * The usual audit, by linear algebra: a figure is published as long as no answer, nor one answer beside a known
 * one, is a linear combination of what is published. It does not know that answers are 0 or 1.
 */
export function rankAudited(association: Association): SeenFigure[] {
  const n = association.organisations.length;
  let reduced: number[][] = [];
  return naiveFigures(association).filter((figure) => {
    const [statement] = statementsFrom([figure], association.attributes, association.organisations);
    const next = withRow(reduced, rowOf(statement!, n));
    if (!leavesAllFree(next, n)) return false;
    reduced = next;
    return true;
  });
}

const rowOf = ({ who }: Statement, n: number) =>
  Array.from({ length: n }, (_, at) => (who.includes(at) ? 1 : 0));
const pivotOf = (row: readonly number[]) => row.findIndex((value) => value !== 0);

/** Reduced row echelon form, modulo a prime. */
function withRow(reduced: readonly number[][], row: readonly number[]): number[][] {
  let left = [...row];
  for (const other of reduced) left = minus(left, other, left[pivotOf(other)]!);
  const pivot = pivotOf(left);
  if (pivot < 0) return [...reduced];
  const scale = inverse(left[pivot]!);
  const scaled = left.map((value) => multiplied(value, scale));
  return [...reduced.map((other) => minus(other, scaled, other[pivot]!)), scaled];
}

const minus = (row: readonly number[], other: readonly number[], times: number) =>
  row.map((value, at) => (value + multiplied(PRIME - times, other[at]!)) % PRIME);

function inverse(value: number): number {
  let result = 1;
  let base = value % PRIME;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = multiplied(result, base);
    base = multiplied(base, base);
  }
  return result;
}

const multiplied = (a: number, b: number) => (a * b) % PRIME;

/** No unit vector in the row space, nor in the row space with one other unit vector added. */
function leavesAllFree(reduced: readonly number[][], n: number): boolean {
  const residues = Array.from({ length: n }, (_, at) => {
    const own = reduced.find((row) => pivotOf(row) === at);
    const unit = Array.from({ length: n }, (_, other) => (other === at ? 1 : 0));
    return own ? minus(unit, own, 1) : unit;
  });
  const directions = residues.map((residue) => {
    const first = pivotOf(residue);
    const scale = first < 0 ? 0 : inverse(residue[first]!);
    return first < 0 ? "" : residue.map((value) => multiplied(value, scale)).join();
  });
  return !directions.includes("") && new Set(directions).size === n;
}
