import type { JSX } from "preact";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { CountryMap } from "../ui/country-map.tsx";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import { DirectoryFilters, type FacetToShow } from "./directory-facets.tsx";
import { type DirectoryFilter, directoryQuery } from "./directory-filter.ts";
import { type DirectoryTotals, directorySentence } from "./directory-sentence.ts";

interface MembersMapProps {
  frame: Frame;
  filter: DirectoryFilter;
  facets: FacetToShow[];
  found: DirectoryTotals;
  /** every municipality where found members work */
  marks: readonly [name: string, latitude: number, longitude: number, members: number, isOwn: 0 | 1][];
  /** those of this page of the table */
  places: readonly {
    name: string;
    province: string;
    count: number;
    members: { slug: string; name: string }[];
  }[];
  pages: number;
}

/** More names in one cell than this nobody reads. */
export const MOST_NAMES = 4;

/** Where members work: a map of municipalities, and the same as a table. */
export function MembersMapPage(props: MembersMapProps): JSX.Element {
  const { frame, filter, found, marks, places } = props;
  const sentence = directorySentence(found, null);
  return (
    <Layout
      frame={frame}
      title="Kaart van de leden"
      lead={sentence}
      trail={[{ href: paths.members(), label: "Leden" }]}
      wide
    >
      <DirectoryFilters action={paths.membersMap()} filter={filter} facets={props.facets} />
      <p>
        <a href={`${paths.members()}${directoryQuery({ ...filter, page: 1 })}`}>Bekijk als lijst</a>
      </p>
      {marks.length === 0 ? (
        <Empty why="Geen gemeente past bij alles wat je koos. Haal een filter weg.">
          <a href={paths.membersMap()}>Toon alle leden op de kaart</a>
        </Empty>
      ) : (
        <div class="wt-map-frame">
          <figure class="wt-map-figure">
            <CountryMap
              title={`Kaart van Nederland. ${sentence}`}
              marks={marks.map(([name, latitude, longitude, members, isOwn]) => ({
                latitude,
                longitude,
                label: `${name}: ${countOf(members, "lid", "leden")}`,
                kind: isOwn ? "own" : "member",
              }))}
            />
            <figcaption class="wt-map__key">
              <span class="wt-map__key-item wt-map__key-item--member">gemeente met een lid</span>
              {frame.viewer?.memberId ? (
                <span class="wt-map__key-item wt-map__key-item--own">waar jullie werken</span>
              ) : null}
              <span class="wt-map__key-item wt-map__key-item--none">andere gemeente</span>
            </figcaption>
          </figure>
          <div>
            {places.length > 0 ? (
              <Places places={places} />
            ) : (
              <Empty why="Zoveel bladzijden heeft de tabel niet.">
                <a href={`${paths.membersMap()}${directoryQuery({ ...filter, page: 1 })}`}>
                  Naar de eerste bladzijde
                </a>
              </Empty>
            )}
            <Pagination
              page={filter.page}
              pages={props.pages}
              hrefOf={(page) => `${paths.membersMap()}${directoryQuery({ ...filter, page })}`}
            />
          </div>
        </div>
      )}
    </Layout>
  );
}

function Places({ places }: Pick<MembersMapProps, "places">): JSX.Element {
  return (
    <Table
      caption="Gemeenten op de kaart, met de leden die er werken"
      columns={[
        { key: "name", label: "Gemeente" },
        { key: "province", label: "Provincie" },
        { key: "members", label: "Leden" },
      ]}
      rows={places.map(({ name, province, count, members }) => ({
        name,
        province,
        members: (
          <>
            {members.map((member, at) => (
              <>
                {at > 0 ? ", " : ""}
                <a href={paths.member(member.slug)}>{member.name}</a>
              </>
            ))}
            {count > members.length ? ` en nog ${count - members.length}` : ""}
          </>
        ),
      }))}
    />
  );
}
