import type { ItemRow, SectionRow } from "./editing-queries.ts";
import type { ChoiceRow } from "./section-view.ts";
import {
  readOrigins,
  type TransferItem,
  type TransferList,
  type TransferQuestionnaire,
  type TransferRemark,
} from "./transfer-shape.ts";

/** What is stored of a questionnaire, as its pages read it. */
interface StoredQuestionnaire {
  title: string;
  sections: readonly SectionRow[];
  items: readonly ItemRow[];
  choices: readonly ChoiceRow[];
}

const still = <R extends { withdrawnAt: number | null }>(rows: readonly R[]): R[] =>
  rows.filter(({ withdrawnAt }) => withdrawnAt === null);

/** The questionnaire as it is asked now: withdrawn questions and choices stay behind. */
export function transferOf({ title, sections, items, choices }: StoredQuestionnaire): TransferQuestionnaire {
  const asked = still(items);
  const made = still(sections).map((section) => ({
    title: section.title,
    intro: section.intro,
    minutes: section.minutes,
    shownIf: section.shownIf,
    items: asked.filter(({ sectionId }) => sectionId === section.id).map(itemOf),
  }));
  const used = new Set(asked.map(({ choiceList }) => choiceList));
  return { title, sections: made, lists: listsIn(choices).filter(({ list }) => used.has(list)) };
}

function itemOf(row: ItemRow): TransferItem {
  const { concept, kind, display, stem, wording, shortName, help, definition, purpose, use, unit } = row;
  const { classes, choiceList, allowsOther, allowsExplanation, profileField, audience } = row;
  return {
    ...{ concept, kind, display, stem, wording, shortName, help, definition, purpose, use, unit },
    ...{ classes, choiceList, allowsOther, allowsExplanation, profileField, audience },
    comparability: row.comparability,
    origins: readOrigins(row.origins ?? "").sort(),
    shownIf: row.shownIf,
  };
}

/** The lists with the choices that are offered now. */
function listsIn(choices: readonly ChoiceRow[]): TransferList[] {
  const lists = Map.groupBy(
    choices.filter(({ validTo }) => validTo === null),
    ({ list }) => list,
  );
  return [...lists].map(([list, own]) => ({
    list,
    choices: own.map(({ code, label }) => ({ code, label })),
  }));
}

/** What another program will not take over from a file of ours, with the questions that it is about. */
export function lostElsewhere(
  questionnaire: TransferQuestionnaire,
  { items }: Pick<StoredQuestionnaire, "items">,
): TransferRemark[] {
  const all = questionnaire.sections.flatMap((section) => section.items);
  const asked = new Set(all.map(({ concept }) => concept));
  const about = (which: (item: TransferItem) => boolean, text: string): TransferRemark[] => {
    const concepts = all.filter(which).map(({ concept }) => concept);
    return concepts.length > 0 ? [{ at: concepts.join(", "), text }] : [];
  };
  const withdrawn = items.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ concept }) => concept);
  return [
    { at: "", text: "'Weet ik niet' en 'Niet van toepassing' horen alleen hier bij elke vraag." },
    {
      at: "",
      text: "Doel, gebruik, openheid en vergelijking gaan mee, maar een ander programma leest ze niet.",
    },
    ...about(({ allowsExplanation }) => allowsExplanation, "De toelichting wordt daar een losse vraag."),
    ...about(({ profileField }) => profileField !== null, "Daar komt het antwoord niet uit het profiel."),
    ...about(
      ({ classes }) => classes !== null,
      "Klassen gaan mee, maar een ander programma rekent er niet mee.",
    ),
    ...about(
      ({ shownIf }) => (shownIf ?? []).some(({ concept }) => !asked.has(concept)),
      "Een voorwaarde over een ingetrokken vraag gaat niet mee.",
    ),
    ...(withdrawn.length > 0
      ? [{ at: withdrawn.join(", "), text: "Ingetrokken vragen gaan niet mee." }]
      : []),
  ];
}

/** A list that is made with a questionnaire that was read in. */
export interface NewList extends TransferList {
  title: string;
}

/**
 * The lists of a file beside those that are here: an equal one is used, any other becomes a list of its own.
 *
 * @param nameFor makes the name under which a new list is stored
 */
export function withListsHere(
  questionnaire: TransferQuestionnaire,
  choices: readonly ChoiceRow[],
  nameFor: (list: string) => string,
): { questionnaire: TransferQuestionnaire; made: NewList[]; remarks: TransferRemark[] } {
  const here = listsIn(choices);
  const same = (one: TransferList) => (other: TransferList) =>
    JSON.stringify(one.choices) === JSON.stringify(other.choices);
  const names = new Map<string, string>();
  const made: NewList[] = [];
  const remarks: TransferRemark[] = [];
  for (const list of questionnaire.lists) {
    const equal = here.filter(same(list));
    const found = equal.find((each) => each.list === list.list) ?? equal[0];
    const name = found?.list ?? nameFor(list.list);
    names.set(list.list, name);
    if (!found) made.push({ ...list, list: name, title: list.list.slice(0, 80) });
  }
  const used = new Set<string | null>();
  const items = (all: readonly TransferItem[]): TransferItem[] =>
    all.map((item) => {
      const list = item.display === "stars" ? "stars" : (names.get(item.choiceList ?? "") ?? item.choiceList);
      used.add(list);
      // A fact of the profile has its own list here; with another one it is a question by itself.
      const isProfile = item.profileField !== null && list === item.choiceList;
      if (item.profileField && !isProfile)
        remarks.push({
          at: item.concept,
          text: "De keuzes zijn anders dan in het profiel. Het is nu een losse vraag.",
        });
      return { ...item, choiceList: list, profileField: isProfile ? item.profileField : null };
    });
  const sections = questionnaire.sections.map((section) => ({ ...section, items: items(section.items) }));
  const needed = made.filter(({ list }) => used.has(list));
  for (const { title } of needed)
    remarks.push({ at: "", text: `De keuzelijst '${title}' is nieuw en wordt gemaakt.` });
  return { questionnaire: { ...questionnaire, sections }, made: needed, remarks };
}
