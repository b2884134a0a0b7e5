import type { JSX } from "preact";
import { AUDIT_ACTIONS, type AuditAction } from "../../db/audit-vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Select } from "../ui/choices.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf, formatDateTime } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { TextField } from "../ui/fields.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import { ACTION_LABELS, BY_ITSELF } from "./labels.ts";

export interface AuditFilter {
  /** part of a person's or a member's name */
  words: string;
  action: AuditAction | null;
}

export interface AuditRow {
  at: number;
  personName: string | null;
  memberName: string | null;
  action: AuditAction;
  subject: string;
}

/** The address of the log with this filter; page 1 is not mentioned. */
function auditAddress({ words, action }: AuditFilter, page = 1, base = paths.auditLog()): string {
  const query = new URLSearchParams();
  if (words) query.set("wie", words);
  if (action) query.set("handeling", action);
  if (page > 1) query.set("pagina", String(page));
  return query.size > 0 ? `${base}?${query}` : base;
}

/** Who looked at or changed what, newest first. Never what was answered. */
export function AuditLogPage({
  frame,
  filter,
  entries,
  found,
  page,
  pages,
}: {
  frame: Frame;
  filter: AuditFilter;
  entries: readonly AuditRow[];
  found: number;
  page: number;
  pages: number;
}): JSX.Element {
  const { words, action } = filter;
  const active = [
    ...(words ? [{ label: `Naam: ${words}`, removeHref: auditAddress({ words: "", action }) }] : []),
    ...(action
      ? [
          {
            label: `Handeling: ${ACTION_LABELS[action]}`,
            removeHref: auditAddress({ words, action: null }),
          },
        ]
      : []),
  ];
  return (
    <Layout
      frame={frame}
      title="Logboek"
      lead="Wie wat bekeek of veranderde. De inhoud van antwoorden staat hier niet in."
      trail={[{ href: paths.bureau(), label: "Bureau" }]}
      wide
    >
      <FilterForm action={paths.auditLog()} active={active} clearHref={paths.auditLog()} submit="Zoek">
        <TextField
          name="wie"
          type="search"
          label="Naam van een persoon of organisatie"
          value={words}
          optional
          maxLength={80}
        />
        <Select
          name="handeling"
          label="Handeling"
          value={action}
          empty="Alle handelingen"
          optional
          options={AUDIT_ACTIONS.map((each) => ({ value: each, label: ACTION_LABELS[each] }))}
        />
      </FilterForm>
      {entries.length === 0 ? (
        <Empty why="Er staat niets in het logboek dat hierbij past.">
          <a href={paths.auditLog()}>Toon het hele logboek</a>
        </Empty>
      ) : (
        <>
          <Table
            caption={`${countOf(found, "regel", "regels")}, nieuwste eerst`}
            columns={[
              { key: "at", label: "Wanneer" },
              { key: "who", label: "Wie" },
              { key: "member", label: "Namens" },
              { key: "action", label: "Handeling" },
              { key: "subject", label: "Onderwerp" },
            ]}
            rows={entries.map((entry) => ({
              at: formatDateTime(entry.at),
              who: entry.personName ?? BY_ITSELF,
              member: entry.memberName ?? "Vereniging",
              action: ACTION_LABELS[entry.action],
              subject: <code>{entry.subject}</code>,
            }))}
          />
          <Pagination page={page} pages={pages} hrefOf={(at) => auditAddress(filter, at)} />
          <DataDownloads
            subject="het logboek"
            excel={auditAddress(filter, 1, paths.auditLogExport("xlsx"))}
            csv={auditAddress(filter, 1, paths.auditLogExport("csv"))}
          />
        </>
      )}
    </Layout>
  );
}
