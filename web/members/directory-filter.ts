import { SIZE_CLASS_ADDRESSES } from "./labels.ts";

/** What members are filtered by, as the address names it. */
export const FACETS = ["provincie", "grootte", "rechtsvorm", "systeem", "wet"] as const;
export type Facet = (typeof FACETS)[number];

/** What the address of the directory asks for. Empty: no such filter. */
export interface DirectoryFilter {
  search: string;
  /** of each facet the values of which a member must have one: codes, names of provinces, words of a size */
  chosen: Readonly<Record<Facet, readonly string[]>>;
  sort: "naam" | "inwoners";
  /** from 1 */
  page: number;
}

/** More values of one facet than this are no longer a choice. */
const MOST_VALUES = 12;
const SIZES: readonly string[] = Object.values(SIZE_CLASS_ADDRESSES);

/** Reads the address; anything unknown in it counts as not asked, for links live long. */
export function readDirectoryFilter(query: Readonly<Record<string, readonly string[]>>): DirectoryFilter {
  const text = (name: string) => (query[name]?.[0] ?? "").trim().slice(0, 100);
  const values = (facet: Facet) =>
    [...new Set((query[facet] ?? []).map((value) => value.trim().slice(0, 100)))]
      .filter((value) => (facet === "grootte" ? SIZES.includes(value) : value !== ""))
      .slice(0, MOST_VALUES);
  const page = Number(text("pagina"));
  return {
    search: text("zoek"),
    chosen: {
      provincie: values("provincie"),
      grootte: values("grootte"),
      rechtsvorm: values("rechtsvorm"),
      systeem: values("systeem"),
      wet: values("wet"),
    },
    sort: text("sorteer") === "inwoners" ? "inwoners" : "naam",
    page: Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** The same without filters on opened facts (form, systems, laws): what holds for a visitor. */
export const withoutFacts = (filter: DirectoryFilter): DirectoryFilter => ({
  ...filter,
  chosen: { ...filter.chosen, rechtsvorm: [], systeem: [], wet: [] },
});

/** Whether the filter leaves anybody out. */
export const filters = ({ search, chosen }: DirectoryFilter): boolean =>
  search !== "" || FACETS.some((facet) => chosen[facet].length > 0);

/** The filter with one value of a facet more, or without it when it was chosen; from the first page. */
export function toggled(filter: DirectoryFilter, facet: Facet, value: string): DirectoryFilter {
  const now = filter.chosen[facet];
  const next = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  return { ...filter, page: 1, chosen: { ...filter.chosen, [facet]: next } };
}

/** The filter as an address's query, the defaults left out: "?zoek=den+bosch" or "". */
export function directoryQuery({ search, chosen, sort, page }: DirectoryFilter): string {
  const query = new URLSearchParams();
  if (search) query.set("zoek", search);
  for (const facet of FACETS) for (const value of chosen[facet]) query.append(facet, value);
  if (sort !== "naam") query.set("sorteer", sort);
  if (page !== 1) query.set("pagina", String(page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
