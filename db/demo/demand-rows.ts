import { themeId } from "../registry/codebooks.ts";
import type { hostBlackouts, hostSettings, visitDrafts } from "../schema/tables.ts";
import type { DraftConcept, DraftState } from "../visit-vocabulary.ts";
import { EEKHOORNBOS, LINDESTAD, WATERRAND } from "./association.ts";
import { editorOf, hostOf } from "./people.ts";
import { dayOf, onWorkday } from "./workdays.ts";

interface DemoDraft {
  slug: string;
  year: 2024 | 2026;
  concept: DraftConcept;
  state: DraftState;
  theme?: string;
  text?: string;
  visitId?: string;
  offerId?: string;
}

/**
 * What some organisations did with their answer on curiosity or pride. All others have an untouched draft, which
 * is no row at all.
 */
const drafts: readonly DemoDraft[] = [
  {
    slug: LINDESTAD,
    year: 2024,
    concept: "5C1",
    state: "edited",
    theme: "bestaanszekerheid",
    text: "We laten zien hoe een medewerker op dezelfde dag een klein bedrag mag geven.",
  },
  {
    slug: WATERRAND,
    year: 2024,
    concept: "5A2",
    state: "published",
    visitId: "vraag-waterrand-groepen",
  },
  {
    slug: WATERRAND,
    year: 2024,
    concept: "5C1",
    state: "published",
    offerId: "aanbod-leertafel-waterrand",
  },
  { slug: EEKHOORNBOS, year: 2026, concept: "5A2", state: "discarded" },
  { slug: EEKHOORNBOS, year: 2026, concept: "5C1", state: "published", offerId: "aanbod-speeltuin" },
  {
    slug: "havenbuurt-samen",
    year: 2026,
    concept: "5A2",
    state: "edited",
    theme: "werkdruk",
    text: "Hoe houden anderen de caseload klein zonder een wachtlijst te krijgen?",
  },
  { slug: "team-sleutelplein", year: 2026, concept: "5C1", state: "published", offerId: "aanbod-groepen" },
  { slug: "stichting-weversplein", year: 2026, concept: "5A2", state: "discarded" },
];

export function draftRows(now: Date): (typeof visitDrafts.$inferInsert)[] {
  const updatedAt = onWorkday(dayOf(now.getTime()), -5, "11:10");
  return drafts.map(({ slug, year, concept, state, theme, text, visitId, offerId }) => ({
    memberId: slug,
    roundId: `round-${year}`,
    concept,
    state,
    themeId: theme ? themeId("codebook-themes", theme) : null,
    text: text ?? "",
    visitId: visitId ?? null,
    offerId: offerId ?? null,
    revision: 1,
    updatedAt,
    updatedBy: editorOf(slug),
  }));
}

/** Hosts that set limits: one with room, one that is nearly full, one that closed for a while. */
const limits = [
  { slug: LINDESTAD, maxPerQuarter: 4, leadDays: 10, isPaused: false },
  { slug: WATERRAND, maxPerQuarter: 3, leadDays: 7, isPaused: false },
  { slug: "noaberteams-essenhof", maxPerQuarter: 1, leadDays: 14, isPaused: true },
] as const;

export function hostSettingRows(now: Date): (typeof hostSettings.$inferInsert)[] {
  const updatedAt = onWorkday(dayOf(now.getTime()), -20, "09:40");
  return limits.map(({ slug, ...rest }) => ({
    memberId: slug,
    ...rest,
    revision: 1,
    updatedAt,
    updatedBy: hostOf(slug),
  }));
}

const DAY_MS = 86_400_000;

/** The week around Christmas, or the next one that the demo can see, is closed at two hosts. */
export function blackoutRows(now: Date): (typeof hostBlackouts.$inferInsert)[] {
  const weekOn = mondayOf(`${dayOf(now.getTime()).slice(0, 4)}-12-25`);
  const startsAt = onWorkday(weekOn, 0, "00:00");
  return [LINDESTAD, WATERRAND].map((slug) => ({
    memberId: slug,
    weekOn,
    startsAt,
    // From Monday to Monday in winter: no clock changes in between.
    endsAt: startsAt + 7 * DAY_MS,
  }));
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS).toISOString().slice(0, 10);
}
