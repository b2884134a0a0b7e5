import { type Entries, type Kept, Outbox, type Reply } from "../../web/questionnaires/autosave-outbox.ts";
import { formFields, section } from "./questionnaire-fixtures.ts";

const SECTION = section(8);

/** What became of a text that was sent, as far as the page knows. */
export interface Posted {
  text: string;
  seen: number;
  outcome: "acknowledged" | "conflict" | "refused" | "unknown";
  again: boolean;
  /** the texts that stood on the page before this was sent */
  known: ReadonlySet<string>;
}

export interface TabSetting {
  /** what the browser keeps, for all tabs of one person */
  device: Map<string, string>;
  person: string;
  request: (path: string, init?: RequestInit) => Promise<Response>;
  onPost: (posted: Posted) => void;
}

type Said = Reply & { later?: { revision: number; fields: Entries }; choice?: string };

/** What is typed in a play: the name of the play and a number. */
const TYPED = /\b[a-z]+\d+\.\d+\b/g;

/** Adds to what somebody knows the typed texts that stand in a page. */
export function learnFrom(page: string, known: Set<string>): void {
  for (const [text] of page.matchAll(TYPED)) known.add(text);
}

let pages = 0;
const openPages = new Set<string>();

function shelfOf(device: Map<string, string>): Storage {
  return {
    get length() {
      return device.size;
    },
    key: (index: number) => [...device.keys()][index] ?? null,
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => void device.set(key, value),
    removeItem: (key: string) => void device.delete(key),
    clear: () => device.clear(),
  };
}

/** A page of a section in a browser: the outbox as it is shipped, around it what the page does with its fields. */
export class SavingTab {
  /** what happens to the next request */
  lose: "lose answer" | "lose request" | null = null;
  readonly #setting: TabSetting;
  #outbox: Outbox<Said>;
  #page = "";
  #fields: Record<string, string[]> = {};
  readonly #choices = new Set<string>();
  readonly #known = new Set<string>();
  /** the last text typed at each question, until it is stored or given up */
  readonly #last = new Map<string, string>();

  private constructor(setting: TabSetting) {
    this.#setting = setting;
    this.#outbox = this.#newOutbox();
  }

  static async open(setting: TabSetting): Promise<SavingTab> {
    const tab = new SavingTab(setting);
    await tab.#show();
    return tab;
  }

  get waiting(): string[] {
    return this.#outbox.waiting;
  }

  lastWords = (): string[] => [...this.#last.values()];

  type(concept: string, text: string): void {
    this.#fields[concept] = [text];
    this.#last.set(concept, text);
    this.#known.add(text);
    this.#outbox.keep(concept, this.#seen(concept), [[concept, text]], SECTION);
  }

  async leave(concept: string): Promise<void> {
    await this.#hear(concept, await this.#outbox.flush(concept));
  }

  async choose(concept: string, choice: "mijn" | "ander"): Promise<void> {
    if (!this.#choices.has(concept)) return;
    const typed = this.#fields[concept]?.[0] ?? "";
    if (choice === "ander") this.#last.delete(concept);
    const chosen: Entries = [
      [concept, typed],
      [`${concept}-keuze`, choice],
      [`${concept}-kiezen`, "ja"],
    ];
    this.#outbox.choose(concept, this.#seen(concept), chosen, SECTION);
    await this.leave(concept);
  }

  async submit(): Promise<void> {
    for (const concept of this.waiting) {
      const said = await this.#outbox.flush(concept);
      await this.#hear(concept, said);
      if (said?.kind === "unknown") return;
    }
    if (this.#choices.size === 0 && this.waiting.length === 0) await this.#submitAll();
  }

  /** The whole form, with nothing in it that is not stored: it changes nothing, and says so. */
  async #submitAll(): Promise<void> {
    const body = new URLSearchParams({ actie: "bewaren" });
    for (const [name, values] of Object.entries(this.#fields))
      for (const value of values) body.append(name, value);
    const answer = await this.#send(body, {});
    if (answer?.status === 303) await this.#show();
  }

  /** Shows the page anew; what waited is taken over from the device. */
  async reload(isCrash: boolean): Promise<void> {
    // A page that is left sends what it has; nobody reads the answer.
    if (!isCrash) for (const concept of this.waiting) await this.#outbox.flush(concept);
    openPages.delete(this.#page);
    this.#outbox = this.#newOutbox();
    await this.#show();
  }

  #newOutbox(): Outbox<Said> {
    const { device, person } = this.#setting;
    pages += 1;
    this.#page = `blad${pages}`;
    openPages.add(this.#page);
    return new Outbox<Said>(
      () => shelfOf(device),
      person,
      this.#page,
      (...sent) => this.#post(...sent),
    );
  }

  async #show(): Promise<void> {
    const answer = await this.#setting.request(SECTION);
    const html = await answer.text();
    // Signed out, or ready: the page has no form. What waits stays on the device.
    if (!html.includes(`action="${SECTION}"`)) return;
    this.#choices.clear();
    this.#fields = formFields(html, SECTION);
    this.#learn(html);
    await this.#takeOver();
  }

  /** Sends what a page left that is gone. */
  async #takeOver(): Promise<void> {
    for (const concept of this.#outbox.adopt((page) => openPages.has(page))) {
      const kept = this.#outbox.held(concept);
      if (!kept) continue;
      const [, text = ""] = kept.now.find(([name]) => name === concept) ?? [];
      if (text === this.#fields[concept]?.[0]) this.#outbox.drop(concept);
      else {
        this.#fields[concept] = [text];
        await this.leave(concept);
      }
    }
  }

  #learn = (page: string): void => learnFrom(page, this.#known);

  #seen = (concept: string): number => Number(this.#fields[`${concept}-versie`]?.[0] ?? 0);

  async #hear(concept: string, said: Said | null): Promise<void> {
    if (said?.kind === "saved") {
      const isBusy = this.#outbox.held(concept) !== undefined;
      const revision = isBusy ? said.revision : (said.later?.revision ?? said.revision);
      this.#fields[`${concept}-versie`] = [String(revision)];
      this.#choices.delete(concept);
      if (isBusy) return;
      const [, theirs] = said.later?.fields.find(([name]) => name === concept) ?? [];
      if (theirs !== undefined) {
        this.#fields[concept] = [theirs];
        this.#learn(theirs);
      }
      await this.#takeOver();
    } else if (said?.kind === "refused" && said.choice) {
      this.#fields[`${concept}-versie`] = [String((said as Reply & { revision?: number }).revision)];
      this.#choices.add(concept);
      this.#learn(said.choice);
    }
  }

  async #post(concept: string, { seen }: Kept, fields: Entries, again: boolean): Promise<Said> {
    const fixed: Entries = [
      ["inzending", this.#fields.inzending?.[0] ?? ""],
      ["namens", "lindestad"],
      ["wie", this.#setting.person],
      ["opnieuw", again ? "ja" : ""],
      [`${concept}-versie`, String(seen)],
    ];
    const answer = await this.#send(new URLSearchParams([...fixed, ...fields]), {
      accept: "application/json",
    });
    const [, text = ""] = fields.find(([name]) => name === concept) ?? [];
    const isGivenUp = fields.some(([name, value]) => name === `${concept}-keuze` && value === "ander");
    const known = new Set(this.#known);
    const tell = (outcome: Posted["outcome"]) => {
      if (!isGivenUp) this.#setting.onPost({ text, seen, outcome, again, known });
    };
    if (!answer) {
      tell("unknown");
      return { kind: "unknown" };
    }
    const said = (await answer.json()) as object;
    if (answer.status === 200) {
      tell("acknowledged");
      return { ...said, kind: "saved" } as Said;
    }
    tell("choice" in said ? "conflict" : "refused");
    return { ...said, kind: "choice" in said || "errors" in said ? "refused" : "later" } as Said;
  }

  async #send(body: URLSearchParams, headers: Record<string, string>): Promise<Response | null> {
    const { lose } = this;
    this.lose = null;
    if (lose === "lose request") return null;
    const answer = await this.#setting.request(SECTION, { method: "POST", body, headers });
    if (lose !== "lose answer") return answer;
    await answer.text();
    return null;
  }
}
