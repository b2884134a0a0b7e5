import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import type { MirrorItem } from "./mirror.ts";
import { MirrorAnswer } from "./mirror-answer.tsx";
import { MirrorGroups } from "./mirror-groups.tsx";
import { mirrorPlace } from "./mirror-place.ts";
import { roundWords } from "./round-words.ts";
import type { ShownRound } from "./shown-figure.ts";
import type { SimilarGroup } from "./similar.ts";

export interface MirrorPageProps {
  frame: Frame;
  own: {
    year: number;
    title: string;
    referenceOn: string;
    signedAt: number | null;
    reference: string | null;
  };
  /** the round that the group's figures are of; null as long as none is published */
  group: ShownRound | null;
  items: readonly MirrorItem[];
  /** groups of the release that this organisation belongs to */
  groups: readonly SimilarGroup[];
  /** the one that is shown; null: all members */
  chosen: SimilarGroup | null;
  /** titles of the sections, in order */
  parts: readonly string[];
  /** the section that is shown with its charts, from 1; null: all answers in words */
  part: number | null;
  address: string;
}

/** Own signed answers beside the group: to read, and on paper for a board. */
export function MirrorPage(props: MirrorPageProps): JSX.Element {
  const { frame, own, chosen, parts, part, address } = props;
  const name = frame.viewer?.memberName ?? "Jouw organisatie";
  const title = part === null ? "" : `${parts[part - 1]}: `;
  return (
    <Layout
      frame={frame}
      title={`${title}spiegel ${own.year}${chosen ? `, ${chosen.label}` : ""}`.replace(/^s/, "S")}
      heading={`Spiegel: ${name} in ${own.year}`}
      wide
      lead={`Wat jullie ondertekenden, naast de cijfers van ${chosen ? "teams zoals jullie" : "alle leden"}.`}
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(own.year), label: String(own.year) },
        ...(part === null
          ? []
          : [{ href: mirrorPlace(own.year, { part: null, group: chosen?.key }), label: "Spiegel" }]),
      ]}
    >
      {own.signedAt === null ? (
        <Empty why="Jouw organisatie ondertekende deze vragenlijst nog niet. Daarna staan hier jullie antwoorden.">
          <a href={paths.questionnaires()}>Naar de vragenlijst</a>
        </Empty>
      ) : (
        <Filled {...props} />
      )}
      <PrintNote>
        Peildatum {formatDay(own.referenceOn)}. {address}
      </PrintNote>
    </Layout>
  );
}

function Filled({ own, group, items, groups, chosen, parts, part }: MirrorPageProps): JSX.Element {
  const isHidden = items.some((item) => item.own === null);
  const year = group?.year ?? own.year;
  const shown = part === null ? parts : parts.slice(part - 1, part);
  return (
    <>
      <MetaLine
        parts={[
          own.reference ? `inzending ${own.reference}` : "",
          own.signedAt === null ? "" : `ondertekend op ${formatDay(own.signedAt)}`,
          group ? `groep: ${chosen ? chosen.label : roundWords(group).coverage}, ${group.year}` : "",
        ]}
      />
      {group === null ? (
        <p>Er zijn nog geen cijfers van alle leden. Ze komen bij de publicatie van de ronde.</p>
      ) : group.year === own.year ? null : (
        <p>
          De cijfers van {own.year} komen na het sluiten van de ronde. Tot dan staan hier die van {group.year}
          .
        </p>
      )}
      <p class="wt-small">
        Deze pagina is van jullie zelf. Wat anderen kozen, zie je alleen in vrijgegeven cijfers.{" "}
        {isHidden ? "Vertrouwelijke antwoorden van jullie zien alleen redacteuren en tekenaars. " : ""}
        <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>.{" "}
        <a href={paths.ownAlike()}>Bekijk welke teams op jullie lijken</a>.
      </p>
      {group ? <MirrorGroups year={own.year} groups={groups} chosen={chosen} part={part} /> : null}
      {shown.map((section) => (
        <section key={section} class="wt-mirror">
          <h2>{section}</h2>
          {group && part === null ? (
            <p class="wt-mirror__more">
              <a href={mirrorPlace(own.year, { part: parts.indexOf(section) + 1, group: chosen?.key })}>
                Bekijk dit deel met grafieken<span class="wt-only-read">: {section}</span>
              </a>
            </p>
          ) : null}
          {items
            .filter((item) => item.section === section)
            .map((item) => (
              <MirrorAnswer
                key={item.concept}
                item={item}
                year={year}
                chosen={chosen}
                drawn={part !== null}
              />
            ))}
        </section>
      ))}
      {part === null ? null : <OtherParts {...{ own, chosen, parts, part }} />}
    </>
  );
}

/** The parts beside the one that is shown. */
function OtherParts({
  own,
  chosen,
  parts,
  part,
}: Pick<MirrorPageProps, "own" | "chosen" | "parts"> & { part: number }): JSX.Element {
  return (
    <nav class="wt-mirror__more" aria-label="Andere delen van de spiegel">
      <p>
        <strong>Andere delen</strong>
      </p>
      <ul>
        {parts.map((title, at) =>
          at + 1 === part ? null : (
            <li key={title}>
              <a href={mirrorPlace(own.year, { part: at + 1, group: chosen?.key })}>{title}</a>
            </li>
          ),
        )}
        <li>
          <a href={mirrorPlace(own.year, { part: null, group: chosen?.key })}>Alle antwoorden in woorden</a>
        </li>
      </ul>
    </nav>
  );
}
