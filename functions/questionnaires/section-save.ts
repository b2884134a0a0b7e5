import type {
  AnswerSource,
  AnswerState,
  Audience,
  ConsentTier,
  ItemKind,
  ProfileField,
} from "../../db/vocabulary.ts";
import type { StoredAnswer } from "../../web/members/answer-shape.ts";
import { consentTiers } from "../../web/questionnaires/consent.ts";
import { guardFieldNames, KEEP_MINE, KEEP_THEIRS } from "../../web/questionnaires/contract.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Typed } from "../http/form.ts";
import { readTypedValue } from "../members/typed-value.ts";
import { isPassedOver, type OutcomeChange, outcomeOf, type ProfileStand } from "./profile-outcome.ts";

/** What the person meant with the button. `confirm`: go on, and what was filled in beforehand is right, too. */
export type SaveIntent =
  | { kind: "confirm" }
  | { kind: "go_on" }
  | { kind: "keep" }
  | { kind: "take_over"; concept: string };

/** An answer with whom it is opened to; null: to nobody else than its audience. */
export interface KeptAnswer extends StoredAnswer {
  consent?: ConsentTier | null | undefined;
}

/** One question with all that its save depends on. */
export interface SaveItem {
  id: string;
  profile: ProfileStand;
  concept: string;
  kind: ItemKind;
  audience: Audience;
  choices: readonly { value: string }[];
  allowsOther: boolean;
  allowsExplanation: boolean;
  profileField: ProfileField | null;
  /** what is stored now; null: nothing ever was */
  current: (KeptAnswer & { revision: number }) | null;
  /** what was stored at the revision that the form was drawn from; undefined when there is no such revision */
  seen: KeptAnswer | undefined;
  /** the profile value that the form was filled in with, when nothing was stored yet */
  offered: StoredAnswer | null;
  /** the answer in the last signed round, that one button takes over */
  earlier: StoredAnswer | null;
}

export interface Change extends KeptAnswer {
  itemId: string;
  seenRevision: number;
  source: AnswerSource;
}

export interface SavePlan {
  errors: FieldErrors;
  changes: Change[];
  /** what was typed at items that somebody else changed since to something else */
  conflicts: Change[];
  /** what was typed at items whose form asked to choose between two answers, chosen or not */
  asked: Change[];
  /** whether every question that the section then asks has an answer once the changes are stored */
  isComplete: boolean;
  /** what was done with values of the profile */
  outcomes: OutcomeChange[];
}

const NOTHING: KeptAnswer = { state: "cleared", value: null, explanation: "", consent: null };

/** The parts of an answer in a fixed order; the order in which boxes were ticked says nothing. */
function canonical({ state, value, explanation }: StoredAnswer): string {
  const { choices, other, number, scale, text, date } = value ?? {};
  const given = [choices ? [...choices].sort() : [], other?.trim() ?? "", number, scale, text?.trim(), date];
  return JSON.stringify([state, state === "given" ? given : [], explanation.trim()]);
}

/** Whether two answers say the same, whoever may read them. */
const sameContent = (a: StoredAnswer, b: StoredAnswer): boolean => canonical(a) === canonical(b);

const sameConsent = (a: KeptAnswer, b: KeptAnswer): boolean =>
  (a.consent ?? "counted_only") === (b.consent ?? "counted_only");

/** Whether two answers say the same to the same readers. */
export const sameAnswer = (a: KeptAnswer, b: KeptAnswer): boolean => sameContent(a, b) && sameConsent(a, b);

const CHANGED_AND_SKIPPED = "Je veranderde dit antwoord. Kies 'Klopt nog' om het zo te bewaren.";

type Verdict = { change: Change } | { conflict: Change } | { errors: FieldErrors } | null;

/**
 * Compares what was typed with what the person saw and with what is stored now. Only what this person
 * changed is stored; what a colleague changed meanwhile stays, unless both changed the same question to
 * different answers: that is a conflict, and a person decides.
 *
 * @param asksAfter whether a question is asked once the changes are stored
 */
export function planSave(
  items: readonly SaveItem[],
  typed: Typed,
  intent: SaveIntent,
  asksAfter: (changes: readonly Change[], concept: string) => boolean = () => true,
): SavePlan {
  const plan: SavePlan = {
    errors: {},
    changes: [],
    conflicts: [],
    asked: [],
    isComplete: true,
    outcomes: [],
  };
  const open: string[] = [];
  for (const item of items) {
    const mine = readMine(item, typed);
    if (mine && "change" in mine && typed[guardFieldNames(item.concept).mustChoose] !== undefined)
      plan.asked.push(mine.change);
    const verdict = judge(item, typed, intent, mine);
    let state: AnswerState = item.current?.state ?? "cleared";
    if (verdict && "errors" in verdict) Object.assign(plan.errors, verdict.errors);
    else if (verdict && "conflict" in verdict) plan.conflicts.push(verdict.conflict);
    else if (verdict) {
      plan.changes.push(verdict.change);
      state = verdict.change.state;
    }
    const outcome = mine && outcomeAt(item, verdict);
    if (outcome) plan.outcomes.push(outcome);
    if (state === "cleared" && !isPassedOver(item.profile)) open.push(item.concept);
  }
  plan.isComplete = !open.some((concept) => asksAfter(plan.changes, concept));
  return plan;
}

/** What the verdict does with the profile's value; an explanation belongs to the year and changes no value. */
function outcomeAt(item: SaveItem, verdict: Verdict): OutcomeChange | null {
  const stored = verdict && "change" in verdict ? verdict.change : null;
  const { known } = item.profile;
  const saysSame = stored && known && sameContent({ ...stored, explanation: "" }, known.answer);
  return outcomeOf(item.id, item.profile, stored?.state ?? null, saysSame === true);
}

/**
 * Whether the form passes over what it shows: the profile's value, which a page that saves by itself stored a moment
 * ago. Who first confirms and then thinks better of it takes the answer away again.
 */
const isWithdrawn = ({ profile, offered }: SaveItem, mine: KeptAnswer, seenRevision: number): boolean =>
  seenRevision > 0 && profile.choice === "skipped" && offered !== null && sameContent(mine, offered);

/** What was typed at an item; null when it was not on the page. */
export function readMine(item: SaveItem, typed: Typed): { change: Change } | { errors: FieldErrors } | null {
  const seenText = typed[guardFieldNames(item.concept).revision]?.[0];
  if (seenText === undefined) return null;
  const wholeNumber = item.profileField === "locations";
  const read = readTypedValue({ ...item, wholeNumber }, typed, item.concept);
  if (!read.ok) return { errors: { [read.field]: read.error } };
  const { value, explanation } = read;
  const consent = readConsent(item, typed);
  if (consent === "invalid")
    return { errors: { [guardFieldNames(item.concept).consent]: "Kies wie het antwoord mag zien." } };
  const seenRevision = /^\d{1,9}$/.test(seenText) ? Number(seenText) : 0;
  const typedAnswer = { state: read.state ?? "cleared", value, explanation, consent } as const;
  const answer = isWithdrawn(item, typedAnswer, seenRevision) ? NOTHING : typedAnswer;
  return { change: { itemId: item.id, ...answer, seenRevision, source: "typed" } };
}

/** Who may read it, as chosen; as it was, in a form without that choice. */
function readConsent(item: SaveItem, typed: Typed): ConsentTier | null | "invalid" {
  if (item.audience === "members") return null;
  const chosen = typed[guardFieldNames(item.concept).consent]?.[0];
  if (chosen === undefined) return item.seen?.consent ?? null;
  return consentTiers(item.kind).find((tier) => tier === chosen) ?? "invalid";
}

function judge(item: SaveItem, typed: Typed, intent: SaveIntent, read: ReturnType<typeof readMine>): Verdict {
  const guards = guardFieldNames(item.concept);
  const choice = typed[guards.choice]?.[0] ?? "";
  if (read === null || choice === KEEP_THEIRS) return null;
  if (typed[guards.mustChoose] !== undefined && choice !== KEEP_MINE)
    return { errors: { [guards.choice]: "Kies welk antwoord blijft staan." } };
  if ("errors" in read) return read;
  const mine = read.change;
  const { seenRevision } = mine;
  if (intent.kind === "take_over" && intent.concept === item.concept) return takeOver(item, mine);

  const { choice: chosen } = item.profile;
  if (item.offered && chosen === "skipped" && !sameContent(mine, NOTHING) && !sameContent(mine, item.offered))
    return { errors: { [guards.profileChoice]: CHANGED_AND_SKIPPED } };
  const fromProfile = seenRevision === 0 ? item.offered : null;
  if (fromProfile && sameContent(mine, fromProfile)) {
    const holds = chosen === "holds" || (intent.kind === "confirm" && chosen !== "skipped");
    return holds && !item.current ? { change: { ...mine, source: "profile" } } : null;
  }
  // An answer that is not there opens nothing, whatever the choice beside it was filled in with.
  if (seenRevision === 0 && sameContent(mine, fromProfile ?? NOTHING)) return null;
  const seen = seenRevision === 0 ? undefined : item.seen;
  if (seen && sameAnswer(mine, seen)) return null;
  if ((item.current?.revision ?? 0) === seenRevision) return { change: mine };
  if (!item.current) return { conflict: mine };
  const joined = seen ? joinedWith(item.current, mine, seen) : mine;
  if (sameAnswer(joined ?? mine, item.current)) return null;
  return seen && joined ? { change: joined } : { conflict: mine };
}

/**
 * What one person changed in the answer joined with what a colleague changed in who may read it, or the other
 * way round; null when both changed the same to something else.
 */
function joinedWith(
  current: KeptAnswer & { revision: number },
  mine: Change,
  seen: KeptAnswer,
): Change | null {
  const mineSays = sameContent(mine, seen) ? current : mine;
  const mineOpens = sameConsent(mine, seen) ? current : mine;
  const isSaidTwice = mineSays === mine && !sameContent(current, seen) && !sameContent(current, mine);
  const isOpenedTwice = mineOpens === mine && !sameConsent(current, seen) && !sameConsent(current, mine);
  if (isSaidTwice || isOpenedTwice) return null;
  const { state, value, explanation } = mineSays;
  return { ...mine, state, value, explanation, consent: mineOpens.consent, seenRevision: current.revision };
}

/** Takes over an earlier answer, but never over something that was typed or stored. */
function takeOver(item: SaveItem, mine: KeptAnswer): Verdict {
  if (!item.earlier) return null;
  if (!sameContent(mine, NOTHING) || (item.current && item.current.state !== "cleared"))
    return {
      errors: {
        [item.concept]: "Hier staat al een antwoord. Maak het leeg als je het vorige wilt overnemen.",
      },
    };
  const seenRevision = item.current?.revision ?? 0;
  const { state, value, explanation } = item.earlier;
  return {
    change: {
      itemId: item.id,
      state,
      value,
      explanation,
      consent: mine.consent,
      seenRevision,
      source: "previous_round",
    },
  };
}
