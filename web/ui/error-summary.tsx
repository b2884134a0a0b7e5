import type { FieldErrors } from "./field-errors.ts";
import { fieldId } from "./field-ids.ts";

/**
 * Lists everything that is wrong, with a link to each field. Stands before the h1 and takes focus:
 * `autofocus` does that without JavaScript, client.ts does it where a browser ignores autofocus on a div.
 */
export function ErrorSummary({ errors }: { errors: FieldErrors }) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="wt-error-summary" role="alert" tabIndex={-1} autofocus data-error-summary>
      <h2 class="wt-error-summary__title" id="foutoverzicht">
        Er is iets niet goed ingevuld
      </h2>
      <ul class="wt-error-summary__list">
        {entries.map(([name, sentence]) => (
          <li key={name}>{name === "" ? sentence : <a href={`#${fieldId(name)}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
