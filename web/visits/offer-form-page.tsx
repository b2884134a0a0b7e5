import type { JSX } from "preact";
import { OFFER_LANGUAGES, VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "../ui/choices.tsx";
import { daysUntil } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, NumberField, TextArea, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { LONGEST } from "./contract.ts";
import { FORMATS, LANGUAGES } from "./labels.ts";
import { typedMoment } from "./moment.ts";
import { NoResidents, PlaceField } from "./moment-fields.tsx";
import { OfferDayFields } from "./offer-day-fields.tsx";
import { PracticalFields } from "./practical-fields.tsx";
import type { OfferSeen, ThemeSeen } from "./seen.ts";

type Typed = Record<string, string[]>;

/** An offer as its form shows it. */
export function typedOffer(offer: OfferSeen): Typed {
  const moment = typedMoment(offer);
  return {
    themas: offer.themes.map(({ id }) => id),
    vorm: [FORMATS[offer.format].slug],
    titel: [offer.title],
    watjeziet: [offer.whatYouSee],
    voorwie: [offer.forWhom],
    plekkenmin: [String(offer.seatsMin)],
    plekken: [String(offer.seats)],
    taal: [LANGUAGES[offer.language].slug],
    wanneer: [offer.startsAt === null ? "overleg" : "datum"],
    datum: [moment.datum],
    van: [moment.van],
    tot: [moment.tot],
    toelating: [offer.needsApproval ? "zelf" : "volgorde"],
    sluitdagen: [closingDays(offer)],
    locatie: [offer.location],
    praktisch: [offer.practical],
    toegang: [offer.access],
    parkeren: [offer.parking],
    eten: [offer.diet],
    veiligheid: [offer.safety],
    fotos: [offer.noPhotos],
    openbaar: offer.isPublic ? ["ja"] : [],
    revisie: [String(offer.revision)],
  };
}

/** How many days before the day people may ask at the latest; empty until the day itself. */
function closingDays({ startsAt, applyBefore }: OfferSeen): string {
  if (startsAt === null || applyBefore === null) return "";
  return String(daysUntil(startsAt, applyBefore - 1));
}

/** Making or changing an offer; `offerId` null for a new one. */
export function OfferFormPage({
  frame,
  offerId,
  offerTitle,
  newId,
  isSeries = false,
  draft,
  themes,
  typed,
  errors = {},
  changed,
}: {
  frame: LayoutProps["frame"];
  offerId: string | null;
  offerTitle?: string;
  /** the id of what a new form will create */
  newId?: string;
  /** whether there are other days with the same words */
  isSeries?: boolean;
  /** the draft out of an answer that this form began with */
  draft?: string | undefined;
  themes: readonly ThemeSeen[];
  typed: Typed;
  errors?: FieldErrors;
  /** why the form stands here again, when the offer changed since it was opened */
  changed?: string;
}): JSX.Element {
  const value = (name: string) => typed[name]?.[0] ?? "";
  const error = (name: string) => errors[name];
  const field = (name: string) => ({ name, value: value(name), error: error(name) });
  return (
    <Layout
      frame={frame}
      title={offerTitle ? `Wijzig aanbod: ${offerTitle}` : "Maak nieuw aanbod"}
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      errors={errors}
    >
      {changed ? (
        <Notice kind="warning" live>
          {changed}
        </Notice>
      ) : null}
      <Form action={offerId ? paths.offerEdit(offerId) : paths.newOffer()} intro={<NoResidents />}>
        {newId ? <Hidden name="id" value={newId} /> : null}
        <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
        <Hidden name="revisie" value={value("revisie") || "0"} />
        {draft ? <Hidden name="concept" value={draft} /> : null}
        <TextField
          label="Titel"
          hint="Een zin die nieuwsgierig maakt. Bijvoorbeeld: Een ochtend mee op huisbezoek."
          maxLength={LONGEST.title}
          {...field("titel")}
        />
        <RadioGroup
          label="Vorm"
          {...field("vorm")}
          options={VISIT_FORMATS.map((format) => ({
            value: FORMATS[format].slug,
            label: FORMATS[format].label,
            hint: FORMATS[format].hint,
          }))}
        />
        <CheckboxGroup
          name="themas"
          label="Thema's"
          hint="Kies alles wat past. Zo vinden anderen jullie aanbod."
          values={typed.themas ?? []}
          error={error("themas")}
          options={themes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea
          label="Wat je te zien krijgt"
          hint="Vertel wat bezoekers meemaken en met wie ze praten."
          maxLength={LONGEST.text}
          rows={6}
          {...field("watjeziet")}
        />
        <TextField
          label="Voor wie"
          hint="Bijvoorbeeld: teamleiders en gedragswetenschappers."
          maxLength={LONGEST.line}
          {...field("voorwie")}
        />
        <div class="wt-moment">
          <NumberField
            label="Minstens zoveel mensen"
            hint="Met minder gaat het niet door."
            maxLength={4}
            {...field("plekkenmin")}
            value={value("plekkenmin") || "1"}
          />
          <NumberField
            label="Aantal plekken"
            hint="Meer mensen tegelijk kan niet."
            maxLength={4}
            {...field("plekken")}
          />
        </div>
        <RadioGroup
          label="Taal"
          hint="De taal waarin jullie ontvangen."
          {...field("taal")}
          value={value("taal") || LANGUAGES.dutch.slug}
          options={OFFER_LANGUAGES.map((each) => ({
            value: LANGUAGES[each].slug,
            label: LANGUAGES[each].label,
          }))}
        />
        <OfferDayFields value={value} error={error} several={offerId === null} />
        <PlaceField value={value} error={error} />
        <PracticalFields value={value} error={error} />
        <Checkbox
          name="openbaar"
          label="Toon in de openbare agenda"
          hint="Iedereen op internet ziet dan titel, dag, plaats en jullie naam. Nooit wie er komt."
          checked={value("openbaar") === "ja"}
        />
        {isSeries ? (
          <Checkbox
            name="reeks"
            label="Pas de tekst ook aan op de andere dagen"
            hint="Dag en plekken blijven per dag zoals ze zijn."
            checked={Object.keys(errors).length === 0 || value("reeks") === "ja"}
          />
        ) : null}
        <Actions>
          <Button>{offerId ? "Wijzigingen bewaren" : "Bewaren als concept"}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
