import type { JSX } from "preact";
import type { Role } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { labelOfRole } from "../navigation.ts";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { TextField } from "../ui/fields.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Table } from "../ui/table.tsx";
import { ROLES } from "./person-contract.ts";
import { roleTitle } from "./role-hints.ts";

export interface PeopleFilter {
  words: string;
  role: Role | null;
}

interface Person {
  id: string;
  name: string;
  email: string;
  memberNames: string[];
  roles: Role[];
}

/** The address of the list with this filter; page 1 is not mentioned. */
function peopleAddress({ words, role }: PeopleFilter, page = 1, base = paths.people()): string {
  const query = new URLSearchParams();
  if (words) query.set("zoek", words);
  if (role) query.set("rol", role);
  if (page > 1) query.set("pagina", String(page));
  return query.size > 0 ? `${base}?${query}` : base;
}

/** Everybody with an account, with search and a filter on role in the address. */
export function PeoplePage({
  frame,
  filter,
  people,
  found,
  page,
  pages,
  notice,
}: {
  frame: Frame;
  filter: PeopleFilter;
  people: readonly Person[];
  found: number;
  page: number;
  pages: number;
  notice: LayoutProps["notice"];
}): JSX.Element {
  const { words, role } = filter;
  const active = [
    ...(words ? [{ label: `Zoekwoord: ${words}`, removeHref: peopleAddress({ words: "", role }) }] : []),
    ...(role
      ? [{ label: `Rol: ${labelOfRole(role)}`, removeHref: peopleAddress({ words, role: null }) }]
      : []),
  ];
  return (
    <Layout
      frame={frame}
      title="Mensen"
      lead="Iedereen die kan inloggen, met organisatie en rol."
      trail={[{ href: paths.bureau(), label: "Bureau" }]}
      notice={notice}
      wide
    >
      <Actions>
        <ButtonLink href={paths.newPerson()}>Persoon toevoegen</ButtonLink>
      </Actions>
      <FilterForm action={paths.people()} active={active} clearHref={paths.people()} submit="Zoek">
        <TextField
          name="zoek"
          type="search"
          label="Naam, mailadres of organisatie"
          value={words}
          optional
          maxLength={80}
        />
        <Select
          name="rol"
          label="Rol"
          value={role}
          empty="Alle rollen"
          optional
          options={ROLES.map((each) => ({ value: each, label: roleTitle(each) }))}
        />
      </FilterForm>
      {people.length === 0 ? (
        <Empty why="Niemand past bij wat je zoekt. Controleer de spelling of zoek op een deel van de naam.">
          <a href={paths.people()}>Toon iedereen</a>
        </Empty>
      ) : (
        <>
          <Table
            caption={`${countOf(found, "persoon", "mensen")}, op naam`}
            columns={[
              { key: "name", label: "Naam" },
              { key: "email", label: "Mailadres" },
              { key: "members", label: "Organisatie" },
              { key: "roles", label: "Rol" },
            ]}
            rows={people.map((person) => ({
              name: <a href={paths.person(person.id)}>{person.name}</a>,
              email: person.email,
              members: person.memberNames.join(", ") || "Vereniging",
              roles: person.roles.map(labelOfRole).join(", ") || "geen",
            }))}
          />
          <Pagination page={page} pages={pages} hrefOf={(at) => peopleAddress(filter, at)} />
          <DataDownloads
            subject="de mensen"
            excel={peopleAddress(filter, 1, paths.peopleExport("xlsx"))}
            csv={peopleAddress(filter, 1, paths.peopleExport("csv"))}
          />
        </>
      )}
    </Layout>
  );
}
