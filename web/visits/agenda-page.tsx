import type { JSX } from "preact";
import type { VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Select } from "../ui/choices.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { Hidden } from "../ui/fields.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { type AgendaFilters, addressWith } from "./agenda-contract.ts";
import { activeWords } from "./agenda-words.ts";
import { seatsLeft } from "./facts.tsx";
import { FormatSelect, ThemeSelect } from "./filter-selects.tsx";
import { FORMATS } from "./labels.ts";
import { MonthCalendar } from "./month-calendar.tsx";
import type { CalendarItem, MonthSeen } from "./month-seen.ts";
import type { ThemeSeen } from "./seen.ts";
import { VisitWays } from "./visit-ways.tsx";

/** An open offer on a day, as an agenda shows it. */
interface DaySeen {
  id: string;
  memberName: string;
  title: string;
  format: (typeof VISIT_FORMATS)[number];
  location: string;
  seats: number;
  taken: number;
  startsAt: number;
  endsAt: number | null;
}

interface AgendaPageProps {
  frame: LayoutProps["frame"];
  filters: AgendaFilters;
  month: MonthSeen;
  days: readonly DaySeen[];
  themes: readonly ThemeSeen[];
  provinces: readonly string[];
}

/** All open offers with a day, month by month: the agenda of the association. */
export function AgendaPage(props: AgendaPageProps): JSX.Element {
  const { frame, filters, month, days } = props;
  const here = { ...filters, maand: month.name };
  return (
    <Layout
      frame={frame}
      title="Agenda van de werkbezoeken"
      lead="Waar je op een vaste dag kunt aanschuiven."
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      wide
    >
      <AgendaFilterForm {...props} />
      {days.length > 0 ? (
        <DataDownloads
          csv={addressWith(paths.visitAgendaExport("csv"), here)}
          excel={addressWith(paths.visitAgendaExport("xlsx"), here)}
          subject="deze maand"
        />
      ) : null}
      <MonthCalendar
        month={month}
        items={days.map(itemOf)}
        hrefOf={(maand) => addressWith(paths.visitAgenda(), { ...filters, maand })}
      >
        <p>
          Kijk een maand verder, of bekijk <a href={paths.visits()}>al het aanbod</a>. Bij veel aanbod kies je
          samen een dag.
        </p>
      </MonthCalendar>
      <VisitWays isMember={frame.viewer?.memberId != null} />
    </Layout>
  );
}

const itemOf = (day: DaySeen): CalendarItem => ({
  startsAt: day.startsAt,
  endsAt: day.endsAt,
  href: paths.offer(day.id),
  label: day.title,
  hint: [day.memberName, FORMATS[day.format].label, day.location, seatsLeft(day.seats, day.taken)].join(
    " · ",
  ),
  kind: "offer",
});

function AgendaFilterForm({ filters, month, themes, provinces }: AgendaPageProps): JSX.Element {
  const without = (name: string) =>
    addressWith(paths.visitAgenda(), { ...filters, maand: month.name, [name]: "" });
  return (
    <FilterForm
      action={paths.visitAgenda()}
      label="Zoek in de agenda"
      active={activeWords(filters, themes).map(({ name, label }) => ({ label, removeHref: without(name) }))}
      clearHref={addressWith(paths.visitAgenda(), { maand: month.name })}
      submit="Toon agenda"
    >
      <Hidden name="maand" value={month.name} />
      <ThemeSelect themes={themes} value={filters.thema} />
      <FormatSelect value={filters.vorm} />
      <Select
        name="provincie"
        label="Provincie"
        value={filters.provincie}
        empty="Alle provincies"
        optional
        options={provinces.map((province) => ({ value: province, label: province }))}
      />
    </FilterForm>
  );
}
