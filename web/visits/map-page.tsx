import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Select } from "../ui/choices.tsx";
import { CountryMap, type MapArc, type MapMark } from "../ui/country-map.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { Table } from "../ui/table.tsx";
import { addressWith, type MapFilters } from "./agenda-contract.ts";
import { ThemeSelect } from "./filter-selects.tsx";
import type { MapLine } from "./map-seen.ts";
import { formatMoment } from "./moment.ts";
import type { ThemeSeen } from "./seen.ts";
import { VisitWays } from "./visit-ways.tsx";

export const MAP_KINDS: Record<MapLine["kind"], string> = { offer: "Open aanbod", visit: "Ons bezoek" };

interface MapPageProps {
  frame: LayoutProps["frame"];
  filters: MapFilters;
  themes: readonly ThemeSeen[];
  marks: readonly MapMark[];
  arcs: readonly MapArc[];
  lines: readonly MapLine[];
}

/** Where offers are open and where the own organisation went, as a map with a table beside it. */
export function MapPage(props: MapPageProps): JSX.Element {
  const { frame, filters, marks, arcs, lines } = props;
  const isMember = frame.viewer?.memberId != null;
  return (
    <Layout
      frame={frame}
      title="Kaart van de werkbezoeken"
      lead={`${conclusion(props)} Een organisatie staat bij haar grootste gemeente.`}
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      wide
    >
      <MapFilterForm {...props} />
      <div class="wt-map-frame">
        <figure class="wt-map-figure">
          <CountryMap title={conclusion(props)} marks={marks} arcs={arcs} />
          <figcaption class="wt-map__key">
            <span class="wt-map__key-item wt-map__key-item--mark">team met open aanbod</span>
            <span class="wt-map__key-item wt-map__key-item--arc">bezoek van of bij ons</span>
          </figcaption>
        </figure>
        <div>
          {lines.length > 0 ? (
            <>
              <Table
                caption="Alles op de kaart"
                columns={[
                  { key: "what", label: "Wat" },
                  { key: "who", label: "Wie" },
                  { key: "place", label: "Plaats" },
                  { key: "when", label: "Wanneer" },
                ]}
                rows={lines.map((line) => ({
                  what: <LineLink line={line} />,
                  who: line.who,
                  place: line.place,
                  when: formatMoment(line),
                }))}
              />
              <DataDownloads
                csv={addressWith(paths.visitMapExport("csv"), filters)}
                excel={addressWith(paths.visitMapExport("xlsx"), filters)}
                subject="de kaart"
              />
            </>
          ) : (
            <Empty why="Er is nu niets om op de kaart te zetten.">
              <a href={paths.visits()}>Bekijk het aanbod</a>
            </Empty>
          )}
        </div>
      </div>
      <VisitWays isMember={isMember} />
    </Layout>
  );
}

function LineLink({ line }: { line: MapLine }): JSX.Element {
  const href = line.kind === "offer" ? paths.offer(line.id) : paths.visit(line.id);
  return (
    <>
      <a href={href}>{line.what}</a> <span class="wt-soft">({MAP_KINDS[line.kind].toLowerCase()})</span>
    </>
  );
}

function conclusion({ frame, marks, lines }: MapPageProps): string {
  const visits = lines.filter(({ kind }) => kind === "visit").length;
  const teams = countOf(marks.length, "team heeft", "teams hebben");
  const own = `Jullie hebben ${countOf(visits, "bezoek", "bezoeken")} afgesproken of gehad.`;
  const text = `${teams} nu open aanbod.${frame.viewer?.memberId ? ` ${own}` : ""}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function MapFilterForm({ filters, themes }: MapPageProps): JSX.Element {
  const without = (name: string) => addressWith(paths.visitMap(), { ...filters, [name]: "" });
  const theme = themes.find(({ slug }) => slug === filters.thema);
  return (
    <FilterForm
      action={paths.visitMap()}
      label="Kies wat de kaart toont"
      active={[
        ...(filters.toon ? [{ label: SHOWN[filters.toon], removeHref: without("toon") }] : []),
        ...(theme ? [{ label: `Thema: ${theme.name}`, removeHref: without("thema") }] : []),
      ]}
      clearHref={paths.visitMap()}
      submit="Toon op de kaart"
    >
      <Select
        name="toon"
        label="Toon"
        value={filters.toon}
        empty="Aanbod en bezoeken"
        optional
        options={Object.entries(SHOWN).map(([value, label]) => ({ value, label }))}
      />
      <ThemeSelect themes={themes} value={filters.thema} />
    </FilterForm>
  );
}

const SHOWN = { aanbod: "Alleen aanbod", bezoeken: "Alleen onze bezoeken" } as const;
