import type { ChoiceList, ProfileField } from "../../db/vocabulary.ts";
import type { DirectoryFilter } from "../../web/members/directory-filter.ts";
import type { FactChoices } from "../../web/members/directory-filters.tsx";
import type { DirectoryEntry } from "../../web/members/directory-page.tsx";
import { type DirectoryTotals, directorySentence } from "../../web/members/directory-sentence.ts";
import { PROFILE_FIELD_LABELS, PROFILE_FIELD_UNITS, SIZE_CLASS_LABELS } from "../../web/members/labels.ts";
import { type ValueToSay, valueWords } from "../../web/members/value-words.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";

/** A row of the directory as the database gives it; lists of names are JSON. */
export interface DirectoryRow {
  id: string;
  slug: string;
  name: string;
  inhabitants: number | null;
  sizeClass: DirectoryEntry["sizeClass"];
  municipalityNames: string | null;
  provinceNames: string | null;
  legalForm: string | null;
  systems: string | null;
}

export type FactRow = ValueToSay & { memberId: string; field: ProfileField };
export type ChoiceRow = { list: string; code: string; label: string; validTo: string | null };

/** The facts that stand in the rows themselves: two a member, where a file needs all of them. */
export function factsOnPage(rows: readonly DirectoryRow[]): FactRow[] {
  return rows.flatMap(({ id, legalForm, systems }) =>
    (
      [
        ["legal_form", legalForm],
        ["process_systems", systems],
      ] as const
    ).flatMap(([field, json]) =>
      json === null ? [] : [{ memberId: id, field, ...(JSON.parse(json) as ValueToSay) }],
    ),
  );
}

/** Facts of many members, by member and field. A field and its list of choices have one name. */
export function readFacts(facts: readonly FactRow[], choices: readonly ChoiceRow[]) {
  const labels = new Map(choices.map(({ list, code, label }) => [`${list} ${code}`, label]));
  const byKey = new Map(facts.map((fact) => [`${fact.memberId} ${fact.field}`, fact]));
  return {
    /** in words; "" when nothing was said */
    words(memberId: string, field: ProfileField): string {
      const fact = byKey.get(`${memberId} ${field}`);
      const labelOf = (code: string) => labels.get(`${field} ${code}`) ?? code;
      return fact ? valueWords(fact, labelOf, PROFILE_FIELD_UNITS[field]).join(", ") : "";
    },
    /** a number that was given; null otherwise, also for "weet ik niet" */
    number: (memberId: string, field: ProfileField): number | null =>
      byKey.get(`${memberId} ${field}`)?.value?.number ?? null,
  };
}

type Facts = ReturnType<typeof readFacts>;

/** Rows as entries of the page; facts only where they are given. */
export function entriesOf(rows: readonly DirectoryRow[], facts: Facts | null): DirectoryEntry[] {
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    municipalities: namesIn(row.municipalityNames),
    provinces: namesIn(row.provinceNames),
    inhabitants: row.inhabitants,
    sizeClass: row.sizeClass,
    legalForm: facts ? facts.words(row.id, "legal_form") : null,
    systems: facts ? facts.words(row.id, "process_systems") : null,
  }));
}

/** A JSON list of names, in Dutch order; null is none. */
export const namesIn = (json: string | null): string[] =>
  (JSON.parse(json ?? "[]") as string[]).sort((a, b) => a.localeCompare(b, "nl"));

/** The choices that the directory filters on. */
export function factChoices(choices: readonly ChoiceRow[]): FactChoices {
  const of = (list: ChoiceList) =>
    choices.filter((each) => each.list === list).map(({ code, label }) => ({ value: code, label }));
  return { legalForms: of("legal_form"), systems: of("process_systems"), laws: of("laws") };
}

const EXPORTED_FACTS: readonly ProfileField[] = [
  "target_group",
  "laws",
  "locations",
  "legal_form",
  "fte",
  "process_systems",
  "cao",
  "governance_code",
  "branch_organisation",
];

const isNumber = (field: ProfileField) => field in PROFILE_FIELD_UNITS;

/** The list of the page as a table to take away, with the facts for who may see them. */
export function directorySheet(rows: readonly DirectoryRow[], facts: Facts | null): Sheet {
  const fields = facts ? EXPORTED_FACTS : [];
  return {
    fileName: "leden",
    columns: [
      { label: "Naam", kind: "text" },
      { label: "Gemeenten", kind: "text" },
      { label: "Provincies", kind: "text" },
      { label: "Inwoners", kind: "number" },
      { label: "Grootte", kind: "text" },
      ...fields.map((field) => ({
        label: PROFILE_FIELD_LABELS[field].name,
        kind: isNumber(field) ? ("number" as const) : ("text" as const),
      })),
    ],
    rows: rows.map((row) => [
      row.name,
      namesIn(row.municipalityNames).join(", "),
      namesIn(row.provinceNames).join(", "),
      row.inhabitants,
      row.sizeClass ? SIZE_CLASS_LABELS[row.sizeClass] : null,
      ...fields.map(
        (field) => facts && (isNumber(field) ? facts.number(row.id, field) : facts.words(row.id, field)),
      ),
    ]),
  };
}

/** What the second sheet says about the first. */
export function directoryNotes(
  filter: DirectoryFilter,
  choices: readonly ChoiceRow[],
  found: DirectoryTotals,
  all: DirectoryTotals,
): SheetNotes {
  const label = (list: ChoiceList, code: string) =>
    choices.find((each) => each.list === list && each.code === code)?.label ?? code;
  const filters = [
    filter.search && `zoekwoord: ${filter.search}`,
    filter.province && `provincie: ${filter.province}`,
    filter.sizeClass && `grootte: ${SIZE_CLASS_LABELS[filter.sizeClass]}`,
    filter.legalForm && `organisatievorm: ${label("legal_form", filter.legalForm)}`,
    filter.system && `systeem: ${label("process_systems", filter.system)}`,
    filter.law && `wet: ${label("laws", filter.law)}`,
  ].filter(Boolean);
  return [
    ["Uitkomst", directorySentence(found, all)],
    ["Aantal leden in deze lijst", found.members],
    ["Aantal leden van de vereniging", all.members],
    ["Gemeenten, elk één keer geteld", found.municipalities],
    ["Inwoners, elke gemeente één keer geteld", found.inhabitants],
    ["Peildatum inwoners", found.referenceOn],
    ["Filter", filters.length > 0 ? filters.join("; ") : "geen"],
    ["Inwoners", "Aantal inwoners van de gemeenten waar het lid werkt. Bron: CBS."],
    ["Grootte", Object.values(SIZE_CLASS_LABELS).join("; ")],
  ];
}
