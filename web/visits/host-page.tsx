import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { BarChart } from "../ui/bar-chart.tsx";
import { Actions, Button } from "../ui/button.tsx";
import { CheckboxGroup } from "../ui/choices.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, NumberField } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";

/** Receptions in one quarter. */
interface LoadSeen {
  number: number;
  year: number;
  booked: number;
}

interface WeekSeen {
  weekOn: string;
  number: number;
  startsAt: number;
  endsAt: number;
}

/** Notices after a write, by the word in `?melding=`. */
export const HOST_NOTICES: Record<string, string> = {
  bewaard: "Jullie ontvangstafspraken zijn bewaard.",
  dicht: "Jullie zijn even dicht. Andere teams zien jullie aanbod nu niet.",
  open: "Jullie zijn weer open. Andere teams zien jullie aanbod weer.",
};

export interface HostPageProps {
  frame: LayoutProps["frame"];
  memberName: string;
  isPaused: boolean;
  maximum: number | null;
  loads: readonly LoadSeen[];
  weeks: readonly WeekSeen[];
  typed: Record<string, string[]>;
  errors?: FieldErrors;
  notice?: string | undefined;
  /** why nothing was saved: somebody else was before */
  stale?: string | undefined;
}

/** How much an organisation can receive: pause, load, and the limits. */
export function HostPage(props: HostPageProps): JSX.Element {
  const { frame, memberName, isPaused, notice, errors } = props;
  return (
    <Layout
      frame={frame}
      title="Hoeveel bezoek ontvangen jullie"
      lead={`Zo krijgt ${memberName} nooit meer aanvragen dan jullie aankunnen.`}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.myVisits(), label: "Onze werkbezoeken" },
      ]}
      notice={notice ? { kind: "ok", text: notice } : undefined}
      errors={errors}
    >
      {props.stale ? (
        <Notice kind="warning" live>
          {props.stale}
        </Notice>
      ) : null}
      <Pause isPaused={isPaused} />
      <Load {...props} />
      <Limits {...props} />
    </Layout>
  );
}

function Pause({ isPaused }: { isPaused: boolean }): JSX.Element {
  return (
    <section class="wt-visit-group" aria-labelledby="pauze">
      <h2 id="pauze">Even dicht</h2>
      {isPaused ? (
        <Notice kind="warning">Jullie zijn nu even dicht. Wat is afgesproken, gaat gewoon door.</Notice>
      ) : (
        <p>Te druk? Eén klik, en niemand ziet jullie aanbod. Wat is afgesproken, gaat door.</p>
      )}
      <Actions>
        <InlineForm action={paths.hostPause()}>
          <Hidden name="pauze" value={isPaused ? "nee" : "ja"} />
          <Button kind={isPaused ? "primary" : "secondary"}>
            {isPaused ? "Weer bezoek ontvangen" : "Even geen bezoek ontvangen"}
          </Button>
        </InlineForm>
      </Actions>
    </section>
  );
}

const FIRST_MONTHS = ["januari", "april", "juli", "oktober"];
const LAST_MONTHS = ["maart", "juni", "september", "december"];
const quarterName = ({ number, year }: LoadSeen) =>
  `${FIRST_MONTHS[number - 1]} tot en met ${LAST_MONTHS[number - 1]} ${year}`;

/** "2 van 4 ontvangsten afgesproken. Er kunnen er nog 2 bij." */
function loadWords({ booked }: LoadSeen, maximum: number | null): string {
  if (maximum === null) return `${countOf(booked, "ontvangst", "ontvangsten")} afgesproken, zonder maximum`;
  if (booked >= maximum) return `${booked} van ${maximum} ontvangsten afgesproken: vol`;
  return `${booked} van ${maximum} ontvangsten afgesproken, nog ${maximum - booked} vrij`;
}

function Load({ loads, maximum }: HostPageProps): JSX.Element | null {
  const [now] = loads;
  if (!now) return null;
  const highest = Math.max(maximum ?? 0, ...loads.map(({ booked }) => booked), 1);
  return (
    <section class="wt-visit-group" aria-labelledby="drukte">
      <h2 id="drukte">Hoe druk het is</h2>
      <p>{`Dit kwartaal: ${loadWords(now, maximum)}.`}</p>
      <BarChart
        title="Ontvangsten per kwartaal"
        max={highest}
        bars={loads.map((load) => ({
          label: quarterName(load),
          value: load.booked,
          shown: maximum === null ? String(load.booked) : `${load.booked} van ${maximum}`,
          words: loadWords(load, maximum),
        }))}
      />
      <p>Een dag met gasten telt één keer, ook als er meer groepen komen.</p>
    </section>
  );
}

function Limits({ weeks, typed, errors = {} }: HostPageProps): JSX.Element {
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors[name] });
  return (
    <section class="wt-visit-group" aria-labelledby="afspraken">
      <h2 id="afspraken">Jullie afspraken</h2>
      <Form action={paths.hostSettings()}>
        <Hidden name="revisie" value={field("revisie").value || "0"} />
        <NumberField
          label="Hoogste aantal ontvangsten in een kwartaal"
          hint="Is dit bereikt, dan staat jullie aanbod tot het volgende kwartaal niet meer open."
          unit="ontvangsten"
          optional
          maxLength={3}
          {...field("maximum")}
        />
        <NumberField
          label="Voorbereiding"
          hint="Zoveel dagen hebben jullie nodig tussen aanvraag en bezoek."
          unit="dagen"
          optional
          maxLength={3}
          {...field("dagen")}
        />
        <div class="wt-weeks">
          <CheckboxGroup
            name="weken"
            label="Weken zonder bezoek"
            hint="Aanbod op een dag in zo'n week staat niet open."
            optional
            values={typed.weken ?? []}
            error={errors.weken}
            options={weeks.map((week) => ({ value: week.weekOn, label: weekName(week) }))}
          />
        </div>
        <Actions>
          <Button>Afspraken bewaren</Button>
        </Actions>
      </Form>
    </section>
  );
}

const DAY_MS = 86_400_000;

/** "Week 52: 21 tot en met 27 december". */
function weekName({ number, startsAt, endsAt }: WeekSeen): string {
  const from = shortly(startsAt);
  const until = shortly(endsAt - DAY_MS / 2);
  const isOneMonth = from.split(" ")[1] === until.split(" ")[1];
  return `Week ${number}: ${isOneMonth ? from.split(" ")[0] : from} tot en met ${until}`;
}

const shortly = (moment: number): string => formatDay(moment).replace(/ \d{4}$/, "");
