import type { JSX } from "preact";
import { AUDIENCES, COMPARABILITIES, ITEM_DISPLAYS, ITEM_KINDS } from "../../db/vocabulary.ts";
import { Checkbox, RadioGroup, Select } from "../ui/choices.tsx";
import { TextArea, TextField } from "../ui/fields.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import {
  DISPLAY_LABELS,
  GRADE_LABELS,
  KIND_LABELS,
  type QuestionnaireView,
  READER_LABELS,
} from "./editing.ts";

/** What the fields of a question need to know beside their own values. */
export interface ItemFieldsProps {
  questionnaire: Pick<QuestionnaireView, "basedOnTitle">;
  item: object | null;
  fields: Record<string, string[]>;
  sections: readonly { value: string; label: string }[];
  lists: readonly { value: string; label: string }[];
  /** the question of the same code in the questionnaire before */
  earlier: { wording: string; shape: string; help: string; suggestion: string } | null;
}

export type FieldOf = (name: string) => { name: string; value: string; error: string | undefined };

export function Words({ of, props }: { of: FieldOf; props: ItemFieldsProps }): JSX.Element {
  return (
    <>
      <h2>De vraag</h2>
      {props.item ? null : (
        <TextField
          {...of("code")}
          label="Code"
          hint="Blijft in elke ronde hetzelfde. Zo blijft de ontwikkeling te volgen."
          maxLength={6}
        />
      )}
      <Select {...of("sectie")} label="Sectie" options={props.sections} />
      <TextField
        {...of("begin")}
        label="Begin van de vraag"
        hint="Vragen na elkaar met hetzelfde begin staan samen onder die tekst."
        maxLength={300}
        optional
      />
      <TextArea {...of("vraag")} label="Vraag" maxLength={500} rows={2} />
      <TextField
        {...of("naam")}
        label="Korte naam"
        hint="Voor tabellen en links, bijvoorbeeld Aantal locaties."
        maxLength={60}
      />
      <TextArea {...of("uitleg")} label="Uitleg bij het invullen" maxLength={500} rows={2} optional />
      <TextArea
        {...of("definitie")}
        label="Definitie"
        hint="Wat bedoel je met de woorden in de vraag?"
        maxLength={1000}
        rows={2}
        optional
      />
    </>
  );
}

export function Answering({ of, props }: { of: FieldOf; props: ItemFieldsProps }): JSX.Element {
  const options = <K extends string>(values: readonly K[], labels: Record<K, string>) =>
    values.map((value) => ({ value, label: labels[value] }));
  const tick = (name: string) => ({ ...of(name), checked: props.fields[name]?.[0] === "ja" });
  return (
    <>
      <h2>Het antwoord</h2>
      <Select {...of("soort")} label="Soort vraag" options={options(ITEM_KINDS, KIND_LABELS)} empty={null} />
      <Select
        {...of("lijst")}
        label="Keuzelijst"
        hint="Voor keuzes en schalen. Bij andere soorten telt dit veld niet."
        options={props.lists}
        empty="Geen keuzelijst"
        optional
      />
      <RadioGroup
        {...of("weergave")}
        label="Hoe ziet een schaal eruit?"
        hint="Bij andere soorten telt dit veld niet."
        options={options(ITEM_DISPLAYS, DISPLAY_LABELS)}
      />
      <TextField
        {...of("eenheid")}
        label="Eenheid bij een getal"
        hint="Bijvoorbeeld locaties."
        maxLength={30}
        optional
      />
      <TextField
        {...of("klassen")}
        label="Klassen bij een getal"
        hint="Ondergrenzen van laag naar hoog. 0; 5; 10 geeft 0 tot 5, 5 tot 10, en 10 of meer."
        maxLength={200}
        optional
      />
      <Checkbox {...tick("anders")} value="ja" label="Met 'Anders, namelijk'" hint="Alleen bij keuzes." />
      <Checkbox {...tick("toelichting")} value="ja" label="Met ruimte voor een toelichting" />
    </>
  );
}

export function Passport({ of }: { of: FieldOf }): JSX.Element {
  return (
    <>
      <h2>Paspoort</h2>
      <TextArea
        {...of("doel")}
        label="Doel"
        hint="Waarom vragen we dit? Leden lezen dit bij de vraag."
        maxLength={500}
        rows={2}
      />
      <TextArea
        {...of("gebruik")}
        label="Gebruik"
        hint="Wat gebeurt er met het antwoord?"
        maxLength={500}
        rows={2}
      />
      <RadioGroup
        {...of("lezers")}
        label="Wie ziet het antwoord?"
        options={AUDIENCES.map((value) => ({ value, label: READER_LABELS[value] }))}
      />
    </>
  );
}

export function Comparing({ of, props }: { of: FieldOf; props: ItemFieldsProps }): JSX.Element | null {
  const { earlier, questionnaire } = props;
  if (!questionnaire.basedOnTitle) return null;
  return (
    <>
      <h2>Vergelijken met de vorige vragenlijst</h2>
      {earlier ? (
        <SummaryList
          items={[
            { question: "Vraag toen", answer: earlier.wording },
            { question: "Antwoord toen", answer: earlier.shape },
            { question: "Uitleg toen", answer: earlier.help || "Geen uitleg" },
          ]}
        />
      ) : (
        <p>Deze code stond niet in '{questionnaire.basedOnTitle}'. De vraag is nieuw.</p>
      )}
      <Select
        {...of("vergelijking")}
        label="Hoe goed is dit te vergelijken?"
        hint={
          earlier
            ? `Voorstel: ${earlier.suggestion}. Bij gesplitst, samengevoegd of een andere schaal breekt de lijn.`
            : "Alleen als deze vraag uit vragen van de vorige keer komt."
        }
        options={COMPARABILITIES.filter((grade) => earlier || grade === "split" || grade === "merged").map(
          (value) => ({ value, label: GRADE_LABELS[value] }),
        )}
        empty={earlier ? "Niets gekozen" : "Een nieuwe vraag"}
        optional
      />
      <TextField
        {...of("uit")}
        label="Komt uit"
        hint="Codes van vragen die zijn gesplitst of samengevoegd, bijvoorbeeld 4A1, 4A2."
        maxLength={100}
        optional
      />
    </>
  );
}
