import { countOf, formatTime } from "../../web/ui/dutch.ts";
import type { NoticeKind } from "../../web/ui/notice.tsx";

type Words = { kind: NoticeKind; text: string };

const NOTICES: Record<string, Words> = {
  "klaar-gemeld": { kind: "ok", text: "Klaargemeld. De tekenaars kregen een mail." },
  hervat: { kind: "ok", text: "De vragenlijst is hervat. De antwoorden kunnen weer veranderen." },
  openheid: { kind: "ok", text: "De keuze is opgeslagen voor alle meningen en open antwoorden." },
  heropend: { kind: "ok", text: "Heropend als nieuwe versie. De vorige versie telt tot je deze indient." },
  teruggestuurd: { kind: "ok", text: "Teruggestuurd. Je collega's kregen een mail met de secties." },
  reactie: { kind: "ok", text: "Opgeslagen. De tekenaar ziet waarom het antwoord zo blijft." },
  "namens-gestopt": { kind: "ok", text: "Je vult niet meer in namens dit lid." },
  samengevoegd: {
    kind: "ok",
    text: "Samengevoegd tot een nieuwe versie. Lees haar na en laat haar ondertekenen.",
  },
  "een-over": { kind: "ok", text: "Er is nu nog één inzending." },
  "een-gekozen": { kind: "ok", text: "Gedaan. De organisatie kreeg een mail." },
  "organisatie-gevraagd": { kind: "ok", text: "De redacteuren en tekenaars kregen een mail." },
  ongewijzigd: { kind: "info", text: "Er was niets veranderd, dus er is niets opgeslagen." },
};

/**
 * The notice that an address asks for: a known word, or "opgeslagen-" with the moment of saving. The moment
 * only chooses a time to show; anything that is not a moment shows nothing.
 */
export function noticeOf(word: string | undefined): Words | undefined {
  const saved = /^opgeslagen-(\d{1,15})(?:-(\d{1,3})-(\d{1,3}))?$/.exec(word ?? "");
  if (saved) {
    const [at = 0, added = 0, left = 0] = saved.slice(1).map((number) => Number(number ?? 0));
    return { kind: "ok", text: [`Opgeslagen om ${formatTime(at)}`, ...movedWords(added, left)].join(". ") };
  }
  return NOTICES[word ?? ""];
}

const movedWords = (added: number, left: number): string[] => [
  ...(added > 0 ? [`${countOf(added, "vraag kwam", "vragen kwamen")} erbij door je antwoord`] : []),
  ...(left > 0
    ? [`${countOf(left, "antwoord telt", "antwoorden tellen")} niet meer mee: de vraag vervalt`]
    : []),
];

/** The word for `noticeOf` that tells when something was saved, and which questions came or went with it. */
export const savedAt = (now: number, { added, left } = { added: 0, left: 0 }): string =>
  added + left > 0 ? `opgeslagen-${now}-${added}-${left}` : `opgeslagen-${now}`;
