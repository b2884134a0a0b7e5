import type { JSX } from "preact";
import type { ContactRole } from "../../db/vocabulary.ts";
import { CONTACT_ROLE_WORDS } from "../accounts/open-work-words.ts";
import { Badge } from "../ui/badge.tsx";
import { formatDay } from "../ui/dutch.ts";
import { SummaryList } from "../ui/summary-list.tsx";

export interface ShownContact {
  role: ContactRole;
  personId: string;
  name: string;
  email: string;
  phone: string | null;
  since: string;
  confirmedAt: number;
  revision: number;
  isStale: number;
  isBounced: number;
}

/** "bevestigd op 3 mei 2026", or that nobody said so for too long. */
export const confirmedWords = ({ isStale, confirmedAt }: Pick<ShownContact, "isStale" | "confirmedAt">) =>
  isStale ? `niet bevestigd sinds ${formatDay(confirmedAt)}` : `bevestigd op ${formatDay(confirmedAt)}`;

/** Name, address and number of a contact, with whether it is still right. */
export function ContactLine({ contact }: { contact: ShownContact }): JSX.Element {
  const { name, email, phone, isStale, isBounced } = contact;
  return (
    <>
      {name}
      <br />
      <a href={`mailto:${email}`}>{email}</a>
      {phone ? (
        <>
          ,{" "}
          <a class="wt-phone" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
            {phone}
          </a>
        </>
      ) : null}{" "}
      {isStale ? <Badge kind="brick">{confirmedWords(contact)}</Badge> : null}
      {isBounced ? <Badge kind="brick">mail komt niet aan</Badge> : null}
    </>
  );
}

/** The contacts of a member, one a role. */
export function ContactPersons({ contacts }: { contacts: readonly ShownContact[] }): JSX.Element {
  return (
    <SummaryList
      items={contacts.map((contact) => ({
        question: CONTACT_ROLE_WORDS[contact.role],
        answer: <ContactLine contact={contact} />,
        note: `Sinds ${formatDay(contact.since)}${contact.isStale ? "" : `, ${confirmedWords(contact)}`}`,
      }))}
    />
  );
}
