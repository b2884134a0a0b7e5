import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Form } from "../ui/form.tsx";
import type { ShownPerspectives } from "./gap.ts";
import { WHOLE_MEASUREMENT } from "./gap-contract.ts";

/** Which statement, or all of a measurement, goes. Who made a slip adds it again afterwards. */
export function GapRemovalPage({
  frame,
  shown,
  typed,
  errors,
}: {
  frame: Frame;
  shown: ShownPerspectives;
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Weghalen: ${shown.title}`}
      heading="Wat wil je weghalen?"
      lead="Dit kun je niet terugdraaien. Klopt een aantal niet? Haal de stelling weg en voeg haar opnieuw toe."
      back={{ href: paths.perspectiveGap(shown.id), label: `Terug naar ${shown.title}` }}
      errors={errors}
    >
      <Form action={paths.perspectiveRemoval(shown.id)} label="Weghalen">
        <RadioGroup
          name="wat"
          label="Kies een stelling of de hele meting"
          options={[
            ...shown.gaps.map(({ concept, wording }) => ({ value: `stelling-${concept}`, label: wording })),
            { value: WHOLE_MEASUREMENT, label: "De hele meting, met alle stellingen", apart: true },
          ]}
          value={typed?.wat?.[0]}
          error={errors?.wat}
        />
        <Actions>
          <Button kind="danger">Weghalen</Button>
          <ButtonLink kind="secondary" href={paths.perspectiveGap(shown.id)}>
            Niets weghalen
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
