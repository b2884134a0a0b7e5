/**
 * Every address of the platform, once. Called with ":name" it gives the route, called with a value the link:
 * `paths.visit(":id")` is "/werkbezoeken/:id", `paths.visit(id)` leads to that visit.
 */
export const paths = {
  home: () => "/",
  health: () => "/healthz",
  securityText: () => "/.well-known/security.txt",
  robots: () => "/robots.txt",
  accessibility: () => "/toegankelijkheid",
  privacy: () => "/privacy",

  signIn: () => "/inloggen",
  signInCode: () => "/inloggen/code",
  signInDemo: () => "/inloggen/demo",
  signOut: () => "/uitloggen",
  switchMember: () => "/wissel",
  setUp: () => "/installatie",
  demoMail: () => "/demo/post",
  demoMailMessage: (id: string) => `/demo/post/${id}`,
  demoMailCalendar: (id: string) => `/demo/post/${id}/agenda.ics`,

  bureau: () => "/bureau",
  people: () => "/bureau/mensen",
  newPerson: () => "/bureau/mensen/nieuw",
  person: (id: string) => `/bureau/mensen/${id}`,
  personRoles: (id: string) => `/bureau/mensen/${id}/rollen`,
  personData: (id: string) => `/bureau/mensen/${id}/gegevens.json`,
  personRemoval: (id: string) => `/bureau/mensen/${id}/verwijdering`,
  auditLog: () => "/bureau/logboek",
  newMember: () => "/bureau/leden/nieuw",
  newRound: () => "/bureau/rondes/nieuw",

  members: () => "/leden",
  membersExport: (format: string) => `/leden.${format}`,
  member: (slug: string) => `/leden/${slug}`,
  memberProfile: (slug: string) => `/leden/${slug}/profiel`,
  memberProfileField: (slug: string, field: string) => `/leden/${slug}/profiel/${field}`,
  memberHistory: (slug: string) => `/leden/${slug}/geschiedenis`,

  questionnaires: () => "/vragenlijst",
  questionnaire: (year: string | number) => `/vragenlijst/${year}`,
  questionnaireSection: (year: string | number, position: string | number) =>
    `/vragenlijst/${year}/sectie/${position}`,
  questionnaireCheck: (year: string | number) => `/vragenlijst/${year}/controle`,
  questionnaireReady: (year: string | number) => `/vragenlijst/${year}/gereedmelding`,
  questionnaireUnready: (year: string | number) => `/vragenlijst/${year}/hervatting`,
  questionnaireSignature: (year: string | number) => `/vragenlijst/${year}/ondertekening`,
  questionnaireReceipt: (year: string | number) => `/vragenlijst/${year}/bevestiging`,
  questionnaireReopening: (year: string | number) => `/vragenlijst/${year}/heropening`,
  questionnairePrivacy: (year: string | number) => `/vragenlijst/${year}/privacy`,

  insights: () => "/inzicht",
  insight: (year: string | number) => `/inzicht/${year}`,
  insightItem: (year: string | number, concept: string) => `/inzicht/${year}/vraag/${concept}`,
  insightExport: (year: string | number, concept: string, format: string) =>
    `/inzicht/${year}/vraag/${concept}/cijfers.${format}`,
  responseBoard: (year: string | number) => `/inzicht/${year}/respons`,
  responseBoardExport: (year: string | number, format: string) => `/inzicht/${year}/respons.${format}`,

  visits: () => "/werkbezoeken",
  myVisits: () => "/werkbezoeken/mijn",
  myVisitsExport: (format: string) => `/werkbezoeken/mijn.${format}`,
  newOffer: () => "/werkbezoeken/aanbod/nieuw",
  offer: (id: string) => `/werkbezoeken/aanbod/${id}`,
  offerEdit: (id: string) => `/werkbezoeken/aanbod/${id}/bewerken`,
  offerState: (id: string) => `/werkbezoeken/aanbod/${id}/stand`,
  newVisit: () => "/werkbezoeken/aanvraag",
  visit: (id: string) => `/werkbezoeken/bezoek/${id}`,
  visitMove: (id: string, move: string) => `/werkbezoeken/bezoek/${id}/${move}`,
  visitCalendar: (id: string) => `/werkbezoeken/bezoek/${id}/agenda.ics`,
};
