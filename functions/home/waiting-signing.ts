import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { countOf, formatDate } from "../../web/ui/dutch.ts";
import type { SessionScope, Viewer } from "../http/session.ts";
import { duplicates } from "../questionnaires/duplicate-queries.ts";
import type { Dated } from "./waiting.ts";

const DAY_MS = 86_400_000;
/** So long after it was found, two responses of one organisation should be one. */
const SOLVED_IN_MS = 14 * DAY_MS;

/** Versions of the viewer's organisation that are worked on: whether they wait for a signature, what came back. */
export const waitingSignatures = (db: Database, scope: SessionScope) =>
  db.all<{
    year: number;
    closesOn: string;
    askedAt: number | null;
    returned: number;
    returnedAt: number;
  }>(sql`
    select o.year, o.closes_on as closesOn, r.asked_at as askedAt, count(b.id) as returned,
      coalesce(max(b.returned_at), 0) as returnedAt
    from responses r join rounds o on o.id = r.round_id
    left join response_returns b on b.response_id = r.id and b.resolved_at is null
      and b.answer_revision >= coalesce((select a.revision from answers a
        where a.response_id = r.id and a.item_id = b.item_id), 0)
    where r.member_id = ${scope.memberId} and r.state = 'in_progress'
    group by r.id having returned > 0 or r.asked_at is not null`);

/** A signatory may sign what is done, also while an editor did not say so; what came back waits for the editors. */
export function signatureLines(viewer: Viewer, rows: Awaited<ReturnType<typeof waitingSignatures>>): Dated[] {
  const roles = new Set(viewer.member?.roles);
  const badge = { kind: "brick", label: "vragenlijst" } as const;
  return rows.flatMap((row): Dated[] => [
    ...(row.askedAt && roles.has("signatory")
      ? [
          {
            due: Date.parse(row.closesOn),
            badge,
            href: paths.questionnaireCheck(row.year),
            label: `Vragenlijst ${row.year} ondertekenen`,
            hint: `Alle secties zijn klaar. Sluit op ${formatDate(row.closesOn)}. Ongeveer 10 minuten.`,
          },
        ]
      : []),
    ...(row.returned > 0 && roles.has("editor")
      ? [
          {
            due: row.returnedAt + 3 * DAY_MS,
            // Not of the kind 'vragenlijst': the button under the list goes on with the questionnaire itself.
            badge: { kind: "brick" as const, label: "teruggestuurd" },
            href: paths.questionnaireReturned(row.year),
            label: `${countOf(row.returned, "vraag kwam", "vragen kwamen")} terug van de tekenaar`,
            hint: `Vragenlijst ${row.year}. Verander het antwoord of schrijf waarom het blijft. Ongeveer ${countOf(2 * row.returned, "minuut", "minuten")}.`,
          },
        ]
      : []),
  ]);
}

/** Organisations with two responses: all of them for the bureau, one's own for who fills in or signs. */
export const waitingDuplicates = (db: Database, scope: SessionScope) =>
  duplicates(
    db,
    sql`(r.member_id = ${scope.memberId} or exists (select 1 from association_roles b
      where b.person_id = ${scope.personId} and b.role = 'bureau'))`,
  );

/** One line for one's own; for the bureau one line a round, however many there are. */
export function duplicateLines(viewer: Viewer, rows: Awaited<ReturnType<typeof waitingDuplicates>>): Dated[] {
  const { member } = viewer;
  const badge = { kind: "brick", label: "dubbel" } as const;
  const mayChoose = member?.roles.some((role) => role === "editor" || role === "signatory");
  const own = rows.filter(
    ({ memberId, isMerging }) => mayChoose && memberId === member?.memberId && !isMerging,
  );
  const open = viewer.associationRoles.includes("bureau") ? rows.filter(({ isMerging }) => !isMerging) : [];
  const byYear = [...Map.groupBy(open, ({ year }) => year)];
  return [
    ...own.map(({ year, since }) => ({
      due: since + SOLVED_IN_MS,
      badge,
      href: paths.questionnaireDuplicate(year),
      label: `Jullie hebben twee inzendingen voor ${year}`,
      hint: "In de cijfers telt er één. Kies per vraag welk antwoord blijft. Ongeveer 15 minuten.",
    })),
    ...byYear.map(([year, list]) => ({
      due: Math.max(...list.map(({ since }) => since)) + SOLVED_IN_MS,
      badge,
      href: `${paths.round(year)}#dubbel`,
      label: `${countOf(list.length, "organisatie heeft", "organisaties hebben")} twee inzendingen voor ${year}`,
      hint: `${list
        .slice(0, 3)
        .map(({ name }) => name)
        .join(", ")}. Ongeveer ${countOf(5 * list.length, "minuut", "minuten")}.`,
    })),
  ];
}
