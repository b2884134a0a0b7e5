import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { FieldFrame } from "../ui/field-frame.tsx";
import { wireField } from "../ui/field-ids.ts";
import { findMunicipalities, type MunicipalityOption } from "./municipality-search.ts";

export interface MunicipalityChoiceProps {
  /** [code, name, other names]: short, because all of them travel with the page */
  options: [code: string, name: string, otherNames: string][];
  /** codes */
  chosen: string[];
  query: string;
  /** where the search without JavaScript goes, with what was chosen */
  searchAction: string;
  error?: string | undefined;
}

const counted = (count: number, what: string) =>
  `${count === 0 ? "Geen" : count} ${count === 1 ? "gemeente" : "gemeenten"} ${what}.`;

/**
 * Municipalities to tick, found by typing. Without JavaScript the button "Zoeken" asks the server for the
 * same list. What is ticked moves to the chosen ones only at the next search, so that focus never jumps.
 */
export default function MunicipalityChoice(props: MunicipalityChoiceProps): JSX.Element {
  const [query, setQuery] = useState(props.query);
  const [ticked, setTicked] = useState(props.chosen);
  const [listed, setListed] = useState(props.chosen);
  const [alive, setAlive] = useState(false);
  const typed = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setAlive(true);
    // On a slow line somebody typed before this script came: search for that as well.
    if (typed.current) setQuery(typed.current.value);
  }, []);

  const options: MunicipalityOption[] = props.options.map(([code, name, otherNames]) => ({
    code,
    name,
    otherNames,
  }));
  const { matches, more } = findMunicipalities(options, query);
  const found = matches.filter(({ code }) => !listed.includes(code));
  const chosen = options.filter(({ code }) => listed.includes(code));
  const tick = (code: string, on: boolean) =>
    setTicked((before) => (on ? [...before, code] : before.filter((each) => each !== code)));
  const search = (text: string) => {
    setQuery(text);
    setListed(ticked);
  };
  const hint = "Een andere naam mag ook, bijvoorbeeld Den Bosch.";
  const wiring = wireField("gemeenten", hint, props.error);
  return (
    <div class="wt-municipalities">
      <FieldFrame wiring={wiring} label="Zoek een gemeente" hint={hint} error={props.error}>
        <div class="wt-with-button">
          <input
            class={`utrecht-textbox utrecht-textbox--html-input${props.error ? " utrecht-textbox--invalid" : ""}`}
            ref={typed}
            type="search"
            id={wiring.id}
            name="zoek"
            defaultValue={props.query}
            maxLength={100}
            autocomplete="off"
            aria-describedby={wiring.describedBy}
            aria-invalid={props.error ? "true" : undefined}
            onInput={(event) => search(event.currentTarget.value)}
            onKeyDown={(event) => {
              // The list is there already; Enter would only send the form away.
              if (event.key === "Enter") event.preventDefault();
            }}
          />
          {alive ? null : (
            <button
              class="utrecht-button utrecht-button--secondary-action"
              type="submit"
              formmethod="get"
              formaction={props.searchAction}
              name="actie"
              value="zoek"
            >
              Zoeken
            </button>
          )}
        </div>
      </FieldFrame>
      <p class="wt-small" role="status">
        {query.trim() === "" ? "" : `${counted(matches.length + more, "gevonden")} `}
        {counted(ticked.length, "gekozen")}
        {more > 0 ? ` Je ziet de eerste ${matches.length}. Typ meer letters.` : ""}
      </p>
      {found.length > 0 ? (
        <Ticks legend="Gevonden gemeenten" options={found} ticked={ticked} onTick={tick} />
      ) : null}
      {chosen.length > 0 ? (
        <Ticks
          legend="Gekozen gemeenten"
          hint="Haal het vinkje weg bij een gemeente waar jullie niet meer werken."
          options={chosen}
          ticked={ticked}
          onTick={tick}
        />
      ) : null}
    </div>
  );
}

function Ticks({
  legend,
  hint,
  options,
  ticked,
  onTick,
}: {
  legend: string;
  hint?: string;
  options: MunicipalityOption[];
  ticked: string[];
  onTick: (code: string, on: boolean) => void;
}): JSX.Element {
  return (
    <fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset wt-field wt-group">
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {legend}
      </legend>
      {hint ? <div class="utrecht-form-field-description wt-hint">{hint}</div> : null}
      <div class="wt-options">
        {options.map(({ code, name }) => (
          <div class="wt-option" key={code}>
            <input
              class="utrecht-checkbox utrecht-checkbox--html-input"
              type="checkbox"
              id={`gemeente-${code}`}
              name="gemeenten"
              value={code}
              checked={ticked.includes(code)}
              onChange={(event) => onTick(code, event.currentTarget.checked)}
            />
            <label
              class="utrecht-form-label utrecht-form-label--checkbox wt-option__label"
              for={`gemeente-${code}`}
            >
              {name}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
