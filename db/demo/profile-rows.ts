import { annualQuestionnaire } from "../registry/questionnaire.ts";
import type { memberMunicipalities, profileValues } from "../schema/tables.ts";
import type { ProfileField } from "../vocabulary.ts";
import { demoMembers } from "./association.ts";
import { factsOf } from "./facts.ts";
import { editorOf } from "./people.ts";
import type { DemoResponse } from "./responses.ts";
import { onWorkday } from "./workdays.ts";

type ProfileRow = typeof profileValues.$inferInsert;

const profileItems = annualQuestionnaire.sections
  .flatMap(({ items }) => items)
  .flatMap(({ concept, profileField }) => (profileField ? [{ concept, field: profileField }] : []));

/** When the bureau took over its own list of members. */
const IMPORTED_AT = onWorkday("2024-05-20", 0, "11:00");
const importedFields: readonly ProfileField[] = ["target_group", "laws", "locations", "legal_form", "fte"];

/** Every value that the profiles of the demo ever had, the replaced ones too. */
export function profileRows(responses: readonly DemoResponse[]): ProfileRow[] {
  // What was said in the pilot only has had its day: of who is silent since, the bureau's list counts.
  const answeredSince = new Set(responses.filter(({ year }) => year !== 2022).map(({ slug }) => slug));
  const rows: ProfileRow[] = [
    ...demoMembers.map(({ slug, codes }) => ({
      ...imported(slug, "municipalities"),
      value: { codes: [...codes] },
    })),
    ...demoMembers.filter(({ slug }) => !answeredSince.has(slug)).flatMap(importedFacts),
    ...responses.filter(({ slug, sequence }) => sequence === 1 && answeredSince.has(slug)).flatMap(saidWith),
  ];
  return superseding(rows);
}

/** Where each member works, as rows: the same as the `municipalities` values. */
export function placeRows(): (typeof memberMunicipalities.$inferInsert)[] {
  return demoMembers.flatMap(({ slug, codes }) => codes.map((code) => ({ memberId: slug, code })));
}

function imported(slug: string, field: ProfileField): ProfileRow {
  return {
    id: `${slug}-${field}-imported`,
    memberId: slug,
    field,
    state: "given",
    referenceOn: "2024-01-01",
    source: "imported",
    saidBy: "bureau",
    saidAt: IMPORTED_AT,
  };
}

/** Who answered no round since has a few facts from the bureau's list. */
function importedFacts(member: (typeof demoMembers)[number]): ProfileRow[] {
  const facts = factsOf(member);
  return profileItems
    .filter(({ concept, field }) => importedFields.includes(field) && facts[concept]?.state === "given")
    .map(({ concept, field }) => ({ ...imported(member.slug, field), value: facts[concept]?.value }));
}

/** A fact that is answered in a round is also said about the profile. */
function saidWith({ answers, slug, year, signedAt }: DemoResponse): ProfileRow[] {
  return profileItems.flatMap(({ concept, field }) => {
    const answer = answers.find((each) => each.concept === concept);
    if (!answer) return [];
    return {
      id: `${slug}-${field}-${year}`,
      memberId: slug,
      field,
      state: answer.state,
      value: answer.value,
      referenceOn: year === 2022 ? "2023-01-01" : `${year}-06-01`,
      source: answer.source,
      roundId: signedAt === null ? null : `round-${year}`,
      saidBy: editorOf(slug),
      saidAt: answer.savedAt,
    };
  });
}

/** Each value stands until the next on the same field. */
function superseding(rows: readonly ProfileRow[]): ProfileRow[] {
  const successors = new Map<string, number>();
  return rows
    .toSorted((one, other) => other.saidAt - one.saidAt)
    .map((row) => {
      const key = `${row.memberId} ${row.field}`;
      const supersededAt = successors.get(key) ?? null;
      successors.set(key, row.saidAt);
      return { ...row, supersededAt };
    });
}
