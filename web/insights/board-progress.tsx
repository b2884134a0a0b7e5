import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { BarChart } from "../ui/bar-chart.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { formatNumber, formatPercentage } from "../ui/dutch.ts";
import { Table } from "../ui/table.tsx";
import {
  ATTRIBUTE_LABELS,
  type BoardGroup,
  type FirstSigning,
  groupLabel,
  inGroupOrder,
  periodsOf,
} from "./board-counts.ts";

function Groups({
  groups,
  attribute,
}: {
  groups: readonly BoardGroup[];
  attribute: BoardGroup["attribute"];
}) {
  return (
    <Table
      caption={`Respons per ${ATTRIBUTE_LABELS[attribute].toLowerCase()}`}
      columns={[
        { key: "group", label: ATTRIBUTE_LABELS[attribute] },
        { key: "members", label: "Leden", numeric: true },
        { key: "begun", label: "Begonnen", numeric: true },
        { key: "signed", label: "Ondertekend", numeric: true },
        { key: "share", label: "Deel", numeric: true },
      ]}
      rows={inGroupOrder(groups)
        .filter((group) => group.attribute === attribute)
        .map((group) => ({
          group: groupLabel(group),
          members: formatNumber(group.members),
          begun: formatNumber(group.begun),
          signed: formatNumber(group.signed),
          share: formatPercentage(group.signed / group.members, 0),
        }))}
    />
  );
}

/** The response in counts: over time, per size class, part of the country and province. */
export function BoardProgress({
  year,
  signings,
  members,
  groups,
}: {
  year: number;
  signings: readonly FirstSigning[];
  /** of the round, all together */
  members: number;
  groups: readonly BoardGroup[];
}): JSX.Element {
  const periods = periodsOf(signings);
  return (
    <>
      <h2>Respons in de tijd</h2>
      {periods.length === 0 ? (
        <p>Nog niemand ondertekende.</p>
      ) : (
        <>
          <BarChart
            title="Leden die hadden ondertekend, aan het eind van elke periode"
            kind="classes"
            max={members}
            bars={periods.map(({ label, together }) => ({ label, value: together }))}
          />
          <Table
            caption="Voor het eerst ondertekend"
            columns={[
              { key: "period", label: "Periode" },
              { key: "signed", label: "In deze periode", numeric: true },
              { key: "together", label: "Samen", numeric: true },
            ]}
            rows={periods.map(({ label, signed, together }) => ({
              period: label,
              signed: formatNumber(signed),
              together: formatNumber(together),
            }))}
          />
        </>
      )}
      <h2>Respons per groep</h2>
      <Groups groups={groups} attribute="grootte" />
      <Groups groups={groups} attribute="landsdeel" />
      <Groups groups={groups} attribute="provincie" />
      <DataDownloads
        csv={paths.responseGroupsExport(year, "csv")}
        excel={paths.responseGroupsExport(year, "xlsx")}
        subject="de respons in aantallen"
      />
    </>
  );
}
