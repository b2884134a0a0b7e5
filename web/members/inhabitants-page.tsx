import type { JSX } from "preact";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf, formatDate, formatList, formatNumber } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden } from "../ui/fields.tsx";
import { FileField } from "../ui/file-field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";

/** What one row of the file comes to. */
export interface InhabitantsLine {
  line: number;
  typed: string;
  kind: "new" | "changed" | "equal" | "unknown" | "error";
  name?: string;
  inhabitants?: number;
  before?: number | null;
  isOdd?: boolean;
  error?: string;
  suggestions?: string[];
}

/** A table with more rows than this is no preview that somebody reads. */
const MOST_SHOWN = 60;
const MOST_NAMED = 12;

const TRAIL = [
  { href: paths.bureau(), label: "Bureau" },
  { href: paths.municipalities(), label: "Gemeenten" },
];

/** The form that takes a table of inhabitants on a reference date. */
export function InhabitantsPage({
  frame,
  typed,
  errors,
}: {
  frame: Frame;
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Inwoners inlezen"
      lead="Lees de inwoners van alle gemeenten in. Eerst zie je wat er verandert."
      trail={TRAIL}
      errors={errors}
    >
      <Form action={paths.inhabitantsImport()} multipart>
        <DateField
          name="peildatum"
          label="Peildatum"
          hint="De dag waarop deze aantallen golden."
          value={typed?.peildatum?.[0] ?? ""}
          error={errors?.peildatum}
        />
        <FileField
          name="bestand"
          label="Bestand"
          hint="Excel of csv, met de kolommen 'gemeente' (naam of code) en 'inwoners'."
          accept=".xlsx,.csv,text/csv"
          error={errors?.bestand}
        />
        <Actions>
          <Button name="actie" value="bekijken">
            Bekijk wat er verandert
          </Button>
        </Actions>
      </Form>
    </Layout>
  );
}

const changeOf = ({ before, inhabitants }: InhabitantsLine): string =>
  before && inhabitants
    ? `${inhabitants > before ? "+" : "−"}${formatNumber((Math.abs(inhabitants - before) / before) * 100, 1)} %`
    : "";

function Attention({ lines }: { lines: readonly InhabitantsLine[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>Deze rijen slaan we over</h2>
      <Table
        caption="Rijen met een fout of een onbekende gemeente"
        columns={[
          { key: "line", label: "Regel", numeric: true },
          { key: "typed", label: "In het bestand", rowHeader: true },
          { key: "why", label: "Wat is er" },
        ]}
        rows={lines.slice(0, MOST_SHOWN).map(({ line, typed, error, suggestions = [] }) => ({
          line,
          typed: typed === "" ? "leeg" : typed,
          why:
            error ??
            (suggestions.length > 0
              ? `Deze gemeente kennen we niet. Bedoel je ${formatList(suggestions, "of")}?`
              : "Deze gemeente kennen we niet. Kijk de naam na."),
        }))}
      />
      {lines.length > MOST_SHOWN ? <p>En nog {countOf(lines.length - MOST_SHOWN, "rij", "rijen")}.</p> : null}
    </>
  );
}

function Changes({ lines }: { lines: readonly InhabitantsLine[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>Dit verandert er</h2>
      <Table
        caption="Eerst wat meer dan 10 % afwijkt"
        columns={[
          { key: "name", label: "Gemeente" },
          { key: "before", label: "Bekend", numeric: true },
          { key: "now", label: "Wordt", numeric: true },
          { key: "change", label: "Verschil", numeric: true },
          { key: "note", label: "Let op" },
        ]}
        rows={lines.slice(0, MOST_SHOWN).map((line) => ({
          name: line.name ?? line.typed,
          before: line.before ? formatNumber(line.before) : "",
          now: formatNumber(line.inhabitants ?? 0),
          change: changeOf(line),
          note: line.isOdd ? (
            <Badge kind="brick">Meer dan 10 % anders</Badge>
          ) : line.kind === "new" ? (
            "nieuw"
          ) : (
            ""
          ),
        }))}
      />
      {lines.length > MOST_SHOWN ? (
        <p>En nog {countOf(lines.length - MOST_SHOWN, "gemeente", "gemeenten")}.</p>
      ) : null}
    </>
  );
}

/** What a table would change, before anything is stored. */
export function InhabitantsPreviewPage({
  frame,
  referenceOn,
  lines,
  missing,
  figures,
}: {
  frame: Frame;
  referenceOn: string;
  lines: readonly InhabitantsLine[];
  /** names of municipalities of that day that are not in the file */
  missing: readonly string[];
  /** what the form carries to be stored */
  figures: string;
}): JSX.Element {
  const of = (kind: InhabitantsLine["kind"]) => lines.filter((line) => line.kind === kind);
  const changing = [...of("changed"), ...of("new")].sort((a, b) => Number(b.isOdd) - Number(a.isOdd));
  const odd = changing.filter(({ isOdd }) => isOdd).length;
  const skipped = [...of("unknown"), ...of("error")].sort((a, b) => a.line - b.line);
  return (
    <Layout
      frame={frame}
      title="Wat verandert er in de inwoners?"
      lead={`Peildatum ${formatDate(referenceOn)}. Er is nog niets vastgelegd.`}
      trail={[...TRAIL, { href: paths.inhabitantsImport(), label: "Inwoners inlezen" }]}
      wide
    >
      <p>
        {of("new").length} nieuw, {of("changed").length} anders, {of("equal").length} gelijk en{" "}
        {skipped.length} niet te lezen.
      </p>
      {odd > 0 ? (
        <Notice kind="warning">
          <p>{countOf(odd, "aantal wijkt", "aantallen wijken")} meer dan 10 % af. Kijk of dat klopt.</p>
        </Notice>
      ) : null}
      {missing.length > 0 ? (
        <Notice kind="warning">
          <p>
            {countOf(missing.length, "gemeente ontbreekt", "gemeenten ontbreken")} in het bestand:{" "}
            {missing.slice(0, MOST_NAMED).join(", ")}
            {missing.length > MOST_NAMED ? " en meer" : ""}. Zonder die gemeenten kloppen de sommen niet. Vul
            het bestand aan en lees het opnieuw in.
          </p>
        </Notice>
      ) : null}
      <Attention lines={skipped} />
      <Changes lines={changing} />
      {changing.length > 0 && missing.length === 0 ? (
        <Form action={paths.inhabitantsImport()} explained={false}>
          <Hidden name="peildatum" value={referenceOn} />
          <Hidden name="cijfers" value={figures} />
          <Actions>
            <Button name="actie" value="vastleggen">
              {countOf(changing.length, "aantal", "aantallen")} vastleggen
            </Button>
            <ButtonLink kind="secondary" href={paths.inhabitantsImport()}>
              Ander bestand kiezen
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <Actions>
          <ButtonLink href={paths.inhabitantsImport()}>Ander bestand kiezen</ButtonLink>
        </Actions>
      )}
    </Layout>
  );
}
