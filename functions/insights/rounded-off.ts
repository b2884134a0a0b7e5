/** Beyond this many digits a number says how computers count, not what was measured. */
const DIGITS = 12;

/** A number as people write it: the middle of 72.4 and 72.5 is 72.45 and not 72.44999999999999. */
export function roundedOff(number: number): number;
export function roundedOff(number: number | null | undefined): number | null;
export function roundedOff(number: number | null | undefined): number | null {
  return number === null || number === undefined ? null : Number(number.toPrecision(DIGITS));
}
