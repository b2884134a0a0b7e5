import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import type { QuestionnaireView } from "./editing.ts";
import { trailOf } from "./editing-parts.tsx";
import type { QuestionView } from "./question.tsx";
import { QuestionGroups } from "./question-groups.tsx";

interface PreviewProps {
  frame: Frame;
  questionnaire: Pick<QuestionnaireView, "id" | "title">;
  /** slug and name of the member that is played; null: a member without a profile */
  member: { slug: string; name: string } | null;
  notice?: { kind: "ok"; text: string } | undefined;
}

const asMember = (address: string, member: PreviewProps["member"]): string =>
  member ? `${address}?lid=${encodeURIComponent(member.slug)}` : address;

const TEST = "Dit is een proef. Je antwoorden staan apart en tellen nergens mee. Alleen jij ziet ze.";

/** The start of a try-out: as which member, and the sections that it would get. */
export function PreviewPage({
  sections,
  members,
  ...props
}: PreviewProps & {
  sections: readonly { id: string; title: string; asked: number; of: number; answered: number }[];
  members: readonly { slug: string; name: string }[];
}): JSX.Element {
  const { frame, questionnaire, member } = props;
  const answered = sections.reduce((sum, section) => sum + section.answered, 0);
  return (
    <Layout
      frame={frame}
      title={`Proef – ${questionnaire.title}`}
      heading="De vragenlijst proberen"
      trail={trailOf(questionnaire)}
      notice={props.notice}
    >
      <Notice kind="info">{TEST}</Notice>
      <Form action={paths.preview(questionnaire.id)} method="get" explained={false} label="Lid kiezen">
        <Select
          name="lid"
          label="Als welk lid?"
          hint="Je ziet de open gegevens uit het profiel van dat lid. Eerdere antwoorden niet."
          options={members.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={member?.slug}
          empty="Een lid zonder profiel"
          optional
        />
        <Actions>
          <Button kind="secondary">Zo bekijken</Button>
        </Actions>
      </Form>
      {sections.length === 0 ? (
        <Empty why="Deze vragenlijst heeft nog geen secties.">
          <a href={paths.edited(questionnaire.id)}>Naar de opbouw</a>
        </Empty>
      ) : (
        <Table
          caption={`Secties voor ${member?.name ?? "een lid zonder profiel"}`}
          columns={[
            { key: "title", label: "Sectie" },
            { key: "asked", label: "Vragen" },
            { key: "answered", label: "Ingevuld", numeric: true },
          ]}
          rows={sections.map((section) => ({
            title:
              section.asked > 0 ? (
                <a href={asMember(paths.previewSection(questionnaire.id, section.id), member)}>
                  {section.title}
                </a>
              ) : (
                section.title
              ),
            asked:
              section.asked === 0
                ? "niet gevraagd"
                : section.asked === section.of
                  ? section.of
                  : `${section.asked} van ${section.of}`,
            answered: section.answered,
          }))}
        />
      )}
      {answered > 0 ? (
        <InlineForm action={paths.previewRemoval(questionnaire.id)}>
          <Actions>
            <Button kind="secondary">Mijn proefantwoorden weggooien</Button>
          </Actions>
        </InlineForm>
      ) : null}
    </Layout>
  );
}

/** One section as that member would get it. */
export function PreviewSectionPage({
  section,
  questions,
  typed,
  errors,
  ...props
}: PreviewProps & {
  section: { id: string; title: string; intro: string; minutes: number };
  questions: readonly QuestionView[];
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
}): JSX.Element {
  const { frame, questionnaire, member } = props;
  const overview = asMember(paths.preview(questionnaire.id), member);
  return (
    <Layout
      frame={frame}
      title={`Proef: ${section.title} – ${questionnaire.title}`}
      heading={section.title}
      lead={`${section.intro} Ongeveer ${countOf(section.minutes, "minuut", "minuten")}.`}
      back={{ href: overview, label: "Terug naar de proef" }}
      errors={errors}
      wide
    >
      <Notice kind="info">{TEST}</Notice>
      {questions.length === 0 ? (
        <Empty why="Met deze proefantwoorden komt hier geen vraag aan bod.">
          <ButtonLink href={overview}>Terug naar de proef</ButtonLink>
        </Empty>
      ) : (
        <Form action={paths.previewSection(questionnaire.id, section.id)} explained={false}>
          <Hidden name="lid" value={member?.slug ?? ""} />
          <QuestionGroups questions={questions} typed={typed} errors={errors} />
          <Actions>
            <Button>Proefantwoorden opslaan en verder</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}
