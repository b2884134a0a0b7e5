import type { JSX } from "preact";
import type { RegionKind } from "../../db/vocabulary.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countFirst, countOf, formatDate } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden } from "../ui/fields.tsx";
import { FileField } from "../ui/file-field.tsx";
import { Form } from "../ui/form.tsx";
import { Table } from "../ui/table.tsx";
import { REGION_KIND_LABELS } from "./municipality-words.ts";

export interface RegionLine {
  line: number;
  typed: string;
  outcome: "new" | "changed" | "equal" | "error";
  name?: string;
  kind?: RegionKind;
  region?: string;
  before?: string | null;
  error?: string;
}

/** More rows than this is no preview that somebody reads. */
const MOST_SHOWN = 60;

/** A table that says to which regions municipalities belong: its form, and with `lines` what it would change. */
export function RegionsPage({
  frame,
  typed,
  errors,
  lines,
  memberships = "",
}: {
  frame: Frame;
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
  lines?: readonly RegionLine[];
  /** what the form carries to be stored */
  memberships?: string;
}): JSX.Element {
  const from = typed?.vanaf?.[0] ?? "";
  return (
    <Layout
      frame={frame}
      title={lines ? "Wat verandert er in de regio's?" : "Regio's inlezen"}
      lead={
        lines
          ? `Vanaf ${formatDate(from)}. Er is nog niets vastgelegd.`
          : "Lees in bij welke jeugdregio, GGD-regio of arbeidsmarktregio gemeenten horen."
      }
      trail={[
        { href: paths.bureau(), label: "Bureau" },
        { href: paths.municipalities(), label: "Gemeenten" },
      ]}
      errors={errors}
      wide={lines !== undefined}
    >
      {lines ? (
        <Preview from={from} lines={lines} memberships={memberships} />
      ) : (
        <Upload from={from} errors={errors} />
      )}
    </Layout>
  );
}

function Upload({ from, errors }: { from: string; errors: FieldErrors | undefined }): JSX.Element {
  return (
    <Form action={paths.regionsImport()} multipart>
      <DateField
        name="vanaf"
        label="Vanaf"
        hint="De eerste dag waarop dit geldt."
        value={from}
        error={errors?.vanaf}
      />
      <FileField
        name="bestand"
        label="Bestand"
        hint="Excel of csv, met de kolommen 'gemeente', 'soort' en 'regio'."
        accept=".xlsx,.csv,text/csv"
        error={errors?.bestand}
      />
      <Actions>
        <Button name="actie" value="bekijken">
          Bekijk wat er verandert
        </Button>
      </Actions>
    </Form>
  );
}

const STANDS = { new: "nieuw", changed: "anders", equal: "gelijk", error: "" };

function Preview({
  from,
  lines,
  memberships,
}: {
  from: string;
  lines: readonly RegionLine[];
  memberships: string;
}): JSX.Element {
  const order = ["error", "changed", "new", "equal"];
  const sorted = lines.toSorted(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.line - b.line,
  );
  const changing = lines.filter(({ outcome }) => outcome === "new" || outcome === "changed").length;
  const faulty = lines.filter(({ outcome }) => outcome === "error").length;
  return (
    <>
      <p>
        {countFirst(changing, "rij verandert", "rijen veranderen")} iets.{" "}
        {countFirst(faulty, "rij slaan we over", "rijen slaan we over")}.
      </p>
      <Table
        caption="Wat elke rij doet"
        columns={[
          { key: "line", label: "Regel", numeric: true },
          { key: "name", label: "Gemeente", rowHeader: true },
          { key: "kind", label: "Soort" },
          { key: "region", label: "Regio" },
          { key: "stand", label: "Wat gebeurt er" },
        ]}
        rows={sorted.slice(0, MOST_SHOWN).map((each) => ({
          line: each.line,
          name: each.name ?? (each.typed || "leeg"),
          kind: each.kind ? REGION_KIND_LABELS[each.kind] : "",
          region:
            each.before && each.outcome === "changed"
              ? `${each.before}, wordt ${each.region}`
              : (each.region ?? ""),
          stand: each.error ?? STANDS[each.outcome],
        }))}
      />
      {lines.length > MOST_SHOWN ? <p>En nog {countOf(lines.length - MOST_SHOWN, "rij", "rijen")}.</p> : null}
      <Form action={paths.regionsImport()} explained={false}>
        <Hidden name="vanaf" value={from} />
        <Hidden name="regios" value={memberships} />
        <Actions>
          {changing > 0 ? (
            <Button name="actie" value="vastleggen">
              {countOf(changing, "regio", "regio's")} vastleggen
            </Button>
          ) : null}
          <ButtonLink kind="secondary" href={paths.regionsImport()}>
            Ander bestand kiezen
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
