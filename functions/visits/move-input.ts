import type { FieldErrors } from "../../web/ui/field-errors.ts";
import {
  buttonContract,
  momentContract,
  optionalReasonContract,
  reasonContract,
} from "../../web/visits/contract.ts";
import { readMoment } from "../../web/visits/moment.ts";
import type { MoveForm } from "../../web/visits/moves.ts";
import { parseForm, type Typed } from "../http/form.ts";
import type { MoveInput } from "./move-plan.ts";

export type ReadMove = { ok: true; input: MoveInput } | { ok: false; errors: FieldErrors };

/** Reads what came with a move, by what its form asks. */
export function readMove(form: MoveForm, typed: Typed, now: number): ReadMove {
  if (form === "moment") return readMomentMove(typed, now);
  const contract =
    form === "reason" ? reasonContract : form === "optional_reason" ? optionalReasonContract : null;
  if (contract) {
    const read = parseForm(contract, typed);
    return read.ok ? plainMove(read.value.revisie, read.value.reden) : read;
  }
  const read = parseForm(buttonContract, typed);
  return read.ok ? plainMove(read.value.revisie, "") : read;
}

const plainMove = (seenRevision: number, note: string): ReadMove => ({
  ok: true,
  input: { seenRevision, note, moment: null },
});

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
    input: { seenRevision: revisie, note: bericht, moment: { ...moment.moment, location: locatie } },
  };
}
