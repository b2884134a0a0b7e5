import type { JSX } from "preact";
import { ABSENCE_CAUSES } from "../../db/visit-vocabulary.ts";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import { CAUSES, MOVE_WORDS } from "./labels.ts";
import { formOfMove, MOVE_NOUNS, type VisitMove } from "./moves.ts";
import type { VisitSeen } from "./seen.ts";

/** Moves that bring a visit further; the others are there for who needs them. */
const FORWARD: readonly VisitMove[] = [
  "invitation",
  "acceptance",
  "agreement",
  "approval",
  "confirmation",
  "waitlisting",
  "completion",
];

/** What this person can do now: a button where one click is enough, a link where something must be told. */
export function MoveButtons({
  visit,
  moves,
}: {
  visit: VisitSeen;
  moves: readonly VisitMove[];
}): JSX.Element | null {
  const shown = moves.filter((move) => move !== "non_occurrence");
  return (
    <>
      {shown.length > 0 ? (
        <Actions>
          {shown.map((move) => (
            <MoveButton key={move} visit={visit} move={move} />
          ))}
        </Actions>
      ) : null}
      {moves.includes("non_occurrence") ? <NotHappened visit={visit} /> : null}
    </>
  );
}

function MoveButton({ visit, move }: { visit: VisitSeen; move: VisitMove }): JSX.Element {
  const href = paths.visitMove(visit.id, MOVE_NOUNS[move]);
  const kind = FORWARD.includes(move) ? "primary" : "secondary";
  if (formOfMove(move, visit.startsAt !== null) !== "button")
    return (
      <ButtonLink kind={kind} href={href}>
        {MOVE_WORDS[move].button}
      </ButtonLink>
    );
  return (
    <InlineForm action={href}>
      <Hidden name="revisie" value={visit.revision} />
      <Button kind={kind}>{MOVE_WORDS[move].button}</Button>
    </InlineForm>
  );
}

/** One click says that it did not happen, and why; who wants to tell more gets a page for it. */
function NotHappened({ visit }: { visit: VisitSeen }): JSX.Element {
  const href = paths.visitMove(visit.id, MOVE_NOUNS.non_occurrence);
  return (
    <section class="wt-visit-group" aria-labelledby="niet-doorgegaan">
      <h2 id="niet-doorgegaan">Ging het bezoek niet door?</h2>
      <p>Kies waarom. Dan weet het andere team het ook.</p>
      <form class="wt-actions" action={href} method="post" novalidate>
        <Hidden name="revisie" value={visit.revision} />
        {ABSENCE_CAUSES.filter((cause) => cause !== "other").map((cause) => (
          <Button key={cause} kind="secondary" name="oorzaak" value={CAUSES[cause].slug}>
            {CAUSES[cause].label}
          </Button>
        ))}
        <ButtonLink kind="quiet" href={href}>
          Iets anders
        </ButtonLink>
      </form>
    </section>
  );
}
