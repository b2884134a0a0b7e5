import type { ComponentChildren, JSX } from "preact";
import type { DraftConcept } from "../../db/visit-vocabulary.ts";
import { paths } from "../paths.ts";
import { Badge, type BadgeKind } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { formatDay } from "../ui/dutch.ts";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import type { DraftSeen } from "./draft-seen.ts";
import { Told } from "./facts.tsx";

/** What each question can become. */
export const DRAFT_KINDS: Record<
  DraftConcept,
  { title: string; question: string; label: string; placed: string; change: string }
> = {
  "5A2": {
    title: "Een vraag om ergens te kijken",
    question: "waar jullie nieuwsgierig naar zijn",
    label: "Wat we willen leren",
    placed: "Verder als bezoekvraag",
    change: "Maak er een bezoekvraag van",
  },
  "5C1": {
    title: "Aanbod om te laten zien",
    question: "waar jullie trots op zijn",
    label: "Wat we laten zien",
    placed: "Verder als aanbod",
    change: "Maak er aanbod van",
  },
};

/** "Uit jullie antwoord van 2024 op de vraag …. Ondertekend op 4 december 2024." */
export const originOf = ({ concept, year, signedAt }: DraftSeen): string =>
  `Uit jullie antwoord van ${year} op de vraag ${DRAFT_KINDS[concept].question}. Ondertekend op ${formatDay(signedAt)}.`;

const STATES: Record<DraftSeen["state"], { kind: BadgeKind; label: string }> = {
  untouched: { kind: "ochre", label: "Nog niets mee gedaan" },
  edited: { kind: "ochre", label: "Aangepast" },
  published: { kind: "green", label: "Geplaatst" },
  discarded: { kind: "neutral", label: "Weggegooid" },
};

/** One draft: where it comes from, and what this person can do with it. */
export function DraftCard({ draft, mayManage }: { draft: DraftSeen; mayManage: boolean }): JSX.Element {
  const state = STATES[draft.state];
  const id = `concept-${draft.concept}-${draft.year}`;
  return (
    <section class="wt-draft" aria-labelledby={id}>
      <h2 id={id}>{DRAFT_KINDS[draft.concept].title}</h2>
      <p class="wt-invitation__badges">
        <Badge kind={state.kind}>{state.label}</Badge>
      </p>
      <p>{originOf(draft)}</p>
      {draft.text ? <Told text={draft.text} /> : null}
      {draft.visitId ? (
        <p>
          <a href={paths.visit(draft.visitId)}>Bekijk jullie bezoekvraag</a>
        </p>
      ) : null}
      {draft.offerId ? (
        <p>
          <a href={paths.offer(draft.offerId)}>Bekijk jullie aanbod</a>
        </p>
      ) : null}
      {mayManage ? <Choice draft={draft} /> : null}
    </section>
  );
}

function Choice({ draft }: { draft: DraftSeen }): JSX.Element {
  if (draft.state === "published")
    return (
      <DraftButton action={paths.visitDraftRemoval(draft.key)} draft={draft}>
        Maak los van het antwoord
      </DraftButton>
    );
  if (draft.state === "discarded")
    return (
      <DraftButton action={paths.visitDraftReturn(draft.key)} draft={draft}>
        Concept terughalen
      </DraftButton>
    );
  return (
    <Actions>
      <ButtonLink href={paths.visitDraft(draft.key)}>{DRAFT_KINDS[draft.concept].change}</ButtonLink>
      <InlineForm action={paths.visitDraftRemoval(draft.key)}>
        <Hidden name="revisie" value={draft.revision} />
        <Button kind="quiet">Concept weggooien</Button>
      </InlineForm>
    </Actions>
  );
}

function DraftButton(props: { action: string; draft: DraftSeen; children: ComponentChildren }): JSX.Element {
  return (
    <Actions>
      <InlineForm action={props.action}>
        <Hidden name="revisie" value={props.draft.revision} />
        <Button kind="secondary">{props.children}</Button>
      </InlineForm>
    </Actions>
  );
}
