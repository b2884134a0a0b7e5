import type { visitApprovals, visitDateAnswers, visitDates, visitMessages } from "../schema/tables.ts";
import { LINDESTAD, WATERRAND } from "./association.ts";
import { guestOf, hostOf, signatoryOf } from "./people.ts";
import { dayOf, onWorkday } from "./workdays.ts";

interface DemoMessage {
  visit: string;
  side: "guest" | "host";
  member: string;
  daysAgo: number;
  at: string;
  text: string;
}

const MESSAGES: readonly DemoMessage[] = [
  {
    visit: "bezoek-waterrand-inloop",
    side: "guest",
    member: WATERRAND,
    daysAgo: 6,
    at: "09:12",
    text: "Kunnen we met de auto tot aan de deur? Een van ons loopt moeilijk.",
  },
  {
    visit: "bezoek-waterrand-inloop",
    side: "host",
    member: LINDESTAD,
    daysAgo: 5,
    at: "11:40",
    text: "Ja, dat kan. We houden een plek vrij naast de ingang.\nJullie kunnen de lift gebruiken.",
  },
  {
    visit: "bezoek-weversplein-buurtplan",
    side: "guest",
    member: "stichting-weversplein",
    daysAgo: 3,
    at: "15:05",
    text: "Op dinsdag zijn er bij jullie vaak buren in huis. Past zo'n dag?",
  },
  {
    visit: "bezoek-lindestad-huisarts",
    side: "host",
    member: WATERRAND,
    daysAgo: 3,
    at: "16:20",
    text: "De huisarts kan die middag aansluiten. Hebben jullie een vraag die we vooraf kunnen voorleggen?",
  },
];

export function messageRows(now: Date): (typeof visitMessages.$inferInsert)[] {
  const today = dayOf(now.getTime());
  return MESSAGES.map(({ visit, side, member, daysAgo, at, text }, index) => ({
    id: `demobericht${String(index + 1).padStart(9, "0")}`,
    visitId: visit,
    side,
    personId: side === "guest" ? guestOf(member) : hostOf(member),
    text,
    createdAt: onWorkday(today, -daysAgo - 2, at),
  }));
}

/** A day that two organisations are looking for: three moments, of which the guest answered two. */
const SEARCH = "bezoek-weversplein-buurtplan";
const MOMENTS = [
  { days: 52, from: "10:00", to: "13:00", guest: "yes" },
  { days: 59, from: "13:00", to: "16:00", guest: "maybe" },
  { days: 61, from: "09:30", to: "12:00", guest: null },
] as const;

const dateId = (index: number) => `demomoment${String(index + 1).padStart(10, "0")}`;

export function dateRows(now: Date): (typeof visitDates.$inferInsert)[] {
  const today = dayOf(now.getTime());
  return MOMENTS.map(({ days, from, to }, index) => ({
    id: dateId(index),
    visitId: SEARCH,
    startsAt: onWorkday(today, days, from),
    endsAt: onWorkday(today, days, to),
    side: "host",
    personId: hostOf(LINDESTAD),
    createdAt: onWorkday(today, -5, "10:15"),
  }));
}

export function dateAnswerRows(now: Date): (typeof visitDateAnswers.$inferInsert)[] {
  const today = dayOf(now.getTime());
  return MOMENTS.flatMap(({ guest }, index) => [
    {
      dateId: dateId(index),
      side: "host" as const,
      answer: "yes" as const,
      personId: hostOf(LINDESTAD),
      at: onWorkday(today, -5, "10:15"),
    },
    ...(guest
      ? [
          {
            dateId: dateId(index),
            side: "guest" as const,
            answer: guest,
            personId: guestOf("stichting-weversplein"),
            at: onWorkday(today, -4, "14:30"),
          },
        ]
      : []),
  ]);
}

/** One organisation asks its signatory before a request leaves. */
export function approvalRows(now: Date): (typeof visitApprovals.$inferInsert)[] {
  const changedAt = onWorkday(dayOf(now.getTime()), -90, "09:00");
  return [{ memberId: WATERRAND, personId: null, changedBy: signatoryOf(WATERRAND), changedAt }];
}
