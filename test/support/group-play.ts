import { eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { outbox, visitEvents, visitOffers, visits } from "../../db/schema/tables.ts";
import { isAgreed } from "../../functions/visits/lifecycle.ts";
import { paths } from "../../web/paths.ts";
import { typedMoment, type VisitMoment } from "../../web/visits/moment.ts";
import { MOVE_NOUNS, type VisitMove } from "../../web/visits/moves.ts";
import type { Fields } from "./app.ts";
import type { CastKey } from "./cast.ts";
import type { Group, GroupEvent, GroupModel, GroupState } from "./group-model.ts";
import { idOf, offerFields, requestFields, THEMES } from "./visit-fixtures.ts";

/** Where a sequence is played: the app, the database behind it, and its clock. */
export interface Playground {
  db: Database;
  now: number;
  post(path: string, fields: Fields, as: CastKey): Promise<{ status: number }>;
  /** does what is due by the clock */
  tick(): Promise<unknown>;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

type VisitRow = typeof visits.$inferSelect;

/** One day of one host and everybody who wants to come, played over the real app and beside it in the model. */
export class GroupPlay {
  readonly model: GroupModel;
  readonly offerId: string;
  readonly day: VisitMoment;
  readonly #ground: Playground;
  readonly #numbers = new Map<string, number>();
  #applied = 0;

  constructor(ground: Playground, name: string, model: GroupModel) {
    this.#ground = ground;
    this.model = model;
    this.offerId = idOf(name);
    const noon = Math.floor(ground.now / DAY_MS) * DAY_MS + 12 * HOUR_MS;
    this.day = { startsAt: noon + 30 * DAY_MS, endsAt: noon + 30 * DAY_MS + 3 * HOUR_MS };
  }

  async rows(): Promise<Map<string, VisitRow>> {
    const rows = await this.#ground.db.select().from(visits).where(eq(visits.offerId, this.offerId));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Sends what this event means to the app, and answers the statuses. Changes nothing in the model. */
  async send(event: GroupEvent, rows: Map<string, VisitRow>): Promise<number[]> {
    const request = await this.#requestOf(event, rows);
    if (!request) return [];
    const sent = event.isTwice ? [request(), request()] : [request()];
    return (await Promise.all(sent)).map(({ status }) => status);
  }

  /** The same event in the model. */
  imagine(event: GroupEvent): void {
    if (event.kind === "apply") this.model.apply(this.#idOf(this.#applied - 1), event.seats);
    else if (event.kind === "capacity") this.model.resize(event.seats);
    else if (event.kind !== "clock") {
      const group = this.#pick(event.group);
      if (group) this.model.change(group, event.kind);
    }
  }

  async #requestOf(event: GroupEvent, rows: Map<string, VisitRow>) {
    const { post, tick } = this.#ground;
    if (event.kind === "clock") return () => tick().then(() => ({ status: 200 }));
    if (event.kind === "apply") {
      const id = this.#idOf(this.#applied);
      this.#applied += 1;
      const fields = requestFields({ id, aanbod: this.offerId, aantal: String(event.seats) });
      return () => post(paths.newVisit(), fields, "professional");
    }
    if (event.kind === "capacity") return this.#resize(event.seats);
    const group = this.#pick(event.group);
    const row = group && rows.get(group.id);
    if (!row) return null;
    const { move, as } = this.#moveOf(event.kind, row);
    const shift = event.kind === "move" ? 7 * DAY_MS : 0;
    const { startsAt, endsAt } = this.day;
    const moment = typedMoment({ startsAt: startsAt + shift, endsAt: endsAt + shift });
    const fields = {
      revisie: String(row.revision),
      reden: "Een reden",
      bericht: "",
      locatie: "Kade 1",
      ...moment,
    };
    return () => post(paths.visitMove(row.id, MOVE_NOUNS[move]), fields, as);
  }

  #moveOf(kind: string, row: VisitRow): { move: VisitMove; as: CastKey } {
    if (kind === "accept") return { move: "acceptance", as: "otherHost" };
    if (kind === "waitlist") return { move: "waitlisting", as: "otherHost" };
    if (kind === "withdraw") return { move: "withdrawal", as: "professional" };
    if (kind === "decline") return { move: "decline", as: "otherHost" };
    // Both sides may cancel; who does is told by the size, so that both occur.
    if (kind === "cancel") return { move: "cancellation", as: row.seats % 2 ? "professional" : "otherHost" };
    return { move: "rescheduling", as: "otherHost" };
  }

  async #resize(capacity: number) {
    const [offer] = await this.#ground.db.select().from(visitOffers).where(eq(visitOffers.id, this.offerId));
    const fields = offerFields({
      themas: [THEMES[0]],
      plekken: String(capacity),
      wanneer: "datum",
      toelating: this.model.needsApproval ? "antwoord" : "volgorde",
      revisie: String(offer?.revision),
      ...typedMoment(this.day),
    });
    return () => this.#ground.post(paths.offerEdit(this.offerId), fields, "otherHost");
  }

  #idOf(at: number): string {
    return `${this.offerId.slice(0, 12)}g${String(at).padStart(3, "0")}`.padEnd(20, "x");
  }

  #pick(choice: number): Group | undefined {
    const { groups } = this.model;
    return groups[choice % Math.max(1, groups.length)];
  }

  #stateOf(row: VisitRow): GroupState {
    if (isAgreed(row.state)) return row.startsAt === this.day.startsAt ? "in" : "away";
    return row.state === "requested" || row.state === "waiting" ? row.state : "out";
  }

  /** Every way in which the database and the model differ; nothing when they agree. */
  async differences(): Promise<string[]> {
    const rows = await this.rows();
    const said: string[] = [];
    if (rows.size !== this.model.groups.length)
      said.push(`${rows.size} visits, ${this.model.groups.length} groups`);
    for (const group of this.model.groups) {
      const row = rows.get(group.id);
      const state = row && this.#stateOf(row);
      if (state !== group.state) said.push(`${group.id} is ${state}, should be ${group.state}`);
      if (row?.waitingNumber !== group.number) said.push(`${group.id} has number ${row?.waitingNumber}`);
    }
    return said;
  }

  /** Every promise that is broken, whatever happened at the same time; nothing when all hold. */
  async brokenPromises(): Promise<string[]> {
    const said: string[] = [];
    const rows = [...(await this.rows()).values()];
    const [offer] = await this.#ground.db.select().from(visitOffers).where(eq(visitOffers.id, this.offerId));
    const capacity = offer?.seats ?? 0;
    const taken = rows.filter((row) => this.#stateOf(row) === "in").reduce((sum, row) => sum + row.seats, 0);
    if (taken > capacity) said.push(`overbooked: ${taken} of ${capacity}`);
    const numbers = rows.flatMap(({ waitingNumber }) => waitingNumber ?? []);
    if (new Set(numbers).size !== numbers.length) said.push("two groups have one number");
    for (const row of rows) {
      const before = this.#numbers.get(row.id);
      if (before !== undefined && before !== row.waitingNumber) said.push(`${row.id} lost its place`);
      if (row.waitingNumber !== null) this.#numbers.set(row.id, row.waitingNumber);
      if (row.state === "waiting" && taken + row.seats <= capacity)
        said.push(`${row.id} fits and still waits`);
    }
    const events = await this.#ground.db
      .select()
      .from(visitEvents)
      .where(sql`${visitEvents.visitId} in (select id from visits where offer_id = ${this.offerId})`);
    for (const row of rows) {
      const own = events.filter(({ visitId }) => visitId === row.id);
      if (own.length !== row.revision)
        said.push(`${row.id} has ${own.length} events at revision ${row.revision}`);
      if (own.filter(isPromotion).length > 1) said.push(`${row.id} was promoted twice`);
    }
    return said;
  }

  /** After the clock has run: who was not told of a place, or was told more than once. */
  async wronglyTold(): Promise<string[]> {
    const mails = await this.#ground.db.select().from(outbox);
    const rows = [...(await this.rows()).values()];
    return rows.flatMap((row) => {
      const told = mails.filter(
        ({ subject, text }) => subject.startsWith("Jullie hebben een plek") && text.includes(row.id),
      ).length;
      // A place that was given back before the clock came by is told as cancelled only.
      const isSure = row.state === "accepted" && row.waitingNumber !== null && row.revision === 2;
      return told > 1 || (isSure && told !== 1) ? [`${row.id} was told ${told} times`] : [];
    });
  }
}

/** Only the platform itself gives a place: nobody's name stands with it. */
const isPromotion = ({ state, personId }: typeof visitEvents.$inferSelect) =>
  state === "accepted" && personId === null;

/** The offer of a play, made beforehand. */
export async function seedPlay(db: Database, play: GroupPlay, now: number): Promise<void> {
  await db.insert(visitOffers).values({
    id: play.offerId,
    memberId: "waterrand",
    title: "Een dag voor groepen",
    format: "team_visit",
    whatYouSee: "Een dag mee.",
    forWhom: "teams",
    location: "Kade 1, Waterrand",
    seats: play.model.capacity,
    needsApproval: play.model.needsApproval,
    ...play.day,
    state: "published",
    createdAt: now,
    updatedAt: now,
  });
}
