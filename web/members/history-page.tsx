import type { JSX } from "preact";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Table } from "../ui/table.tsx";
import { PROFILE_FIELD_LABELS, PROFILE_GROUPS } from "./labels.ts";
import { FactWords, type ProfileFacts } from "./profile-facts.tsx";
import { type SaidValue, saidBy } from "./said-value.ts";

/** Every value a profile ever had, by field, newest first. */
export function HistoryPage({
  frame,
  member: { slug, name: memberName },
  values,
  labelOf,
}: {
  frame: Frame;
  member: { slug: string; name: string };
  values: SaidValue[];
  labelOf: ProfileFacts["labelOf"];
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Geschiedenis van ${memberName}`}
      lead="Wat er in het profiel stond, wie het zei en wanneer. Niets verdwijnt."
      trail={[
        { href: paths.members(), label: "Leden" },
        { href: paths.member(slug), label: memberName },
      ]}
      wide
    >
      {values.length === 0 ? (
        <Empty why="In dit profiel is nog niets ingevuld.">
          <a href={paths.member(slug)}>Terug naar {memberName}</a>
        </Empty>
      ) : (
        <div class="wt-history">
          {PROFILE_GROUPS.flatMap(({ fields }) => fields)
            .map((field) => ({ field, said: values.filter((value) => value.field === field) }))
            .filter(({ said }) => said.length > 0)
            .map(({ field, said }) => (
              <Table
                key={field}
                caption={PROFILE_FIELD_LABELS[field].name}
                columns={[
                  { key: "value", label: "Waarde" },
                  { key: "from", label: "Geldt vanaf" },
                  { key: "referenceOn", label: "Peildatum" },
                  { key: "by", label: "Gezegd door" },
                  { key: "until", label: "Gold tot" },
                ]}
                rows={said.map((value) => ({
                  value: <FactWords field={field} value={value} labelOf={labelOf} />,
                  from: formatDay(value.validFrom ?? value.saidAt),
                  referenceOn: formatDay(value.referenceOn),
                  by: saidBy(value, memberName, true),
                  until: value.supersededAt === null ? "nu" : formatDay(value.supersededAt),
                }))}
              />
            ))}
        </div>
      )}
    </Layout>
  );
}
