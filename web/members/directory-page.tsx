import type { ComponentChildren, JSX } from "preact";
import type { SizeClass } from "../../db/vocabulary.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf, formatDay, formatNumber } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { PrintNote } from "../ui/meta-line.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import { Ways } from "../ui/ways.tsx";
import { DirectoryFilters, type FacetToShow } from "./directory-facets.tsx";
import { type DirectoryFilter, directoryQuery, filters } from "./directory-filter.ts";
import { type DirectoryTotals, directorySentence } from "./directory-sentence.ts";
import { SIZE_CLASS_SHORT } from "./labels.ts";
import { ProvinceLinks } from "./province-links.tsx";

export interface DirectoryEntry {
  slug: string;
  name: string;
  municipalities: string[];
  provinces: string[];
  /** null: no municipality known */
  inhabitants: number | null;
  sizeClass: SizeClass | null;
  /** in words; null for who may not see facts */
  legalForm: string | null;
  systems: string | null;
}

export interface DirectoryPageProps {
  frame: Frame;
  filter: DirectoryFilter;
  entries: DirectoryEntry[];
  found: DirectoryTotals;
  association: DirectoryTotals;
  pages: number;
  facets: FacetToShow[];
  mayReadFacts: boolean;
}

/** Everything about the members that may be found, filtered and taken away. */
export function DirectoryPage(props: DirectoryPageProps): JSX.Element {
  const { frame, filter, found, association } = props;
  const query = directoryQuery({ ...filter, page: 1 });
  const isAll = found.members > 0 && found.members === association.members;
  return (
    <Layout
      frame={frame}
      title="Leden"
      wide
      lead={
        association.members === 0 ? "Hier komen de leden te staan." : directorySentence(association, null)
      }
    >
      <DirectoryFilters action={paths.members()} filter={filter} facets={props.facets} />
      <section aria-labelledby="uitkomst">
        <h2 id="uitkomst">{isAll ? "Alle leden" : "Gevonden leden"}</h2>
        <Ways
          label="Meer over de leden"
          links={[
            [
              `${paths.membersMap()}${directoryQuery({ ...filter, sort: "naam", page: 1 })}`,
              "Bekijk op de kaart",
            ],
            frame.viewer !== null && frame.viewer.memberId !== null && [paths.ownAlike(), "Teams zoals wij"],
          ]}
        />
        <ProvinceLinks filter={filter} />
        {isAll ? null : <p>{directorySentence(found, association)}</p>}
        {props.entries.length === 0 ? (
          <NothingFound filter={filter} found={found} />
        ) : (
          <>
            <div class="wt-directory">
              <Members {...props} />
            </div>
            <Pagination
              page={filter.page}
              pages={props.pages}
              hrefOf={(page) => `${paths.members()}${directoryQuery({ ...filter, page })}`}
            />
            <DataDownloads
              subject="deze lijst met leden"
              excel={`${paths.membersExport("xlsx")}${query}`}
              csv={`${paths.membersExport("csv")}${query}`}
            />
          </>
        )}
        {found.referenceOn ? (
          <PrintNote>Aantallen inwoners: peildatum {formatDay(found.referenceOn)}, bron CBS.</PrintNote>
        ) : null}
      </section>
    </Layout>
  );
}

function Members({ entries, filter, found, mayReadFacts }: DirectoryPageProps): JSX.Element {
  const sortHref = (sort: DirectoryFilter["sort"]) =>
    `${paths.members()}${directoryQuery({ ...filter, sort, page: 1 })}`;
  const byName = filter.sort === "naam";
  const factColumns = mayReadFacts
    ? [
        { key: "legalForm", label: "Organisatievorm" },
        { key: "systems", label: "Systemen" },
      ]
    : [];
  return (
    <Table
      caption={`Leden, ${byName ? "op naam" : "op aantal inwoners"}${found.referenceOn ? `. Inwoners op ${formatDay(found.referenceOn)}` : ""}`}
      columns={[
        {
          key: "name",
          label: "Naam",
          sort: byName ? "ascending" : undefined,
          sortHref: byName ? undefined : sortHref("naam"),
        },
        { key: "municipalities", label: "Gemeenten" },
        { key: "provinces", label: "Provincie" },
        {
          key: "inhabitants",
          label: "Inwoners",
          numeric: true,
          sort: byName ? undefined : "descending",
          sortHref: byName ? sortHref("inwoners") : undefined,
        },
        { key: "size", label: "Grootte" },
        ...factColumns,
      ]}
      rows={entries.map((entry) => ({
        name: <a href={paths.member(entry.slug)}>{entry.name}</a>,
        municipalities: orDash(entry.municipalities.join(", ")),
        provinces: orDash(entry.provinces.join(", ")),
        inhabitants: entry.inhabitants === null ? "–" : formatNumber(entry.inhabitants),
        size: entry.sizeClass ? SIZE_CLASS_SHORT[entry.sizeClass] : "–",
        legalForm: orDash(entry.legalForm),
        systems: orDash(entry.systems),
      }))}
    />
  );
}

const orDash = (words: string | null): ComponentChildren => (words ? words : "–");

function NothingFound({ filter, found }: Pick<DirectoryPageProps, "filter" | "found">): JSX.Element {
  if (found.members > 0)
    return (
      <Empty why={`Zoveel bladzijden zijn er niet. We vonden ${countOf(found.members, "lid", "leden")}.`}>
        <a href={`${paths.members()}${directoryQuery({ ...filter, page: 1 })}`}>Naar de eerste bladzijde</a>
      </Empty>
    );
  return filters(filter) ? (
    <Empty why="Geen lid past bij alles wat je koos. Haal een filter weg of kies een korter zoekwoord.">
      <a href={paths.members()}>Toon alle leden</a>
    </Empty>
  ) : (
    <Empty why="Er zijn nog geen leden. Het bureau voegt ze toe.">
      <a href={paths.home()}>Naar het begin</a>
    </Empty>
  );
}
