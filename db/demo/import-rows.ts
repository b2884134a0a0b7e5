import type { importRows, imports } from "../schema/tables.ts";
import { demoMembers } from "./association.ts";
import { demoPeople } from "./people.ts";

const DAY = 24 * 60 * 60 * 1000;

/** A list of members that the bureau read in last week. */
export function importTables(now: Date): (typeof imports.$inferInsert)[] {
  const bureau = demoPeople.find(({ associationRole }) => associationRole === "bureau");
  const createdAt = now.getTime() - 6 * DAY;
  return [
    {
      id: "demo-leden-adressen",
      kind: "members",
      fileName: "leden-adressen.xlsx",
      createdBy: bureau?.id ?? null,
      createdAt,
      writtenAt: createdAt + 4 * 60_000,
    },
  ];
}

/** Its rows: most were right already, some changed, one could not be read. */
export function importedRows(): (typeof importRows.$inferInsert)[] {
  return demoMembers.slice(0, 12).map(({ name, slug }, at) => {
    const position = at + 2;
    const row = { importId: "demo-leden-adressen", position, title: name };
    if (at === 7)
      return {
        ...row,
        outcome: "refused" as const,
        words: "Vul een e-mailadres in, bijvoorbeeld info@voorbeeld.nl.",
      };
    return at % 5 === 2
      ? {
          ...row,
          outcome: "changed" as const,
          words: `E-mail: leeg wordt info@${slug}.example.`,
          result: "written" as const,
        }
      : { ...row, outcome: "unchanged" as const, words: "" };
  });
}
