import type { AnswerValue } from "../../db/schema/values.ts";
import { type ConsentTier, SIZE_CLASSES } from "../../db/vocabulary.ts";
import { FILTER_VALUE_LABELS } from "../../web/insights/filter-labels.ts";
import { SIZE_CLASS_ADDRESSES, SIZE_CLASS_LABELS } from "../../web/members/labels.ts";
import { dayInAmsterdam, formatDay } from "../../web/ui/dutch.ts";
import type { ChoiceRow, ItemRow, RoundRow, ThemeRow } from "./queries.ts";
import { type PlaceOfMember, releaseAttributes } from "./release-attributes.ts";
import { type PublicTraits, SMALLEST_FILE, SMALLEST_GROUP, safeGrouping } from "./research-groups.ts";
import { pseudonymOf } from "./research-pseudonym.ts";
import type { ResearchAnswerRow, ResearchMemberRow } from "./research-queries.ts";
import { itemColumns, NOT_CHOSEN, type Told } from "./research-variables.ts";
import type { DataSet, DataValue, Variable } from "./sav/dataset.ts";

/** All that a file of separate answers is made of. */
export interface ResearchRows {
  round: RoundRow;
  items: readonly ItemRow[];
  choices: readonly ChoiceRow[];
  themes: readonly ThemeRow[];
  members: readonly ResearchMemberRow[];
  places: readonly PlaceOfMember[];
  answers: readonly ResearchAnswerRow[];
  /** of confidential items: organisations that are left out and keep this answer closed */
  leftOut?: readonly { concept: string; closed: number }[];
}

const text = (name: string, label: string): Variable => ({
  name,
  label,
  kind: "text",
  measure: "nominal",
  values: [],
  missing: [],
});
const day = (name: string, label: string): Variable => ({
  ...text(name, label),
  kind: "date",
  measure: "scale",
});

/**
 * The facts that members opened to each other, one row an organisation, under codes. Anybody who reads profiles can
 * tell who is who: the file says so, and it holds no confidential answer.
 */
export function factsFile(rows: ResearchRows, secret: string): DataSet {
  const items = rows.items.filter(({ audience }) => audience === "members");
  const columns = items.map((item) => itemColumns(item, rows));
  const traits = traitsOf(rows.places);
  const sizes = SIZE_CLASSES.map((size) => SIZE_CLASS_ADDRESSES[size]);
  const parts = FILTER_VALUE_LABELS.landsdeel ?? {};
  const place = (values: readonly string[], value: string | null) => values.indexOf(value ?? "") + 1 || null;
  const told = toldIn(rows.answers, "members");
  return {
    name: "feiten",
    title: `Feiten van leden in ${rows.round.year}`,
    notes: [
      `${rows.round.title} ${rows.round.year}, peildatum ${formatDay(rows.round.referenceOn)}.`,
      "Dit zijn feiten die leden voor elkaar openden. Met de profielen erbij is te zien wie wie is.",
      "Geef dit bestand dus alleen aan wie in je verklaring staat.",
      "De code is per bestand anders. Feiten en vertrouwelijke antwoorden zijn niet te koppelen.",
      "Toelichtingen staan er niet in.",
    ],
    variables: [
      text("code", "Code van de organisatie, alleen in dit bestand"),
      day("peildatum", "Peildatum van de ronde"),
      day("ondertekend_op", "Dag van ondertekening"),
      labelled(
        "grootte",
        "Grootteklasse",
        SIZE_CLASSES.map((size) => SIZE_CLASS_LABELS[size]),
      ),
      labelled("landsdeel", "Landsdeel", Object.values(parts)),
      ...columns.flatMap(({ variables }) => variables),
    ],
    sets: columns.flatMap(({ set }) => set ?? []),
    rows: inCodeOrder(
      rows.members.map(({ memberId, signedAt }) => [
        pseudonymOf(secret, "feiten", memberId),
        rows.round.referenceOn,
        dayInAmsterdam(signedAt),
        place(sizes, traits.get(memberId)?.size ?? null),
        place(Object.keys(parts), traits.get(memberId)?.part ?? null),
        ...columns.flatMap((column, at) => column.valuesOf(told(memberId, items[at]?.concept))),
      ]),
    ),
  };
}

/**
 * The confidential answers, one row an organisation, under codes; null when there are too few organisations. Of who
 * they are only groups go along in which nobody stands out. A question to which all gave one answer is left out:
 * it would tell what everybody said. So are texts.
 */
export function answersFile(rows: ResearchRows, secret: string): DataSet | null {
  if (rows.members.length < SMALLEST_FILE) return null;
  const asked = rows.items.filter(
    (item) => item.audience === "confidential" && isDivided(item, rows.answers),
  );
  const items = asked.filter(({ concept }) => isHidden(concept, rows.leftOut ?? []));
  const columns = items.map((item) => itemColumns(item, rows));
  const told = toldIn(rows.answers, null);
  const all = rows.members.map(({ memberId }) =>
    columns.flatMap((column, at) => column.valuesOf(told(memberId, items[at]?.concept))),
  );
  const variables = columns.flatMap((column) => column.variables);
  const kept = variables.flatMap((_, at) => (all.some((row) => row[at] !== all[0]?.[at]) ? [at] : []));
  const answers = all.map((row) => kept.map((at) => row[at] ?? null));
  const silent = columns.flatMap((column, at) =>
    column.variables.map(() => (items[at]?.kind === "open" ? NOT_CHOSEN : undefined)),
  );
  const traits = traitsOf(rows.places);
  const unknown: PublicTraits = { size: null, part: null };
  const grouping = safeGrouping(
    rows.members.map(({ memberId }) => traits.get(memberId) ?? unknown),
    { rows: answers, silent: kept.map((at) => silent[at]) },
  );
  const names = new Set(kept.map((at) => variables[at]?.name));
  const left = variables.length - kept.length;
  return {
    name: "antwoorden",
    title: `Vertrouwelijke antwoorden in ${rows.round.year}, onder code`,
    notes: [
      `${rows.round.title} ${rows.round.year}, peildatum ${formatDay(rows.round.referenceOn)}.`,
      "Elke rij is één organisatie. De code is per verklaring en per bestand anders.",
      "Wie een vertrouwelijk antwoord openstelde, staat er niet in. Dat antwoord zou de rij verraden.",
      groupNote(grouping),
      asked.length > items.length
        ? `Vragen die weg zijn: ${missingOf(asked, items)}. Met het totaal erbij zou je daar te veel uit afleiden.`
        : "Geen vraag is weggelaten.",
      left > 0
        ? `${left} ${left === 1 ? "kolom is" : "kolommen zijn"} weggelaten, omdat iedereen daar hetzelfde antwoordde.`
        : "Geen kolom is weggelaten.",
      "Teksten staan er niet in. Van open antwoorden staan er alleen thema's.",
      "Probeer niet uit te zoeken wie wie is. Publiceer alleen cijfers die het platform zelf vrijgeeft.",
    ],
    variables: [
      text("code", "Code van de organisatie, alleen in dit bestand"),
      ...grouping.variables,
      ...kept.flatMap((at) => variables[at] ?? []),
    ],
    sets: columns.flatMap(({ set }) => {
      const own = set?.variables.filter((name) => names.has(name)) ?? [];
      return set && own.length > 1 ? [{ ...set, variables: own }] : [];
    }),
    rows: inCodeOrder(
      rows.members.map(({ memberId }, at) => [
        pseudonymOf(secret, "antwoorden", memberId),
        ...(grouping.values[at] ?? []),
        ...(answers[at] ?? []),
      ]),
    ),
  };
}

/**
 * Whether what is left out of the file stays hidden: a released total less the rows of the file is the sum over
 * organisations that are left out, and of fewer than five closed answers that is no sum any more.
 */
function isHidden(concept: string, leftOut: readonly { concept: string; closed: number }[]): boolean {
  const closed = leftOut.find((each) => each.concept === concept)?.closed ?? 0;
  return closed === 0 || closed >= SMALLEST_GROUP;
}

const missingOf = (asked: readonly ItemRow[], kept: readonly ItemRow[]): string =>
  asked
    .filter((item) => !kept.includes(item))
    .map(({ concept }) => concept)
    .join(", ");

function groupNote({ variables, smallest, combinations }: ReturnType<typeof safeGrouping>): string {
  if (variables.length === 0)
    return "Kenmerken van organisaties staan er niet in: elke indeling zou iemand herkenbaar maken.";
  const names = variables.map(({ label }) => label.toLowerCase()).join(" en ");
  return `Van elke organisatie staat er alleen: ${names}. Elke combinatie heeft minstens ${smallest} organisaties (${combinations} combinaties).`;
}

/** Open answers of which none was divided into themes say nothing in columns. */
const isDivided = ({ kind, concept }: ItemRow, answers: readonly ResearchAnswerRow[]): boolean =>
  kind !== "open" || answers.some((row) => row.concept === concept && row.themes !== "[]");

const labelled = (name: string, label: string, labels: readonly string[]): Variable => ({
  ...text(name, label),
  kind: "number",
  values: labels.map((said, at) => ({ value: at + 1, label: said })),
});

/** By code, so that the order of rows tells nothing. */
const inCodeOrder = (rows: DataValue[][]): DataValue[][] =>
  rows.toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));

/** What an organisation told; `tier` is for whom the file is: what was opened to fewer people is closed in it. */
function toldIn(answers: readonly ResearchAnswerRow[], tier: "members" | null) {
  const found = new Map(answers.map((row) => [`${row.memberId} ${row.concept}`, row]));
  const narrower: readonly ConsentTier[] = ["learning_group", "counted_only"];
  return (memberId: string, concept: string | undefined): Told => {
    const row = found.get(`${memberId} ${concept}`);
    if (!row) return { state: "missing", value: null, themes: [] };
    if (tier && row.consent && narrower.includes(row.consent))
      return { state: "closed", value: null, themes: [] };
    return {
      state: row.state,
      value: row.value === null ? null : (JSON.parse(row.value) as AnswerValue),
      themes: row.themes === "[]" ? [] : (JSON.parse(row.themes) as string[]),
    };
  };
}

/** Size class and part of the country of each organisation, as the filters of figures have them. */
function traitsOf(places: readonly PlaceOfMember[]): Map<string, PublicTraits> {
  const attributes = releaseAttributes(places, [], []);
  const of = (key: string, memberId: string) =>
    attributes.find((attribute) => attribute.key === key)?.of[memberId]?.[0] ?? null;
  return new Map(
    places.map(({ memberId }) => [
      memberId,
      { size: of("grootte", memberId), part: of("landsdeel", memberId) },
    ]),
  );
}
