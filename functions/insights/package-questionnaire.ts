import { questionOf } from "../../web/insights/shown-figure.ts";
import { formatDay } from "../../web/ui/dutch.ts";
import { classesOf } from "./number-classes.ts";
import type { ChoiceRow, ItemRow, RoundRow, ThemeRow } from "./queries.ts";

interface Lists {
  items: readonly ItemRow[];
  choices: readonly ChoiceRow[];
  themes: readonly ThemeRow[];
}

const KINDS: Record<ItemRow["kind"], string> = {
  one: "één keuze",
  many: "meer keuzes",
  number: "getal",
  scale: "schaal",
  date: "datum",
  open: "open antwoord, in thema's verdeeld",
};

const optionsOf = (item: ItemRow, { choices, themes }: Lists) =>
  item.kind === "open"
    ? themes
        .filter(({ concept }) => concept === item.concept)
        .map(({ key, label, definition }) => ({ code: key, naam: label, betekenis: definition }))
    : item.kind === "number"
      ? classesOf(item).map(({ from, label }) => ({ code: `vanaf ${from}`, naam: label }))
      : choices
          .filter(({ list }) => list === item.choiceList)
          .map(({ code, label }) => ({ code, naam: label }));

const sees = ({ audience }: ItemRow): string => (audience === "members" ? "leden" : "alleen geteld");

/** The questionnaire for programs. */
export function questionnaireJson(round: RoundRow, lists: Lists): string {
  const questions = lists.items.map((item) => ({
    nummer: item.concept,
    sectie: item.section,
    vraag: questionOf(item),
    naam: item.shortName,
    soort: item.kind,
    eenheid: item.unit,
    anders: item.allowsOther === 1,
    openheid: sees(item),
    waarom: item.purpose,
    gebruik: item.use,
    antwoorden: optionsOf(item, lists),
  }));
  const said = { titel: round.title, jaar: round.year, peildatum: round.referenceOn, vragen: questions };
  return `${JSON.stringify(said, null, 2)}\n`;
}

/** The same to read and to print. */
export function questionnaireText(round: RoundRow, lists: Lists): string {
  const lines = [`# ${round.title} ${round.year}`, "", `Peildatum ${formatDay(round.referenceOn)}.`, ""];
  let section = "";
  for (const item of lists.items) {
    if (item.section !== section) lines.push(`## ${item.section}`, "");
    section = item.section;
    lines.push(`### ${item.concept} ${questionOf(item)}`, "");
    lines.push(`Soort: ${KINDS[item.kind]}. Openheid: ${sees(item)}.`, "");
    lines.push(`Waarom: ${item.purpose} Gebruik: ${item.use}`, "");
    const other = item.allowsOther ? ["- Anders, namelijk …"] : [];
    lines.push(...optionsOf(item, lists).map(({ naam }) => `- ${naam}`), ...other, "");
  }
  return lines.join("\n");
}
