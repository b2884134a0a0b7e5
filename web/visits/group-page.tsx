import type { JSX } from "preact";
import type { VisitState } from "../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button } from "../ui/button.tsx";
import { countOf, formatDate, formatDateTime } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import { LONGEST } from "./contract.ts";
import { Facts, seatsLeft } from "./facts.tsx";
import { VISIT_STATE_LABELS } from "./labels.ts";
import { formatMoment } from "./moment.ts";
import { NoResidents } from "./moment-fields.tsx";
import type { OfferSeen } from "./seen.ts";

interface GroupSeen {
  id: string;
  memberName: string;
  memberSlug: string;
  seats: number;
  state: VisitState;
  /** of a group that agreed on another day of its own: false */
  isOnDay: boolean;
}

interface GroupPageProps {
  frame: LayoutProps["frame"];
  offer: OfferSeen;
  groups: readonly GroupSeen[];
  /** fewer people than the minimum, past the last moment to apply, and nobody decided */
  isUndecided: boolean;
  mayDecide: boolean;
  notice: string | undefined;
  reason?: string;
  errors?: FieldErrors;
}

/** Who comes to one day of a host, who waits for a place, and whether it goes on. */
export function GroupPage(props: GroupPageProps): JSX.Element {
  const { frame, offer, groups, mayDecide, notice, errors } = props;
  return (
    <Layout
      frame={frame}
      title={`Groepen: ${offer.title}, ${offer.startsAt === null ? "" : formatDate(offer.startsAt)}`}
      heading="Groepen op deze dag"
      lead={`${offer.title}, ${formatMoment(offer)}.`}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.offer(offer.id), label: offer.title },
      ]}
      notice={notice ? { kind: "ok", text: notice } : undefined}
      errors={errors}
    >
      <Decision {...props} />
      <Facts
        facts={[
          { label: "Plekken", value: seatsLeft(offer.seats, offer.taken) },
          {
            label: "Nodig",
            value: offer.seatsMin > 1 ? countOf(offer.seatsMin, "persoon", "personen") : null,
          },
          { label: "Aanmelden kan tot", value: offer.applyBefore ? formatDateTime(offer.applyBefore) : null },
          {
            label: "Toelating",
            value: offer.needsApproval ? "Jullie beantwoorden elke aanvraag" : "Op volgorde van aanmelding",
          },
          { label: "Wachtlijst", value: countOf(offer.waiting, "groep", "groepen") },
        ]}
      />
      {groups.length === 0 ? (
        <Empty why="Er heeft zich nog niemand aangemeld.">
          <a href={paths.offer(offer.id)}>Bekijk je aanbod</a>
        </Empty>
      ) : (
        <GroupTable groups={groups} />
      )}
      {mayDecide ? <CallOff {...props} /> : null}
    </Layout>
  );
}

function GroupTable({ groups }: { groups: readonly GroupSeen[] }): JSX.Element {
  const line = groups.filter(({ state }) => state === "waiting").map(({ id }) => id);
  return (
    <Table
      caption="Groepen, met de wachtlijst op volgorde"
      columns={[
        { key: "who", label: "Organisatie" },
        { key: "seats", label: "Personen", numeric: true },
        { key: "state", label: "Stand" },
        { key: "place", label: "Plaats op de wachtlijst", numeric: true },
      ]}
      rows={groups.map((group) => ({
        who: <a href={paths.visit(group.id)}>{group.memberName}</a>,
        seats: group.seats,
        state: (
          <>
            <Badge kind={VISIT_STATE_LABELS[group.state].kind}>{VISIT_STATE_LABELS[group.state].label}</Badge>
            {group.isOnDay ? null : " op een andere dag"}
          </>
        ),
        place: group.state === "waiting" ? line.indexOf(group.id) + 1 : "",
      }))}
    />
  );
}

/** Asks the host to decide, or says what was decided. */
function Decision({ offer, isUndecided, mayDecide }: GroupPageProps): JSX.Element | null {
  if (offer.state === "withdrawn")
    return <Notice kind="warning">Deze dag is afgezegd of ingetrokken.</Notice>;
  if (offer.goesAheadAt !== null && offer.taken < offer.seatsMin)
    return <Notice kind="info">Jullie laten het bezoek doorgaan met minder mensen.</Notice>;
  if (!isUndecided) return null;
  return (
    <Notice kind="warning" title="Er zijn te weinig aanmeldingen">
      <p>{`Er komen ${countOf(offer.taken, "persoon", "personen")}, jullie vroegen er minstens ${offer.seatsMin}. Laat je het bezoek doorgaan of zeg je het af?`}</p>
      {mayDecide ? (
        <InlineForm action={paths.offerGroupGoingOn(offer.id)}>
          <Button>Het bezoek gaat door</Button>
        </InlineForm>
      ) : null}
    </Notice>
  );
}

function CallOff({ offer, reason = "", errors = {} }: GroupPageProps): JSX.Element {
  return (
    <section class="wt-visit-group" aria-labelledby="afzeggen">
      <h2 id="afzeggen">De hele dag afzeggen</h2>
      <p>Iedereen die komt of wacht, krijgt bericht. Het aanbod wordt ingetrokken.</p>
      <Form action={paths.offerGroupCancellation(offer.id)} explained={false} intro={<NoResidents />}>
        <Hidden name="revisie" value={offer.revision} />
        <TextArea
          name="reden"
          label="Reden"
          hint="Een of twee zinnen zijn genoeg."
          value={reason}
          error={errors.reden}
          maxLength={LONGEST.reason}
          rows={3}
        />
        <Actions>
          <Button kind="danger">De hele dag afzeggen</Button>
        </Actions>
      </Form>
    </section>
  );
}
