import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { memberStandings, members } from "../../db/schema/tables.ts";
import type { ProfileField } from "../../db/vocabulary.ts";
import type { FacetToShow } from "../../web/members/directory-facets.tsx";
import type { DirectoryFilter } from "../../web/members/directory-filter.ts";
import { type DirectoryTotals, directorySentence } from "../../web/members/directory-sentence.ts";
import { PROFILE_FIELD_LABELS, PROFILE_FIELD_UNITS, SIZE_CLASS_LABELS } from "../../web/members/labels.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { SessionScope } from "../http/session.ts";
import type { Sheet, SheetCell } from "../http/spreadsheet.ts";
import { namesIn } from "./directory.ts";
import { foundMembers } from "./directory-queries.ts";
import { factNumber, factWords } from "./fact-words.ts";
import { municipalityNames, presentStanding, provinceNames } from "./member-figures.ts";

const EXPORTED_FACTS = [
  "target_group",
  "laws",
  "locations",
  "legal_form",
  "fte",
  "process_systems",
  "cao",
  "governance_code",
  "branch_organisation",
] as const satisfies readonly ProfileField[];

const isNumber = (field: ProfileField) => field in PROFILE_FIELD_UNITS;

type Line = [
  name: string,
  municipalities: string | null,
  provinces: string | null,
  inhabitants: number | null,
  size: string | null,
  ...facts: SheetCell[],
];

/**
 * All members that the filter finds, each as one JSON list in the order of the columns: the words are made by the
 * database, and one cell a member is far cheaper to receive at the edge than fourteen.
 */
export function directoryLines(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const found = foundMembers(db, scope, filter, today);
  const cells: SQL[] = [
    sql`${members.name}`,
    // As text: within a list of JSON they would become lists themselves.
    sql`${municipalityNames} || ''`,
    sql`${provinceNames} || ''`,
    sql`${memberStandings.inhabitants}`,
    sql`${memberStandings.sizeClass}`,
    ...EXPORTED_FACTS.map((field) => (isNumber(field) ? factNumber(scope, field) : factWords(scope, field))),
  ];
  return db
    .select({ cells: sql<string>`json_array(${sql.join(cells, sql`, `)})` })
    .from(members)
    .leftJoin(...presentStanding(today))
    .where(sql`${members.id} in (select id from ${found})`)
    .orderBy(...(filter.sort === "inwoners" ? [desc(memberStandings.inhabitants)] : []), asc(members.name));
}

/** The list as a table to take away, with the facts for who may see them. */
export function directorySheet(lines: readonly { cells: string }[], mayReadFacts: boolean): Sheet {
  const fields = mayReadFacts ? EXPORTED_FACTS : [];
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
    rows: lines.map(({ cells }) => {
      const [name, places, provinces, inhabitants, size, ...facts] = JSON.parse(cells) as Line;
      const sizeWords = size ? SIZE_CLASS_LABELS[size as keyof typeof SIZE_CLASS_LABELS] : null;
      const row = [name, namesIn(places).join(", "), namesIn(provinces).join(", "), inhabitants, sizeWords];
      return mayReadFacts ? [...row, ...facts] : row;
    }),
  };
}

/** What the second sheet says about the first. */
export function directoryNotes(
  { search }: DirectoryFilter,
  facets: readonly FacetToShow[],
  found: DirectoryTotals,
  all: DirectoryTotals,
): SheetNotes {
  const chosen = facets.flatMap(({ title, values }) => {
    const words = values.flatMap(({ isChosen, label }) => (isChosen ? [label] : []));
    return words.length > 0 ? [`${title.toLowerCase()}: ${words.join(" of ")}`] : [];
  });
  const filter = [...(search ? [`zoekwoord: ${search}`] : []), ...chosen];
  return [
    ["Uitkomst", directorySentence(found, all)],
    ["Aantal leden in deze lijst", found.members],
    ["Aantal leden van de vereniging", all.members],
    ["Gemeenten, elk één keer geteld", found.municipalities],
    ["Inwoners, elke gemeente één keer geteld", found.inhabitants],
    ["Peildatum inwoners", found.referenceOn],
    ["Filter", filter.length > 0 ? filter.join("; ") : "geen"],
    ["Inwoners", "Aantal inwoners van de gemeenten waar het lid werkt. Bron: CBS."],
    ["Grootte", Object.values(SIZE_CLASS_LABELS).join("; ")],
  ];
}
