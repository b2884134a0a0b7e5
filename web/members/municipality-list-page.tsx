import type { JSX } from "preact";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { countOf, formatDay, formatNumber } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { TextField } from "../ui/fields.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { InlineForm } from "../ui/form.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import { type MunicipalityFilter, municipalitiesHref } from "./municipality-words.ts";

interface MunicipalityLine {
  code: string;
  name: string;
  province: string;
  validFrom: string;
  validTo: string | null;
  successor: string | null;
  inhabitants: number | null;
  earlier: number | null;
  members: number;
  regions: string | null;
}

interface Reach {
  year: number | null;
  day: string;
  members: number;
  municipalities: number;
  inDivisionOfNow: number;
  inhabitants: number;
  countedOn: string | null;
}

interface Merger {
  id: string;
  fromOn: string;
  appliedAt: number | null;
  successor: string;
  decidedBy: string | null;
  decidedAt: number;
  parts: string | null;
}

export interface MunicipalityListProps {
  frame: Frame;
  filter: MunicipalityFilter;
  municipalities: readonly MunicipalityLine[];
  count: number;
  pages: number;
  /** the newest two, the newest first */
  referenceDates: readonly { referenceOn: string }[];
  reach: readonly Reach[];
  mergers: readonly Merger[];
  message: string | undefined;
}

const NOTICES: Record<string, string> = {
  inwoners: "De inwoners zijn vastgelegd.",
  regios: "De regio's zijn vastgelegd.",
  herindeling: "De herindeling is vastgelegd.",
  ingetrokken: "De herindeling is ingetrokken.",
};

const number = (value: number | null): string => (value === null ? "onbekend" : formatNumber(value));

function List(props: MunicipalityListProps): JSX.Element {
  const { filter, municipalities, referenceDates } = props;
  const [newest, earlier] = referenceDates;
  if (municipalities.length === 0)
    return (
      <Empty why={filter.past ? "Geen gemeente is opgegaan in een andere." : "Geen gemeente heet zo."}>
        <a href={paths.municipalities()}>Toon alle gemeenten</a>
      </Empty>
    );
  return (
    <div class="wt-registry">
      <Table
        caption={countOf(props.count, "gemeente", "gemeenten")}
        columns={[
          { key: "name", label: "Gemeente" },
          { key: "province", label: "Provincie" },
          {
            key: "inhabitants",
            label: `Inwoners ${newest ? formatDay(newest.referenceOn) : ""}`,
            numeric: true,
          },
          ...(earlier
            ? [{ key: "earlier", label: `Inwoners ${formatDay(earlier.referenceOn)}`, numeric: true }]
            : []),
          { key: "members", label: "Leden", numeric: true },
          { key: "regions", label: "Regio's" },
          { key: "valid", label: "Geldig" },
        ]}
        rows={municipalities.map((each) => ({
          name: `${each.name} (${each.code})`,
          province: each.province,
          inhabitants: number(each.inhabitants),
          earlier: number(each.earlier),
          members: each.members,
          regions: each.regions ?? "",
          valid:
            each.validTo === null
              ? `vanaf ${formatDay(each.validFrom)}`
              : `tot ${formatDay(each.validTo)}, daarna ${each.successor ?? "onbekend"}`,
        }))}
      />
      <Pagination
        page={filter.page}
        pages={props.pages}
        hrefOf={(page) => municipalitiesHref({ ...filter, page })}
      />
    </div>
  );
}

function Mergers({ mergers }: MunicipalityListProps): JSX.Element | null {
  if (mergers.length === 0) return null;
  return (
    <section>
      <h2>Herindelingen</h2>
      <Table
        caption="Gemeenten die samengaan"
        columns={[
          { key: "from", label: "Vanaf" },
          { key: "parts", label: "Opgegaan" },
          { key: "successor", label: "In" },
          { key: "by", label: "Vastgelegd" },
          { key: "stand", label: "Stand" },
        ]}
        rows={mergers.map((merger) => ({
          from: formatDay(merger.fromOn),
          parts: merger.parts ?? "",
          successor: merger.successor,
          by: `${merger.decidedBy ?? "een oud-collega"}, ${formatDay(merger.decidedAt)}`,
          stand:
            merger.appliedAt === null ? (
              <InlineForm action={paths.municipalityMergerRemoval(merger.id)}>
                <Button kind="quiet">
                  Trek in<span class="wt-only-read">: {merger.successor}</span>
                </Button>
              </InlineForm>
            ) : (
              "Verwerkt in de profielen"
            ),
        }))}
      />
    </section>
  );
}

function ReachTable({ reach }: MunicipalityListProps): JSX.Element {
  return (
    <section>
      <h2>Bereik per ronde</h2>
      <p>
        Elke ronde houdt de indeling van haar peildatum. Een gepubliceerde ronde houdt ook waar leden toen
        werkten. Werken twee leden in één gemeente? Dan tellen de inwoners één keer.
      </p>
      <Table
        caption="Leden, gemeenten en inwoners op elke peildatum"
        columns={[
          { key: "round", label: "Ronde" },
          { key: "day", label: "Peildatum" },
          { key: "members", label: "Leden", numeric: true },
          { key: "municipalities", label: "Gemeenten toen", numeric: true },
          { key: "now", label: "In de indeling van nu", numeric: true },
          { key: "inhabitants", label: "Inwoners", numeric: true },
          { key: "counted", label: "Geteld op" },
        ]}
        rows={reach.map((each) => ({
          round: each.year === null ? "Nu" : String(each.year),
          day: formatDay(each.day),
          members: each.members,
          municipalities: each.municipalities,
          now: each.inDivisionOfNow,
          inhabitants: formatNumber(each.inhabitants),
          counted: each.countedOn ? formatDay(each.countedOn) : "",
        }))}
      />
    </section>
  );
}

/** The registry of municipalities: what holds now and held before, and how far the association reaches. */
export function MunicipalityListPage(props: MunicipalityListProps): JSX.Element {
  const { frame, filter } = props;
  const notice = NOTICES[props.message ?? ""];
  return (
    <Layout
      frame={frame}
      title="Gemeenten"
      lead="Welke gemeenten er zijn, hoeveel mensen er wonen en welke samengaan."
      trail={[{ href: paths.bureau(), label: "Bureau" }]}
      notice={notice ? { kind: "ok", text: notice } : undefined}
      wide
    >
      <Actions>
        <ButtonLink href={paths.inhabitantsImport()}>Inwoners inlezen</ButtonLink>
        <ButtonLink kind="secondary" href={paths.municipalityMerger()}>
          Herindeling vastleggen
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.regionsImport()}>
          Regio's inlezen
        </ButtonLink>
      </Actions>
      <FilterForm action={paths.municipalities()} submit="Toon gemeenten">
        <TextField name="zoek" label="Naam of oude naam" value={filter.query} optional />
        <Select
          name="toon"
          label="Welke"
          empty={null}
          value={filter.past ? "opgegaan" : "nu"}
          optional
          options={[
            { value: "nu", label: "Gemeenten van nu" },
            { value: "opgegaan", label: "Opgegaan in een andere" },
          ]}
        />
      </FilterForm>
      <List {...props} />
      <Mergers {...props} />
      <ReachTable {...props} />
    </Layout>
  );
}
