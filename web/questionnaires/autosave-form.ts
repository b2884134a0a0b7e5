import type { Control } from "./autosave-drawing.ts";
import type { Entries } from "./autosave-outbox.ts";
import { guardFieldNames } from "./guard-fields.ts";

const ENDING = guardFieldNames("");

/** Whether somebody changed a control since the server drew it. */
function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const drawn = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
    return control.selectedIndex !== Math.max(drawn, 0);
  }
  if (control.type === "hidden") return false;
  if (!(control instanceof HTMLInputElement) || !/radio|checkbox/.test(control.type))
    return control.value !== control.defaultValue;
  return control.checked !== control.defaultChecked;
}

/** A section's form, seen as questions: every field of a question carries its concept before its name. */
export class SectionFields {
  readonly #form: HTMLFormElement | null;

  constructor(form: HTMLFormElement | null) {
    this.#form = form;
  }

  /** The fields of a question, or those of all. */
  controls = (concept?: string): Control[] =>
    ([...(this.#form?.elements ?? [])] as Control[]).filter(
      ({ name }) => name && (!concept || name === concept || name.startsWith(`${concept}-`)),
    );

  get concepts(): string[] {
    return this.controls()
      .filter(({ name }) => name.endsWith(ENDING.revision))
      .map(({ name }) => name.slice(0, -ENDING.revision.length));
  }

  /** The fields that say something else than the server drew: what was typed before this program ran. */
  get touched(): Control[] {
    return this.controls().filter(isTouched);
  }

  /** The question that a field belongs to; none for the choice between two answers, which has its own button. */
  conceptOf(target: EventTarget | null): string | undefined {
    const { name } = (target ?? {}) as Partial<Control>;
    if (!name || name.endsWith(ENDING.choice)) return undefined;
    return this.concepts.find((concept) => name === concept || name.startsWith(`${concept}-`));
  }

  /** The hidden field with the revision that the person saw. */
  revision = (concept: string): Control | undefined =>
    this.controls(concept).find(({ name }) => name === guardFieldNames(concept).revision);

  place = (concept: string): Element | null => this.revision(concept)?.closest(".wt-asked") ?? null;

  /** What stands in the fields of a question, without revision and choice. */
  read(concept: string): Entries {
    const { revision, choice, mustChoose } = guardFieldNames(concept);
    const names = new Set(this.controls(concept).map(({ name }) => name));
    for (const guard of [revision, choice, mustChoose]) names.delete(guard);
    return [...new FormData(this.#form ?? undefined)].flatMap(
      ([name, value]): Entries => (names.has(name) && typeof value === "string" ? [[name, value]] : []),
    );
  }

  /** The value of one of the fields around the questions. */
  fixed = (name: string): string =>
    (this.#form?.elements.namedItem(name) as Control | null | undefined)?.value ?? "";

  /** Where the form goes, on this site. */
  get address(): string {
    const { pathname, search } = new URL(this.#form?.action ?? "", location.href);
    return pathname + search;
  }
}
