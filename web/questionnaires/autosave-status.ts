/** A sentence on how saving stands, with the link that helps. */
interface Said {
  text: string;
  link?: { href: string; label: string } | undefined;
  /** leads to another window, so that this page stays as it is */
  apart?: boolean;
  /** what the person can do about it here */
  act?: { label: string; press: () => void };
}

const SAFE = "Je antwoord staat veilig op dit apparaat.";

/** Sentences that the browser says by itself; `isSafe`: it could keep what was typed. */
export const WORDS = {
  offline: (isSafe: boolean): Said => ({
    text: `Nog niet opgeslagen: geen verbinding. ${isSafe ? SAFE : "Laat deze pagina open."}`,
  }),
  later: (why: string, link: Said["link"]): Said => ({
    text: `${why} Nog niet opgeslagen. ${SAFE}`,
    link: link && { ...link, label: `${link.label} (nieuw tabblad)` },
    apart: true,
  }),
  choose: (href: string): Said => ({
    text: "Nog niet opgeslagen. Er staat intussen een ander antwoord.",
    link: { href, label: "Kies welk antwoord blijft" },
  }),
  correct: (href: string): Said => ({
    text: "Nog niet opgeslagen.",
    link: { href, label: "Verbeter je antwoord" },
  }),
  elsewhere: (href: string): Said => ({
    text: "Op dit apparaat staat een antwoord dat nog niet is opgeslagen.",
    link: { href, label: "Bekijk die sectie" },
  }),
  /** What this page has no place for: the sentences of it can be read, copied and let go. */
  left: (why: string, typed: string, drop: () => void): Said => ({
    text: `${why} Op dit apparaat staat nog ${typed ? `wat je eerder typte: ‘${typed}’` : "een antwoord van eerder."}`,
    act: { label: "Gooi het weg", press: drop },
  }),
  dropped: (): Said => ({ text: "Weg. Je antwoord van eerder staat niet meer op dit apparaat." }),
  rerouted: (said: string): Said => ({
    text: `${said}. Door je antwoord veranderen de vragen.`,
    link: { href: location.pathname + location.search, label: "Toon de vragen" },
  }),
  restored: (said: string): Said => ({ text: `${said}: wat je eerder typte op dit apparaat.` }),
};

/** One line that tells how saving stands: what is wrong goes before what went well. */
export class StatusLine {
  readonly #line: HTMLElement;
  readonly #problems = new Map<string, Said>();
  #last: Said = { text: "" };

  constructor(line: HTMLElement) {
    this.#line = line;
  }

  /** Something stands in the way of a question, until `well` is said of it. */
  problem(concept: string, said: Said): void {
    this.#problems.delete(concept);
    this.#problems.set(concept, said);
    this.#show();
  }

  well(concept: string, said: Said | null): void {
    this.#problems.delete(concept);
    if (said) this.#last = said;
    this.#show();
  }

  #show(): void {
    const problem = [...this.#problems.values()].at(-1);
    const { text, link, apart, act } = problem ?? this.#last;
    this.#line.classList.toggle("wt-kept--waits", problem !== undefined);
    const way = link?.label ?? act?.label;
    // Saying the same again would make a screen reader repeat it.
    if (this.#line.textContent === (way ? `${text} ${way}` : text)) return;
    this.#line.replaceChildren(text);
    if (link) {
      const anchor = document.createElement("a");
      Object.assign(anchor, { href: link.href, textContent: link.label, target: apart ? "_blank" : "" });
      this.#line.append(" ", anchor);
    } else if (act) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", textContent: act.label, onclick: act.press });
      button.className = "utrecht-button utrecht-button--subtle";
      this.#line.append(" ", button);
    }
  }
}
