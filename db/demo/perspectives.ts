import type { perspectiveMeasurements, perspectiveStatements } from "../schema/tables.ts";

const ID = "demo-perspectieven-wijkteam-voorveld";

/** A made-up local measurement, so that the page has something to show; it belongs to no real town. */
export const perspectiveMeasurementRows: (typeof perspectiveMeasurements.$inferInsert)[] = [
  {
    id: ID,
    title: "Voorbeeld: samenwerking wijkteam en voorveld",
    measuredOn: "2024-10-01",
    source: "verzonnen voorbeeld van de demo",
    firstPerspective: "team",
    secondPerspective: "front_field",
    createdAt: Date.parse("2025-02-03T09:00:00Z"),
    createdBy: "monitoring",
  },
];

/** Concept, statement, and how many of each side stood on each step, from fully disagree to fully agree. */
const STATEMENTS: readonly [string, string, number[], number[]][] = [
  ["contact", "We komen makkelijk met elkaar in contact.", [1, 2, 5, 30, 16], [8, 16, 24, 27, 11]],
  ["bereikbaar", "De ander is goed bereikbaar.", [0, 3, 6, 33, 12], [6, 14, 22, 34, 10]],
  ["groep", "We worden betrokken bij groepsactiviteiten.", [2, 5, 10, 27, 10], [11, 21, 27, 20, 7]],
  ["relatie", "We hebben een stevige relatie opgebouwd.", [1, 4, 16, 26, 7], [9, 14, 37, 20, 6]],
  ["kennis", "We delen kennis met elkaar.", [0, 0, 1, 31, 22], [4, 9, 18, 41, 14]],
  ["verbeterpunt", "De ander staat open voor verbeterpunten.", [3, 7, 21, 19, 4], [12, 17, 35, 17, 5]],
  ["jongeren", "Ons jongerenwerk sluit goed op elkaar aan.", [1, 1, 2, 2, 0], [3, 5, 8, 9, 3]],
];

export const perspectiveStatementRows: (typeof perspectiveStatements.$inferInsert)[] = STATEMENTS.map(
  ([concept, wording, firstCounts, secondCounts], at) => ({
    measurementId: ID,
    concept,
    position: at + 1,
    wording,
    firstCounts,
    secondCounts,
  }),
);
