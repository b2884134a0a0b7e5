import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";

/**
 * Everything that is kept about one person, a statement a heading. Answers of an organisation are named, not
 * shown: they are the organisation's, and the staff that makes this file does not read them.
 */
export function personalData(db: Database, id: string) {
  const rows = (statement: ReturnType<typeof sql>) => db.all<Record<string, unknown>>(statement);
  return {
    persoon: rows(sql`select id, name as naam, email as mailadres, phone as telefoonnummer,
      created_at as toegevoegd_op from people where id = ${id} and removed_at is null`),
    rollen_namens_leden: rows(sql`select o.name as organisatie, m.role as rol, m.granted_at as gegeven_op
      from memberships m join members o on o.id = m.member_id where m.person_id = ${id}`),
    rollen_bij_de_vereniging: rows(sql`select role as rol, granted_at as gegeven_op
      from association_roles where person_id = ${id}`),
    ingelogd: rows(sql`select created_at as begonnen_op, expires_at as eindigt_op
      from sessions where person_id = ${id}`),
    gevraagde_inlogcodes: rows(sql`select created_at as gevraagd_op, used_at as gebruikt_op
      from sign_in_codes where person_id = ${id}`),
    meldingen: rows(sql`select kind as soort, delivery as keuze, changed_at as gekozen_op
      from notice_settings where person_id = ${id}`),
    agenda_adres: rows(sql`select created_at as gemaakt_op from calendar_feeds where person_id = ${id}`),
    contactpersoon: rows(sql`select o.name as organisatie, c.role as waarvoor, c.since as sinds,
      c.confirmed_at as bevestigd_op, c.asked_at as gevraagd_op
      from member_contacts c join members o on o.id = c.member_id where c.person_id = ${id}`),
    overdrachten: rows(sql`select o.name as organisatie, h.at as wanneer, case ${id} when h.from_person_id
      then 'gaf over' when h.to_person_id then 'nam over' else 'regelde het' end as wat
      from handovers h join members o on o.id = h.member_id
      where ${id} in (h.from_person_id, h.to_person_id, h.by_person_id)`),
    berichten_bij_rondes: rows(sql`select g.subject as onderwerp, t.queued_at as wanneer
      from round_message_recipients t join round_messages g on g.id = t.message_id where t.person_id = ${id}`),
    gegeven_uitstel: rows(sql`select o.name as organisatie, x.until as tot, x.given_at as gegeven_op
      from round_extensions x join members o on o.id = x.member_id where x.given_by = ${id}`),
    mail: rows(sql`select subject as onderwerp, text as tekst, created_at as gemaakt_op, sent_at as verzonden_op
      from outbox where to_email = (select email from people where id = ${id})`),
    logboek: rows(sql`select at as wanneer, action as handeling, subject as onderwerp
      from audit_entries where person_id = ${id} or subject = ${id} or subject like ${`${id} %`} order by at`),
    profielwaarden: rows(sql`select o.name as organisatie, v.field as veld, v.said_at as gezegd_op
      from profile_values v join members o on o.id = v.member_id where v.said_by = ${id}`),
    inzendingen: rows(sql`select r.year as ronde, o.name as organisatie,
        case when s.started_by = ${id} then s.started_at end as begonnen_op,
        case when s.ready_by = ${id} then s.ready_at end as klaargezet_op,
        case when s.signed_by = ${id} then s.signed_at end as ondertekend_op
      from responses s join rounds r on r.id = s.round_id join members o on o.id = s.member_id
      where ${id} in (s.started_by, s.ready_by, s.signed_by)`),
    secties_van_collegas: rows(sql`select o.name as organisatie, a.section_id as sectie,
        case when a.person_id = ${id} then 'vult in' else 'gaf weg' end as als, a.assigned_at as gegeven_op,
        a.due_on as graag_voor, a.message as bericht, a.reminded_at as herinnerd_op
      from section_assignments a join members o on o.id = a.member_id where ${id} in (a.person_id, a.assigned_by)`),
    notities_zonder_inhoud: rows(sql`select i.concept as vraag, n.created_at as geschreven_op
      from question_notes n join items i on i.id = n.item_id where n.person_id = ${id}`),
    vragen_om_uitleg: rows(sql`select i.concept as vraag, q.text as tekst, q.asked_at as gevraagd_op
      from question_queries q join items i on i.id = q.item_id where q.person_id = ${id}`),
    gegeven_uitleg: rows(sql`select i.concept as vraag, q.answer as tekst, q.answered_at as gegeven_op
      from question_queries q join items i on i.id = q.item_id where q.answered_by = ${id}`),
    // Facts only: who sees that a confidential answer needed a reason, knows that it changed a lot.
    redenen_bij_feiten_zonder_inhoud: rows(sql`select i.concept as vraag, a.rule as regel, a.at as wanneer
      from answer_reasons a join items i on i.id = a.item_id and i.audience = 'members' where a.person_id = ${id}`),
    secties_klaar: rows(sql`select section_id as sectie, completed_at as klaar_op
      from section_completions where completed_by = ${id}`),
    antwoorden_zonder_inhoud:
      rows(sql`select i.concept as vraag, a.revision as versie, a.saved_at as opgeslagen_op
      from answer_revisions a join items i on i.id = a.item_id where a.saved_by = ${id}`),
    proefantwoorden: rows(sql`select i.concept as vraag, q.title as vragenlijst, a.saved_at as ingevuld_op
      from preview_answers a join items i on i.id = a.item_id join questionnaires q on q.id = i.questionnaire_id
      where a.person_id = ${id}`),
    vragenlijsten_veranderd:
      rows(sql`select q.title as vragenlijst, v.reason as reden, v.changed_at as veranderd_op
      from questionnaire_revisions v join questionnaires q on q.id = v.questionnaire_id where v.changed_by = ${id}`),
    // Without themes, and a question once: to count them is to count confidential answers past the gate.
    gecodeerd_zonder_inhoud: rows(sql`select i.concept as vraag, max(k.coded_at) as laatst_gecodeerd_op
      from codings k join items i on i.id = k.item_id where k.coded_by = ${id} group by i.id`),
    aanbod: rows(
      sql`select title as titel, created_at as gemaakt_op from visit_offers where created_by = ${id}`,
    ),
    concepten_uit_antwoorden: rows(sql`select d.concept as vraag, r.year as ronde, d.state as stand,
      d.updated_at as gewijzigd_op from visit_drafts d join rounds r on r.id = d.round_id where d.updated_by = ${id}`),
    ontvangstafspraken: rows(sql`select o.name as organisatie, h.updated_at as gewijzigd_op
      from host_settings h join members o on o.id = h.member_id where h.updated_by = ${id}`),
    werkbezoeken: rows(sql`select learning_question as leervraag, period as periode, state as stand,
      starts_at as begint_op, case when guest_person_id = ${id} then 'gast' else 'gastheer' end as als
      from visits where guest_person_id = ${id} or host_person_id = ${id}`),
    meegegaan_op_bezoek: rows(sql`select visit_id as werkbezoek, status as antwoord, note as opmerking,
      added_at as toegevoegd_op from visit_participants where person_id = ${id}
      or email = (select email from people where id = ${id})`),
    stappen_in_werkbezoeken:
      rows(sql`select visit_id as werkbezoek, state as stand, note as bericht, at as wanneer
      from visit_events where person_id = ${id}`),
    berichten_bij_werkbezoeken: rows(sql`select visit_id as werkbezoek, text as bericht, created_at as wanneer
      from visit_messages where person_id = ${id}`),
    voorgestelde_momenten:
      rows(sql`select visit_id as werkbezoek, starts_at as begint_op, ends_at as eindigt_op,
      created_at as wanneer from visit_dates where person_id = ${id}`),
    antwoorden_op_momenten:
      rows(sql`select d.visit_id as werkbezoek, d.starts_at as begint_op, a.answer as antwoord,
      a.at as wanneer from visit_date_answers a join visit_dates d on d.id = a.date_id where a.person_id = ${id}`),
    akkoord_vooraf: rows(sql`select o.name as organisatie, a.changed_at as wanneer,
      case when a.person_id = ${id} then 'geeft akkoord' else 'koos wie akkoord geeft' end as wat
      from visit_approvals a join members o on o.id = a.member_id where ${id} in (a.person_id, a.changed_by)`),
    gemaakte_ruilbeurzen: rows(sql`select year as jaar, computed_at as gemaakt_op
      from visit_exchanges where computed_by = ${id}`),
    terugblikken: rows(sql`select visit_id as werkbezoek, first as eerste_antwoord, second as tweede_antwoord,
      third as derde_antwoord, saved_at as bewaard_op from visit_reflections where person_id = ${id}`),
    acties_na_werkbezoeken:
      rows(sql`select visit_id as werkbezoek, action as actie, agreed_at as afgesproken_op
      from visit_actions where owner_person_id = ${id}`),
    uitkomsten_van_acties:
      rows(sql`select visit_id as werkbezoek, after_days as na_dagen, outcome as uitkomst, why as waarom,
      checked_at as ingevuld_op from action_checks where person_id = ${id}`),
    lessen: rows(sql`select title as titel, learned as geleerd, tip, written_at as geschreven_op
      from lessons where written_by = ${id}`),
    goedgekeurde_lessen: rows(sql`select title as titel, approved_at as goedgekeurd_op
      from lessons where approved_by = ${id}`),
  };
}
