import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { countOf, formatDateTime, formatDay } from "../ui/dutch.ts";
import { Table } from "../ui/table.tsx";

export interface AudienceLine {
  memberName: string;
  slug: string;
  stand: "not_begun" | "in_progress" | "ready" | "signed";
  until: string | null;
  isWanted: boolean;
  people: readonly string[];
}

const STAND_WORDS: Record<AudienceLine["stand"], string> = {
  not_begun: "niet begonnen",
  in_progress: "bezig",
  ready: "klaar voor ondertekening",
  signed: "ondertekend",
};

function outcomeOf({ isWanted, stand, people }: AudienceLine): string {
  if (!isWanted) return `Krijgt het niet: ${STAND_WORDS[stand]}.`;
  return people.length > 0 ? people.join(", ") : "Niemand: er is geen contactpersoon, redacteur of tekenaar.";
}

/** Who would get a message now, and why the others do not. */
export function AudienceTable({
  lines,
  wanted,
}: {
  lines: readonly AudienceLine[];
  wanted: number;
}): JSX.Element {
  return (
    <section>
      <h2>Wie krijgt het?</h2>
      <p>
        Nu zou het naar {countOf(wanted, "organisatie", "organisaties")} gaan. We kijken opnieuw op het moment
        van verzenden.
      </p>
      <Table
        caption="Ontvangers per organisatie"
        columns={[
          { key: "member", label: "Organisatie" },
          { key: "stand", label: "Stand" },
          { key: "people", label: "Wie krijgt het" },
        ]}
        rows={lines.map((line) => ({
          member: <a href={paths.memberContacts(line.slug)}>{line.memberName}</a>,
          stand: `${STAND_WORDS[line.stand]}${line.until ? `, uitstel tot ${formatDay(line.until)}` : ""}`,
          people: outcomeOf(line),
        }))}
      />
    </section>
  );
}

export interface RecipientLine {
  personId: string;
  name: string;
  memberName: string;
  slug: string;
  sentAt: number | null;
  delivery: string | null;
  failedAt: number | null;
  lastError: string | null;
}

function standOf({ sentAt, delivery, failedAt, lastError }: RecipientLine): string {
  if (failedAt !== null) return `Niet aangekomen op ${formatDay(failedAt)}. ${lastError ?? ""}`.trim();
  if (delivery === "off") return "Wil hierover geen mail.";
  if (sentAt !== null) return `Verzonden op ${formatDateTime(sentAt)}.`;
  return delivery === null ? "Verzonden." : "Wacht op verzending.";
}

/** Who has a message. */
export function RecipientTable({ lines }: { lines: readonly RecipientLine[] }): JSX.Element {
  return (
    <section>
      <h2>Wie kreeg het?</h2>
      <Table
        caption={`${countOf(lines.length, "ontvanger", "ontvangers")}`}
        columns={[
          { key: "member", label: "Organisatie" },
          { key: "name", label: "Persoon" },
          { key: "stand", label: "Bezorging" },
        ]}
        rows={lines.map((line) => ({
          member: <a href={paths.memberContacts(line.slug)}>{line.memberName}</a>,
          name: line.name,
          stand:
            line.failedAt === null ? (
              standOf(line)
            ) : (
              <>
                {standOf(line)}{" "}
                <a href={paths.personDetails(line.personId)}>
                  Adres aanpassen<span class="wt-only-read"> van {line.name}</span>
                </a>
              </>
            ),
        }))}
      />
    </section>
  );
}
