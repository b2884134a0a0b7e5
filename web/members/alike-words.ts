import { countOf, formatList, formatNumber } from "../ui/dutch.ts";
import type { AlikePart, AlikeReason } from "./alike-weights.ts";
import { SIZE_CLASS_LABELS } from "./labels.ts";

/** More names in one sentence than this nobody reads. */
const MOST_NAMES = 3;

/** 45,313 → 45,000: as exact as a likeness is. */
const rounded = (value: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / step) * step;
};

/** So many reasons tell why two teams are alike. */
const MOST_REASONS = 3;

/**
 * The reasons to tell, the heaviest first. Size says little beside the number of inhabitants from which it comes:
 * it is told only without it, or to fill up.
 */
export function reasonsToTell(parts: readonly AlikePart[]): AlikeReason[] {
  const tellsInhabitants = parts.some(({ criterion }) => criterion === "inhabitants");
  const isDouble = ({ criterion }: AlikePart) => criterion === "size" && tellsInhabitants;
  return [...parts.filter((part) => !isDouble(part)), ...parts.filter(isDouble)]
    .slice(0, MOST_REASONS)
    .map(({ reason }) => reason);
}

/** A reason as a sentence. `labelOf` names a code of a list. */
export function alikeSentence(reason: AlikeReason, labelOf: (list: string, code: string) => string): string {
  const named = (list: string, codes: readonly string[]) => {
    const names = codes.map((code) => labelOf(list, code));
    const more = names.length - MOST_NAMES;
    return formatList(more > 0 ? [...names.slice(0, MOST_NAMES), `nog ${more}`] : names);
  };
  switch (reason.about) {
    case "inhabitants":
      return `Ongeveer ${countOf(rounded(reason.inhabitants), "inwoner", "inwoners")}.`;
    case "size":
      return `Ook ${SIZE_CLASS_LABELS[reason.sizeClass]}.`;
    case "fte":
      return `Ongeveer ${formatNumber(Math.round(reason.ftePerTenThousand * 10) / 10)} fte per 10.000 inwoners.`;
    case "form":
      return `Ook deze organisatievorm: ${named("legal_form", reason.shared)}.`;
    case "laws":
      return `Voert ${reason.isAll ? "dezelfde wetten" : "ook deze wetten"} uit: ${named("laws", reason.shared)}.`;
    case "systems":
      return `Werkt ook met ${named("process_systems", reason.shared)}.`;
    case "province":
      return `Werkt ook in ${formatList(reason.shared)}.`;
  }
}
