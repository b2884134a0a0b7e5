import { paths } from "../../web/paths.ts";
import { KIND_LABELS } from "../../web/questionnaires/editing.ts";
import type { OutlineItem, OutlinePageProps } from "../../web/questionnaires/editing-outline-page.tsx";
import { countOf } from "../../web/ui/dutch.ts";
import type { ItemRow } from "./editing-queries.ts";
import { type OpenedEditing, orderedItems, timed } from "./editing-reading.ts";
import { type ConditionFault, conditionFaults } from "./item-editing-conditions.ts";
import { gradeByWords } from "./item-editing-grade.ts";
import { minutesOf } from "./minutes.ts";

const FAULTS: Record<ConditionFault, string> = {
  later: "wacht op een latere vraag",
  withdrawn: "wacht op een ingetrokken vraag",
  gone: "wacht op een vraag die er niet meer is",
  kind: "wacht op een vraag zonder keuzes",
};

/** The questionnaire from above, out of its rows. */
export function outlineOf(read: OpenedEditing): Pick<OutlinePageProps, "sections" | "faults" | "unused"> {
  const { sections, items, unused, questionnaire } = read;
  const names = new Map([
    ...sections.map(({ id, title }) => [id, `Sectie ${title}`] as const),
    ...items.map(({ id, concept }) => [id, `Vraag ${concept}`] as const),
  ]);
  const partOf = (id: string) => (sections.some((section) => section.id === id) ? "secties" : "vragen");
  return {
    sections: sections.map((section) => {
      const own = items.filter(({ sectionId }) => sectionId === section.id);
      const asked = own.filter(({ withdrawnAt }) => withdrawnAt === null);
      return {
        ...section,
        isWithdrawn: section.withdrawnAt !== null,
        isConditional: (section.shownIf ?? []).length > 0,
        predicted: minutesOf(asked.map((item) => timed(read, item))),
        items: own.map((item) => outlineItem(read, item)),
      };
    }),
    faults: conditionFaults(
      sections.filter(({ withdrawnAt }) => withdrawnAt === null),
      orderedItems(read),
    ).map(({ subjectId, concept, fault }) => ({
      href: paths.editedPartMove(questionnaire.id, partOf(subjectId), subjectId, "voorwaarde"),
      text: `${names.get(subjectId)} ${FAULTS[fault]}: ${concept}`,
    })),
    unused: items.filter(({ concept }) => unused.has(concept)).map(({ concept }) => concept),
  };
}

function outlineItem(read: OpenedEditing, item: ItemRow): OutlineItem {
  const before = read.earlier.find(({ concept }) => concept === item.concept);
  const marks: OutlineItem["marks"][number][] = [];
  if (item.withdrawnAt !== null) marks.push({ kind: "brick", text: "ingetrokken" });
  if (item.purpose === "" || item.use === "") marks.push({ kind: "brick", text: "paspoort niet af" });
  if (item.choiceList === null && ["one", "many", "scale"].includes(item.kind))
    marks.push({ kind: "brick", text: "keuzelijst ontbreekt" });
  if (read.questionnaire.basedOnId !== null) {
    if (!before) marks.push({ kind: "blue", text: "nieuw" });
    else if ((item.comparability ?? gradeByWords(before, item)) !== "same")
      marks.push({ kind: "blue", text: "anders dan vorige keer" });
  }
  if ((item.shownIf ?? []).length > 0) marks.push({ kind: "neutral", text: "onder voorwaarde" });
  if (read.unused.has(item.concept)) marks.push({ kind: "ochre", text: "twee rondes niet gebruikt" });
  const { id, concept, shortName, kind } = item;
  const minutes = countOf(minutesOf([timed(read, item)]), "minuut", "minuten");
  return {
    id,
    concept,
    shortName,
    kind: KIND_LABELS[kind].replace("Eén", "één").toLowerCase(),
    minutes,
    marks,
  };
}
