import type * as z from "zod";
import { foldForSearch } from "../../db/registry/search-key.ts";
import { contactContract } from "../../web/members/contract.ts";
import { newMemberContract } from "../../web/members/new-member-contract.ts";
import { formatDay, formatList } from "../../web/ui/dutch.ts";
import type { MemberColumn } from "./import-columns.ts";
import { namesInCell, type PlannedRow, phoneInCell, type SentRow } from "./import-table.ts";
import { slugOf } from "./new-member-queries.ts";

/** A profile value with the id of the one that it takes the place of ("" for none). */
interface PlannedFact {
  id: string;
  field: "municipalities" | "legal_form";
  value: { codes: string[] } | { choices: string[] };
  seen: string;
}

/** What to write, and what was there when this was worked out; only what differs is in both. */
interface MemberPlan {
  id: string;
  isNew: boolean;
  slug: string;
  name: string;
  key: string;
  set: Partial<Record<keyof MemberFields, string | null>>;
  seen: Partial<Record<keyof MemberFields, string | null>>;
  facts: PlannedFact[];
}

interface MemberFields {
  synonyms: string;
  website: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  joinedOn: string;
}

interface CurrentFact {
  id: string;
  /** codes of the municipalities or of the forms */
  codes: string[];
  /** whether the member itself said so: then it stands */
  isOwn: boolean;
}

interface KnownMember extends MemberFields {
  id: string;
  slug: string;
  name: string;
  leftOn: string | null;
  municipalities: CurrentFact | null;
  legalForm: CurrentFact | null;
}

/** What is there now. Lists of names are keyed by the folded name, code or synonym. */
export interface MemberSurroundings {
  members: readonly KnownMember[];
  municipalities: ReadonlyMap<string, { code: string; name: string; mergedInto: string | null }>;
  forms: ReadonlyMap<string, { code: string; label: string }>;
  newId: () => string;
}

const fields = {
  naam: newMemberContract.shape.naam,
  lid_sinds: newMemberContract.shape.lid_sinds,
  synoniemen: newMemberContract.shape.synoniemen,
  website: contactContract.shape.website,
  email: contactContract.shape.email,
  telefoon: contactContract.shape.telefoon,
};

const LABELS: Readonly<Record<keyof MemberFields, string>> = {
  synonyms: "Ook bekend als",
  website: "Website",
  contactEmail: "E-mail",
  contactPhone: "Telefoon",
  joinedOn: "Lid sinds",
};

/**
 * What each row would do. An empty cell leaves what is there; a bad cell refuses its row and no other. What a
 * member said about itself is never replaced.
 */
export function planMembers(
  rows: readonly SentRow<MemberColumn>[],
  around: MemberSurroundings,
): PlannedRow<MemberPlan>[] {
  const bySlug = new Map(
    around.members.flatMap((member) => [
      [member.slug, member],
      [slugOf(member.name), member],
    ]),
  );
  const firstRows = new Map<string, number>();
  return rows.map((row) => {
    const slug = slugOf(row.cells.naam);
    const first = firstRows.get(slug);
    if (slug !== "" && first === undefined) firstRows.set(slug, row.position);
    return planRow(row, bySlug.get(slug), first, around);
  });
}

function planRow(
  { position, cells }: SentRow<MemberColumn>,
  known: KnownMember | undefined,
  sameRow: number | undefined,
  around: MemberSurroundings,
): PlannedRow<MemberPlan> {
  const errors: string[] = [];
  const read = <T>(schema: z.ZodType<T>, cell: string): T | null => {
    const result = schema.safeParse(cell);
    if (result.success) return result.data;
    errors.push(result.error.issues[0]?.message ?? "");
    return null;
  };
  const name = read(fields.naam, cells.naam) ?? cells.naam;
  if (sameRow !== undefined) errors.push(`Deze naam staat ook op rij ${sameRow}. Voeg de twee rijen samen.`);
  if (known?.leftOn)
    errors.push(`${known.name} is geen lid meer sinds ${formatDay(known.leftOn)}. Haal de rij weg.`);
  const wanted: Partial<MemberFields> = {
    ...(cells.synoniemen && { synonyms: read(fields.synoniemen, cells.synoniemen) ?? "" }),
    ...(cells.website && { website: read(fields.website, cells.website) }),
    ...(cells.email && { contactEmail: read(fields.email, cells.email) }),
    ...(cells.telefoon && { contactPhone: read(fields.telefoon, phoneInCell(cells.telefoon)) }),
    ...((cells.lid_sinds || !known) && { joinedOn: read(fields.lid_sinds, cells.lid_sinds) ?? "" }),
  };
  const places = cells.gemeenten ? readPlaces(cells.gemeenten, around, errors) : null;
  const forms = cells.rechtsvorm ? readForms(cells.rechtsvorm, around, errors) : null;
  const title = name || "(geen naam)";
  if (errors.length > 0) return { position, title, outcome: "refused", words: errors, plan: null };

  const words: string[] = [];
  const plan: MemberPlan = {
    id: known?.id ?? around.newId(),
    isNew: !known,
    slug: known?.slug ?? slugOf(name),
    name,
    key: foldForSearch(name),
    set: {},
    seen: {},
    facts: [],
  };
  for (const [key, value] of Object.entries(wanted) as [keyof MemberFields, string | null][]) {
    if (known && known[key] === value) continue;
    plan.set[key] = value;
    plan.seen[key] = known?.[key] ?? null;
    if (known) words.push(`${LABELS[key]}: ${shown(key, known[key])} wordt ${shown(key, value)}.`);
  }
  if (!known && plan.set.joinedOn) words.push(`Lid sinds ${formatDay(plan.set.joinedOn)}.`);
  addFact(plan, "municipalities", "Gemeenten", places, known?.municipalities ?? null, around, words);
  addFact(plan, "legal_form", "Organisatievorm", forms, known?.legalForm ?? null, around, words);
  if (!known) return { position, title, outcome: "new", words, plan };
  const changes = Object.keys(plan.set).length > 0 || plan.facts.length > 0;
  return changes
    ? { position, title, outcome: "changed", words, plan }
    : { position, title, outcome: "unchanged", words, plan: null };
}

const shown = (key: keyof MemberFields, value: string | null): string =>
  !value ? "leeg" : key === "joinedOn" ? formatDay(value) : value;

type Named = { code: string; name: string };

function addFact(
  plan: MemberPlan,
  field: PlannedFact["field"],
  label: string,
  wanted: readonly Named[] | null,
  current: CurrentFact | null,
  around: MemberSurroundings,
  words: string[],
): void {
  if (!wanted) return;
  const codes = wanted.map(({ code }) => code);
  if (current && sameSet(codes, current.codes)) return;
  if (current?.isOwn) {
    words.push(`${label}: het lid vulde dit zelf in. Dat blijft zo staan.`);
    return;
  }
  const value = field === "municipalities" ? { codes } : { choices: codes };
  plan.facts.push({ id: around.newId(), field, value, seen: current?.id ?? "" });
  const before = current?.codes ?? [];
  const named = field === "municipalities" ? placeNames(around) : formNames(around);
  const come = wanted.filter(({ code }) => !before.includes(code)).map(({ name }) => name);
  const go = before.filter((code) => !codes.includes(code)).map((code) => named.get(code) ?? code);
  if (come.length > 0) words.push(`${label}${before.length > 0 ? " erbij" : ""}: ${formatList(come)}.`);
  if (go.length > 0) words.push(`${label} eraf: ${formatList(go)}.`);
}

const placeNames = ({ municipalities }: MemberSurroundings): Map<string, string> =>
  new Map([...municipalities.values()].map(({ code, name }) => [code, name]));
const formNames = ({ forms }: MemberSurroundings): Map<string, string> =>
  new Map([...forms.values()].map(({ code, label }) => [code, label]));

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

function readPlaces(cell: string, { municipalities }: MemberSurroundings, errors: string[]): Named[] {
  const isKnown = (name: string) => municipalities.has(foldForSearch(name));
  const found = namesInCell(cell, isKnown).flatMap((typed): Named[] => {
    const number = /^(?:GM)?(\d{1,4})$/i.exec(typed)?.[1];
    const key = number ? `gm${number.padStart(4, "0")}` : foldForSearch(typed);
    const place = municipalities.get(key);
    if (!place) errors.push(`De gemeente ‘${typed}’ kennen we niet. Controleer de naam of vul de code in.`);
    else if (place.mergedInto)
      errors.push(`${place.name} is opgegaan in ${place.mergedInto}. Vul ${place.mergedInto} in.`);
    return place ? [place] : [];
  });
  return [...new Map(found.map((place) => [place.code, place])).values()];
}

function readForms(cell: string, { forms }: MemberSurroundings, errors: string[]): Named[] {
  const found = namesInCell(cell).flatMap((typed): Named[] => {
    const form = forms.get(foldForSearch(typed));
    if (!form)
      errors.push(`De organisatievorm ‘${typed}’ staat niet in de lijst. Kies een vorm uit de lijst.`);
    return form ? [{ code: form.code, name: form.label }] : [];
  });
  return [...new Map(found.map((form) => [form.code, form])).values()];
}
