/** The demo people in the order of their buttons: who they are and what they come to do. */
export const DEMO_PEOPLE = [
  {
    key: "professional",
    label: "Professional",
    purpose: "Zoekt een team om te bezoeken en vraagt een werkbezoek aan.",
  },
  {
    key: "redacteur",
    label: "Redacteur",
    purpose: "Houdt het profiel bij en vult de vragenlijst in.",
  },
  { key: "tekenaar", label: "Tekenaar", purpose: "Leest de antwoorden na en dient ze in." },
  {
    key: "gastheer",
    label: "Gastheer",
    purpose: "Biedt werkbezoeken aan en antwoordt op aanvragen.",
  },
  {
    key: "monitoring",
    label: "Leergroep monitoring",
    purpose: "Volgt de respons en bekijkt de cijfers.",
  },
  { key: "bureau", label: "Bureau", purpose: "Beheert leden, mensen en rondes." },
  {
    key: "redacteur-2",
    label: "Redacteur van een ander lid",
    purpose: "Doet hetzelfde voor een tweede organisatie.",
  },
  {
    key: "gastheer-2",
    label: "Gastheer van een ander lid",
    purpose: "Ontvangt bezoek bij een tweede organisatie.",
  },
] as const;
