import { eq } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { sessions } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { type CastKey, tokenOf } from "./cast.ts";
import { CHECK, formFields, READY, REOPEN, RESUME, SIGN } from "./questionnaire-fixtures.ts";
import { BareForm } from "./saving-bare-form.ts";
import type { SavingEvent } from "./saving-event.ts";
import { answersOf, CONCEPTS } from "./saving-history.ts";
import { type Posted, SavingTab, type TabSetting } from "./saving-tab.ts";

const EDITORS = ["editor", "host"] as const;
type Editor = (typeof EDITORS)[number];

/** Where a play takes place: the app in this process, or the built Worker. */
export interface SavingGround {
  db: Database;
  now: number;
  request: (path: string, init: RequestInit) => Promise<Response>;
}

/** What many plays together tried. */
export interface SavingTally {
  events: number;
  acknowledged: number;
  conflicts: number;
  retries: number;
  refused: number;
  /** acknowledged, or typed and left to itself, and in no history */
  lost: number;
}

interface Sending {
  who: Editor;
  /** the revisions that it named */
  seen: Set<number>;
  /** the texts that stood before its writer */
  known: Set<string>;
  isAcknowledged: boolean;
}

/** Two editors with two tabs each, who fill in the same two questions while everything happens to them. */
export class SavingPlay {
  readonly #ground: SavingGround;
  readonly #name: string;
  readonly #tally: SavingTally;
  readonly #tabs: SavingTab[][] = [];
  readonly #forms: BareForm[] = [];
  /** per text: what its writer had seen, and whether the server said that it has it */
  readonly #sent = new Map<string, Sending>();
  #typed = 0;

  constructor(ground: SavingGround, name: string, tally: SavingTally) {
    this.#ground = ground;
    this.#name = name;
    this.#tally = tally;
  }

  async open(): Promise<void> {
    await this.#toWork();
    for (const who of EDITORS) {
      const device = new Map<string, string>();
      const setting: TabSetting = {
        device,
        person: who,
        request: (path, init) => this.#as(who, path, init),
        onPost: (posted) => this.#note(who, posted),
      };
      const form = new BareForm(setting);
      await form.open();
      this.#forms.push(form);
      this.#tabs.push([await SavingTab.open(setting), await SavingTab.open(setting)]);
    }
  }

  async play({ kind, who, tab: at, concept }: SavingEvent): Promise<void> {
    const editor = EDITORS[who] ?? "editor";
    const tab = this.#tabs[who]?.[at];
    if (!tab) throw new Error("There is no such tab.");
    this.#tally.events += 1;
    switch (kind) {
      case "type":
        return tab.type(concept, this.#text());
      case "leave":
        return tab.leave(concept);
      case "answer":
        tab.type(concept, this.#text());
        return tab.leave(concept);
      case "choose mine":
        return tab.choose(concept, "mijn");
      case "choose theirs":
        return tab.choose(concept, "ander");
      case "submit":
        return tab.submit();
      case "open without script":
        return this.#forms[who]?.open();
      case "send without script":
        return this.#forms[who]?.send(concept, this.#text(), 1);
      case "send twice without script":
        return this.#forms[who]?.send(concept, this.#text(), 2);
      case "reload":
      case "crash":
        await tab.reload(kind === "crash");
        return;
      case "lose answer":
      case "lose request":
        tab.lose = kind;
        return;
      case "expire":
        return this.#setSession(editor, this.#ground.now - 1);
      case "sign in":
        return this.#setSession(editor, this.#ground.now + 86_400_000);
      case "make ready":
        return this.#press(READY, editor);
      case "resume":
        return this.#press(RESUME, editor);
      case "sign":
        return this.#press(SIGN, "signatory");
      case "reopen":
        return this.#press(REOPEN, "signatory");
    }
  }

  /** The day ends well: everybody is signed in, the response is open, and every tab sends what it still keeps. */
  async end(): Promise<void> {
    await this.#toWork();
    for (const tab of this.#tabs.flat()) {
      tab.lose = null;
      await tab.reload(false);
      for (let time = 0; time < 6 && tab.waiting.length > 0; time++)
        for (const concept of tab.waiting) {
          await tab.leave(concept);
          await tab.choose(concept, "mijn");
        }
    }
  }

  /** Everything in which the platform broke its word, once all was sent; empty is good. */
  async brokenPromises(): Promise<string[]> {
    const { history } = await answersOf(this.#ground.db);
    const texts = new Set(history.map(({ value }) => value?.text));
    const lost = this.#tabs.flat().flatMap((tab) => tab.lastWords().filter((text) => !texts.has(text)));
    this.#tally.lost += lost.length;
    return [...(await this.brokenAcknowledgements()), ...lost.map((text) => `${text}: typed and lost`)];
  }

  /** The same half-way, when some of what was typed may still wait. */
  async brokenAcknowledgements(): Promise<string[]> {
    const broken: string[] = [];
    const { history, present } = await answersOf(this.#ground.db);
    for (const concept of CONCEPTS) {
      const rows = history.filter((row) => row.concept === concept);
      if (rows.some(({ revision }, index) => revision !== index + 1)) broken.push(`${concept}: a gap`);
      const stands = present.find((row) => row.concept === concept);
      if (stands?.value?.text !== rows.at(-1)?.value?.text)
        broken.push(`${concept}: not the last of its history`);
    }
    for (const [text, { who, seen, known, isAcknowledged }] of this.#sent) {
      const rows = history.filter(({ value }) => value?.text === text);
      const [row] = rows;
      if (isAcknowledged && !row) {
        this.#tally.lost += 1;
        broken.push(`${text}: acknowledged and lost`);
      }
      if (rows.length > 1) broken.push(`${text}: stored ${rows.length} times`);
      if (row && row.by !== who) broken.push(`${text}: under the name of ${row.by}`);
      const [before] = history.filter(
        (each) => each.concept === row?.concept && each.revision === row.revision - 1,
      );
      if (row && !seen.has(row.revision - 1)) broken.push(`${text}: over a revision that it did not name`);
      const over = before?.value?.text;
      if (over?.startsWith(`${this.#name}.`) && !known.has(over))
        broken.push(`${text}: over ${over}, which its writer had not seen`);
    }
    const mine = history.filter(({ value }) => value?.text?.startsWith(`${this.#name}.`));
    for (const { value } of mine)
      if (!this.#sent.has(value?.text ?? "")) broken.push(`${value?.text}: stored and never sent`);
    return broken;
  }

  #text(): string {
    this.#typed += 1;
    return `${this.#name}.${this.#typed}`;
  }

  #note(who: Editor, { text, seen, outcome, again, known }: Posted): void {
    const all: Sending = this.#sent.get(text) ?? {
      who,
      seen: new Set(),
      known: new Set(),
      isAcknowledged: false,
    };
    all.seen.add(seen);
    for (const each of known) all.known.add(each);
    all.isAcknowledged ||= outcome === "acknowledged";
    this.#sent.set(text, all);
    if (again) this.#tally.retries += 1;
    if (outcome === "acknowledged") this.#tally.acknowledged += 1;
    if (outcome === "conflict") this.#tally.conflicts += 1;
    if (outcome === "refused") this.#tally.refused += 1;
  }

  #as(who: CastKey, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), cookie: `sessie=${tokenOf(who)}` };
    return this.#ground.request(path, { ...init, headers, redirect: "manual" });
  }

  async #setSession(who: CastKey, expiresAt: number): Promise<void> {
    const id = await sha256(tokenOf(who));
    await this.#ground.db.update(sessions).set({ expiresAt }).where(eq(sessions.id, id));
  }

  /** Presses a button of the check page or the task list, when it is there. */
  async #press(action: string, who: CastKey): Promise<void> {
    for (const page of [CHECK, "/vragenlijst/2026"]) {
      const html = await (await this.#as(who, page)).text();
      if (!html.includes(`action="${action}"`)) continue;
      const body = new URLSearchParams();
      for (const [name, values] of Object.entries(formFields(html, action)))
        for (const value of values) body.append(name, value);
      await (await this.#as(who, action, { method: "POST", body })).text();
      return;
    }
  }

  /** Everybody is signed in, and the response takes answers. */
  async #toWork(): Promise<void> {
    for (const who of [...EDITORS, "signatory"] as const)
      await this.#setSession(who, this.#ground.now + 86_400_000);
    await this.#press(RESUME, "editor");
    await this.#press(REOPEN, "signatory");
  }
}
