import type { ComponentChildren, JSX } from "preact";
import type { DraftConcept } from "../../db/vocabulary.ts";
import { paths } from "../paths.ts";
import { Badge, type BadgeKind } from "../ui/badge.tsx";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { formatDay, formatList } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { LONGEST } from "./contract.ts";
import type { DraftSeen } from "./draft-seen.ts";
import type { ThemeSeen } from "./seen.ts";

const KINDS: Record<DraftConcept, { title: string; question: string; label: string; placed: string }> = {
  "5A2": {
    title: "Een vraag om ergens te kijken",
    question: "waar jullie nieuwsgierig naar zijn",
    label: "Wat we willen leren",
    placed: "Verder als bezoekvraag",
  },
  "5C1": {
    title: "Aanbod om te laten zien",
    question: "waar jullie trots op zijn",
    label: "Wat we laten zien",
    placed: "Verder als aanbod",
  },
};

const STATES: Record<DraftSeen["state"], { kind: BadgeKind; label: string }> = {
  untouched: { kind: "ochre", label: "Nog niets mee gedaan" },
  edited: { kind: "ochre", label: "Aangepast" },
  published: { kind: "green", label: "Geplaatst" },
  discarded: { kind: "neutral", label: "Weggegooid" },
};

interface Props {
  draft: DraftSeen;
  themes: readonly ThemeSeen[];
  mayManage: boolean;
  mayOffer: boolean;
  typed?: { fields: Record<string, string[]>; errors: FieldErrors } | undefined;
}

/** One draft: where it comes from, and what this person can do with it. */
export function DraftCard(props: Props): JSX.Element {
  const { draft } = props;
  const kind = KINDS[draft.concept];
  const state = STATES[draft.state];
  return (
    <section class="wt-draft" aria-labelledby={`concept-${draft.key}`}>
      <h2 id={`concept-${draft.key}`}>{kind.title}</h2>
      <p class="wt-invitation__badges">
        <Badge kind={state.kind}>{state.label}</Badge>
      </p>
      <p>
        Uit jullie antwoord van {draft.year} op de vraag {kind.question}. Ondertekend op{" "}
        {formatDay(draft.signedAt)}.
      </p>
      <Rest {...props} />
    </section>
  );
}

function Rest(props: Props): JSX.Element | null {
  const { draft, mayManage } = props;
  if (draft.state === "published") return <Placed draft={draft} mayManage={mayManage} />;
  if (draft.state === "discarded")
    return mayManage ? (
      <DraftButton action={paths.visitDraftReturn(draft.key)} draft={draft}>
        Concept terughalen
      </DraftButton>
    ) : null;
  return mayManage ? <DraftForm {...props} /> : <p class="wt-told">{draft.text}</p>;
}

function Placed({ draft, mayManage }: { draft: DraftSeen; mayManage: boolean }): JSX.Element {
  return (
    <>
      <p>
        {draft.visitId ? <a href={paths.visit(draft.visitId)}>Bekijk jullie bezoekvraag</a> : null}
        {draft.offerId ? <a href={paths.offer(draft.offerId)}>Bekijk jullie aanbod</a> : null}
      </p>
      {mayManage ? (
        <DraftButton action={paths.visitDraftRemoval(draft.key)} draft={draft}>
          Maak los van het antwoord
        </DraftButton>
      ) : null}
    </>
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

function DraftForm({ draft, themes, mayOffer, typed }: Props): JSX.Element {
  const kind = KINDS[draft.concept];
  const value = (name: string, stands: string) => typed?.fields[name]?.[0] ?? stands;
  const mayPlace = draft.concept === "5A2" || mayOffer;
  return (
    <Form action={paths.visitDraft(draft.key)} label={kind.title}>
      <Hidden name="revisie" value={value("revisie", String(draft.revision))} />
      <TextArea
        name="tekst"
        label={kind.label}
        hint="Noem geen inwoners bij naam."
        maxLength={LONGEST.text}
        rows={6}
        value={value("tekst", draft.text)}
        error={typed?.errors.tekst}
      />
      <Select
        name="thema"
        label="Thema"
        hint={hintOf(draft, themes)}
        empty="Kies later"
        optional
        value={value("thema", draft.theme.source === "chosen" ? draft.theme.id : "")}
        error={typed?.errors.thema}
        options={themes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {mayPlace ? null : <p>Een gastheer van jouw organisatie kan dit als aanbod plaatsen.</p>}
      <Actions>
        {mayPlace ? (
          <Button name="verder" value="ja">
            {kind.placed}
          </Button>
        ) : null}
        <Button kind="secondary">Concept bewaren</Button>
        <Button kind="quiet" formaction={paths.visitDraftRemoval(draft.key)}>
          Concept weggooien
        </Button>
      </Actions>
    </Form>
  );
}

/** What the suggestion rests on; a person chooses. */
function hintOf({ theme }: DraftSeen, themes: readonly ThemeSeen[]): string {
  const name = themes.find(({ id }) => id === theme.id)?.name;
  if (!name || theme.source === "chosen" || theme.source === "none")
    return "Kies het thema dat het best past.";
  if (theme.source !== "words") return `Misschien "${name}": zo is jullie antwoord ingedeeld.`;
  const words = theme.words.slice(0, 3).map((word) => `"${word}"`);
  return `Misschien "${name}": jullie antwoord noemt ${formatList(words)}.`;
}
