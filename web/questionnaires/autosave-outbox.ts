/** Fields of one question, as a form would send them. */
export type Entries = [name: string, value: string][];

/** What somebody typed at one question and what the server did not acknowledge yet. */
export interface Kept {
  /** the revision that the person saw */
  seen: number;
  now: Entries;
  /** what was sent while no answer came: it goes again first, the very same, so that nothing is stored twice */
  sent?: Entries | undefined;
  /** address of the section */
  to: string;
  at: number;
}

/** What became of one attempt to send. */
export type Reply =
  | { kind: "saved"; revision: number }
  /** not stored: it must change first, or a choice be made */
  | { kind: "refused" }
  /** not stored now, for a reason that may pass: nobody is signed in */
  | { kind: "later" }
  /** no answer came: stored or not, nobody knows */
  | { kind: "unknown" };

/** The part of `localStorage` that is used; it may throw when it is full or forbidden. */
type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Sends one question; `again` when the same was sent before without an answer. Never throws. */
type Send<R extends Reply> = (concept: string, kept: Kept, fields: Entries, again: boolean) => Promise<R>;

/** A person may have been away over a holiday; after this, what was never sent is thrown away unread. */
const KEEP_DAYS = 14;

/** Before the name of everything that is kept. */
const ROOT = "bewaard/";

/** What another version of this program kept may look different. */
function keptIn(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? "null") as Kept | null;
    return Array.isArray(kept?.now) ? kept : null;
  } catch {
    return null;
  }
}

const same = (a: Entries, b: Entries): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Typed answers, kept in the browser until the server acknowledges them. One page is one `page`: two windows
 * of one person keep apart, so that neither overwrites what the other did not send yet.
 */
export class Outbox<R extends Reply> {
  readonly #held = new Map<string, Kept>();
  readonly #running = new Map<string, Promise<R | null>>();
  /** what the server refused as it is: it waits for a change */
  readonly #refused = new Map<string, Entries>();
  /** false once the browser would not keep something */
  isSafe = true;

  readonly #shelf: () => Shelf;
  readonly #prefix: string;
  readonly #page: string;
  readonly #send: Send<R>;
  readonly #clock: () => number;

  /**
   * @param shelf gives the storage; asking for it may throw, too
   * @param owner person, organisation and round: what is kept of another one is never looked into
   * @param page names this page among all that are open
   */
  constructor(shelf: () => Shelf, owner: string, page: string, send: Send<R>, clock = Date.now) {
    this.#shelf = shelf;
    this.#prefix = `${ROOT}${owner}/`;
    this.#page = page;
    this.#send = send;
    this.#clock = clock;
  }

  /** The questions that wait. */
  get waiting(): string[] {
    return [...this.#held.keys()];
  }

  held = (concept: string): Kept | undefined => this.#held.get(concept);

  /** Keeps what stands there now; `seen` counts only for a question of which nothing was kept yet. */
  keep(concept: string, seen: number, now: Entries, to: string): void {
    const kept = this.#held.get(concept) ?? { seen, now, to, at: 0 };
    this.#store(concept, { ...kept, now, at: this.#clock() });
  }

  /** The person chose between two answers, having seen the revision of the other one. */
  choose(concept: string, seen: number, now: Entries, to: string): void {
    this.#refused.delete(concept);
    this.#store(concept, { seen, now, to, at: this.#clock() });
  }

  /** The page shows these fields from the server: what is kept and says the same needs no sending any more. */
  drop(concept: string): void {
    this.#held.delete(concept);
    this.#refused.delete(concept);
    this.#touch((shelf) => shelf.removeItem(this.#key(concept)));
  }

  /**
   * Takes over what a page left that is gone: the oldest first, one a question at a time. What is too old is
   * thrown away, of whomever it is.
   *
   * @param isOpen whether that other page is still there
   */
  adopt(isOpen: (page: string) => boolean): string[] {
    const found: { key: string; concept: string; kept: Kept }[] = [];
    this.#touch((shelf) => {
      for (let at = shelf.length - 1; at >= 0; at--) {
        const key = shelf.key(at) ?? "";
        const [concept = "", page = ""] = key.slice(this.#prefix.length).split(" ");
        if (!key.startsWith(ROOT) || page === this.#page || isOpen(page)) continue;
        const kept = keptIn(shelf.getItem(key));
        if (!kept || kept.at < this.#clock() - KEEP_DAYS * 86_400_000) shelf.removeItem(key);
        else if (key.startsWith(this.#prefix)) found.push({ key, concept, kept });
      }
    });
    const taken: string[] = [];
    for (const { key, concept, kept } of found.sort((a, b) => a.kept.at - b.kept.at)) {
      if (this.#held.has(concept)) continue;
      this.#store(concept, kept);
      this.#touch((shelf) => shelf.removeItem(key));
      taken.push(concept);
    }
    return taken;
  }

  /** Sends what is kept of a question, after what is on its way. Null when there was nothing to send. */
  flush(concept: string): Promise<R | null> {
    const run = (this.#running.get(concept) ?? Promise.resolve(null)).then(() => this.#attempt(concept));
    this.#running.set(concept, run);
    return run;
  }

  async #attempt(concept: string): Promise<R | null> {
    let last: R | null = null;
    for (;;) {
      const kept = this.#held.get(concept);
      if (!kept) return last;
      const refused = this.#refused.get(concept);
      if (refused && same(refused, kept.now)) return last;
      const again = kept.sent !== undefined;
      const fields = kept.sent ?? kept.now;
      this.#store(concept, { ...kept, sent: fields });
      last = await this.#send(concept, kept, fields, again);
      if (last.kind === "unknown") return last;
      const after = this.#held.get(concept) ?? kept;
      if (last.kind === "saved" && same(after.now, fields)) {
        this.drop(concept);
        return last;
      }
      const seen = last.kind === "saved" ? last.revision : after.seen;
      // That it was refused now tells nothing of the time before, of which no answer came.
      const sent = last.kind === "later" && again ? fields : undefined;
      if (last.kind === "refused") this.#refused.set(concept, fields);
      this.#store(concept, { ...after, seen, sent });
      if (last.kind === "later" || (last.kind === "refused" && same(after.now, fields))) return last;
    }
  }

  #store(concept: string, kept: Kept): void {
    this.#held.set(concept, kept);
    this.#touch((shelf) => shelf.setItem(this.#key(concept), JSON.stringify(kept)));
  }

  #key = (concept: string): string => `${this.#prefix}${concept} ${this.#page}`;

  #touch(work: (shelf: Shelf) => void): void {
    try {
      work(this.#shelf());
    } catch {
      // Full, or forbidden by the browser: the page says so by what it promises.
      this.isSafe = false;
    }
  }
}
