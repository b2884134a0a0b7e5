import type { AbsenceCause } from "../../db/visit-vocabulary.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { buttonContract, momentContract, reasonContract } from "../../web/visits/contract.ts";
import { causeContract, dateChoiceContract } from "../../web/visits/meeting-contract.ts";
import { readMoment } from "../../web/visits/moment.ts";
import type { MoveForm } from "../../web/visits/moves.ts";
import { parseForm, type Typed } from "../http/form.ts";
import type { DateRow } from "./date-queries.ts";
import type { MoveInput } from "./move-plan.ts";

/** `gone`: what was chosen is not there to be chosen any more; no field can be filled in better. */
export type ReadMove =
  | { ok: true; input: MoveInput }
  | { ok: false; errors: FieldErrors; gone?: string | undefined };

/** Reads what came with a move, by what its form asks; `dates` are the moments proposed for this visit. */
export function readMove(form: MoveForm, typed: Typed, now: number, dates: readonly DateRow[]): ReadMove {
  if (form === "moment") return readMomentMove(typed, now);
  if (form === "date") return readDateChoice(typed, now, dates);
  if (form === "cause") {
    const read = parseForm(causeContract, typed);
    return read.ok ? plainMove(read.value.revisie, read.value.reden, read.value.oorzaak) : read;
  }
  if (form === "reason") {
    const read = parseForm(reasonContract, typed);
    return read.ok ? plainMove(read.value.revisie, read.value.reden) : read;
  }
  const read = parseForm(buttonContract, typed);
  return read.ok ? plainMove(read.value.revisie, "") : read;
}

const plainMove = (seenRevision: number, note: string, cause: AbsenceCause | null = null): ReadMove => ({
  ok: true,
  input: { seenRevision, note, moment: null, cause },
});

/** The host picks a moment on which the guest said to be able to come: that is what makes it an agreement. */
function readDateChoice(typed: Typed, now: number, dates: readonly DateRow[]): ReadMove {
  const read = parseForm(dateChoiceContract, typed);
  const chosen = dates.find(({ id }) => id === typed.voorstel?.[0]);
  const isPossible = chosen?.guestAnswer === "yes" || chosen?.guestAnswer === "maybe";
  if (!chosen) return { ok: false, errors: {}, gone: "Dit moment ligt niet meer op tafel." };
  if (chosen.startsAt <= now) return { ok: false, errors: {}, gone: "Dit moment is voorbij." };
  if (!isPossible)
    return { ok: false, errors: {}, gone: "De gasten hebben nog niet gezegd dat ze dan kunnen." };
  if (!read.ok) return read;
  const { revisie, bericht, locatie } = read.value;
  const { startsAt, endsAt } = chosen;
  return {
    ok: true,
    input: {
      seenRevision: revisie,
      note: bericht,
      moment: { startsAt, endsAt, location: locatie },
      cause: null,
    },
  };
}

function readMomentMove(typed: Typed, now: number): ReadMove {
  const read = parseForm(momentContract, typed);
  const first = (name: string) => typed[name]?.[0] ?? "";
  const moment = readMoment({ datum: first("datum"), van: first("van"), tot: first("tot") }, now);
  // Both are always read, so that everything that is wrong is said at once.
  if (!read.ok || !moment.ok)
    return { ok: false, errors: { ...(moment.ok ? {} : moment.errors), ...(read.ok ? {} : read.errors) } };
  const { revisie, bericht, locatie } = read.value;
  return {
    ok: true,
    input: {
      seenRevision: revisie,
      note: bericht,
      moment: { ...moment.moment, location: locatie },
      cause: null,
    },
  };
}
