import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { countOf, formatDateTime, formatTime } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import type { NoticeKind } from "../ui/notice.tsx";
import { TaskList } from "../ui/task-list.tsx";
import { AssistanceBanner, type AssistanceView } from "./assistance-banner.tsx";
import { withAssistance } from "./assistance-contract.ts";
import { sectionStatus } from "./labels.ts";

interface Told {
  notice?: { kind: NoticeKind; text: string } | undefined;
}

/** Before the first question: who calls, for whom, and what that person agreed to. */
export function NewAssistancePage({
  frame,
  year,
  members,
  open,
  typed,
  errors = {},
  notice,
}: Told & {
  frame: Frame;
  year: number;
  members: readonly { id: string; name: string }[];
  open: readonly { id: string; memberName: string; helper: string; isMine: boolean; endsAt: number }[];
  typed: Record<string, string[]>;
  errors?: FieldErrors | undefined;
}): JSX.Element {
  const field = (name: string) => ({ name, value: typed[name]?.[0], error: errors[name] });
  return (
    <Layout
      frame={frame}
      title={`Invullen namens een lid – ronde ${year}`}
      heading="Invullen namens een lid"
      lead="Vul aan de telefoon in wat een lid zegt. De redacteuren krijgen bericht, de tekenaar ondertekent."
      trail={[
        { href: paths.bureau(), label: "Bureau" },
        { href: paths.round(year), label: `Ronde ${year}` },
      ]}
      errors={errors}
      notice={notice}
    >
      {open.length > 0 ? (
        <>
          <h2>Nu bezig</h2>
          <ul>
            {open.map(({ id, memberName, helper, isMine, endsAt }) => (
              <li key={id}>
                {isMine ? (
                  <a href={paths.assistanceOne(year, id)}>Verder namens {memberName}</a>
                ) : (
                  `${helper} vult in namens ${memberName}`
                )}
                , tot {formatTime(endsAt)} uur
              </li>
            ))}
          </ul>
          <h2>Opnieuw beginnen</h2>
        </>
      ) : null}
      <Form action={paths.assistance(year)}>
        <Hidden name="id" value={typed.id?.[0] ?? ""} />
        <Select
          {...field("lid")}
          label="Welk lid heb je aan de telefoon?"
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          {...field("beller")}
          label="Wie belt er?"
          hint="Naam en functie, zoals de beller ze noemt."
          maxLength={120}
        />
        <TextArea
          {...field("akkoord")}
          label="Waar ging de beller mee akkoord?"
          hint="Bijvoorbeeld: ik mag deel 3 invullen en de open vragen lezen."
          rows={3}
        />
        <p>
          Je ziet de antwoorden van elke sectie die je opent. Dat staat in het logboek. Na vier uur stopt het
          vanzelf.
        </p>
        <Actions>
          <Button>Beginnen met invullen</Button>
          <ButtonLink kind="quiet" href={paths.round(year)}>
            Toch niet
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

/** The sections of the member on the telephone, with how far each is and none of its answers. */
export function AssistancePage({
  frame,
  year,
  assistance,
  sections,
  mayEdit,
  notice,
}: Told & {
  frame: Frame;
  year: number;
  assistance: AssistanceView & { startedAt: number };
  sections: readonly {
    position: number;
    title: string;
    items: number;
    answered: number;
    isComplete: boolean;
  }[];
  /** false once the answers are ready or signed: then there is nothing to fill in */
  mayEdit: boolean;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`${assistance.memberName} – vragenlijst ${year}, telefonisch`}
      heading={`Vragenlijst ${year} van ${assistance.memberName}`}
      lead={`Begonnen op ${formatDateTime(assistance.startedAt)}.`}
      trail={[
        { href: paths.bureau(), label: "Bureau" },
        { href: paths.round(year), label: `Ronde ${year}` },
        { href: paths.assistance(year), label: "Invullen namens een lid" },
      ]}
      notice={notice}
    >
      <AssistanceBanner assistance={assistance} year={year} />
      {mayEdit ? (
        <TaskList
          label="Secties van de vragenlijst"
          tasks={sections.map((section) => ({
            label: section.title,
            href: withAssistance(paths.questionnaireSection(year, section.position), year, assistance.id),
            status: sectionStatus(section),
            hint: `${section.answered} van ${countOf(section.items, "vraag", "vragen")} beantwoord.`,
          }))}
        />
      ) : (
        <p>
          De antwoorden van {assistance.memberName} staan klaar of zijn ingediend. Een redacteur van het lid
          kan ze heropenen.
        </p>
      )}
    </Layout>
  );
}
