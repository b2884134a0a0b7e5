import type { ComponentChildren, JSX } from "preact";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { countOf, formatList } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { TextField } from "../ui/fields.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { readDirectoryFilter } from "./directory-filter.ts";
import { ProvinceLinks } from "./province-links.tsx";

interface SearchPageProps {
  frame: Frame;
  typed: string;
  /** the best first; `total` is how many there are in all */
  members: readonly { slug: string; name: string; places: readonly string[]; total: number }[];
  municipalities: readonly {
    name: string;
    province: string;
    mergedInto: string | null;
    members: readonly { slug: string; name: string }[];
    total: number;
  }[];
  themes: readonly {
    name: string;
    definition: string;
    /** among the themes of visits; null when it is not one */
    slug: string | null;
    questions: readonly [concept: string, title: string][];
  }[];
  /** the newest published round, for who may read figures */
  year: number | null;
  seesOffers: boolean;
}

/** More names in one line than this nobody reads. */
const MOST_NAMES = 4;

/** What members, municipalities and themes the words find. */
export function SearchPage(props: SearchPageProps): JSX.Element {
  const { frame, typed, members, municipalities, themes } = props;
  const found = (members[0]?.total ?? 0) + (municipalities[0]?.total ?? 0) + themes.length;
  return (
    <Layout
      frame={frame}
      title={typed ? `Zoeken: ${typed}` : "Zoeken"}
      heading="Zoeken"
      lead="Zoek leden, gemeenten en thema's. Accenten en hoofdletters maken niet uit."
    >
      <FilterForm action={paths.search()} label="Zoeken op het plein" submit="Zoek">
        <TextField
          type="search"
          name="zoek"
          label="Zoek op naam, afkorting, plaats of onderwerp"
          value={typed}
          maxLength={100}
        />
      </FilterForm>
      <ProvinceLinks filter={readDirectoryFilter({ zoek: [typed] })} />
      {typed === "" ? null : found === 0 ? (
        <Empty why={`Niets gevonden voor ‘${typed}’. Probeer een korter woord of het begin ervan.`}>
          <a href={paths.members()}>Bekijk alle leden</a>
        </Empty>
      ) : (
        <>
          <Part title={`Leden (${members[0]?.total ?? 0})`} isEmpty={members.length === 0}>
            {members.map(({ slug, name, places }) => (
              <li key={slug}>
                <a href={paths.member(slug)}>{name}</a>
                {places.length > 0 ? <div class="wt-small">{listed(places, "gemeenten")}</div> : null}
              </li>
            ))}
          </Part>
          {(members[0]?.total ?? 0) > members.length ? (
            <p>
              <a href={`${paths.members()}?${new URLSearchParams({ zoek: typed })}`}>
                Toon alle {members[0]?.total} leden
              </a>
            </p>
          ) : null}
          <Part title={`Gemeenten (${municipalities[0]?.total ?? 0})`} isEmpty={municipalities.length === 0}>
            {municipalities.map((place) => (
              <li key={place.name}>
                <strong>{place.name}</strong>, {place.province}
                {place.mergedInto ? `, nu ${place.mergedInto}` : ""}
                <div class="wt-small">
                  {place.members.length === 0 ? (
                    "Hier werkt nog geen lid."
                  ) : (
                    <Names members={place.members} />
                  )}
                </div>
              </li>
            ))}
          </Part>
          <Part title={`Thema's (${themes.length})`} isEmpty={themes.length === 0}>
            {themes.map((theme) => (
              <li key={theme.name}>
                <strong>{theme.name}</strong>
                <div class="wt-small">{theme.definition}</div>
                <ThemeLinks theme={theme} {...props} />
              </li>
            ))}
          </Part>
        </>
      )}
    </Layout>
  );
}

function Part({
  title,
  isEmpty,
  children,
}: {
  title: string;
  isEmpty: boolean;
  children: ComponentChildren;
}): JSX.Element | null {
  if (isEmpty) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="wt-found">{children}</ul>
    </section>
  );
}

const listed = (names: readonly string[], what: string): string =>
  names.length > MOST_NAMES
    ? `${countOf(names.length, what, what)}, waaronder ${names[0]}`
    : formatList(names);

function Names({ members }: { members: readonly { slug: string; name: string }[] }): JSX.Element {
  return (
    <>
      {members.slice(0, MOST_NAMES).map(({ slug, name }, at) => (
        <>
          {at > 0 ? ", " : ""}
          <a href={paths.member(slug)}>{name}</a>
        </>
      ))}
      {members.length > MOST_NAMES ? ` en nog ${members.length - MOST_NAMES}` : ""}
    </>
  );
}

function ThemeLinks({
  theme,
  year,
  seesOffers,
}: Pick<SearchPageProps, "year" | "seesOffers"> & { theme: SearchPageProps["themes"][number] }): JSX.Element {
  return (
    <>
      {seesOffers && theme.slug ? (
        <div class="wt-small">
          <a href={`${paths.visits()}?${new URLSearchParams({ thema: theme.slug })}`}>
            Aanbod over {theme.name.toLowerCase()}
          </a>
        </div>
      ) : null}
      {year === null
        ? null
        : theme.questions.map(([concept, title]) => (
            <div key={concept} class="wt-small">
              <a href={paths.insightItem(year, concept)}>
                {`${theme.name} in de cijfers over ${title.toLowerCase()}`}
              </a>
            </div>
          ))}
    </>
  );
}
