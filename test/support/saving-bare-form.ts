import { formFields, section } from "./questionnaire-fixtures.ts";
import { learnFrom, type Posted, type TabSetting } from "./saving-tab.ts";

const SECTION = section(8);

/** A section in a browser without a script: a form that may be hours old, sent as a whole, and perhaps twice. */
export class BareForm {
  readonly #setting: Pick<TabSetting, "request" | "onPost">;
  #fields: Record<string, string[]> = {};
  readonly #known = new Set<string>();

  constructor(setting: Pick<TabSetting, "request" | "onPost">) {
    this.#setting = setting;
  }

  async open(): Promise<void> {
    const html = await (await this.#setting.request(SECTION)).text();
    if (!html.includes(`action="${SECTION}"`)) return;
    this.#fields = formFields(html, SECTION);
    learnFrom(html, this.#known);
  }

  /** Sends the form with one other answer, and once more as a double click or a reload does. */
  async send(concept: string, text: string, times: number): Promise<void> {
    if (!this.#fields[`${concept}-versie`]) return;
    const typed = { ...this.#fields, [concept]: [text], actie: ["bewaren"] };
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(typed)) for (const value of values) body.append(name, value);
    const known = new Set([...this.#known, text]);
    const seen = Number(this.#fields[`${concept}-versie`]?.[0]);
    const answers = await Promise.all(
      Array.from({ length: times }, () => this.#setting.request(SECTION, { method: "POST", body })),
    );
    for (const [at, { status }] of answers.entries()) {
      const outcome: Posted["outcome"] =
        status === 303 ? "acknowledged" : status === 409 ? "conflict" : "refused";
      this.#setting.onPost({ text, seen, outcome, again: at > 0, known });
    }
    if (answers.some(({ status }) => status === 303)) await this.open();
  }
}
