import "./styles/main.css";
import type { ComponentType } from "preact";

const islands = import.meta.glob<{ default: ComponentType<object> }>("./*/*.island.tsx");

async function hydrateIsland(element: HTMLElement): Promise<void> {
  const load = islands[`./${element.dataset.island}.island.tsx`];
  if (!load) return;
  // Preact itself is fetched only by pages that have an island.
  const [{ default: Component }, { h, hydrate }] = await Promise.all([load(), import("preact")]);
  hydrate(h(Component, JSON.parse(element.dataset.props ?? "{}")), element);
}

for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) void hydrateIsland(element);

const saving = document.querySelector<HTMLElement>("[data-keep]");
if (saving) void import("./questionnaires/autosave.ts").then(({ start }) => start(saving));

// Not every browser honours autofocus on a div.
document.querySelector<HTMLElement>("[data-error-summary]")?.focus();

// A second click while the first submit is under way would post twice. The button stays enabled, so
// that its name stays readable; aria-busy says why nothing more happens.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (form.method !== "post") return;
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  form.setAttribute("aria-busy", "true");
  // An answer that is a download, or a broken connection, leaves the page as it is.
  setTimeout(() => form.removeAttribute("aria-busy"), 10_000);
});

// Coming back with the back button shows the page as it was left: free the form again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
});

// Paper cannot be clicked open. Only what was closed is closed again afterwards.
const opened = new Set<HTMLDetailsElement>();
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")) {
    details.open = true;
    opened.add(details);
  }
});
window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened.clear();
});
