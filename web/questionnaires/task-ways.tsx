import type { JSX } from "preact";
import { paths } from "../paths.ts";

/** Under the task list: what else there is to read or to print. */
export function TaskWays({
  year,
  response,
}: {
  year: number;
  response: { state: string; version: number; twins: number } | null;
}): JSX.Element {
  const hasSigned = response !== null && (response.state === "signed" || response.version > 1);
  return (
    <ul>
      {response && response.twins > 1 ? (
        <li>
          <a href={paths.questionnaireDuplicate(year)}>Jullie twee inzendingen naast elkaar</a>
        </li>
      ) : null}
      <li>
        <a href={paths.questionnaireBlank(year)}>Lege vragenlijst om te printen</a>
      </li>
      {response ? (
        <li>
          <a href={paths.questionnairePrint(year)}>Ingevulde vragenlijst om te printen</a>
        </li>
      ) : null}
      {hasSigned ? (
        <li>
          <a href={paths.questionnaireVersions(year)}>Ingediende versies</a>
        </li>
      ) : null}
      {hasSigned ? (
        <li>
          <a href={paths.questionnaireUse(year)}>Wat is er met ons antwoord gebeurd?</a>
        </li>
      ) : null}
    </ul>
  );
}
