/**
 * Addresses that only the bureau and the learning group use: at the edge another Worker answers those, so that
 * neither of the two grows too large to start fast. A test holds this equal to the routes in `office.ts`.
 */
const OFFICE_ADDRESS =
  /^\/(?:bureau|vragenlijsten|inzicht\/[^/]+\/(?:respons|vrijgave|kwaliteit|onderzoek|samenhang))(?:[/.]|$)/;

export const isOfficeAddress = (path: string): boolean => OFFICE_ADDRESS.test(path);
