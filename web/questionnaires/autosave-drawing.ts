import type { FieldErrors } from "../ui/field-errors.ts";
import { wireField } from "../ui/field-ids.ts";
import type { Entries } from "./autosave-outbox.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isTick = (control: Control): control is HTMLInputElement =>
  control.type === "radio" || control.type === "checkbox";

/** Puts values into controls, as a page of the server would be filled in with them. */
export function fill(controls: readonly Control[], entries: Entries): void {
  for (const control of controls) {
    if (control.type === "hidden") continue;
    const values = entries.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isTick(control)) control.checked = values.includes(control.value);
    else if (control.tagName !== "SELECT" || values[0] !== undefined) control.value = values[0] ?? "";
  }
}

/** Shows each error at its field, as the server does. */
export function showErrors(errors: FieldErrors): void {
  for (const [name, sentence] of Object.entries(errors)) {
    const { id, errorId } = wireField(name, null, sentence);
    const control = document.getElementById(id);
    const frame = control?.closest(".wt-field");
    if (!control || !frame || document.getElementById(errorId)) continue;
    const said = document.createElement("div");
    said.id = errorId;
    said.className = "utrecht-form-field-error-message wt-error";
    said.textContent = sentence;
    const group = frame.querySelector(":scope > .wt-options");
    (group ?? control.closest(".wt-with-unit") ?? control).before(said);
    const wired = group ? frame : control;
    wired.setAttribute(
      "aria-describedby",
      `${wired.getAttribute("aria-describedby") ?? ""} ${errorId}`.trim(),
    );
    control.setAttribute("aria-invalid", "true");
  }
}

/** Takes away what `showErrors` or the server showed at these controls. */
export function hideErrors(controls: readonly Control[]): void {
  for (const control of controls) {
    document.getElementById(wireField(control.name, null, " ").errorId)?.remove();
    control.removeAttribute("aria-invalid");
  }
}

/** Puts the choice between two answers at the end of its question, in the place of an older one. */
export function drawChoice(place: Element, html: string | null): void {
  place.querySelector(".wt-kept-choice")?.remove();
  if (html) place.insertAdjacentHTML("beforeend", html);
}
