import { paths } from "../../web/paths.ts";
import type { Dated } from "./waiting.ts";

interface OwnContact {
  askedAt: number | null;
  confirmedAt: number;
}

const MONTH_MS = 30 * 86_400_000;

/** The half-yearly question whether one's contact data are right, while it has no answer. */
export function contactLines(contacts: readonly OwnContact[]): Dated[] {
  const asked = contacts.flatMap(({ askedAt, confirmedAt }) =>
    askedAt !== null && askedAt > confirmedAt ? [askedAt] : [],
  );
  if (asked.length === 0) return [];
  return [
    {
      due: Math.min(...asked) + MONTH_MS,
      badge: { kind: "blue", label: "contact" },
      href: paths.contactCheck(),
      label: "Kloppen je contactgegevens nog?",
      hint: "Andere leden vinden jou als contactpersoon. Ongeveer 1 minuut.",
    },
  ];
}
