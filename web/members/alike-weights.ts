import type { SizeClass } from "../../db/vocabulary.ts";

/** On what two teams are laid side by side. */
export const ALIKE_CRITERIA = ["inhabitants", "size", "fte", "form", "laws", "systems", "province"] as const;
export type AlikeCriterion = (typeof ALIKE_CRITERIA)[number];

/**
 * The one table of weights: the most points that a criterion gives, its name and when it gives them. The score
 * counts with it and the page shows it. It adds up to 100.
 */
export const ALIKE_WEIGHTS: Readonly<Record<AlikeCriterion, { points: number; name: string; why: string }>> =
  {
    inhabitants: {
      points: 20,
      name: "Inwoners",
      why: "Bijna evenveel inwoners geeft alle punten. Twee keer zoveel geeft er bijna geen.",
    },
    size: { points: 15, name: "Grootte", why: "Dezelfde grootteklasse, zoals het rapport die indeelt." },
    fte: { points: 15, name: "Fte per inwoner", why: "Bijna evenveel voltijdbanen per 10.000 inwoners." },
    form: { points: 15, name: "Organisatievorm", why: "Dezelfde vorm, of een deel van de vormen." },
    laws: { points: 15, name: "Wetten", why: "Hoe meer dezelfde wetten, hoe meer punten." },
    systems: { points: 12, name: "Systemen", why: "Hoe meer dezelfde systemen, hoe meer punten." },
    province: { points: 8, name: "Provincie", why: "Werkt in dezelfde provincie of provincies." },
  };

/** Why two teams are alike, as facts; `alike-words.ts` says them in Dutch. */
export type AlikeReason =
  | { about: "inhabitants"; inhabitants: number }
  | { about: "size"; sizeClass: SizeClass }
  | { about: "fte"; ftePerTenThousand: number }
  | { about: "form" | "laws" | "systems" | "province"; shared: readonly string[]; isAll: boolean };

/** The points of one criterion; whole numbers, so that they add up as shown. */
export interface AlikePart {
  criterion: AlikeCriterion;
  points: number;
  reason: AlikeReason;
}
