import type { JSX } from "preact";
import type { Side } from "./moves.ts";
import type { PersonSeen, VisitSeen } from "./seen.ts";

/** The people of the other side, with their addresses. */
export function VisitContacts({
  visit,
  side,
  contacts,
}: {
  visit: VisitSeen;
  side: Side | null;
  contacts: { guests: readonly PersonSeen[]; hosts: readonly PersonSeen[] };
}): JSX.Element | null {
  const people = side === "guest" ? contacts.hosts : contacts.guests;
  if (people.length === 0) return null;
  return (
    <section class="wt-visit-group" aria-labelledby="contact">
      <h2 id="contact">{`Contact bij ${side === "guest" ? visit.hostMemberName : visit.guestMemberName}`}</h2>
      <ul class="wt-contacts">
        {people.map(({ name, email }) => (
          <li key={email}>
            {`${name}: `}
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
