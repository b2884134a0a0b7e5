import type { ComponentChildren, JSX } from "preact";
import { Table } from "../ui/table.tsx";

export interface Difference {
  concept: string;
  shortName: string;
  before: ComponentChildren;
  now: ComponentChildren;
  /** who may read it, in sentences, when that changed */
  opened: { before: string; now: string } | null;
}

function Version({ answer, opened }: { answer: ComponentChildren; opened: string | undefined }): JSX.Element {
  return (
    <>
      {answer ?? "Niet ingevuld"}
      {opened ? <p class="wt-small">{opened}</p> : null}
    </>
  );
}

/** What a version says otherwise than the one before it. */
export function Differences({ version, list }: { version: number; list: Difference[] }): JSX.Element {
  if (list.length === 0) return <p>Er is nog niets anders dan in versie {version - 1}.</p>;
  return (
    <Table
      caption={`Wat anders is dan in versie ${version - 1}`}
      columns={[
        { key: "what", label: "Onderwerp" },
        { key: "before", label: `Versie ${version - 1}` },
        { key: "now", label: `Versie ${version}` },
      ]}
      rows={list.map(({ shortName, before, now, opened }) => ({
        what: shortName,
        before: <Version answer={before} opened={opened?.before} />,
        now: <Version answer={now} opened={opened?.now} />,
      }))}
    />
  );
}
