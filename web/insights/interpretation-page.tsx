import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { formatDateTime } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Table } from "../ui/table.tsx";
import type { EarlierText, Placeholder } from "./interpretation.ts";
import { LONGEST_TEXT } from "./interpretation-contract.ts";
import { outcomeSentence } from "./outcome-sentence.ts";
import type { ShownFigure, ShownRound } from "./shown-figure.ts";

export interface InterpretationPageProps {
  frame: Frame;
  round: ShownRound;
  figure: ShownFigure;
  placeholders: readonly Placeholder[];
  /** newest first */
  history: readonly EarlierText[];
  typed: Record<string, string[]>;
  errors?: FieldErrors;
}

/** Where monitoring writes a text beneath a figure; the numbers in it are codes that the release fills in. */
export function InterpretationPage(props: InterpretationPageProps): JSX.Element {
  const { frame, round, figure, placeholders, history, typed, errors } = props;
  const { year } = round;
  const { concept } = figure;
  return (
    <Layout
      frame={frame}
      title={`Duiding bij ${figure.shortName} ${year}`}
      heading={`Duiding bij ${figure.shortName}`}
      lead={outcomeSentence(figure)}
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(year), label: String(year) },
        { href: paths.insightItem(year, concept), label: figure.shortName },
      ]}
      errors={errors}
    >
      <Form action={paths.interpretation(year, concept)}>
        <Hidden name="id" value={typed.id?.[0] ?? ""} />
        <Hidden name="gezien" value={typed.gezien?.[0] ?? "0"} />
        <TextArea
          name="duiding"
          label="Wat zegt dit cijfer volgens jullie?"
          hint="Typ geen getallen en noem geen organisaties. Laat leeg om de duiding weg te halen."
          value={typed.duiding?.[0] ?? ""}
          error={errors?.duiding}
          maxLength={LONGEST_TEXT}
          rows={7}
        />
        <Actions>
          <Button>Duiding opslaan</Button>
          <a href={paths.insightItem(year, concept)}>Terug naar het cijfer</a>
        </Actions>
      </Form>
      <h2>Codes voor getallen</h2>
      <p>Zet een code in de tekst. Wie leest, ziet het getal uit de vrijgave.</p>
      <Table
        caption="Codes bij dit cijfer"
        columns={[
          { key: "code", label: "Code" },
          { key: "label", label: "Wat" },
          { key: "value", label: "Nu", numeric: true },
        ]}
        rows={placeholders.map(({ name, label, value }) => ({ code: `{${name}}`, label, value }))}
      />
      {history.length > 0 ? (
        <Disclosure summary="Eerdere versies">
          <ol reversed>
            {history.map(({ revision, text, writtenAt }) => (
              <li key={revision} value={revision}>
                <p class="wt-small">Leergroep monitoring, {formatDateTime(writtenAt)}</p>
                <p class="wt-lines">{text || "Weggehaald."}</p>
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </Layout>
  );
}
