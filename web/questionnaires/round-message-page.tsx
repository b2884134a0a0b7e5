import type { JSX } from "preact";
import type { RoundMessageState } from "../../db/vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { RadioGroup, Select } from "../ui/choices.tsx";
import { formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden, TextArea, TextField } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Pagination } from "../ui/pagination.tsx";
import {
  type AudienceLine,
  AudienceTable,
  type RecipientLine,
  RecipientTable,
} from "./round-audience-table.tsx";
import { MESSAGE_KIND_WORDS } from "./round-message-words.ts";
import { StateBadge, trailOfRound } from "./round-messages-page.tsx";

interface ShownMessage {
  id: string;
  state: RoundMessageState;
  scheduledOn: string;
  revision: number;
}

export interface RoundMessagePageProps {
  frame: LayoutProps["frame"];
  year: number;
  /** null: it is being written for the first time */
  message: ShownMessage | null;
  /** what stands in the form */
  words: { id: string; soort: string; onderwerp: string; tekst: string; dag: string };
  errors?: FieldErrors | undefined;
  stale?: string | undefined;
  notice?: string | undefined;
  may: { change: boolean; plan: boolean; cancel: boolean };
  /** for whom it would be filled in, and how; null without members */
  preview: { memberId: string; mail: { subject: string; text: string } } | null;
  testId: string;
  /** part `page` of the members, with who would get it */
  audience: {
    lines: readonly AudienceLine[];
    wanted: number;
    members: { id: string; name: string }[];
    page: number;
    pages: number;
  };
  recipients: readonly RecipientLine[];
}

/** One message of a round: its words, how an organisation will read it, and who gets it. */
export function RoundMessagePage(props: RoundMessagePageProps): JSX.Element {
  const { frame, year, message, words, errors, may, audience } = props;
  const isOver = message?.state === "sent" || message?.state === "cancelled";
  return (
    <Layout
      frame={frame}
      title={
        message
          ? `${words.onderwerp || "Bericht"}, ronde ${year}${audience.page > 1 ? `, pagina ${audience.page}` : ""}`
          : `Bericht schrijven bij ronde ${year}`
      }
      trail={[...trailOfRound(year), { href: paths.roundMessages(year), label: "Berichten" }]}
      errors={errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
      wide
    >
      {props.stale ? (
        <Notice kind="warning" live>
          {props.stale} Er is niets veranderd.
        </Notice>
      ) : null}
      {message ? (
        <p>
          <StateBadge state={message.state} />{" "}
          {message.state === "draft"
            ? "Dit bericht gaat pas weg als je het inplant."
            : message.state === "scheduled"
              ? `Gaat weg op ${formatDay(message.scheduledOn)}, vanaf 8.00 uur.`
              : `${MESSAGE_KIND_WORDS[words.soort as "invitation"]} van ${formatDay(message.scheduledOn)}.`}
        </p>
      ) : null}
      {may.change ? <MessageForm {...props} /> : null}
      {message ? <Steps {...props} message={message} /> : null}
      {message ? <Preview {...props} message={message} /> : null}
      {props.recipients.length > 0 ? <RecipientTable lines={props.recipients} /> : null}
      {message && !isOver ? (
        <>
          <AudienceTable lines={audience.lines} wanted={audience.wanted} />
          <Pagination
            page={audience.page}
            pages={audience.pages}
            hrefOf={(page) => `${paths.roundMessage(year, message.id)}?pagina=${page}`}
          />
        </>
      ) : null}
    </Layout>
  );
}

function MessageForm({ year, message, words, errors }: RoundMessagePageProps): JSX.Element {
  const field = (name: keyof typeof words) => ({ name, value: words[name], error: errors?.[name] });
  return (
    <Form
      action={message ? paths.roundMessage(year, message.id) : paths.newRoundMessage(year)}
      label="Bericht"
    >
      <Hidden name="id" value={words.id} />
      <Hidden name="gezien" value={message?.revision ?? 0} />
      <RadioGroup
        {...field("soort")}
        label="Soort bericht"
        options={[
          { value: "invitation", label: "Uitnodiging", hint: "Naar alle leden van de ronde." },
          { value: "reminder", label: "Herinnering", hint: "Alleen naar leden die nog niet klaar zijn." },
        ]}
      />
      <TextField {...field("onderwerp")} label="Onderwerp" maxLength={59} />
      <TextArea
        {...field("tekst")}
        label="Tekst"
        hint="Je mag {organisatie}, {sluitdatum} en {link} gebruiken. Een lege regel begint een alinea."
        rows={10}
        maxLength={4000}
      />
      <DateField
        {...field("dag")}
        label="Dag waarop het weggaat"
        hint="Vanaf 8.00 uur. Bijvoorbeeld 1-12-2026."
      />
      <Actions>
        <Button>Bericht bewaren</Button>
        <ButtonLink kind="quiet" href={paths.roundMessages(year)}>
          Terug zonder bewaren
        </ButtonLink>
      </Actions>
    </Form>
  );
}

function Steps({
  year,
  message,
  may,
  testId,
}: RoundMessagePageProps & { message: ShownMessage }): JSX.Element {
  const step = (name: string) => paths.roundMessageStep(year, message.id, name);
  return (
    <Actions>
      {may.plan ? (
        <InlineForm action={step("planning")}>
          <Hidden name="gezien" value={message.revision} />
          <Button>Bericht inplannen</Button>
        </InlineForm>
      ) : null}
      <InlineForm action={step("proef")}>
        <Hidden name="proef" value={testId} />
        <Button kind="secondary">Proefmail naar mijzelf</Button>
      </InlineForm>
      {may.cancel ? (
        <InlineForm action={step("annulering")}>
          <Hidden name="gezien" value={message.revision} />
          <Button kind="quiet">Bericht annuleren</Button>
        </InlineForm>
      ) : null}
    </Actions>
  );
}

function Preview({
  year,
  message,
  preview,
  audience,
}: RoundMessagePageProps & { message: ShownMessage }): JSX.Element | null {
  if (!preview) return null;
  return (
    <section>
      <h2>Zo leest een organisatie het</h2>
      <Form
        action={paths.roundMessage(year, message.id)}
        method="get"
        explained={false}
        label="Voorbeeld kiezen"
      >
        <Select
          name="lid"
          label="Organisatie"
          value={preview.memberId}
          options={audience.members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Actions>
          <Button kind="secondary">Toon voorbeeld</Button>
        </Actions>
      </Form>
      <blockquote class="wt-quote">
        <p>
          <strong>{preview.mail.subject}</strong>
        </p>
        {preview.mail.text.split("\n\n").map((paragraph) => (
          <p key={paragraph} class="wt-answer-text">
            {paragraph}
          </p>
        ))}
      </blockquote>
    </section>
  );
}
