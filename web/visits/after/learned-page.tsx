import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../../layout.tsx";
import { paths } from "../../paths.ts";
import { Select } from "../../ui/choices.tsx";
import { DataDownloads } from "../../ui/data-downloads.tsx";
import { countOf, formatDate } from "../../ui/dutch.ts";
import { Empty } from "../../ui/empty.tsx";
import { FilterForm } from "../../ui/filter-form.tsx";
import { Table } from "../../ui/table.tsx";
import type { Learned, LearnedTheme } from "./learned.ts";

interface Organisation {
  slug: string;
  name: string;
  asGuest: number;
  asHost: number;
  lessons: number;
}

/** What visits brought, by theme and by organisation, for a whole or for the period of one round. */
export function LearnedPage({
  frame,
  years,
  year,
  learned,
  organisations,
  mostShown,
}: {
  frame: LayoutProps["frame"];
  years: readonly { year: number; referenceOn: string }[];
  year: number | null;
  learned: Learned;
  organisations: readonly Organisation[];
  mostShown: number;
}): JSX.Element {
  const { total } = learned;
  const round = years.find((each) => each.year === year);
  const query = year === null ? "" : `?ronde=${year}`;
  return (
    <Layout
      frame={frame}
      title="Wat er geleerd is"
      lead={sentenceOf(total)}
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      wide
    >
      <FilterForm
        action={paths.learned()}
        label="Kies een periode"
        active={round ? [{ label: `Ronde ${round.year}`, removeHref: paths.learned() }] : []}
        submit="Toon periode"
      >
        <Select
          name="ronde"
          label="Periode"
          value={year === null ? "" : String(year)}
          empty="Alles"
          optional
          options={years.map((each) => ({
            value: String(each.year),
            label: `Vanaf ronde ${each.year} (${formatDate(each.referenceOn)})`,
          }))}
        />
      </FilterForm>
      {total.visits === 0 ? (
        <Empty why="In deze periode ging nog geen werkbezoek door.">
          <a href={paths.visits()}>Bekijk bij wie je op bezoek kunt</a>
        </Empty>
      ) : (
        <>
          <Table
            caption="Per thema"
            columns={[
              { key: "thema", label: "Thema" },
              { key: "bezoeken", label: "Bezoeken", numeric: true },
              { key: "lessen", label: "Lessen", numeric: true },
              { key: "acties", label: "Acties", numeric: true },
              { key: "toegepast", label: "Toegepast", numeric: true },
              { key: "deels", label: "Deels", numeric: true },
              { key: "niet", label: "Niet", numeric: true },
            ]}
            rows={learned.themes.map((theme) => ({
              thema: <a href={`${paths.lessons()}?thema=${theme.slug}`}>{theme.name}</a>,
              ...numbersOf(theme),
            }))}
            total={{ thema: "Alle thema's", ...numbersOf(total) }}
          />
          <p class="wt-small">
            Een streepje staat er als minder dan 5 organisaties een actie hadden. Dan zou je zien wie het was.
          </p>
          <Table
            caption="Per organisatie"
            columns={[
              { key: "naam", label: "Organisatie" },
              { key: "gast", label: "Als gast", numeric: true },
              { key: "gastheer", label: "Als gastheer", numeric: true },
              { key: "lessen", label: "Lessen", numeric: true },
            ]}
            rows={organisations.map((each) => ({
              naam: <a href={paths.member(each.slug)}>{each.name}</a>,
              gast: each.asGuest,
              gastheer: each.asHost,
              lessen: each.lessons,
            }))}
          />
          {organisations.length === mostShown ? (
            <p class="wt-small">{`Je ziet de eerste ${mostShown}. In de bestanden staan ze allemaal.`}</p>
          ) : null}
          <DataDownloads
            subject="wat er geleerd is"
            csv={`${paths.learnedExport("csv")}${query}`}
            excel={`${paths.learnedExport("xlsx")}${query}`}
          />
        </>
      )}
      <p>
        Lees ook de <a href={paths.lessons()}>lessen zelf</a>.
      </p>
    </Layout>
  );
}

const numbersOf = ({ visits, lessons, actions, outcomes }: Omit<LearnedTheme, "slug" | "name">) => ({
  bezoeken: visits,
  lessen: lessons,
  acties: actions,
  toegepast: outcomes?.applied ?? "–",
  deels: outcomes?.partly ?? "–",
  niet: outcomes?.not ?? "–",
});

/** The sentence that a director would quote. */
function sentenceOf({ visits, lessons, actions, outcomes }: Learned["total"]): string {
  if (visits === 0) return "Wat teams bij elkaar zagen, en wat ze ermee deden.";
  const first = `${countOf(visits, "werkbezoek ging", "werkbezoeken gingen")} door. Dat gaf ${countOf(lessons, "les", "lessen")} en ${countOf(actions, "actie", "acties")}.`;
  if (!outcomes) return first;
  return `${first} Van de acties zijn er ${outcomes.applied} toegepast en ${outcomes.partly} deels.`;
}
