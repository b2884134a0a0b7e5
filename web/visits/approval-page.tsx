import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";

/** Whether a request for a visit first needs the approval of a manager of one's own. */
export function ApprovalPage({
  frame,
  colleagues,
  chosen,
  seen,
  mayChange,
  isSaved = false,
  stale,
  errors = {},
}: {
  frame: LayoutProps["frame"];
  colleagues: readonly { id: string; name: string }[];
  /** the word chosen in the form */
  chosen: string;
  /** the word that holds now */
  seen: string;
  mayChange: boolean;
  isSaved?: boolean;
  /** why nothing was saved: somebody else was before */
  stale?: string;
  errors?: FieldErrors;
}): JSX.Element {
  const options = [
    { value: "niemand", label: "Niemand: aanvragen gaan meteen weg" },
    { value: "tekenaar", label: "Een tekenaar van onze organisatie" },
    ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Layout
      frame={frame}
      title="Eerst akkoord van een leidinggevende"
      lead="Sommige organisaties willen dat iemand meekijkt voordat een aanvraag voor een werkbezoek weggaat."
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.myVisits(), label: "Onze bezoeken" },
      ]}
      notice={
        isSaved ? { kind: "ok", text: "Je keuze is bewaard. Die geldt voor nieuwe aanvragen." } : undefined
      }
      errors={errors}
    >
      {stale ? (
        <Notice kind="warning" live>
          {`${stale} Nu geldt: ${options.find(({ value }) => value === seen)?.label ?? ""}.`}
        </Notice>
      ) : null}
      {mayChange ? (
        <Form action={paths.visitApproval()} explained={false}>
          <Hidden name="gezien" value={seen} />
          <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
          <Select
            name="akkoord"
            label="Wie geeft eerst akkoord?"
            hint="Wie dit zelf is, hoeft voor een eigen aanvraag niets te vragen."
            value={chosen}
            error={errors.akkoord}
            options={options}
            empty={null}
          />
          <Actions>
            <Button>Keuze bewaren</Button>
          </Actions>
        </Form>
      ) : (
        <>
          <p>{`Nu geeft eerst akkoord: ${options.find(({ value }) => value === seen)?.label ?? ""}.`}</p>
          <p>Een tekenaar of redacteur van jouw organisatie kan dit veranderen.</p>
        </>
      )}
    </Layout>
  );
}
