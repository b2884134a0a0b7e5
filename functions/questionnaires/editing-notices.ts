/** What a page of the editor says after something was done: the word in ?melding= and its sentence. */
const NOTICES: Record<string, string> = {
  gemaakt: "De vragenlijst is gemaakt.",
  opgeslagen: "De wijziging is opgeslagen.",
  "vraag-opgeslagen": "De vraag is opgeslagen.",
  verplaatst: "De volgorde is aangepast.",
  weg: "Dit onderdeel is weg.",
  ingetrokken: "Dit onderdeel is ingetrokken. Antwoorden blijven bewaard.",
  hersteld: "Dit onderdeel wordt weer gevraagd.",
  "proef-opgeslagen": "Je proefantwoorden zijn opgeslagen. Ze tellen nergens mee.",
  "proef-weg": "Je proefantwoorden zijn weg.",
};

export function editingNotice(word: string | undefined): { kind: "ok"; text: string } | undefined {
  const text = word === undefined ? undefined : NOTICES[word];
  return text === undefined ? undefined : { kind: "ok", text };
}
