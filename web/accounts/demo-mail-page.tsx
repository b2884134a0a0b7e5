import { Fragment, type JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { formatDateTime } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { Table } from "../ui/table.tsx";

interface MessageHead {
  id: string;
  toEmail: string;
  subject: string;
  createdAt: number;
  calendarMethod: "REQUEST" | "CANCEL" | null;
}

interface MessageBody {
  text: string;
  html: string;
  calendar: string | null;
}

/** All mail that the demo would have sent, newest first. */
export function DemoMailListPage({
  frame,
  messages,
}: {
  frame: Frame;
  messages: readonly MessageHead[];
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Verzonden mail"
      lead="De demo verstuurt geen mail. Hier lees je wat mensen gekregen zouden hebben."
      wide
    >
      {messages.length === 0 ? (
        <Empty why="Er is nog geen mail. Vraag bijvoorbeeld een inlogcode aan.">
          <ButtonLink href={paths.signIn()}>Naar het inloggen</ButtonLink>
        </Empty>
      ) : (
        <Table
          caption="De nieuwste berichten, hoogstens honderd"
          columns={[
            { key: "subject", label: "Onderwerp" },
            { key: "to", label: "Aan" },
            { key: "at", label: "Verstuurd" },
            { key: "calendar", label: "Agenda" },
          ]}
          rows={messages.map((message) => ({
            subject: <a href={paths.demoMailMessage(message.id)}>{message.subject}</a>,
            to: message.toEmail,
            at: formatDateTime(message.createdAt),
            calendar: calendarWord(message.calendarMethod),
          }))}
        />
      )}
    </Layout>
  );
}

function calendarWord(method: MessageHead["calendarMethod"]): string {
  if (method === null) return "nee";
  return method === "REQUEST" ? "uitnodiging" : "afzegging";
}

/** One message, as text; its HTML is shown as source, so that nothing in it can act on this page. */
export function DemoMailPage({
  frame,
  message,
}: {
  frame: Frame;
  message: MessageHead & MessageBody;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Mail: ${message.subject}`}
      heading={message.subject}
      trail={[{ href: paths.demoMail(), label: "Verzonden mail" }]}
    >
      <SummaryList
        items={[
          { question: "Aan", answer: message.toEmail },
          { question: "Verstuurd", answer: formatDateTime(message.createdAt) },
          {
            question: "Agenda",
            answer: message.calendar ? (
              <a href={paths.demoMailCalendar(message.id)} download>
                Download de {calendarWord(message.calendarMethod)}
              </a>
            ) : (
              "Geen bijlage"
            ),
          },
        ]}
      />
      <h2>Bericht</h2>
      <Card>
        <div class="wt-letter">
          <LinkedText text={message.text} />
        </div>
      </Card>
      <Disclosure summary="Bekijk de opmaakversie als broncode">
        <pre class="wt-source">{message.html}</pre>
      </Disclosure>
    </Layout>
  );
}

/** Text with line ends kept, and addresses as links. */
function LinkedText({ text }: { text: string }): JSX.Element {
  const paragraphs = text.trim().split(/\n{2,}/);
  return (
    <>
      {paragraphs.map((paragraph, at) => (
        <p key={at}>
          {paragraph.split("\n").map((line, index) => (
            <Fragment key={index}>
              {index > 0 ? <br /> : null}
              {/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}
            </Fragment>
          ))}
        </p>
      ))}
    </>
  );
}
