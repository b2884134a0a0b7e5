import type { JSX } from "preact";
import { VISIT_FORMATS } from "../../db/vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, NumberField, TextArea, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { LONGEST } from "./contract.ts";
import { FORMATS } from "./labels.ts";
import { typedMoment } from "./moment.ts";
import { MomentFields, NoResidents, PlaceField } from "./moment-fields.tsx";
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
    plekken: [String(offer.seats)],
    wanneer: [offer.startsAt === null ? "overleg" : "datum"],
    datum: [moment.datum],
    van: [moment.van],
    tot: [moment.tot],
    locatie: [offer.location],
    praktisch: [offer.practical],
    revisie: [String(offer.revision)],
  };
}

/** Making or changing an offer; `offerId` null for a new one. */
export function OfferFormPage({
  frame,
  offerId,
  offerTitle,
  newId,
  themes,
  typed,
  errors = {},
}: {
  frame: LayoutProps["frame"];
  offerId: string | null;
  offerTitle?: string;
  /** the id of what a new form will create */
  newId?: string;
  themes: readonly ThemeSeen[];
  typed: Typed;
  errors?: FieldErrors;
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
      <Form action={offerId ? paths.offerEdit(offerId) : paths.newOffer()} intro={<NoResidents />}>
        {newId ? <Hidden name="id" value={newId} /> : null}
        <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
        <Hidden name="revisie" value={value("revisie") || "0"} />
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
        <NumberField
          label="Aantal plekken"
          hint="Het hoogste aantal bezoekers dat jullie tegelijk kunnen ontvangen."
          maxLength={4}
          {...field("plekken")}
        />
        <RadioGroup
          label="Wanneer"
          {...field("wanneer")}
          options={[
            { value: "overleg", label: "In overleg", hint: "Je spreekt met elke bezoeker een dag af." },
            { value: "datum", label: "Op een vaste dag", hint: "Vul hieronder de dag en de tijden in." },
          ]}
        />
        <MomentFields value={value} error={error} optional />
        <PlaceField value={value} error={error} />
        <TextArea
          label="Zo kom je er"
          hint="Route, parkeren, toegankelijkheid en wat verder handig is."
          maxLength={LONGEST.text}
          optional
          {...field("praktisch")}
        />
        <Actions>
          <Button>{offerId ? "Wijzigingen bewaren" : "Bewaren als concept"}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
