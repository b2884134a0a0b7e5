import { paths } from "../../web/paths.ts";
import { countOf, formatDate } from "../../web/ui/dutch.ts";
import type { Viewer } from "../http/session.ts";
import type { Dated } from "./waiting.ts";

interface ToApprove {
  id: string;
  learningQuestion: string;
  createdAt: number;
  hostName: string | null;
}

interface ToDecide {
  id: string;
  title: string;
  startsAt: number | null;
  seatsMin: number;
  taken: number;
}

const DAY_MS = 86_400_000;
const badge = { kind: "green", label: "werkbezoek" } as const;

/** Requests of colleagues that wait for this person's approval; the query knows whose it is to give. */
export const approvalLines = (rows: readonly ToApprove[]): Dated[] =>
  rows.map(({ id, createdAt, hostName }) => ({
    due: createdAt + 3 * DAY_MS,
    badge,
    href: paths.visit(id),
    label: hostName ? `Akkoord geven voor een bezoek aan ${hostName}` : "Akkoord geven voor een open vraag",
    hint: "Een collega wacht op jou. Ongeveer 2 minuten.",
  }));

/** Days to which too few people come, for the hosts who decide. */
export const decisionLines = (viewer: Viewer, rows: readonly ToDecide[]): Dated[] =>
  viewer.member?.roles.includes("host")
    ? rows.map(({ id, title, startsAt, seatsMin, taken }) => ({
        due: startsAt ?? 0,
        badge,
        href: paths.offerGroup(id),
        label: `Beslissen over ${title}`,
        hint: `${startsAt === null ? "" : `${formatDate(startsAt)}. `}${countOf(taken, "persoon", "personen")} van minstens ${seatsMin}. Ongeveer 2 minuten.`,
      }))
    : [];
