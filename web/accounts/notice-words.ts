import * as z from "zod";
import {
  NOTICE_DELIVERIES,
  NOTICE_KINDS,
  type NoticeDelivery,
  type NoticeKind,
} from "../../db/vocabulary.ts";

/** Each kind of notice: its field in the form, and what people read. */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, { field: string; label: string; hint: string }>> = {
  visit_request: {
    field: "aanvragen",
    label: "Aanvragen en uitnodigingen",
    hint: "Een team wil op bezoek of nodigt jullie uit, of de ruilbeurs stelt een bezoek voor.",
  },
  visit_message: {
    field: "berichten",
    label: "Berichten bij een bezoek",
    hint: "Iemand schrijft iets bij een bezoek van jou.",
  },
  visit_move: {
    field: "stappen",
    label: "Stappen in een bezoek",
    hint: "Een voorstel voor een dag, een afwijzing of een aanvraag die is ingetrokken.",
  },
  visit_reminder: {
    field: "herinneringen",
    label: "Herinneringen aan een bezoek",
    hint: "Een week en een dag ervoor, met alles wat je moet weten.",
  },
  after_visit: {
    field: "na-bezoek",
    label: "Vragen na een bezoek",
    hint: "Wat leverde het op, en wat is ermee gedaan?",
  },
  contact_check: {
    field: "contactgegevens",
    label: "Kloppen je contactgegevens nog?",
    hint: "Twee keer per jaar, als je contactpersoon bent.",
  },
  round_message: {
    field: "ronde",
    label: "Uitnodiging en herinnering voor de vragenlijst",
    hint: "Een herinnering komt alleen als jullie nog niet klaar zijn.",
  },
  section_work: {
    field: "secties",
    label: "Samen de vragenlijst invullen",
    hint: "Een sectie voor jou, een herinnering eraan, of uitleg bij een vraag die je onduidelijk vond.",
  },
  signature: {
    field: "ondertekenen",
    label: "Ondertekenen van de vragenlijst",
    hint: "De antwoorden staan klaar, of een tekenaar stuurt vragen terug.",
  },
};

export const DELIVERY_WORDS: Readonly<Record<NoticeDelivery, { value: string; label: string }>> = {
  direct: { value: "meteen", label: "Meteen" },
  digest: { value: "dagmail", label: "In de dagmail" },
  off: { value: "uit", label: "Geen mail" },
};

const CHOOSE = "Kies meteen, dagmail of geen mail.";
const values = NOTICE_DELIVERIES.map((delivery) => DELIVERY_WORDS[delivery].value);

/** One choice for each kind of notice. */
export const noticesContract = z.object(
  Object.fromEntries(NOTICE_KINDS.map((kind) => [NOTICE_WORDS[kind].field, z.enum(values, CHOOSE)])),
);

/** The choices of the form as they are stored. */
export const chosenDeliveries = (form: Record<string, string>) =>
  NOTICE_KINDS.map((kind) => ({
    kind,
    delivery:
      NOTICE_DELIVERIES.find((each) => DELIVERY_WORDS[each].value === form[NOTICE_WORDS[kind].field]) ??
      "direct",
  }));

/** The stored choices as the form shows them; what was never chosen comes at once. */
export function typedDeliveries(settings: readonly { kind: NoticeKind; delivery: NoticeDelivery }[]) {
  const chosen = new Map(settings.map(({ kind, delivery }) => [kind, delivery]));
  return Object.fromEntries(
    NOTICE_KINDS.map((kind) => [
      NOTICE_WORDS[kind].field,
      [DELIVERY_WORDS[chosen.get(kind) ?? "direct"].value],
    ]),
  );
}
