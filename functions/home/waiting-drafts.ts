import { paths } from "../../web/paths.ts";
import { countOf } from "../../web/ui/dutch.ts";
import type { Viewer } from "../http/session.ts";
import { mayManageDrafts } from "../visits/draft-policy.ts";
import type { Dated } from "./waiting.ts";

const DAY_MS = 86_400_000;
const MINUTES_EACH = 2;

/** One line for all drafts out of one's own answers that nobody did anything with; of no draft a word. */
export function draftLines(
  viewer: Viewer,
  rows: readonly { state: string | null; signedAt: number }[],
): Dated[] {
  const untouched = rows.filter(({ state }) => state === null);
  if (untouched.length === 0 || !mayManageDrafts(viewer).may) return [];
  const them = untouched.length === 1 ? "het" : "ze";
  const newest = Math.max(...untouched.map(({ signedAt }) => signedAt));
  return [
    {
      due: newest + 60 * DAY_MS,
      badge: { kind: "green", label: "werkbezoek" },
      href: paths.visitDrafts(),
      label: `${countOf(untouched.length, "concept", "concepten")} uit jullie antwoorden bekijken`,
      hint: `Plaats ${them} of gooi ${them} weg. Niemand anders ziet ${them}. Ongeveer ${countOf(untouched.length * MINUTES_EACH, "minuut", "minuten")}.`,
    },
  ];
}
