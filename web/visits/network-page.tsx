import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Select } from "../ui/choices.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf, formatDay, formatNumber, formatPercentage } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { type ActiveFilter, FilterForm } from "../ui/filter-form.tsx";
import { MetaLine } from "../ui/meta-line.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import { type NetworkFilter, networkHref } from "./network-filter.ts";
import { type DrawnNode, type DrawnTie, NetworkPicture } from "./network-picture.tsx";
import type { ThemeSeen } from "./seen.ts";

export interface NetworkPageProps {
  frame: LayoutProps["frame"];
  filter: NetworkFilter;
  themes: readonly ThemeSeen[];
  years: readonly string[];
  picture: { nodes: readonly DrawnNode[]; ties: readonly DrawnTie[] };
  ties: readonly { guestName: string; hostName: string; count: number; lastAt: number; isMutual: number }[];
  totals: {
    visits: number;
    directions: number;
    pairs: number;
    mutual: number;
    organisations: number;
    reached: number;
    members: number;
    newPairs: number;
  };
  /** the year of the new pairs */
  newIn: string;
  pages: number;
  now: number;
}

/** Who visited whom, with reciprocity and reach as sentences, a picture and the tables beside it. */
export function NetworkPage(props: NetworkPageProps): JSX.Element {
  const { frame, filter, themes, years, picture, totals } = props;
  const name = themes.find(({ slug }) => slug === filter.thema)?.name;
  return (
    <Layout
      frame={frame}
      title="Wie kwam bij wie"
      lead="Het netwerk van werkbezoeken die doorgingen, per thema en per jaar."
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      wide
    >
      <FilterForm
        action={paths.network()}
        label="Filter het netwerk"
        submit="Toon netwerk"
        active={activeFilters(filter, name)}
        clearHref={paths.network()}
      >
        <Select
          name="thema"
          label="Thema"
          value={filter.thema}
          empty="Alle thema's"
          optional
          options={themes.map((theme) => ({ value: theme.slug, label: theme.name }))}
        />
        <Select
          name="jaar"
          label="Jaar"
          value={filter.jaar}
          empty="Alle jaren"
          optional
          options={years.map((year) => ({ value: year, label: year }))}
        />
      </FilterForm>
      {picture.nodes.length > 0 ? (
        <Network {...props} />
      ) : (
        <Empty why="Er ging nog geen werkbezoek door dat hierbij past.">
          <a href={paths.network()}>Toon alle thema's en jaren</a>
        </Empty>
      )}
      <h2>Wat de woorden betekenen</h2>
      <p>
        <strong>Wederkerig</strong> is een paar als beide teams bij elkaar op bezoek gingen. Het deel van alle
        paren met een bezoek is de wederkerigheid. Zo staat het bij Wasserman en Faust, Social Network
        Analysis (1994), hoofdstuk 13.
      </p>
      <p>
        <strong>Bereik</strong> telt wie minstens één keer gast of gastheer was. Een{" "}
        <strong>nieuw paar</strong> had nog niet eerder een bezoek. Alleen bezoeken die doorgingen tellen mee.
      </p>
      <MetaLine parts={[countOf(totals.visits, "bezoek", "bezoeken"), `Peildatum ${formatDay(props.now)}`]} />
    </Layout>
  );
}

function activeFilters(filter: NetworkFilter, theme: string | undefined): ActiveFilter[] {
  const without = (name: "thema" | "jaar") => networkHref({ ...filter, pagina: 1, [name]: "" });
  return [
    ...(filter.thema ? [{ label: `Thema: ${theme ?? filter.thema}`, removeHref: without("thema") }] : []),
    ...(filter.jaar ? [{ label: `Jaar: ${filter.jaar}`, removeHref: without("jaar") }] : []),
  ];
}

/** The sentences that the association would quote; every share with its n. */
function Sentences({ totals, newIn }: NetworkPageProps): JSX.Element {
  const { pairs, mutual, reached, members, newPairs } = totals;
  return (
    <ul class="wt-network__sentences">
      <li>
        {`Van ${countOf(pairs, "paar", "paren")} ging het bij ${mutual} over en weer: ${formatPercentage(mutual / Math.max(1, pairs), 0)} (n = ${formatNumber(pairs)}).`}
      </li>
      <li>
        {`${formatNumber(reached)} van de ${countOf(members, "lid", "leden")} ${reached === 1 ? "was" : "waren"} gast of gastheer: ${formatPercentage(reached / Math.max(1, members), 0)} (n = ${formatNumber(members)}).`}
      </li>
      <li>
        {newPairs === 1
          ? `In ${newIn} ontmoette 1 paar elkaar voor het eerst.`
          : `In ${newIn} ontmoetten ${countOf(newPairs, "paar", "paren")} elkaar voor het eerst.`}
      </li>
    </ul>
  );
}

function Network(props: NetworkPageProps): JSX.Element {
  const { filter, picture, ties, totals, pages } = props;
  const hidden = totals.organisations - picture.nodes.length;
  const title = `Netwerk van ${countOf(picture.nodes.length, "organisatie", "organisaties")} en ${countOf(picture.ties.length, "paar", "paren")}; de tabellen hieronder zeggen hetzelfde`;
  const whole = { ...filter, pagina: 1 };
  return (
    <>
      <Sentences {...props} />
      <div class="wt-network-beside">
        <NetworkPicture nodes={picture.nodes} ties={picture.ties} title={title} />
        <div>
          <Table
            caption="Organisaties in het netwerk"
            columns={[
              { key: "number", label: "Nr.", numeric: true },
              { key: "name", label: "Organisatie", rowHeader: true },
              { key: "out", label: "Op bezoek", numeric: true },
              { key: "in", label: "Ontving", numeric: true },
            ]}
            rows={picture.nodes.map((node) => ({
              number: node.number,
              name: node.name,
              out: formatNumber(node.out),
              in: formatNumber(node.in),
            }))}
          />
          <p class="wt-small">
            {hidden > 0
              ? `Hier staan de ${picture.nodes.length} organisaties met de meeste bezoeken. In de tabel met paren staan ze allemaal.`
              : "De nummers staan in de volgorde van de kaart: nummer 1 in het noorden, daarna met de klok mee."}
          </p>
        </div>
      </div>
      <Table
        caption="Wie ging bij wie op bezoek"
        columns={[
          { key: "guest", label: "Gast" },
          { key: "host", label: "Gastheer" },
          { key: "count", label: "Keer", numeric: true },
          { key: "last", label: "Laatste keer" },
          { key: "mutual", label: "Over en weer" },
        ]}
        rows={ties.map((tie) => ({
          guest: tie.guestName,
          host: tie.hostName,
          count: formatNumber(tie.count),
          last: formatDay(tie.lastAt),
          mutual: tie.isMutual ? "ja" : "nee",
        }))}
      />
      <Pagination
        label="Bladeren door paren"
        page={filter.pagina}
        pages={pages}
        hrefOf={(pagina) => networkHref({ ...filter, pagina })}
      />
      <DataDownloads
        csv={networkHref(whole, paths.networkExport("csv"))}
        excel={networkHref(whole, paths.networkExport("xlsx"))}
        subject="wie bij wie kwam"
      />
    </>
  );
}
