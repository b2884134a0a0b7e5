import { paths } from "../../web/paths.ts";
import type { DemoPerson } from "../support/browser.ts";

/** A page to measure, and as whom it is seen. */
export interface MeasuredPage {
  name: string;
  path: string;
  person: DemoPerson;
}

/** What `npm run bench` measures. All of it together ends within four minutes on two cores. */
export const PLAN = {
  pages: [
    { name: "home", path: paths.home(), person: "redacteur" },
    { name: "directory", path: paths.members(), person: "redacteur" },
    { name: "section", path: paths.questionnaireSection(2026, 6), person: "redacteur" },
    { name: "insight", path: paths.insightItem(2024, "4A1"), person: "monitoring" },
    { name: "visits", path: paths.visits(), person: "professional" },
  ] satisfies MeasuredPage[],
  /** Sections that are saved at once, as colleagues do: each its own. */
  saves: [6, 7, 8, 9].map(
    (position): MeasuredPage => ({
      name: "save",
      path: paths.questionnaireSection(2026, position),
      person: "redacteur",
    }),
  ),
  /** A question of fact: counted anew for every view, where confidential ones are read from their release. */
  insight: {
    name: "insight",
    path: paths.insightItem(2024, "3D1"),
    person: "monitoring",
  } satisfies MeasuredPage,
  /** Responses in the round of the insight page, and how often it is asked for. The demo has 46 organisations. */
  responses: { 46: 60, 1000: 30, 10000: 10 },
  /** One page over 10,000 responses keeps the database busy; analysts come one or two at once. */
  insightConcurrency: 2,
  concurrency: 8,
  warmUpRequests: 80,
  /** A page and the bare page take turns, so that a busy moment of the machine touches both. */
  turns: 5,
  requestsPerTurn: 60,
  savesPerTurn: 10,
  starts: 5,
};
