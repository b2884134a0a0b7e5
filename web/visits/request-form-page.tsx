import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, NumberField, TextArea, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { LONGEST } from "./contract.ts";
import { Facts, seatsLeft } from "./facts.tsx";
import { formatMoment } from "./moment.ts";
import { NoResidents } from "./moment-fields.tsx";
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
}: {
  frame: LayoutProps["frame"];
  offer: OfferSeen | null;
  newId: string;
  /** the offer's own themes, or all for an open request */
  themes: readonly ThemeSeen[];
  typed: Record<string, string[]>;
  errors?: FieldErrors;
  /** why the offer that this request was for takes it no longer: what was typed can still be an open question */
  gone?: string;
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
        {offer ? <Hidden name="aanbod" value={offer.id} /> : null}
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
        <Actions>
          <Button>{offer ? "Bezoek aanvragen" : "Open vraag plaatsen"}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
