import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../../layout.tsx";
import { paths } from "../../paths.ts";
import { countOf, formatDate } from "../../ui/dutch.ts";
import { Empty } from "../../ui/empty.tsx";
import { TextField } from "../../ui/fields.tsx";
import { type ActiveFilter, FilterForm } from "../../ui/filter-form.tsx";
import { MetaLine } from "../../ui/meta-line.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { beginningOf } from "../facts.tsx";
import { ThemeSelect } from "../filter-selects.tsx";
import type { ThemeSeen } from "../seen.ts";
import type { LessonFilters } from "./contract.ts";
import type { LessonSeen } from "./seen.ts";

function hrefWith(filters: LessonFilters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    if (value !== "" && value !== 1) query.set(name, String(value));
  return query.size > 0 ? `${paths.lessons()}?${query}` : paths.lessons();
}

/** What teams learned at each other, to search by word and theme. */
export function LessonsPage({
  frame,
  filters,
  themes,
  lessons,
  total,
  perPage,
}: {
  frame: LayoutProps["frame"];
  filters: LessonFilters;
  themes: readonly ThemeSeen[];
  lessons: readonly LessonSeen[];
  total: number;
  perPage: number;
}): JSX.Element {
  const isFiltered = filters.zoek !== "" || filters.thema !== "";
  const theme = themes.find(({ slug }) => slug === filters.thema);
  const active: ActiveFilter[] = [
    ...(filters.zoek
      ? [{ label: `Woorden: ${filters.zoek}`, removeHref: hrefWith({ ...filters, zoek: "", pagina: 1 }) }]
      : []),
    ...(filters.thema
      ? [
          {
            label: `Thema: ${theme?.name ?? filters.thema}`,
            removeHref: hrefWith({ ...filters, thema: "", pagina: 1 }),
          },
        ]
      : []),
  ];
  return (
    <Layout
      frame={frame}
      title="Lessen uit werkbezoeken"
      lead="Wat teams bij elkaar leerden. Elke les is goedgekeurd door het team dat ontving."
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      wide
    >
      <FilterForm
        action={paths.lessons()}
        label="Zoek een les"
        active={active}
        clearHref={paths.lessons()}
        submit="Toon lessen"
      >
        <TextField name="zoek" label="Woorden" type="search" value={filters.zoek} maxLength={80} optional />
        <ThemeSelect themes={themes} value={filters.thema} />
      </FilterForm>
      {lessons.length > 0 ? (
        <section aria-labelledby="gevonden">
          <h2 id="gevonden">{countOf(total, "les", "lessen")}</h2>
          <ul class="wt-lessons">
            {lessons.map((lesson) => (
              <li class="wt-card wt-card--plain" key={lesson.id}>
                <h3>
                  <a href={paths.lesson(lesson.id)}>{lesson.title}</a>
                </h3>
                <p>{beginningOf(lesson.learned, 220)}</p>
                <MetaLine
                  parts={[
                    lesson.themeName,
                    `${lesson.guestMemberName} bij ${lesson.hostMemberName ?? "een ander team"}`,
                    lesson.approvedAt ? formatDate(lesson.approvedAt) : null,
                  ]}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <Empty
          why={
            isFiltered
              ? "Er is geen les die past bij wat je zoekt."
              : "Er zijn nog geen lessen. Zij komen na een werkbezoek."
          }
        >
          {isFiltered ? (
            <a href={paths.lessons()}>Wis alle filters</a>
          ) : (
            <a href={paths.visits()}>Bekijk bij wie je op bezoek kunt</a>
          )}
        </Empty>
      )}
      <Pagination
        label="Bladeren door lessen"
        page={filters.pagina}
        pages={Math.ceil(total / perPage)}
        hrefOf={(pagina) => hrefWith({ ...filters, pagina })}
      />
    </Layout>
  );
}
