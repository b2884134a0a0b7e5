import type { JSX } from "preact";
import type { RoundState } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf, formatDateTime, formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { Table } from "../ui/table.tsx";

const ROUND_WORDS: Record<RoundState, string> = {
  concept: "in voorbereiding",
  open: "open",
  closed: "gesloten",
  published: "gepubliceerd",
};

export interface BureauPageProps {
  frame: Frame;
  counts: { people: number; withoutRole: number; members: number; withoutEditor: number };
  mail: { waiting: number; failed: number; sent: number; oldestWaitingAt: number | null };
  failedMail: readonly {
    subject: string;
    toEmail: string;
    failedAt: number | null;
    lastError: string | null;
  }[];
  rounds: readonly {
    year: number;
    state: RoundState;
    opensOn: string;
    closesOn: string;
    referenceOn: string;
    signed: number;
  }[];
  /** "set": mail leaves; "missing": nothing was set; "demo": mail stays to be read here */
  mailPort: "set" | "missing" | "demo";
  notice?: LayoutProps["notice"];
}

/** Where the staff of the association manages people, members, rounds and mail. */
export function BureauPage(props: BureauPageProps): JSX.Element {
  const { frame, counts } = props;
  return (
    <Layout
      frame={frame}
      title="Bureau"
      lead="Beheer van mensen, leden en rondes."
      notice={props.notice}
      wide
    >
      {props.mailPort === "missing" ? (
        <Notice kind="warning" title="Er is geen mail ingesteld">
          Inlogcodes en uitnodigingen blijven liggen. Vraag de beheerder om SMTP_URL of de mail van Cloudflare
          in te stellen.
        </Notice>
      ) : null}
      <h2>Mensen en leden</h2>
      <SummaryList
        items={[
          {
            question: "Mensen",
            answer: <a href={paths.people()}>{countOf(counts.people, "persoon", "mensen")}</a>,
            note:
              counts.withoutRole > 0
                ? `${countOf(counts.withoutRole, "persoon", "mensen")} zonder rol`
                : null,
          },
          {
            question: "Leden",
            answer: <a href={paths.members()}>{countOf(counts.members, "lid", "leden")}</a>,
            note:
              counts.withoutEditor > 0
                ? `${countOf(counts.withoutEditor, "lid", "leden")} zonder redacteur: daar kan niemand de vragenlijst invullen`
                : null,
          },
        ]}
      />
      <Actions>
        <ButtonLink href={paths.newPerson()}>Persoon toevoegen</ButtonLink>
        <ButtonLink kind="secondary" href={paths.newMember()}>
          Lid toevoegen
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.imports()}>
          Leden of mensen inlezen
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.contactList()}>
          Contactpersonen
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.municipalities()}>
          Gemeenten
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.auditLog()}>
          Logboek bekijken
        </ButtonLink>
      </Actions>
      <h2>Rondes</h2>
      <Rounds {...props} />
      <h2>Mail</h2>
      <Mail {...props} />
    </Layout>
  );
}

function Rounds({ rounds }: BureauPageProps): JSX.Element {
  const add = <ButtonLink href={paths.newRound()}>Ronde toevoegen</ButtonLink>;
  if (rounds.length === 0)
    return (
      <Empty why="Er is nog geen ronde. Leden zien pas een vragenlijst als er een ronde is.">{add}</Empty>
    );
  return (
    <>
      <Table
        caption="Rondes van de vragenlijst"
        columns={[
          { key: "year", label: "Ronde" },
          { key: "state", label: "Stand" },
          { key: "window", label: "Open" },
          { key: "reference", label: "Peildatum" },
          { key: "signed", label: "Ingediend", numeric: true },
        ]}
        rows={rounds.map((round) => ({
          year: <a href={paths.round(round.year)}>{round.year}</a>,
          state: ROUND_WORDS[round.state],
          window: `${formatDay(round.opensOn)} tot en met ${formatDay(round.closesOn)}`,
          reference: formatDay(round.referenceOn),
          signed: round.signed,
        }))}
      />
      <Actions>{add}</Actions>
    </>
  );
}

function Mail({ mail, failedMail, mailPort }: BureauPageProps): JSX.Element {
  return (
    <>
      <SummaryList
        items={[
          {
            question: "Wacht op verzending",
            answer: countOf(mail.waiting, "bericht", "berichten"),
            note: mail.oldestWaitingAt ? `Het oudste is van ${formatDateTime(mail.oldestWaitingAt)}` : null,
          },
          { question: "Verzonden, laatste dertig dagen", answer: countOf(mail.sent, "bericht", "berichten") },
          { question: "Niet gelukt", answer: countOf(mail.failed, "bericht", "berichten") },
        ]}
      />
      {mailPort === "demo" ? (
        <p>
          De demo verstuurt geen mail. Lees <a href={paths.demoMail()}>de verzonden mail</a>.
        </p>
      ) : null}
      {failedMail.length > 0 ? (
        <>
          <Table
            caption="Mail die niet aankwam, hoogstens twintig"
            columns={[
              { key: "subject", label: "Onderwerp" },
              { key: "to", label: "Aan" },
              { key: "at", label: "Opgegeven" },
              { key: "error", label: "Melding van de mailserver" },
            ]}
            rows={failedMail.map((message) => ({
              subject: message.subject,
              to: message.toEmail,
              at: message.failedAt ? formatDateTime(message.failedAt) : "",
              error: message.lastError,
            }))}
          />
          <InlineForm action={paths.mailRetry()}>
            <Button kind="secondary">Probeer deze mail opnieuw</Button>
          </InlineForm>
        </>
      ) : null}
    </>
  );
}
