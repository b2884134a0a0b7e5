import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";

const TRAIL = [{ href: paths.editing(), label: "Vragenlijsten" }];
/** Value of the choice "a new choice" at a line that is not known. */
const NEW_CHOICE = "nieuw";

/** Name of the field that tells which old choice the nth line is. */
const renamedField = (at: number): string => `was-${at}`;

/** The lists that the learning group made for questions of its own. */
export function ListsPage({
  frame,
  lists,
  mayMake,
}: {
  frame: Frame;
  lists: readonly { list: string; title: string; choices: number; uses: readonly string[] }[];
  mayMake: boolean;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Eigen keuzelijsten"
      lead="Lijsten voor eigen vragen. De lijsten van het profiel staan vast."
      trail={TRAIL}
    >
      {mayMake ? (
        <Actions>
          <ButtonLink href={paths.ownList("nieuw")}>Keuzelijst maken</ButtonLink>
        </Actions>
      ) : null}
      {lists.length === 0 ? (
        <Empty why="Er is nog geen eigen keuzelijst.">
          <a href={paths.editing()}>Terug naar de vragenlijsten</a>
        </Empty>
      ) : (
        <Table
          caption="Eigen keuzelijsten"
          columns={[
            { key: "title", label: "Lijst" },
            { key: "choices", label: "Keuzes", numeric: true },
            { key: "uses", label: "Bij vraag" },
          ]}
          rows={lists.map(({ list, title, choices, uses }) => ({
            title: <a href={paths.ownList(list)}>{title}</a>,
            choices,
            uses: uses.join(", ") || "nog geen",
          }))}
        />
      )}
    </Layout>
  );
}

function answersWords(answers: number | "some"): string {
  if (answers === "some") return " Er zijn al antwoorden. Hoeveel blijft vertrouwelijk.";
  return answers > 0
    ? ` Er ${answers === 1 ? "is" : "zijn"} ${countOf(answers, "antwoord", "antwoorden")}.`
    : "";
}

export interface ListPageProps {
  frame: Frame;
  /** null: a new list */
  list: {
    list: string;
    title: string;
    revision: number;
    lock: string | null;
    /** `some`: of a confidential question too, so how many is not told */
    answers: number | "some";
    uses: readonly string[];
  } | null;
  mayEdit: boolean;
  formId: string;
  fields: Record<string, string[]>;
  /** new lines beside choices that went */
  doubt?:
    | {
        added: readonly { at: number; label: string }[];
        gone: readonly { code: string; label: string }[];
      }
    | undefined;
  errors?: FieldErrors | undefined;
  /** what somebody else made of it meanwhile */
  theirs?: { title: string; choices: readonly string[] } | undefined;
  isSaved: boolean;
}

/** One list: its name, and a choice a line. */
export function ListPage(props: ListPageProps): JSX.Element {
  const { frame, list, fields, errors, doubt, theirs } = props;
  const of = (name: string) => ({ name, value: fields[name]?.[0] ?? "", error: errors?.[name] });
  const title = list ? `Keuzelijst ${list.title}` : "Keuzelijst maken";
  return (
    <Layout
      frame={frame}
      title={title}
      trail={[...TRAIL, { href: paths.ownLists(), label: "Eigen keuzelijsten" }]}
      errors={errors}
      notice={props.isSaved ? { kind: "ok", text: "De keuzelijst is opgeslagen." } : undefined}
    >
      {theirs ? (
        <Notice kind="warning" live title="Iemand anders veranderde deze lijst intussen.">
          <p>
            Er is niets opgeslagen. Er staat nu bij '{theirs.title}': {theirs.choices.join(", ")}.
          </p>
        </Notice>
      ) : null}
      {list?.lock ? <Notice kind="info">{list.lock}</Notice> : null}
      {list ? (
        <p>
          {list.uses.length > 0
            ? `In gebruik bij vraag ${list.uses.join(", ")}.`
            : "Nog bij geen vraag in gebruik."}
          {answersWords(list.answers)}
        </p>
      ) : null}
      {props.mayEdit && !list?.lock ? (
        <Form action={paths.ownList(list?.list ?? "nieuw")}>
          <Hidden name="id" value={props.formId} />
          <Hidden name="gezien" value={list?.revision ?? 0} />
          <TextField {...of("titel")} label="Naam van de lijst" maxLength={80} />
          <TextArea
            {...of("keuzes")}
            label="Keuzes"
            hint="Elke keuze op een eigen regel. Bij een schaal: van laag naar hoog."
            maxLength={4000}
            rows={10}
          />
          {(doubt?.added ?? []).map(({ at, label }) => (
            <Select
              key={at}
              name={renamedField(at)}
              label={`Wat is '${label}'?`}
              hint="Een nieuwe tekst voor een oude keuze houdt de antwoorden bij elkaar."
              value={fields[renamedField(at)]?.[0]}
              options={[
                { value: NEW_CHOICE, label: "Een nieuwe keuze" },
                ...(doubt?.gone ?? []).map((gone) => ({
                  value: gone.code,
                  label: `Een nieuwe tekst voor '${gone.label}'`,
                })),
              ]}
            />
          ))}
          <p>Een regel die je weghaalt, is niet meer te kiezen. Wie die keuze had, houdt haar.</p>
          <Actions>
            <Button>Keuzelijst opslaan</Button>
          </Actions>
        </Form>
      ) : (
        <ul>
          {(fields.keuzes?.[0] ?? "").split("\n").map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Layout>
  );
}

/** The lines that are told to be an old choice, by their place; "" for a new one. */
export function renamedIn(fields: Readonly<Record<string, readonly string[]>>): Map<number, string> {
  const told = new Map<number, string>();
  for (const [name, [value = ""]] of Object.entries(fields)) {
    const at = /^was-(\d{1,2})$/.exec(name)?.[1];
    if (at !== undefined && value !== "") told.set(Number(at), value === NEW_CHOICE ? "" : value);
  }
  return told;
}
