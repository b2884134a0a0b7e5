import type { AuditAction } from "../../db/audit-vocabulary.ts";

/** Who did what nobody did: a release, a round that closed. Removed people keep a line of their own. */
export const BY_ITSELF = "Het platform";

/** What the log says that somebody did. */
export const ACTION_LABELS: Record<AuditAction, string> = {
  signed_in: "Ingelogd",
  signed_out: "Uitgelogd",
  role_granted: "Rol gegeven",
  role_withdrawn: "Rol ingetrokken",
  person_changed: "Contactgegevens gewijzigd",
  person_removed: "Persoon verwijderd",
  person_exported: "Gegevens van een persoon opgehaald",
  member_added: "Lid toegevoegd",
  member_changed: "Gegevens van lid gewijzigd",
  round_opened: "Ronde geopend",
  round_changed: "Ronde aangepast",
  profile_changed: "Profiel gewijzigd",
  section_saved: "Antwoorden opgeslagen",
  response_made_ready: "Inzending klaargezet",
  response_resumed: "Inzending hervat",
  response_signed: "Inzending ondertekend",
  response_reopened: "Inzending heropend",
  figures_exported: "Cijfers gedownload",
  use_statement_signed: "Gebruiksverklaring ondertekend",
  use_statement_ended: "Gebruiksverklaring beëindigd",
  research_exported: "Onderzoeksbestand gedownload",
  figures_released: "Cijfers vrijgegeven",
  opened_answers_read: "Geopende antwoorden gelezen (leergroep)",
  consent_chosen: "Openheid van antwoorden gekozen",
  members_exported: "Ledenlijst gedownload",
  exchange_computed: "Voorstel van de ruilbeurs gemaakt",
  coherence_read: "Samenhang bekeken",
  interpretation_written: "Duiding geschreven",
  perspectives_added: "Perspectieven toegevoegd",
  perspectives_removed: "Perspectieven weggehaald",
  questionnaire_changed: "Vragenlijst gewijzigd",
  inhabitants_imported: "Inwoners ingelezen",
  municipalities_merged: "Herindeling vastgelegd",
  regions_imported: "Regio's ingelezen",
  contact_changed: "Contactpersoon gewijzigd",
  contact_confirmed: "Contactpersoon bevestigd",
  handed_over: "Werk overgedragen",
  extension_changed: "Uitstel gegeven of ingetrokken",
  round_message_changed: "Bericht bij een ronde gewijzigd",
  section_assigned: "Sectie aan een collega gegeven",
  section_unassigned: "Sectie teruggenomen",
  query_answered: "Uitleg bij een vraag gegeven",
  response_returned: "Inzending teruggestuurd",
  return_answered: "Reactie op een teruggestuurde vraag",
  responses_merged: "Inzendingen samengevoegd",
  response_dropped: "Dubbele inzending vervallen",
  assistance_started: "Invullen namens een lid begonnen",
  assistance_ended: "Invullen namens een lid gestopt",
  assisted_section_read: "Sectie geopend namens een lid",
};

/** What a page says after something was done: the word in ?melding= and its sentence. */
const NOTICES: Record<string, string> = {
  toegevoegd: "Deze persoon is toegevoegd en krijgt een welkomstmail.",
  gewijzigd: "De gegevens zijn opgeslagen.",
  "rol-gegeven": "De rol is gegeven.",
  "rol-ingetrokken": "De rol is ingetrokken.",
  verwijderd: "De persoon is verwijderd. Naam en adres zijn weg.",
  ingericht: "De vereniging is ingericht. Je bent ingelogd als bureau.",
  "lid-toegevoegd": "Het lid is toegevoegd. Voeg nu iemand toe die namens dit lid werkt.",
  "ronde-geopend": "De ronde is toegevoegd.",
  "meldingen-gekozen": "Je keuzes zijn opgeslagen.",
  "agenda-adres-weg": "Het adres is weg. Je agenda krijgt geen bezoeken meer.",
  "mail-opnieuw": "De mail gaat opnieuw op weg.",
};

/** The notice of an address; undefined for a word that we do not know. */
export function noticeFor(word: string | undefined) {
  const text = word === undefined ? undefined : NOTICES[word];
  return text === undefined ? undefined : ({ kind: "ok", text } as const);
}
