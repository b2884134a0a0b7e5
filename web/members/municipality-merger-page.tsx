import type { JSX } from "preact";
import type { SizeClass } from "../../db/vocabulary.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { countOf, formatDate, formatList, formatNumber } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden, TextArea, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { Table } from "../ui/table.tsx";
import { SIZE_CLASS_SHORT } from "./labels.ts";

const TRAIL = [
  { href: paths.bureau(), label: "Bureau" },
  { href: paths.municipalities(), label: "Gemeenten" },
];

/** Which municipalities go on together, as which, and from when. */
export function MunicipalityMergerPage({
  frame,
  typed,
  errors,
}: {
  frame: Frame;
  typed: Record<string, string[]>;
  errors?: FieldErrors;
}): JSX.Element {
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors?.[name] });
  return (
    <Layout
      frame={frame}
      title="Herindeling vastleggen"
      lead="Gaan gemeenten samen? Leg het hier vast. Eerst zie je wat er verandert."
      trail={TRAIL}
      errors={errors}
    >
      <Form action={paths.municipalityMerger()}>
        <Hidden name="id" value={typed.id?.[0] ?? ""} />
        <TextArea
          {...field("gemeenten")}
          label="Gemeenten die opgaan"
          hint="Naam of code, elk op een eigen regel."
        />
        <TextField {...field("naar")} label="Gemeente waarin ze verdergaan" maxLength={80} />
        <TextField
          {...field("code")}
          label="Code van de nieuwe gemeente"
          hint="Alleen als de gemeente nieuw is, bijvoorbeeld GM1992."
          maxLength={6}
          optional
        />
        <DateField {...field("ingang")} label="Vanaf" hint="De eerste dag van de nieuwe indeling." />
        <Actions>
          <Button name="actie" value="bekijken">
            Bekijk wat er verandert
          </Button>
        </Actions>
      </Form>
      <h2>Wordt een gemeente verdeeld?</h2>
      <p>
        Leg vast in welke gemeente de meeste inwoners verdergaan. Leden die er werken, krijgen die vanzelf in
        hun profiel. Vraag hun daarna hun gemeenten na te kijken. De inwoners kloppen zodra je de nieuwe
        aantallen inleest.
      </p>
    </Layout>
  );
}

export interface MergerPreview {
  parts: readonly { code: string; name: string; inhabitants: number | null }[];
  successor: { code: string; name: string; municipalityClass: string; isNew: boolean };
  inhabitants: number;
  fromOn: string;
  /** the day has come: profiles follow at once */
  isNow: boolean;
  members: readonly {
    id: string;
    name: string;
    before: string[];
    after: string[];
    sizeBefore: SizeClass | null;
    sizeAfter: SizeClass | null;
  }[];
}

const sizeWords = (size: SizeClass | null): string => (size ? SIZE_CLASS_SHORT[size] : "onbekend");

/** What a merger changes, before it is stored. */
export function MergerPreviewPage({
  frame,
  typed,
  preview,
  seen,
  isOvertaken,
}: {
  frame: Frame;
  typed: Record<string, string[]>;
  preview: MergerPreview;
  seen: string;
  /** something changed since the preview before */
  isOvertaken: boolean;
}): JSX.Element {
  const { parts, successor, members, fromOn } = preview;
  const names = formatList(parts.map(({ name }) => name));
  return (
    <Layout
      frame={frame}
      title={`Herindeling: ${names} naar ${successor.name}`}
      heading="Wat verandert er door deze herindeling?"
      lead="Er is nog niets vastgelegd."
      trail={[...TRAIL, { href: paths.municipalityMerger(), label: "Herindeling vastleggen" }]}
      notice={
        isOvertaken
          ? { kind: "warning", text: "Er veranderde intussen iets. Lees opnieuw wat er verandert." }
          : undefined
      }
      wide
    >
      <SummaryList
        items={[
          { question: "Gaat op", answer: parts.map(({ code, name }) => `${name} (${code})`).join(", ") },
          {
            question: "Gaat verder als",
            answer: `${successor.name} (${successor.code}), ${successor.isNew ? "een nieuwe gemeente" : "een gemeente die er al is"}`,
            note: `Klasse ${successor.municipalityClass}`,
          },
          { question: "Vanaf", answer: formatDate(fromOn) },
          {
            question: "Inwoners samen",
            answer: formatNumber(preview.inhabitants),
            note: "Zoals ze het laatst zijn geteld, tot er nieuwe aantallen zijn.",
          },
        ]}
      />
      {members.length === 0 ? (
        <p>Geen lid werkt in deze gemeenten.</p>
      ) : (
        <Table
          caption={`${countOf(members.length, "lid werkt", "leden werken")} in deze gemeenten`}
          columns={[
            { key: "name", label: "Lid" },
            { key: "before", label: "Gemeenten nu" },
            { key: "after", label: "Gemeenten straks" },
            { key: "size", label: "Grootte" },
          ]}
          rows={members.map((member) => ({
            name: member.name,
            before: member.before.join(", "),
            after: member.after.join(", "),
            size:
              member.sizeBefore === member.sizeAfter
                ? sizeWords(member.sizeAfter)
                : `${sizeWords(member.sizeBefore)}, wordt ${sizeWords(member.sizeAfter)}`,
          }))}
        />
      )}
      <p>
        Geen lid verliest een gemeente. In de geschiedenis van elk profiel komt een regel met de bron 'door
        een herindeling'. Rondes met een eerdere peildatum houden de oude indeling.
      </p>
      <p>
        {preview.isNow
          ? "De profielen volgen meteen. Dat kun je niet terugdraaien."
          : "De profielen volgen op de dag zelf. Tot dan kun je de herindeling intrekken."}
      </p>
      <Form action={paths.municipalityMerger()} explained={false}>
        {["id", "gemeenten", "naar", "code", "ingang"].map((name) => (
          <Hidden key={name} name={name} value={typed[name]?.[0] ?? ""} />
        ))}
        <Hidden name="gezien" value={seen} />
        <Actions>
          <Button name="actie" value="vastleggen">
            Herindeling vastleggen
          </Button>
          <Button kind="secondary" name="actie" value="wijzigen">
            Terug naar het formulier
          </Button>
        </Actions>
      </Form>
    </Layout>
  );
}
