import { paths } from "../paths.ts";

/** The address of a mirror: its overview or one part, beside all members or beside one group. */
export function mirrorPlace(
  year: number,
  { part, group }: { part: number | null; group?: string | undefined },
): string {
  const query = new URLSearchParams();
  if (part !== null) query.set("deel", String(part));
  if (group) query.set("groep", group);
  return `${paths.insightMirror(year)}${query.size > 0 ? `?${query}` : ""}`;
}
