/** Every table, so that the client and the migrations know them all. */
export * from "./accounts.ts";
export * from "./accounts-notices.ts";
export * from "./coding.ts";
export * from "./insights.ts";
export * from "./members.ts";
export * from "./people.ts";
export * from "./questionnaires.ts";
export * from "./visits.ts";
export * from "./visits-demand.ts";
export * from "./visits-offers.ts";
export * from "./visits-lessons.ts";
export * from "./visits-meetings.ts";
