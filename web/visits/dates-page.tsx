import type { JSX } from "preact";
import { DATE_ANSWERS } from "../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Empty } from "../ui/empty.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden, TimeField } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Table } from "../ui/table.tsx";
import { ANSWERS, DATE_ROWS, MOST_DATES } from "./meeting-contract.ts";
import { formatMoment } from "./moment.ts";
import { MOVE_NOUNS, type Side } from "./moves.ts";
import { dayField } from "./offer-days.ts";
import type { DateSeen, VisitSeen } from "./seen.ts";

interface DatesPageProps {
  frame: LayoutProps["frame"];
  visit: VisitSeen;
  side: Side;
  dates: readonly DateSeen[];
  /** whether this person decides */
  mayChoose: boolean;
  now: number;
  newId: string;
  notice: string | undefined;
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
}

/** Where two organisations find a day: what each can, and the choice of the host. */
export function DatesPage(props: DatesPageProps): JSX.Element {
  const { frame, visit, side, dates, errors = {} } = props;
  return (
    <Layout
      frame={frame}
      title={`Samen een dag zoeken: ${visit.guestMemberName}`}
      heading="Samen een dag zoeken"
      lead={
        side === "host"
          ? "Beide teams zeggen wat past. Jullie kiezen daarna de dag."
          : "Beide teams zeggen wat past. Daarna kiest de gastheer de dag."
      }
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.visit(visit.id), label: `Bezoek van ${visit.guestMemberName}` },
      ]}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
      errors={errors}
    >
      {dates.length === 0 ? (
        <Empty why="Er liggen nog geen momenten op tafel.">
          <a href="#voorstellen">Stel een paar momenten voor</a>
        </Empty>
      ) : (
        <>
          <DatesTable {...props} />
          <AnswerForm {...props} />
        </>
      )}
      {dates.length < MOST_DATES ? <ProposeForm {...props} /> : null}
    </Layout>
  );
}

const wordOf = (answer: DateSeen["guestAnswer"]): string =>
  answer ? ANSWERS[answer].label : "Nog geen antwoord";

/** What both sides said, and what this person can do with each moment. */
function DatesTable({ visit, side, dates, mayChoose, now }: DatesPageProps): JSX.Element {
  const choose = (date: DateSeen) =>
    mayChoose && date.startsAt > now && (date.guestAnswer === "yes" || date.guestAnswer === "maybe");
  const query = (date: DateSeen) => new URLSearchParams({ voorstel: date.id });
  return (
    <Table
      caption="Momenten op tafel"
      columns={[
        { key: "moment", label: "Moment" },
        { key: "guest", label: visit.guestMemberName },
        { key: "host", label: visit.hostMemberName ?? "Gastheer" },
        { key: "action", label: "Wat je kunt doen" },
      ]}
      rows={dates.map((date) => ({
        moment: formatMoment(date),
        guest: wordOf(date.guestAnswer),
        host: wordOf(date.hostAnswer),
        action: (
          <>
            {choose(date) ? (
              <ButtonLink
                kind="quiet"
                href={`${paths.visitMove(visit.id, MOVE_NOUNS.date_choice)}?${query(date)}`}
              >
                Kies dit moment
              </ButtonLink>
            ) : null}
            {date.side === side ? (
              <InlineForm action={paths.visitDateWithdrawal(visit.id, date.id)}>
                <Button kind="quiet">Terugnemen</Button>
              </InlineForm>
            ) : null}
          </>
        ),
      }))}
    />
  );
}

/** The answers of one's own side, moment by moment. */
function AnswerForm({ visit, side, dates, typed = {}, errors = {} }: DatesPageProps): JSX.Element {
  const own = (date: DateSeen) => (side === "guest" ? date.guestAnswer : date.hostAnswer);
  return (
    <section class="wt-visit-group" aria-labelledby="wat-past">
      <h2 id="wat-past">Wat past bij jullie?</h2>
      <Form action={paths.visitDateAnswers(visit.id)} explained={false} label="Wat past bij jullie?">
        {dates.map((date) => {
          const said = own(date);
          return (
            <RadioGroup
              key={date.id}
              name={date.id}
              label={formatMoment(date)}
              value={typed[date.id]?.[0] ?? (said ? ANSWERS[said].slug : "")}
              error={errors[date.id]}
              optional
              options={DATE_ANSWERS.map((answer) => ({
                value: ANSWERS[answer].slug,
                label: ANSWERS[answer].label,
              }))}
            />
          );
        })}
        <Actions>
          <Button>Antwoorden bewaren</Button>
        </Actions>
      </Form>
    </section>
  );
}

/** Rows for new moments; the first must be filled in. */
function ProposeForm({ visit, dates, newId, typed = {}, errors = {} }: DatesPageProps): JSX.Element {
  const count = Math.min(DATE_ROWS, MOST_DATES - dates.length);
  const more = Array.from({ length: count - 1 }, (_, at) => at + 2);
  const isUsed = (row: number) =>
    ["datum", "van", "tot"].some((name) => typed[dayField(name, row)]?.[0] || errors[dayField(name, row)]);
  const field = (name: string, row: number) => {
    const full = dayField(name, row);
    return { name: full, value: typed[full]?.[0] ?? "", error: errors[full], optional: row > 1 };
  };
  return (
    <section class="wt-visit-group" aria-labelledby="voorstellen">
      <h2 id="voorstellen">Momenten voorstellen</h2>
      <Form action={paths.visitDates(visit.id)} label="Momenten voorstellen">
        <Hidden name="id" value={newId} />
        <DayRow row={1} field={field} />
        {more.length > 0 ? (
          <Disclosure summary="Meer momenten" open={more.some(isUsed)}>
            {more.map((row) => (
              <DayRow key={row} row={row} field={field} />
            ))}
          </Disclosure>
        ) : null}
        <Actions>
          <Button kind="secondary">Momenten voorstellen</Button>
        </Actions>
      </Form>
    </section>
  );
}

interface RowField {
  name: string;
  value: string;
  error: string | undefined;
  optional: boolean;
}

function DayRow({
  row,
  field,
}: {
  row: number;
  field: (name: string, row: number) => RowField;
}): JSX.Element {
  return (
    <div class="wt-moment">
      <DateField label={`Moment ${row}: datum`} {...field("datum", row)} />
      <TimeField label={`Moment ${row}: van`} {...field("van", row)} />
      <TimeField label={`Moment ${row}: tot`} {...field("tot", row)} />
    </div>
  );
}
