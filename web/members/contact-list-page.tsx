import type { JSX } from "preact";
import { CONTACT_ROLE_WORDS } from "../accounts/open-work-words.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import { confirmedWords, type ShownContact } from "./contact-persons.tsx";

export type ListedContact = ShownContact & { memberName: string; slug: string; askedAt: number | null };

/** The words for a state in the address: `?stand=niet-bevestigd`. */
export const CONTACT_FILTERS = {
  all: { word: "", label: "Alle contactpersonen" },
  stale: { word: "niet-bevestigd", label: "Niet bevestigd" },
  bounced: { word: "onbestelbaar", label: "Mail komt niet aan" },
  missing: { word: "zonder", label: "Leden zonder contactpersoon" },
} as const;

export type ContactFilterKey = keyof typeof CONTACT_FILTERS;

/** All contacts of the association: who did not confirm, whose mail comes back, who has none. */
export function ContactListPage({
  frame,
  filter,
  contacts,
  missing,
  page,
  pages,
  total,
}: {
  frame: Frame;
  filter: ContactFilterKey;
  contacts: readonly ListedContact[];
  /** members without a general contact */
  missing: readonly { name: string; slug: string }[];
  page: number;
  pages: number;
  total: number;
}): JSX.Element {
  const hrefOf = (key: ContactFilterKey, at = 1) => {
    const { word } = CONTACT_FILTERS[key];
    const query = new URLSearchParams([
      ...(word ? [["stand", word]] : []),
      ...(at > 1 ? [["pagina", String(at)]] : []),
    ]);
    return `${paths.contactList()}${query.size > 0 ? `?${query}` : ""}`;
  };
  const { word, label } = CONTACT_FILTERS[filter];
  const file = (format: string) => `${paths.contactListExport(format)}${word ? `?stand=${word}` : ""}`;
  return (
    <Layout
      frame={frame}
      title={`Contactpersonen${filter === "all" ? "" : `: ${label.toLowerCase()}`}${page > 1 ? `, pagina ${page}` : ""}`}
      heading="Contactpersonen"
      lead={
        missing.length === 0
          ? "Elk lid heeft een algemene contactpersoon."
          : `${countOf(missing.length, "lid heeft", "leden hebben")} nog geen algemene contactpersoon.`
      }
      trail={[{ href: paths.bureau(), label: "Bureau" }]}
      wide
    >
      <nav aria-label="Toon contactpersonen per stand">
        <ul class="wt-chips">
          {(Object.keys(CONTACT_FILTERS) as ContactFilterKey[]).map((key) => (
            <li key={key}>
              <a class="wt-chip" href={hrefOf(key)} aria-current={key === filter ? "true" : undefined}>
                {CONTACT_FILTERS[key].label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {filter === "missing" ? (
        <Missing missing={missing} />
      ) : total === 0 ? (
        <Empty why="Er is geen contactpersoon in deze stand.">
          <a href={paths.contactList()}>Toon alle contactpersonen</a>
        </Empty>
      ) : (
        <>
          <Contacts contacts={contacts} label={label} />
          <Pagination page={page} pages={pages} hrefOf={(at) => hrefOf(filter, at)} />
          <DataDownloads csv={file("csv")} excel={file("xlsx")} subject="deze contactpersonen" />
        </>
      )}
    </Layout>
  );
}

function Contacts({ contacts, label }: { contacts: readonly ListedContact[]; label: string }): JSX.Element {
  return (
    <Table
      caption={label}
      columns={[
        { key: "member", label: "Organisatie" },
        { key: "role", label: "Waarvoor" },
        { key: "name", label: "Persoon" },
        { key: "confirmed", label: "Bevestigd" },
        { key: "asked", label: "Gevraagd op" },
        { key: "mail", label: "Mail" },
      ]}
      rows={contacts.map((contact) => ({
        member: <a href={paths.memberContacts(contact.slug)}>{contact.memberName}</a>,
        role: CONTACT_ROLE_WORDS[contact.role],
        name: (
          <>
            {contact.name}, <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </>
        ),
        confirmed: contact.isStale ? (
          <Badge kind="brick">{confirmedWords(contact)}</Badge>
        ) : (
          formatDay(contact.confirmedAt)
        ),
        asked: contact.askedAt === null ? "" : formatDay(contact.askedAt),
        mail: contact.isBounced ? (
          <a href={paths.personDetails(contact.personId)}>
            Komt niet aan: adres aanpassen<span class="wt-only-read"> van {contact.name}</span>
          </a>
        ) : (
          "komt aan"
        ),
      }))}
    />
  );
}

function Missing({ missing }: { missing: readonly { name: string; slug: string }[] }): JSX.Element {
  if (missing.length === 0)
    return (
      <Empty why="Elk lid heeft een algemene contactpersoon.">
        <a href={paths.contactList()}>Toon alle contactpersonen</a>
      </Empty>
    );
  return (
    <ul class="wt-points">
      {missing.map(({ name, slug }) => (
        <li key={slug}>
          <a href={paths.memberContacts(slug)}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
