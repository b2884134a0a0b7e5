import type { ComponentChildren, JSX } from "preact";
import { Badge, type BadgeKind } from "./badge.tsx";

export interface Waiting {
  badge: { kind: BadgeKind; label: string };
  href: string;
  label: string;
  /** How far it is and how long it takes: "8 van 10 antwoorden staan klaar. Ongeveer 4 minuten." */
  hint?: ComponentChildren;
}

/** What waits for this person, in order of deadline. */
export function WaitList({ items }: { items: readonly Waiting[] }): JSX.Element {
  return (
    <ul class="wt-waiting">
      {items.map((item) => (
        <li class="wt-waiting__row" key={`${item.href} ${item.label}`}>
          <Badge kind={item.badge.kind}>{item.badge.label}</Badge>
          <div>
            <a class="wt-waiting__link" href={item.href}>
              {item.label}
            </a>
            {item.hint ? <p class="wt-waiting__hint">{item.hint}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
