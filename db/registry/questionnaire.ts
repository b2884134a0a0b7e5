import { organisationSections } from "./questionnaire-organisation.ts";
import type { RegistryQuestionnaire } from "./questionnaire-shape.ts";
import { taskAndLearningSections } from "./questionnaire-task.ts";

/**
 * The annual questionnaire. The wordings are those published in 2024 and stay as they are: a trend over the
 * years rests on them.
 */
export const annualQuestionnaire: RegistryQuestionnaire = {
  id: "hoe-werken-onze-wijkteams",
  title: "Hoe werken onze wijkteams?",
  sections: [...organisationSections, ...taskAndLearningSections],
};

/** The id of an item's row in the annual questionnaire: itemId("3A1") is "item-3a1". */
export function itemId(concept: string): string {
  return `item-${concept.toLowerCase()}`;
}
