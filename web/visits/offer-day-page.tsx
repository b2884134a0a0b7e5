import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Facts } from "./facts.tsx";
import { formatMoment, titleOnDay } from "./moment.ts";
import { MomentFields } from "./moment-fields.tsx";
import type { OfferSeen } from "./seen.ts";

/** One more day for an offer that stands on a day. */
export function OfferDayPage({
  frame,
  offer,
  newId,
  typed,
  errors = {},
}: {
  frame: LayoutProps["frame"];
  offer: OfferSeen;
  newId: string;
  typed: Record<string, string[]>;
  errors?: FieldErrors;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Voeg een dag toe: ${titleOnDay(offer)}`}
      heading="Voeg een dag toe"
      lead="De tekst blijft gelijk. De nieuwe dag krijgt eigen plekken en begint als concept."
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.offer(offer.id), label: offer.title },
      ]}
      errors={errors}
    >
      <Facts
        facts={[
          { label: "Aanbod", value: offer.title },
          { label: "Staat al", value: formatMoment(offer) },
        ]}
      />
      <Form action={paths.offerDay(offer.id)}>
        <Hidden name="id" value={newId} />
        <MomentFields value={(name) => typed[name]?.[0] ?? ""} error={(name) => errors[name]} />
        <Actions>
          <Button>Dag toevoegen</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
