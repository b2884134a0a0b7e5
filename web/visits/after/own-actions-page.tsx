import type { JSX } from "preact";
import type { ActionOutcome } from "../../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../../layout.tsx";
import { paths } from "../../paths.ts";
import { formatDate } from "../../ui/dutch.ts";
import { Empty } from "../../ui/empty.tsx";
import { Table } from "../../ui/table.tsx";
import { OUTCOME_LABELS } from "./labels.ts";

interface OwnAction {
  visitId: string;
  guestMemberId: string;
  guestMemberName: string;
  hostMemberName: string | null;
  themeName: string;
  endsAt: number;
  hasReflected: number;
  action: string | null;
  ownerName: string | null;
  outcome90: ActionOutcome | null;
  outcome270: ActionOutcome | null;
}

const DAY_MS = 86_400_000;

/** What came of a check, or when it is asked. */
function checkWords(row: OwnAction, days: 90 | 270, now: number): string {
  const outcome = days === 90 ? row.outcome90 : row.outcome270;
  if (outcome) return OUTCOME_LABELS[outcome].label;
  if (!row.action) return "–";
  const due = row.endsAt + days * DAY_MS;
  return due > now ? `vanaf ${formatDate(due)}` : "nog niet ingevuld";
}

/** The visits of one organisation that are over, and what it does with them. */
export function OwnActionsPage({
  frame,
  memberId,
  memberName,
  rows,
  now,
}: {
  frame: LayoutProps["frame"];
  memberId: string;
  memberName: string;
  rows: readonly OwnAction[];
  now: number;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Wat wij doen met onze bezoeken"
      lead={`De terugblikken en acties van ${memberName}. Alleen jullie zien de acties.`}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.myVisits(), label: "Onze bezoeken" },
      ]}
      wide
    >
      {rows.length === 0 ? (
        <Empty why="Er is nog geen bezoek geweest. Daarna kijken jullie hier terug.">
          <a href={paths.visits()}>Bekijk bij wie je op bezoek kunt</a>
        </Empty>
      ) : (
        <Table
          caption="Bezoeken die geweest zijn, het laatste eerst"
          columns={[
            { key: "bezoek", label: "Bezoek" },
            { key: "dag", label: "Dag" },
            { key: "thema", label: "Thema" },
            { key: "terugblik", label: "Terugblik" },
            { key: "actie", label: "Actie" },
            { key: "eigenaar", label: "Wie" },
            { key: "drie", label: "Na 90 dagen" },
            { key: "negen", label: "Na 270 dagen" },
          ]}
          rows={rows.map((row) => ({
            bezoek: (
              <a href={paths.visitAfter(row.visitId)}>
                {row.guestMemberId === memberId
                  ? `Bij ${row.hostMemberName ?? "een ander team"}`
                  : `Van ${row.guestMemberName}`}
              </a>
            ),
            dag: formatDate(row.endsAt),
            thema: row.themeName,
            terugblik: row.hasReflected ? "bewaard" : "nog niet",
            actie: row.action ?? "–",
            eigenaar: row.ownerName ?? "–",
            drie: checkWords(row, 90, now),
            negen: checkWords(row, 270, now),
          }))}
        />
      )}
    </Layout>
  );
}
