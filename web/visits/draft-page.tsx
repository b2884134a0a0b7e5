import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { formatList } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { LONGEST } from "./contract.ts";
import { DRAFT_KINDS, originOf } from "./draft-card.tsx";
import type { DraftSeen } from "./draft-seen.ts";
import type { ThemeSeen } from "./seen.ts";

/** Own words for one draft, and what to do with it. */
export function DraftPage({
  frame,
  draft,
  themes,
  mayOffer,
  typed,
  errors = {},
}: {
  frame: LayoutProps["frame"];
  draft: DraftSeen;
  themes: readonly ThemeSeen[];
  mayOffer: boolean;
  /** what was typed, after a mistake */
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
}): JSX.Element {
  const kind = DRAFT_KINDS[draft.concept];
  const value = (name: string, stands: string) => typed?.[name]?.[0] ?? stands;
  const mayPlace = draft.concept === "5A2" || mayOffer;
  return (
    <Layout
      frame={frame}
      title={`${kind.title} (${draft.year})`}
      heading={kind.title}
      lead={originOf(draft)}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.visitDrafts(), label: "Concepten uit je antwoorden" },
      ]}
      errors={errors}
    >
      <Form action={paths.visitDraft(draft.key)}>
        <Hidden name="revisie" value={value("revisie", String(draft.revision))} />
        <TextArea
          name="tekst"
          label={kind.label}
          hint="Noem geen inwoners bij naam."
          maxLength={LONGEST.text}
          rows={6}
          value={value("tekst", draft.text)}
          error={errors.tekst}
        />
        <Select
          name="thema"
          label="Thema"
          hint={hintOf(draft, themes)}
          empty="Kies later"
          optional
          value={value("thema", draft.theme.source === "chosen" ? draft.theme.id : "")}
          error={errors.thema}
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
    </Layout>
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
