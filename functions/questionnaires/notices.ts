import { formatTime } from "../../web/ui/dutch.ts";
import type { NoticeKind } from "../../web/ui/notice.tsx";

type Words = { kind: NoticeKind; text: string };

const NOTICES: Record<string, Words> = {
  "klaar-gemeld": { kind: "ok", text: "Klaargemeld. De tekenaars kregen een mail." },
  hervat: { kind: "ok", text: "De vragenlijst is hervat. De antwoorden kunnen weer veranderen." },
  openheid: { kind: "ok", text: "De keuze is opgeslagen voor alle meningen en open antwoorden." },
  heropend: { kind: "ok", text: "Heropend als nieuwe versie. De vorige versie telt tot je deze indient." },
  ongewijzigd: { kind: "info", text: "Er was niets veranderd, dus er is niets opgeslagen." },
};

/**
 * The notice that an address asks for: a known word, or "opgeslagen-" with the moment of saving. The moment
 * only chooses a time to show; anything that is not a moment shows nothing.
 */
export function noticeOf(word: string | undefined): Words | undefined {
  const saved = /^opgeslagen-(\d{1,15})$/.exec(word ?? "");
  if (saved) return { kind: "ok", text: `Opgeslagen om ${formatTime(Number(saved[1]))}` };
  return NOTICES[word ?? ""];
}

/** The word for `noticeOf` that tells when something was saved. */
export const savedAt = (now: number): string => `opgeslagen-${now}`;
