import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Ways } from "../ui/ways.tsx";

/** Under the task list: what else there is to choose, to read or to print. */
export function TaskWays({
  year,
  response,
  isHelper,
}: {
  year: number;
  response: { state: string; version: number; twins: number } | null;
  /** works on sections that were given, and on nothing else */
  isHelper: boolean;
}): JSX.Element | null {
  const isAll = !isHelper;
  const hasSigned = isAll && response !== null && (response.state === "signed" || response.version > 1);
  return (
    <Ways
      label="Meer bij deze vragenlijst"
      links={[
        isAll &&
          (response?.twins ?? 0) > 1 && [
            paths.questionnaireDuplicate(year),
            "Jullie twee inzendingen naast elkaar",
          ],
        hasSigned && [paths.questionnaireUse(year), "Wat is er met ons antwoord gebeurd?"],
        hasSigned && [paths.questionnaireVersions(year), "Ingediende versies"],
        isAll && [paths.questionnaireConsent(year), "Kies wie jullie antwoorden leest"],
        isAll && [paths.questionnaireBlank(year), "Lege vragenlijst om te printen"],
        isAll && response !== null && [paths.questionnairePrint(year), "Ingevulde vragenlijst om te printen"],
        [paths.questionnairePrivacy(year), "Privacy bij deze vragenlijst"],
      ]}
    />
  );
}
