import { formatNumber } from "../ui/dutch.ts";

/** "p = 0,031", "p < 0,001". */
export function chanceWords(p: number): string {
  if (p < 0.001) return "p < 0,001";
  return `p = ${formatNumber(Math.round(p * 1000) / 1000, 3)}`;
}
