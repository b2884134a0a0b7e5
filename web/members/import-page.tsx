import type { JSX } from "preact";
import { IMPORT_KINDS, type ImportKind } from "../../db/vocabulary.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { formatDateTime } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { FileField } from "../ui/file-field.tsx";
import { Form } from "../ui/form.tsx";
import { Table } from "../ui/table.tsx";
import { IMPORT_KIND_WORDS } from "./import-words.ts";

interface ImportPageProps {
  frame: Frame;
  /** id of the table that the form hands in */
  id: string;
  kind: string;
  latest: readonly {
    id: string;
    kind: ImportKind;
    fileName: string;
    createdAt: number;
    writtenAt: number | null;
    personName: string | null;
  }[];
  errors?: FieldErrors | undefined;
}

/** Where the bureau hands in a table of members or people; nothing is written before it said so. */
export function ImportPage({ frame, id, kind, latest, errors }: ImportPageProps): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Leden of mensen inlezen"
      lead="Je ziet eerst wat elke rij doet. Daarna kies je of je het overneemt."
      trail={[{ href: paths.bureau(), label: "Bureau" }]}
      errors={errors}
      help={<Help />}
    >
      <Form action={paths.imports()} multipart>
        <Hidden name="id" value={id} />
        <RadioGroup
          name="soort"
          label="Wat lees je in?"
          value={kind}
          error={errors?.soort}
          options={IMPORT_KINDS.map((each) => ({ value: each, label: IMPORT_KIND_WORDS[each].title }))}
        />
        <FileField
          name="bestand"
          label="Bestand"
          hint="Een Excel-bestand (.xlsx) of een csv-bestand, hooguit 250 kB."
          accept=".xlsx,.csv"
          error={errors?.bestand}
        />
        <Actions>
          <Button>Bestand bekijken</Button>
        </Actions>
      </Form>
      {latest.length > 0 ? <h2>Eerder</h2> : null}
      {latest.length > 0 ? (
        <Table
          caption="Eerder bekeken of ingelezen"
          columns={[
            { key: "file", label: "Bestand" },
            { key: "kind", label: "Wat" },
            { key: "when", label: "Bekeken" },
            { key: "state", label: "Stand" },
          ]}
          rows={latest.map((each) => ({
            file: <a href={paths.importCheck(each.id)}>{each.fileName}</a>,
            kind: IMPORT_KIND_WORDS[each.kind].title,
            when: `${formatDateTime(each.createdAt)}${each.personName ? `, ${each.personName}` : ""}`,
            state: each.writtenAt ? `Overgenomen op ${formatDateTime(each.writtenAt)}` : "Niet overgenomen",
          }))}
        />
      ) : null}
    </Layout>
  );
}

function Help(): JSX.Element {
  return (
    <>
      <h2>Zo werkt het</h2>
      <p>
        Begin met een voorbeeld:{" "}
        {IMPORT_KINDS.map((kind, at) => (
          <>
            {at > 0 ? " of " : ""}
            <a href={paths.importExample(IMPORT_KIND_WORDS[kind].address)}>
              voorbeeld voor {IMPORT_KIND_WORDS[kind].many}
            </a>
          </>
        ))}
        . Het tweede blad legt de kolommen uit.
      </p>
      <p>
        Een rij met een fout houdt andere rijen niet tegen. Een lege cel verandert niets. Rollen komen er
        alleen bij. We bewaren een bestand een maand.
      </p>
    </>
  );
}
