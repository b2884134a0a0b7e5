/** Every table, so that the client and the migrations know them all. */
export * from "./accounts.ts";
export * from "./accounts-notices.ts";
export * from "./coding.ts";
export * from "./insights.ts";
export * from "./insights-coherence.ts";
export * from "./insights-interpretations.ts";
export * from "./insights-perspectives.ts";
export * from "./insights-research.ts";
export * from "./members.ts";
export * from "./people.ts";
export * from "./questionnaires.ts";
export * from "./visits.ts";
export * from "./visits-demand.ts";
export * from "./visits-exchanges.ts";
export * from "./visits-lessons.ts";
export * from "./visits-meetings.ts";
export * from "./visits-offers.ts";
