import type { JSX } from "preact";
import { TRAVEL_UNITS, VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup, Select } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, NumberField, TextArea, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { LONGEST } from "./contract.ts";
import { Facts, seatsLeft } from "./facts.tsx";
import { FORMATS, TRAVEL_UNIT_WORDS } from "./labels.ts";
import { formatMoment } from "./moment.ts";
import { type FieldState, NoResidents } from "./moment-fields.tsx";
import type { OfferSeen, ThemeSeen } from "./seen.ts";

/** A request to visit: to an offer, or an open question for any host. */
export function RequestFormPage({
  frame,
  offer,
  newId,
  themes,
  typed,
  errors = {},
  gone,
  draft,
}: {
  frame: LayoutProps["frame"];
  offer: OfferSeen | null;
  newId: string;
  /** the offer's own themes, or all for an open request */
  themes: readonly ThemeSeen[];
  typed: Record<string, string[]>;
  errors?: FieldErrors;
  /** why the offer that this request was for takes it no longer: what was typed can still be an open question */
  gone?: string | undefined;
  /** the draft out of an answer that this form began with */
  draft?: string | undefined;
}): JSX.Element {
  const value = (name: string) => typed[name]?.[0] ?? "";
  const field = (name: string) => ({ name, value: value(name), error: errors[name] });
  const onlyTheme = themes.length === 1 ? themes[0] : undefined;
  const fixedDay = offer !== null && offer.startsAt !== null;
  return (
    <Layout
      frame={frame}
      title={offer ? `Bezoek aanvragen: ${offer.title}` : "Plaats een open vraag"}
      heading={offer ? "Bezoek aanvragen" : "Plaats een open vraag"}
      lead={
        offer
          ? `Vertel ${offer.memberName} wat je wilt leren. Een gastheer beantwoordt je aanvraag.`
          : "Alle leden zien je vraag. Een team dat je wil ontvangen, nodigt je uit."
      }
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        ...(offer ? [{ href: paths.offer(offer.id), label: offer.title }] : []),
      ]}
      errors={errors}
    >
      {gone ? (
        <Notice kind="warning" live>
          {gone} Je aanvraag is niet verstuurd. Wat je typte staat hieronder, nu als open vraag. Of kijk eerst
          bij <a href={paths.visits()}>ander aanbod</a>.
        </Notice>
      ) : null}
      {offer ? (
        <Facts
          facts={[
            { label: "Bij", value: offer.memberName },
            { label: "Wat", value: offer.title },
            { label: "Wanneer", value: formatMoment(offer) },
            { label: "Waar", value: offer.location },
            { label: "Plekken", value: seatsLeft(offer.seats, offer.taken) },
          ]}
        />
      ) : null}
      <Form action={paths.newVisit()} intro={<NoResidents />}>
        <Hidden name="id" value={newId} />
        <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
        {value("vraag") ? <Hidden name="vraag" value={value("vraag")} /> : null}
        {offer ? <Hidden name="aanbod" value={offer.id} /> : null}
        {draft ? <Hidden name="concept" value={draft} /> : null}
        {onlyTheme ? (
          <Hidden name="thema" value={onlyTheme.id} />
        ) : (
          <RadioGroup
            label="Thema"
            hint="Kies het thema waar je vraag het meest over gaat."
            {...field("thema")}
            options={themes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextArea
          label="Leervraag"
          hint="Wat wil je leren? Hoe preciezer je vraag, hoe beter het bezoek."
          maxLength={LONGEST.text}
          {...field("leervraag")}
        />
        <TextArea
          label="Wat jullie meebrengen"
          hint="Bijvoorbeeld een eigen aanpak die je wilt laten zien."
          maxLength={LONGEST.text}
          rows={3}
          optional
          {...field("meebrengen")}
        />
        <NumberField
          label="Aantal personen"
          hint="Met hoeveel mensen je komt, jezelf meegeteld."
          maxLength={4}
          {...field("aantal")}
        />
        {fixedDay ? null : (
          <TextField
            label="Wanneer je wilt komen"
            hint="Bijvoorbeeld: een dinsdag of donderdag in maart."
            maxLength={LONGEST.line}
            optional
            {...field("periode")}
          />
        )}
        {offer ? null : <Wishes value={value} error={(name) => errors[name]} />}
        <Actions>
          <Button>{offer ? "Bezoek aanvragen" : "Open vraag plaatsen"}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** What a host should know before it invites; an offer answers these itself. */
function Wishes({ value, error }: FieldState): JSX.Element {
  const field = (name: string) => ({ name, value: value(name), error: error(name), optional: true });
  return (
    <>
      <Select
        label="Vorm die past"
        hint="Zo vindt een gastheer sneller of het past."
        empty="Maakt niet uit"
        {...field("vorm")}
        options={VISIT_FORMATS.map((each) => ({ value: FORMATS[each].slug, label: FORMATS[each].label }))}
      />
      <div class="wt-moment">
        <NumberField
          label="Reisgrens"
          hint="Zo ver reizen jullie hooguit, enkele reis."
          maxLength={4}
          {...field("reisgrens")}
        />
        <Select
          label="Gerekend in"
          empty={null}
          {...field("reiseenheid")}
          options={TRAVEL_UNITS.map((each) => ({
            value: TRAVEL_UNIT_WORDS[each].slug,
            label: TRAVEL_UNIT_WORDS[each].label,
          }))}
        />
      </div>
    </>
  );
}
