import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { DraftCard } from "./draft-card.tsx";
import type { DraftSeen } from "./draft-seen.ts";

/** Notices after a write, by the word in `?melding=`. */
export const DRAFT_NOTICES: Record<string, string> = {
  bewaard: "Je concept is bewaard. Alleen jullie zien het.",
  weggegooid: "Het concept is weg. Jullie antwoord in de vragenlijst blijft staan.",
  terug: "Het concept staat er weer, met de tekst van jullie antwoord.",
};

interface DraftsPageProps {
  frame: LayoutProps["frame"];
  memberName: string;
  drafts: readonly DraftSeen[];
  mayManage: boolean;
  notice: string | undefined;
}

/** What an organisation could ask and offer, out of its own answers. */
export function DraftsPage(props: DraftsPageProps): JSX.Element {
  const { frame, memberName, drafts, mayManage, notice } = props;
  return (
    <Layout
      frame={frame}
      title="Concepten uit je antwoorden"
      lead={`Wat ${memberName} zou kunnen vragen en aanbieden. Alleen jullie redacteuren en gastheren zien dit.`}
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      notice={notice ? { kind: "ok", text: notice } : undefined}
    >
      <p>
        Deze tekst komt uit jullie ondertekende vragenlijst. Er gebeurt niets mee totdat jullie iets plaatsen.
      </p>
      {drafts.length === 0 ? (
        <Empty why="Er is nog geen ondertekend antwoord op de vragen over nieuwsgierigheid en trots.">
          <ButtonLink href={paths.questionnaires()}>Naar de vragenlijst</ButtonLink>
        </Empty>
      ) : (
        drafts.map((draft) => <DraftCard key={draft.key} draft={draft} mayManage={mayManage} />)
      )}
    </Layout>
  );
}
