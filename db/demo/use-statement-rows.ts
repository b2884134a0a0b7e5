import type { useStatements } from "../schema/tables.ts";

const DAY_MS = 86_400_000;

/**
 * A promise about the answers of 2024 that lasts, by the second analyst, so that the list shows what one looks
 * like. The demo has no secret to keep: its answers are made up.
 */
export function useStatementRows(now: Date): (typeof useStatements.$inferInsert)[] {
  const day = (days: number) => new Date(now.getTime() + days * DAY_MS);
  return [
    {
      id: "demoverk1aring2024xx",
      roundId: "round-2024",
      signedBy: "analist-2",
      purpose: "Nagaan of samenwerken en financiering samen opgaan, voor het hoofdstuk over de opdracht.",
      recipients: "De twee analisten van de leergroep monitoring.",
      validUntil: day(90).toISOString().slice(0, 10),
      signedAt: day(-10).getTime(),
      secret: "verzonnen-geheim-van-de-demo",
    },
  ];
}
