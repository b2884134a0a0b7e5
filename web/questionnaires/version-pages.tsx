import type { ComponentChildren, JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { formatDateTime, formatDay, formatList } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { Table } from "../ui/table.tsx";
import { type Difference, Differences } from "./differences.tsx";
import type { RoundView } from "./round-words.ts";
import { StemmedAnswers } from "./stemmed-answers.tsx";

interface Version {
  name: string;
  sequence: number;
  version: number;
  state: "signed" | "superseded";
  signedAt: number;
  signedBy: string | null;
  reference: string | null;
  mergesId: string | null;
}

const titleOf = ({ sequence, version }: Version, isAlone: boolean): string =>
  isAlone ? `Versie ${version}` : `Inzending ${sequence}, versie ${version}`;

/** All signed versions, the newest first: when, who, and what changed. */
export function VersionsPage({
  frame,
  round,
  versions,
}: {
  frame: Frame;
  round: RoundView;
  versions: readonly (Version & { changed: string[] | null })[];
}): JSX.Element {
  const isAlone = versions.every(({ sequence }) => sequence === 1);
  return (
    <Layout
      frame={frame}
      title={`Ingediende versies – vragenlijst ${round.year}`}
      heading="Ingediende versies"
      lead="Elke versie die een tekenaar indiende blijft te lezen. De cijfers volgen de laatste."
      back={{ href: paths.questionnaire(round.year), label: "Terug naar de takenlijst" }}
      wide
    >
      {versions.length === 0 ? (
        <Empty why="Er is nog geen versie ingediend.">
          <a href={paths.questionnaire(round.year)}>Naar de takenlijst</a>
        </Empty>
      ) : (
        <Table
          caption={`Versies van ${frame.viewer?.memberName ?? "jouw organisatie"}`}
          columns={[
            { key: "version", label: "Versie" },
            { key: "at", label: "Ingediend" },
            { key: "reference", label: "Nummer" },
            { key: "changed", label: "Anders dan de versie ervoor" },
          ]}
          rows={versions.map((one) => ({
            version: <a href={paths.questionnaireVersion(round.year, one.name)}>{titleOf(one, isAlone)}</a>,
            at: `${formatDateTime(one.signedAt)}, door ${one.signedBy ?? "een oud-collega"}`,
            reference: one.reference,
            changed: (
              <>
                {one.changed === null
                  ? "Eerste versie"
                  : one.changed.length > 0
                    ? formatList(one.changed)
                    : "Niets"}
                {one.mergesId ? ". Samengevoegd uit twee inzendingen." : ""}
                {one.state === "signed" ? "" : " (vervangen)"}
              </>
            ),
          }))}
        />
      )}
    </Layout>
  );
}

/** One signed version in full, with what it changed. */
export function VersionPage({
  frame,
  round,
  version,
  differences,
  parts,
}: {
  frame: Frame;
  round: RoundView;
  version: Version & { before: number | null };
  differences: Difference[] | null;
  parts: readonly {
    title: string;
    answers: readonly {
      stem: string;
      question: string;
      answer: ComponentChildren;
      /** of two responses that were merged: the number of the one it came from */
      from: number | null;
      isAssisted: boolean;
    }[];
  }[];
}): JSX.Element {
  const words = `Ingediend door ${version.signedBy ?? "een oud-collega"} op ${formatDateTime(version.signedAt)}.`;
  return (
    <Layout
      frame={frame}
      title={`${titleOf(version, false)} – vragenlijst ${round.year}`}
      heading={titleOf(version, version.sequence === 1)}
      lead={words}
      back={{ href: paths.questionnaireVersions(round.year), label: "Alle versies" }}
      wide
    >
      <MetaLine
        parts={[
          version.state === "signed" ? "ingediend" : "vervangen door een nieuwe versie",
          version.reference ? `nummer ${version.reference}` : null,
          `peildatum ${formatDay(round.referenceOn)}`,
        ]}
      />
      {differences ? (
        <section>
          <h2>Verschil met de versie ervoor</h2>
          <Differences version={version.version} list={differences} />
        </section>
      ) : null}
      {parts.map(({ title, answers }) => (
        <section key={title}>
          <h2>{title}</h2>
          <StemmedAnswers
            items={answers.map(({ stem, question, answer, from, isAssisted }) => ({
              stem,
              question,
              answer,
              note:
                [
                  from === null ? "" : `Uit inzending ${from}`,
                  isAssisted ? "Ingevuld door het bureau, telefonisch" : "",
                ]
                  .filter(Boolean)
                  .join(" · ") || undefined,
            }))}
          />
        </section>
      ))}
      <PrintNote>{words}</PrintNote>
    </Layout>
  );
}
