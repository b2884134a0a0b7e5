import { SIZE_CLASSES, type SizeClass } from "../../db/vocabulary.ts";
import { SIZE_CLASS_ADDRESSES } from "./labels.ts";

/** What the address of the directory asks for. Empty text: no such filter. */
export interface DirectoryFilter {
  search: string;
  province: string;
  sizeClass: SizeClass | null;
  /** codes from the managed lists; opened facts, so without effect for visitors */
  legalForm: string;
  system: string;
  law: string;
  sort: "naam" | "inwoners";
  /** from 1 */
  page: number;
}

/** Reads the address; anything unknown in it counts as not asked, for links live long. */
export function readDirectoryFilter(query: Readonly<Record<string, readonly string[]>>): DirectoryFilter {
  const text = (name: string) => (query[name]?.[0] ?? "").trim().slice(0, 100);
  const page = Number(text("pagina"));
  return {
    search: text("zoek"),
    province: text("provincie"),
    sizeClass: SIZE_CLASSES.find((each) => SIZE_CLASS_ADDRESSES[each] === text("grootte")) ?? null,
    legalForm: text("rechtsvorm"),
    system: text("systeem"),
    law: text("wet"),
    sort: text("sorteer") === "inwoners" ? "inwoners" : "naam",
    page: Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** The same without filters on opened facts: what holds for a visitor. */
export const withoutFacts = (filter: DirectoryFilter): DirectoryFilter => ({
  ...filter,
  legalForm: "",
  system: "",
  law: "",
});

/** The filter as an address's query, the defaults left out: "?zoek=den+bosch" or "". */
export function directoryQuery(filter: DirectoryFilter): string {
  const query = new URLSearchParams();
  const add = (name: string, value: string) => value && query.set(name, value);
  add("zoek", filter.search);
  add("provincie", filter.province);
  add("grootte", filter.sizeClass ? SIZE_CLASS_ADDRESSES[filter.sizeClass] : "");
  add("rechtsvorm", filter.legalForm);
  add("systeem", filter.system);
  add("wet", filter.law);
  add("sorteer", filter.sort === "naam" ? "" : filter.sort);
  add("pagina", filter.page === 1 ? "" : String(filter.page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
