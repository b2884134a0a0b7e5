import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { FileField } from "../ui/file-field.tsx";
import { Form } from "../ui/form.tsx";
import { Table } from "../ui/table.tsx";
import { FILE_FIELD } from "./transfer-contract.ts";

interface Remark {
  at: string;
  text: string;
}

const trail = [{ href: paths.editing(), label: "Vragenlijsten" }];

function Remarks({ caption, remarks }: { caption: string; remarks: readonly Remark[] }): JSX.Element {
  return (
    <Table
      caption={caption}
      columns={[
        { key: "at", label: "Vraag of sectie" },
        { key: "text", label: "Wat er gebeurt" },
      ]}
      rows={remarks.map(({ at, text }) => ({ at: at || "De hele vragenlijst", text }))}
    />
  );
}

/** A questionnaire as a file for other programs, and what those will not take over. */
export function TransferPage({
  frame,
  questionnaire: { id, title },
  lost,
}: {
  frame: Frame;
  questionnaire: { id: string; title: string };
  lost: readonly Remark[];
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`${title} – bewaren als bestand`}
      heading="Vragenlijst bewaren als bestand"
      lead="Voor een ander programma, of om later hier weer in te lezen. Antwoorden staan er niet in."
      trail={[...trail, { href: paths.edited(id), label: title }]}
    >
      <Actions>
        <ButtonLink href={paths.transferExport(id, "xlsx")}>Bewaren als XLSForm</ButtonLink>
        <ButtonLink kind="secondary" href={paths.transferExport(id, "lss")}>
          Bewaren voor LimeSurvey
        </ButtonLink>
      </Actions>
      <p>
        XLSForm is een Excel-bestand voor ODK, KoboToolbox en Enketo. Het LimeSurvey-bestand (.lss) is voor
        versie 5 en 6. Lees je een bestand hier weer in, dan komt alles terug.
      </p>
      <Remarks caption="Wat een ander programma niet overneemt" remarks={lost} />
    </Layout>
  );
}

/** Where a file of another program, or one of ours, is handed in. Nothing is written before it was looked at. */
export function TransferImportPage({
  frame,
  errors,
}: {
  frame: Frame;
  errors?: FieldErrors | undefined;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Vragenlijst inlezen"
      lead="Je ziet eerst wat er meekomt en wat niet. Daarna maak je er een concept van."
      trail={trail}
      errors={errors}
    >
      <Form action={paths.importEditing()} multipart explained={false}>
        <FileField
          name={FILE_FIELD}
          label="Bestand"
          hint="Een XLSForm (.xlsx) of een structuur van LimeSurvey (.lss), hooguit 250 kB."
          accept=".xlsx,.lss"
          error={errors?.[FILE_FIELD]}
        />
        <Actions>
          <Button>Bestand bekijken</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

export interface PreviewedSection {
  title: string;
  isConditional: boolean;
  items: readonly { concept: string; question: string; kind: string; isConditional: boolean }[];
}

/** What a file holds and what did not fit, with the button that makes a concept of it. */
export function TransferPreviewPage({
  frame,
  title,
  sections,
  remarks,
  carried,
  id,
}: {
  frame: Frame;
  title: string;
  sections: readonly PreviewedSection[];
  remarks: readonly Remark[];
  /** the questionnaire as JSON: the form carries it, so that nothing is stored before somebody chose to */
  carried: string;
  id: string;
}): JSX.Element {
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Layout
      frame={frame}
      title="Ingelezen vragenlijst bekijken"
      heading={title}
      lead={`${countOf(sections.length, "sectie", "secties")} en ${countOf(count, "vraag", "vragen")}. Er is nog niets opgeslagen.`}
      trail={[...trail, { href: paths.importEditing(), label: "Vragenlijst inlezen" }]}
    >
      {remarks.length > 0 ? (
        <Remarks
          caption={`Let op: ${countOf(remarks.length, "opmerking", "opmerkingen")}`}
          remarks={remarks}
        />
      ) : (
        <p>Alles uit het bestand past hier. Er gaat niets verloren.</p>
      )}
      <Form action={paths.takeOverEditing()} multipart explained={false}>
        <Hidden name="id" value={id} />
        <Hidden name="vragenlijst" value={carried} />
        <Actions>
          <Button>Maak hier een nieuw concept van</Button>
          <ButtonLink kind="quiet" href={paths.importEditing()}>
            Ander bestand kiezen
          </ButtonLink>
        </Actions>
      </Form>
      {sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          {section.isConditional ? <p class="wt-small">Onder een voorwaarde.</p> : null}
          <ul>
            {section.items.map(({ concept, question, kind, isConditional }) => (
              <li key={concept}>
                <strong>{concept}</strong> {question}{" "}
                <span class="wt-small">
                  {kind}
                  {isConditional ? ", onder een voorwaarde" : ""}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}
