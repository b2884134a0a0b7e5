import { drawChoice, fill, hideErrors, showErrors } from "./autosave-drawing.ts";
import { SectionFields } from "./autosave-form.ts";
import { type Kept, Outbox } from "./autosave-outbox.ts";
import { type Answer, post } from "./autosave-post.ts";
import { watchPresses } from "./autosave-press.ts";
import { StatusLine, WORDS } from "./autosave-status.ts";
import { guardFieldNames } from "./guard-fields.ts";

const RETRY_MS = 15_000;
const LOCK = "bewaard ";

/** The pages that are open now, by the locks they hold; a browser without locks knows of none. */
async function openPages(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name = "" }) => (name.startsWith(LOCK) ? [name] : [])));
}

/** The text that somebody typed: what has no space in it is a choice or a number, and says nothing by itself. */
const sentences = (kept: Kept | undefined): string =>
  (kept?.now ?? []).flatMap(([, value]) => (/\s/.test(value.trim()) ? [value] : [])).join(" ");

/**
 * Saves each question once its field is left, and keeps what is typed in the browser until the server says that
 * it has it. `line` tells who fills in what (`data-keep`: person, organisation, year) and says how it stands.
 * Outside a form it only sends what an earlier page left.
 */
export async function start(line: HTMLElement): Promise<void> {
  const owner = line.dataset.keep ?? "";
  const [person = "", member = ""] = owner.split("/");
  const form = line.closest("form");
  const fields = new SectionFields(form);
  const status = new StatusLine(line);
  const faults = new Map<string, Record<string, string>>();
  const restored = new Set<string>();
  const followed = new Set<string>();
  const page = Math.random().toString(36).slice(2);
  const released = watchPresses();
  let untold = 0;
  let timer = 0;

  const outbox = new Outbox<Answer>(
    () => localStorage,
    owner,
    page,
    (concept, kept, typed, again) =>
      post(concept, kept, typed, [
        ["inzending", fields.fixed("inzending")],
        ["namens", member],
        ["wie", person],
        ["opnieuw", again ? "ja" : ""],
      ]),
  );

  /** Errors wait until the person has left the question. */
  const tellFaults = (concept: string) => {
    const wrong = faults.get(concept);
    const [first] = Object.keys(wrong ?? {});
    if (!wrong || !first || fields.conceptOf(document.activeElement) === concept) return;
    showErrors(wrong);
    status.problem(concept, WORDS.correct(`#veld-${first}`));
  };

  const saved = (concept: string, { revision, said = "", later, rerouted }: Answer) => {
    const isBusy = outbox.held(concept) !== undefined;
    const seen = fields.revision(concept);
    // What a colleague made of it is seen once it is shown, and not while somebody types on.
    if (seen) seen.value = `${isBusy ? revision : (later?.revision ?? revision)}`;
    const place = fields.place(concept);
    if (place) drawChoice(place, null);
    if (isBusy) return;
    if (later) fill(fields.controls(concept), later.fields);
    const origin = place?.querySelector("[data-origin]");
    if (origin) origin.textContent = said;
    const words = restored.delete(concept) ? WORDS.restored(said) : { text: said };
    status.well(concept, rerouted ? WORDS.rerouted(said) : words);
    takeOver();
  };

  const report = (concept: string, answer: Answer | null): Answer | null => {
    const place = fields.place(concept);
    if (answer?.kind === "saved") saved(concept, answer);
    else if (answer?.kind === "unknown") {
      status.problem(concept, WORDS.offline(outbox.isSafe));
      clearTimeout(timer);
      timer = window.setTimeout(flush, RETRY_MS);
    } else if (answer?.kind === "later")
      status.problem(
        concept,
        place || !answer.isOver
          ? WORDS.later(answer.message ?? "", answer.link)
          : WORDS.left(answer.message ?? "", sentences(outbox.held(concept)), () => {
              outbox.drop(concept);
              status.well(concept, WORDS.dropped());
            }),
      );
    else if (answer && !place) status.problem(concept, WORDS.elsewhere(outbox.held(concept)?.to ?? ""));
    else if (answer?.choice && place) {
      const seen = fields.revision(concept);
      if (seen) seen.value = `${answer.revision}`;
      drawChoice(place, answer.choice);
      status.problem(concept, WORDS.choose(`#veld-${guardFieldNames(concept).choice}`));
    } else if (answer?.errors) {
      faults.set(concept, answer.errors);
      tellFaults(concept);
    }
    return answer;
  };

  const save = async (concept: string) => {
    const answer = await outbox.flush(concept);
    untold += 1;
    await released();
    untold -= 1;
    return report(concept, answer);
  };
  const flush = () => {
    status.well("", null);
    for (const concept of outbox.waiting) void save(concept);
  };

  const keep = (target: EventTarget | null): string | undefined => {
    const concept = fields.conceptOf(target);
    if (!concept) return undefined;
    faults.delete(concept);
    hideErrors(fields.controls(concept));
    outbox.keep(concept, Number(fields.revision(concept)?.value), fields.read(concept), fields.address);
    return concept;
  };

  /** Puts back what a page left that is gone, and sends it; what pages leave that are still open, once they go. */
  const takeOver = async () => {
    const open = await openPages();
    for (const lock of open) {
      if (followed.has(lock) || lock === LOCK + page) continue;
      followed.add(lock);
      void navigator.locks.request(lock, () => {}).then(takeOver);
    }
    for (const concept of outbox.adopt((other) => open.has(LOCK + other))) {
      const kept = outbox.held(concept);
      const now = fields.read(concept);
      if (!kept) continue;
      // A page that came back with errors shows what was typed last, and none of it is stored.
      if (line.dataset.typed && fields.place(concept)) {
        outbox.keep(concept, kept.seen, now, kept.to);
        continue;
      }
      if (JSON.stringify(now) === JSON.stringify(kept.now)) {
        outbox.drop(concept);
        continue;
      }
      restored.add(concept);
      fill(fields.controls(concept), kept.now);
      void save(concept);
    }
  };

  /** Saves what was chosen between two answers; false when nothing was. */
  const choose = async (box: Element): Promise<boolean> => {
    const option = box.querySelector<HTMLInputElement>("input[type=radio]");
    if (!option) return false;
    const concept = fields.concepts.find((each) => guardFieldNames(each).choice === option.name) ?? "";
    const chosen = box.querySelector<HTMLInputElement>("input:checked");
    if (!chosen) {
      showErrors({ [option.name]: "Kies welk antwoord blijft staan." });
      option.focus();
      return false;
    }
    const { choice, mustChoose } = guardFieldNames(concept);
    const seen = Number(fields.revision(concept)?.value);
    outbox.choose(
      concept,
      seen,
      [...fields.read(concept), [choice, chosen.value], [mustChoose, "ja"]],
      fields.address,
    );
    const answer = await save(concept);
    if (answer?.kind === "saved") document.getElementById(`veld-${concept}`)?.focus();
    return answer?.kind === "saved";
  };

  let isPassing = false;
  /** First what is kept, then the form: so that a form never goes where there is no connection. */
  const submit = async (submitter: HTMLElement | null) => {
    // The form carries the revisions that the last answers brought.
    await released();
    const concepts = fields.concepts;
    const waiting = outbox.waiting.filter((concept) => concepts.includes(concept));
    const answers = await Promise.all(waiting.map(save));
    if (!navigator.onLine) status.problem("", WORDS.offline(outbox.isSafe));
    if (!navigator.onLine || answers.some((answer) => answer?.kind === "unknown")) return;
    for (const box of form?.querySelectorAll(".wt-kept-choice") ?? []) if (!(await choose(box))) return;
    isPassing = true;
    form?.requestSubmit(submitter);
    isPassing = false;
  };

  form?.addEventListener("input", ({ target }) => keep(target));
  form?.addEventListener("change", ({ target }) => {
    const concept = keep(target);
    if (concept) void save(concept);
  });
  form?.addEventListener("focusout", ({ target }) => {
    const concept = fields.conceptOf(target);
    // Only after this event does the browser know where the focus went.
    if (concept) setTimeout(() => released().then(() => tellFaults(concept)));
  });
  form?.addEventListener("click", ({ target }) => {
    const box = (target as Element).closest(".wt-kept-choice button")?.parentElement;
    if (box) void choose(box);
  });
  form?.addEventListener("submit", (event) => {
    if (isPassing || (outbox.waiting.length + untold === 0 && navigator.onLine)) return;
    event.preventDefault();
    void submit(event.submitter);
  });
  for (const moment of ["online", "focus", "pagehide"]) window.addEventListener(moment, flush);
  document.addEventListener("visibilitychange", flush);

  void navigator.locks?.request(LOCK + page, () => new Promise(() => {}));
  for (const concept of new Set(fields.touched.map(keep))) if (concept) void save(concept);
  await takeOver();
}
