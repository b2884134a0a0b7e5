import { paths } from "../../web/paths.ts";
import type { DemoPerson } from "../support/browser.ts";

/** A page to measure, and as whom it is seen. */
export interface MeasuredPage {
  name: string;
  path: string;
  person: DemoPerson;
}

/** What `npm run bench` measures. All of it together takes some ten minutes on two cores that do nothing else. */
export const PLAN = {
  pages: [
    { name: "home", path: paths.home(), person: "redacteur" },
    { name: "directory", path: paths.members(), person: "redacteur" },
    { name: "section", path: paths.questionnaireSection(2026, 6), person: "redacteur" },
    { name: "insight", path: paths.insightItem(2024, "4A1"), person: "monitoring" },
    { name: "visits", path: paths.visits(), person: "professional" },
    { name: "tasks", path: paths.questionnaire(2026), person: "redacteur" },
    { name: "check", path: paths.questionnaireCheck(2026), person: "redacteur" },
    { name: "blank", path: paths.questionnaireBlank(2026), person: "redacteur" },
    { name: "use", path: paths.questionnaireUse(2024), person: "redacteur" },
    { name: "mirror", path: paths.insightMirror(2024), person: "redacteur" },
    { name: "mirror, part", path: `${paths.insightMirror(2024)}?deel=6`, person: "redacteur" },
    { name: "round", path: paths.round(2026), person: "bureau" },
    { name: "municipal.", path: paths.municipalities(), person: "bureau" },
    { name: "outline", path: paths.edited("hoe-werken-onze-wijkteams"), person: "monitoring" },
  ] satisfies MeasuredPage[],
  /** Sections that are saved at once, as colleagues do: each its own. */
  saves: [6, 7, 8, 9].map(
    (position): MeasuredPage => ({
      name: "save",
      path: paths.questionnaireSection(2026, position),
      person: "redacteur",
    }),
  ),
  /** Pages whose cost should not grow with the association: figures are stored, lists come in parts. */
  scale: [
    { name: "home", path: paths.home(), person: "redacteur" },
    { name: "directory", path: paths.members(), person: "redacteur" },
    { name: "round", path: paths.insight(2024), person: "monitoring" },
    { name: "fact", path: paths.insightItem(2024, "3D1"), person: "monitoring" },
    { name: "fact, group", path: `${paths.insightItem(2024, "3D1")}?grootte=klein`, person: "monitoring" },
    { name: "names", path: `${paths.insightNames(2024, "3D1")}?optie=menscentraal`, person: "monitoring" },
    { name: "confid.", path: paths.insightItem(2024, "4A1"), person: "monitoring" },
    { name: "confid., grp", path: `${paths.insightItem(2024, "4A1")}?grootte=groot`, person: "monitoring" },
    { name: "board", path: paths.responseBoard(2024), person: "monitoring" },
    {
      name: "board, part",
      path: `${paths.responseBoard(2024)}?stand=ondertekend&pagina=2`,
      person: "monitoring",
    },
    { name: "dir., size", path: `${paths.members()}?grootte=klein`, person: "redacteur" },
    { name: "dir., order", path: `${paths.members()}?sorteer=inwoners`, person: "redacteur" },
    { name: "map", path: paths.membersMap(), person: "redacteur" },
    { name: "alike", path: paths.ownAlike(), person: "redacteur" },
    { name: "search", path: `${paths.search()}?zoek=linde`, person: "redacteur" },
    { name: "mirror", path: paths.insightMirror(2024), person: "redacteur" },
    { name: "municipal.", path: paths.municipalities(), person: "bureau" },
  ] satisfies MeasuredPage[],
  /** Responses in the round of 2024, and how often each page is asked for. The demo has 55 members, 46 answered. */
  responses: { 46: 40, 1000: 20, 10000: 10 },
  /** How often the bare page is asked for beside each of those turns. */
  yardstickPerTurn: 20,
  scaleConcurrency: 2,
  concurrency: 8,
  warmUpRequests: 80,
  /** A page and the bare page take turns, so that a busy moment of the machine touches both. */
  turns: 5,
  requestsPerTurn: 60,
  savesPerTurn: 10,
  starts: 5,
};
