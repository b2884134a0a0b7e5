import type { JSX } from "preact";
import { RadioGroup } from "../ui/choices.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { DateField, NumberField, TimeField } from "../ui/fields.tsx";
import { type FieldState, MomentFields } from "./moment-fields.tsx";
import { dayField, MOST_DAYS } from "./offer-days.ts";

/** When: in consultation, on one day, or (a new offer only) on several days with seats of their own. */
export function OfferDayFields({ value, error, several }: FieldState & { several: boolean }): JSX.Element {
  const more = Array.from({ length: MOST_DAYS - 1 }, (_, at) => at + 2);
  const isUsed = more.some((row) =>
    ["datum", "van", "tot"].some((name) => value(dayField(name, row)) || error(dayField(name, row))),
  );
  return (
    <>
      <RadioGroup
        name="wanneer"
        label="Wanneer"
        value={value("wanneer")}
        error={error("wanneer")}
        options={[
          { value: "overleg", label: "In overleg", hint: "Je spreekt met elke bezoeker een dag af." },
          {
            value: "datum",
            label: several ? "Op een of meer vaste dagen" : "Op een vaste dag",
            hint: "Vul hieronder de dag en de tijden in.",
          },
        ]}
      />
      <MomentFields value={value} error={error} optional />
      {several ? (
        <Disclosure summary="Meer dagen" open={isUsed}>
          <p>Elke dag krijgt eigen plekken. Je kunt later nog dagen toevoegen.</p>
          {more.map((row) => (
            <DayRow key={row} row={row} value={value} error={error} />
          ))}
        </Disclosure>
      ) : null}
      <RadioGroup
        name="toelating"
        label="Wie krijgt een plek op een vaste dag"
        value={value("toelating") || "zelf"}
        error={error("toelating")}
        options={[
          { value: "zelf", label: "Wij beantwoorden elke aanvraag" },
          {
            value: "volgorde",
            label: "Op volgorde van aanmelden",
            hint: "Wie past krijgt meteen een plek. Daarna is er een wachtlijst.",
          },
        ]}
      />
      <NumberField
        name="sluitdagen"
        label="Aanmelden tot zoveel dagen vooraf"
        hint="Leeg betekent: tot de dag zelf. Geldt alleen voor een vaste dag."
        maxLength={3}
        optional
        value={value("sluitdagen")}
        error={error("sluitdagen")}
      />
    </>
  );
}

function DayRow({ row, value, error }: FieldState & { row: number }): JSX.Element {
  const field = (name: string) => {
    const full = dayField(name, row);
    return { name: full, value: value(full), error: error(full), optional: true };
  };
  return (
    <div class="wt-moment">
      <DateField label={`Dag ${row}: datum`} {...field("datum")} />
      <TimeField label={`Dag ${row}: van`} {...field("van")} />
      <TimeField label={`Dag ${row}: tot`} {...field("tot")} />
    </div>
  );
}
