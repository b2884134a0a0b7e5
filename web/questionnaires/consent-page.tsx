import type { JSX } from "preact";
import type { ConsentTier } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import type { NoticeKind } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import { CONSENT_LABELS, CONSENT_WORDS } from "./consent.ts";
import type { RoundView } from "./round-words.ts";

export interface ConsentLine {
  concept: string;
  shortName: string;
  /** place of its section, for the link to the question */
  position: number;
  tier: ConsentTier;
  isAnswered: boolean;
}

export interface ConsentPageProps {
  frame: Frame;
  round: RoundView;
  lines: readonly ConsentLine[];
  /** id of the response; of the one to be made while there is none */
  responseId: string;
  /** what was chosen for all questions; null: nothing yet */
  usual: ConsentTier | null;
  mayEdit: boolean;
  typed?: Record<string, string[]> | undefined;
  errors?: FieldErrors | undefined;
  notice?: { kind: NoticeKind; text: string } | undefined;
}

const HINTS: Record<ConsentTier, string> = {
  counted_only: "Het antwoord telt mee in de cijfers. Niemand ziet dat het van jullie is.",
  learning_group:
    "Deze groep leest open antwoorden met jullie naam. Elke keer komt in het logboek. Schaalvragen blijven alleen geteld.",
  members: "Alle leden lezen het antwoord met jullie naam erbij.",
  public: "Ook bezoekers zonder account lezen het antwoord met jullie naam erbij.",
};

const TIERS: readonly ConsentTier[] = ["counted_only", "learning_group", "members", "public"];

function Choice({ round, responseId, usual, typed, errors = {}, frame }: ConsentPageProps): JSX.Element {
  return (
    <Form action={paths.questionnaireConsent(round.year)} explained={false}>
      <Hidden name="inzending" value={responseId} />
      <Hidden name="namens" value={frame.viewer?.memberId ?? ""} />
      <RadioGroup
        name="openheid"
        label="Wie mag de antwoorden lezen, met de naam van jullie organisatie?"
        hint="Dit geldt voor alle meningen en open antwoorden tegelijk, ook voor wat er al staat."
        value={typed?.openheid?.[0] ?? usual ?? "counted_only"}
        error={errors.openheid}
        options={TIERS.map((value) => ({ value, label: CONSENT_LABELS[value], hint: HINTS[value] }))}
      />
      <Actions>
        <Button>Voor alle vragen opslaan</Button>
      </Actions>
    </Form>
  );
}

/** Who may read the answers of the organisation: one choice for all, and what stands at each question. */
export function ConsentPage(props: ConsentPageProps): JSX.Element {
  const { frame, round, lines, mayEdit } = props;
  const here = (line: ConsentLine) =>
    `${paths.questionnaireSection(round.year, line.position)}#veld-${line.concept}-openheid`;
  return (
    <Layout
      frame={frame}
      title={`Wie leest jullie antwoorden – vragenlijst ${round.year}`}
      heading="Wie leest jullie antwoorden?"
      lead="Meningen en open antwoorden zijn vertrouwelijk. Jullie mogen ze openen, per vraag of allemaal."
      back={{ href: paths.questionnaire(round.year), label: "Terug naar de takenlijst" }}
      notice={props.notice}
      errors={props.errors}
    >
      {mayEdit ? (
        <Choice {...props} />
      ) : (
        <p>Alleen een redacteur kan dit kiezen, zolang de vragenlijst wordt ingevuld.</p>
      )}
      <h2>Zo staat het nu</h2>
      <Table
        caption="Wie leest welk antwoord"
        columns={[
          { key: "question", label: "Vraag" },
          { key: "tier", label: "Te zien voor" },
          { key: "stand", label: "Stand" },
        ]}
        rows={lines.map((line) => ({
          question: mayEdit ? (
            <a href={here(line)}>
              {line.concept} {line.shortName}
            </a>
          ) : (
            `${line.concept} ${line.shortName}`
          ),
          tier: CONSENT_WORDS[line.tier],
          stand: line.isAnswered ? "ingevuld" : "nog geen antwoord",
        }))}
      />
      <h2>Wanneer gaat het in?</h2>
      <ul>
        <li>De tekenaar tekent ook voor deze keuze. Daarna ligt ze vast.</li>
        <li>Een geopend antwoord komt online bij de publicatie van de cijfers.</li>
        <li>Openen jullie later meer? Dan komt het bij de volgende versie van de cijfers.</li>
        <li>Sluiten kan ook later. Dat werkt zodra een nieuwe versie is ondertekend.</li>
        <li>Wie het antwoord al las, vergeet het niet. Sluiten haalt het alleen van de site.</li>
      </ul>
      <p>
        <a href={paths.questionnairePrivacy(round.year)}>Privacy bij de vragenlijst van {round.year}</a>
      </p>
    </Layout>
  );
}
