import type { assistances, responseReturns, responses } from "../schema/tables.ts";
import { LINDESTAD } from "./association.ts";
import { editorOf, signatoryOf } from "./people.ts";
import type { DemoResponse } from "./responses.ts";
import { thisItemId } from "./this-questionnaire.ts";
import { onWorkday } from "./workdays.ts";

const HOUR_MS = 3_600_000;
/** The organisation that the bureau helped on the telephone. */
const HELPED = "wijkteam-roerzicht";

/** Two questions that the director of Lindestad sent back: one was answered, one still waits. */
export function returnRows(): (typeof responseReturns.$inferInsert)[] {
  const returned = {
    responseId: `2026-${LINDESTAD}-1`,
    returnedBy: signatoryOf(LINDESTAD),
    returnedAt: onWorkday("2026-11-02", 10, "09:20"),
    answerRevision: 1,
  };
  return [
    {
      ...returned,
      id: "return-locations",
      itemId: thisItemId("3B1"),
      reason: "Telt het buurthuis aan de haven al mee? Dat ging in oktober open.",
    },
    {
      ...returned,
      id: "return-laws",
      itemId: thisItemId("3A2"),
      reason: "Staat de Wet inburgering hier terecht niet bij?",
      remark: "Die wet doet de gemeente zelf. Dit is met de wethouder nagegaan.",
      resolvedBy: editorOf(LINDESTAD),
      resolvedAt: onWorkday("2026-11-02", 11, "11:05"),
    },
  ];
}

/** One conversation of last week, ended by the button. */
export function assistanceRows(): (typeof assistances.$inferInsert)[] {
  const startedAt = onWorkday("2026-11-02", 8, "10:30");
  return [
    {
      id: "assistance-roerzicht",
      roundId: "round-2026",
      memberId: HELPED,
      helperId: "bureau",
      caller: "Teammanager, belt vanuit de auto",
      consentNote: "Het bureau mag de eerste sectie invullen. De redacteur leest alles na.",
      startedAt,
      endsAt: startedAt + 4 * HOUR_MS,
      endedAt: startedAt + HOUR_MS / 2,
    },
  ];
}

/** The answers that were given in that conversation carry the bureau as who typed them. */
export const isAssisted = ({ slug, year }: Pick<DemoResponse, "slug" | "year">): boolean =>
  year === 2026 && slug === HELPED;

/** Since when the signatories of a response that is ready are asked, and that they were asked a second time. */
export const askedOf = ({
  state,
  readyAt,
}: Pick<DemoResponse, "state" | "readyAt">): Pick<typeof responses.$inferInsert, "askedAt" | "remindedAt"> =>
  state === "ready" && readyAt !== null
    ? { askedAt: readyAt, remindedAt: readyAt + 72 * HOUR_MS }
    : { askedAt: null, remindedAt: null };
