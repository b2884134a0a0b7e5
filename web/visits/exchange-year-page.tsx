import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Select } from "../ui/choices.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { MetaLine } from "../ui/meta-line.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import { type ExchangeFilter, STANDINGS, type Standing } from "./exchange-filter.ts";
import { summaryOf } from "./exchange-page.tsx";
import { CAUSE_LABELS, type ExchangeSeen, type ProposalSeen } from "./exchange-seen.ts";

/** An address with these filters; what is empty or the first page stays out of it. */
function withFilter(address: string, { stand, pagina }: ExchangeFilter): string {
  const query = new URLSearchParams();
  if (stand !== "") query.set("stand", stand);
  if (pagina > 1) query.set("pagina", String(pagina));
  return query.size > 0 ? `${address}?${query}` : address;
}

/** The whole proposal of a year, for the bureau. */
export function ExchangeYearPage({
  frame,
  exchange,
  filter,
  proposals,
  count,
  pages,
  isNew,
}: {
  frame: LayoutProps["frame"];
  exchange: ExchangeSeen;
  filter: ExchangeFilter;
  proposals: readonly ProposalSeen[];
  count: number;
  pages: number;
  isNew: boolean;
}): JSX.Element {
  const { year } = exchange;
  const address = paths.exchangeYear(year);
  const whole = { ...filter, pagina: 1 };
  return (
    <Layout
      frame={frame}
      title={`Ruilbeurs ${year}`}
      lead={summaryOf(exchange)}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.exchange(), label: "Ruilbeurs" },
      ]}
      notice={
        isNew ? { kind: "ok", text: "Het voorstel staat er. De teams zien wat voor hen is." } : undefined
      }
      wide
    >
      <p>
        Eerst krijgen zo veel mogelijk teams één bezoek, daarna pas iemand een tweede. Bij te weinig plekken
        gaat voor wie het minst op bezoek was. Gastheren delen de drukte.
      </p>
      <FilterForm
        action={address}
        label="Filter de voorstellen"
        submit="Toon voorstellen"
        active={
          filter.stand === ""
            ? []
            : [{ label: `Stand: ${STANDINGS[filter.stand as Standing]}`, removeHref: address }]
        }
      >
        <Select
          name="stand"
          label="Stand"
          value={filter.stand}
          empty="Alle voorstellen"
          optional
          options={Object.entries(STANDINGS).map(([value, label]) => ({ value, label }))}
        />
      </FilterForm>
      {proposals.length > 0 ? (
        <Table
          caption={`Voorstellen van de ruilbeurs ${year}`}
          columns={[
            { key: "guest", label: "Gast" },
            { key: "theme", label: "Thema" },
            { key: "host", label: "Gastheer" },
            { key: "wave", label: "Beurt", numeric: true },
            { key: "standing", label: "Stand" },
          ]}
          rows={proposals.map((each) => ({
            guest: <a href={paths.member(each.guestSlug)}>{each.guestName}</a>,
            theme: each.themeName,
            host: each.hostSlug ? (
              <>
                <a href={paths.member(each.hostSlug)}>{each.hostName}</a>
                {each.offerTitle ? `: ${each.offerTitle}` : null}
              </>
            ) : (
              each.cause && CAUSE_LABELS[each.cause]
            ),
            wave: each.wave ?? "",
            standing: STANDINGS[each.standing],
          }))}
        />
      ) : (
        <Empty why="Er is geen voorstel met deze stand.">
          <a href={address}>Toon alle voorstellen</a>
        </Empty>
      )}
      <Pagination
        label="Bladeren door voorstellen"
        page={filter.pagina}
        pages={pages}
        hrefOf={(pagina) => withFilter(address, { ...filter, pagina })}
      />
      <MetaLine
        parts={[countOf(count, "voorstel", "voorstellen"), `Gemaakt op ${formatDay(exchange.computedAt)}`]}
      />
      <DataDownloads
        csv={withFilter(paths.exchangeExport(year, "csv"), whole)}
        excel={withFilter(paths.exchangeExport(year, "xlsx"), whole)}
        subject={`de ruilbeurs ${year}`}
      />
    </Layout>
  );
}
