import type { JSX } from "preact";
import type { RoundMessageKind, RoundMessageState } from "../../db/vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge, type BadgeKind } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { InlineForm } from "../ui/form.tsx";
import { Table } from "../ui/table.tsx";
import { MESSAGE_KIND_WORDS, MESSAGE_STATE_WORDS } from "./round-message-words.ts";

interface Message {
  id: string;
  kind: RoundMessageKind;
  subject: string;
  scheduledOn: string;
  state: RoundMessageState;
  people: number;
  bounced: number;
}

interface Bounce {
  personId: string;
  name: string;
  email: string;
  memberName: string;
  kind: RoundMessageKind;
  failedAt: number;
  lastError: string | null;
}

const STATE_KINDS: Record<RoundMessageState, BadgeKind> = {
  draft: "neutral",
  scheduled: "blue",
  sending: "ochre",
  sent: "green",
  cancelled: "neutral",
};

export const StateBadge = ({ state }: { state: RoundMessageState }): JSX.Element => (
  <Badge kind={STATE_KINDS[state]}>{MESSAGE_STATE_WORDS[state]}</Badge>
);

export const trailOfRound = (year: number) => [
  { href: paths.bureau(), label: "Bureau" },
  { href: paths.round(year), label: `Ronde ${year}` },
];

/** Invitations and reminders of a round: what was sent, what is planned, and what did not arrive. */
export function RoundMessagesPage({
  frame,
  year,
  messages,
  bounces,
  isProposed,
  notice,
}: {
  frame: LayoutProps["frame"];
  year: number;
  messages: readonly Message[];
  bounces: readonly Bounce[];
  /** whether messages can be written, and the usual plan laid out */
  isProposed: boolean;
  notice?: string | undefined;
}): JSX.Element {
  const propose = isProposed ? (
    <InlineForm action={paths.roundMessages(year)}>
      <Button kind={messages.length === 0 ? "primary" : "secondary"}>Voorstel klaarzetten</Button>
    </InlineForm>
  ) : null;
  const add = isProposed ? (
    <ButtonLink kind="secondary" href={paths.newRoundMessage(year)}>
      Bericht schrijven
    </ButtonLink>
  ) : null;
  return (
    <Layout
      frame={frame}
      title={`Berichten bij ronde ${year}`}
      lead="Uitnodigingen gaan naar alle leden. Een herinnering gaat alleen naar wie nog niet klaar is."
      trail={trailOfRound(year)}
      notice={notice ? { kind: "ok", text: notice } : undefined}
      wide
    >
      {messages.length === 0 ? (
        <Empty why="Er is nog geen bericht. Het voorstel zet een uitnodiging en twee herinneringen klaar.">
          <Actions>
            {propose}
            {add}
          </Actions>
        </Empty>
      ) : (
        <>
          <Table
            caption="Uitnodiging en herinneringen"
            columns={[
              { key: "subject", label: "Onderwerp" },
              { key: "kind", label: "Soort" },
              { key: "day", label: "Dag" },
              { key: "state", label: "Stand" },
              { key: "people", label: "Mensen", numeric: true },
              { key: "bounced", label: "Onbestelbaar", numeric: true },
            ]}
            rows={messages.map((message) => ({
              subject: <a href={paths.roundMessage(year, message.id)}>{message.subject}</a>,
              kind: MESSAGE_KIND_WORDS[message.kind],
              day: formatDay(message.scheduledOn),
              state: <StateBadge state={message.state} />,
              people: message.people,
              bounced: message.bounced,
            }))}
          />
          <Actions>
            {add}
            {propose}
          </Actions>
        </>
      )}
      <Bounces bounces={bounces} />
    </Layout>
  );
}

function Bounces({ bounces }: { bounces: readonly Bounce[] }): JSX.Element {
  return (
    <>
      <h2>Niet aangekomen</h2>
      {bounces.length === 0 ? (
        <p>Alle mail van deze ronde is bezorgd, voor zover we weten.</p>
      ) : (
        <>
          <p>
            {countOf(bounces.length, "mail kwam", "mails kwamen")} niet aan. Pas het adres aan of kies een
            andere contactpersoon.
          </p>
          <Table
            caption="Onbestelbare mail"
            columns={[
              { key: "name", label: "Persoon" },
              { key: "member", label: "Organisatie" },
              { key: "email", label: "Adres" },
              { key: "kind", label: "Soort" },
              { key: "day", label: "Sinds" },
              { key: "error", label: "Melding van de mailserver" },
              { key: "fix", label: "Oplossen" },
            ]}
            rows={bounces.map((bounce) => ({
              name: bounce.name,
              member: bounce.memberName,
              email: bounce.email,
              kind: MESSAGE_KIND_WORDS[bounce.kind],
              day: formatDay(bounce.failedAt),
              error: bounce.lastError,
              fix: (
                <a href={paths.personDetails(bounce.personId)}>
                  Adres aanpassen<span class="wt-only-read"> van {bounce.name}</span>
                </a>
              ),
            }))}
          />
        </>
      )}
    </>
  );
}
