import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { Empty } from "../ui/empty.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Table } from "../ui/table.tsx";
import { type QuestionnaireView, roundsInWords, standingOf } from "./editing.ts";
import { EMPTY } from "./item-editing-contract.ts";

type Line = Pick<QuestionnaireView, "id" | "title" | "rounds" | "began"> & {
  sections: number;
  items: number;
};

/** All questionnaires of the association, the newest first. */
export function EditingListPage({
  frame,
  lines,
  mayMake,
}: {
  frame: Frame;
  lines: readonly Line[];
  mayMake: boolean;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Vragenlijsten"
      lead="De vragen van elke ronde. Een nieuwe ronde begint met een kopie van de vorige vragenlijst."
      trail={[{ href: paths.questionnaires(), label: "Vragenlijst" }]}
      wide
    >
      {mayMake ? (
        <Actions>
          <ButtonLink href={paths.newEditing()}>Nieuwe vragenlijst maken</ButtonLink>
          <ButtonLink kind="secondary" href={paths.importEditing()}>
            Vragenlijst inlezen
          </ButtonLink>
          <ButtonLink kind="secondary" href={paths.ownLists()}>
            Eigen keuzelijsten
          </ButtonLink>
        </Actions>
      ) : null}
      {lines.length === 0 ? (
        <Empty why="Er is nog geen vragenlijst.">
          <a href={paths.questionnaires()}>Naar de rondes</a>
        </Empty>
      ) : (
        <Table
          caption="Vragenlijsten, de nieuwste eerst"
          columns={[
            { key: "title", label: "Vragenlijst" },
            { key: "rounds", label: "Ronde" },
            { key: "standing", label: "Stand" },
            { key: "sections", label: "Secties", numeric: true },
            { key: "items", label: "Vragen", numeric: true },
          ]}
          rows={lines.map((line) => {
            const { kind, label } = standingOf(line);
            return {
              title: <a href={paths.edited(line.id)}>{line.title}</a>,
              rounds: roundsInWords(line.rounds),
              standing: <Badge kind={kind}>{label}</Badge>,
              sections: line.sections,
              items: line.items,
            };
          })}
        />
      )}
    </Layout>
  );
}

/** The form that makes a questionnaire out of an earlier one. */
export function NewQuestionnairePage({
  frame,
  lines,
  typed,
  errors,
}: {
  frame: Frame;
  lines: readonly Line[];
  typed: Record<string, string[]>;
  errors?: FieldErrors | undefined;
}): JSX.Element {
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors?.[name] });
  return (
    <Layout
      frame={frame}
      title="Nieuwe vragenlijst maken"
      lead="Vragen houden in de kopie hun code. Zo blijft hun ontwikkeling over de jaren te volgen."
      trail={[{ href: paths.editing(), label: "Vragenlijsten" }]}
      errors={errors}
    >
      <Form action={paths.newEditing()}>
        <Hidden name="id" value={typed.id?.[0] ?? ""} />
        <TextField
          {...field("titel")}
          label="Titel"
          hint="Leden zien deze titel boven de ronde."
          maxLength={150}
        />
        <Select
          {...field("bron")}
          label="Waarmee begin je?"
          hint="Ingetrokken vragen gaan niet mee."
          options={[
            ...lines.map(({ id, title, rounds }) => ({
              value: id,
              label: `Kopie van: ${title} (${roundsInWords(rounds)})`,
            })),
            { value: EMPTY, label: "Leeg, zonder vragen" },
          ]}
        />
        <Actions>
          <Button>Vragenlijst maken</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
