import type { Audience, ChoiceList, ItemKind, ProfileField } from "../vocabulary.ts";

export interface RegistryItem {
  /** Keeps the item's identity over the years, for instance "3A1". */
  readonly concept: string;
  readonly kind: ItemKind;
  /** Shared opening; stem and wording together are the published question. */
  readonly stem?: string;
  readonly wording: string;
  readonly shortName: string;
  readonly help?: string;
  /** Why we ask. */
  readonly purpose: string;
  /** What is done with it. */
  readonly use: string;
  readonly unit?: string;
  readonly choiceList?: ChoiceList;
  readonly allowsOther?: boolean;
  readonly allowsExplanation?: boolean;
  readonly profileField?: ProfileField;
  readonly audience: Audience;
}

export interface RegistrySection {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly minutes: number;
  readonly items: readonly RegistryItem[];
}

export interface RegistryQuestionnaire {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly RegistrySection[];
}
