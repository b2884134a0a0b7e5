import type { JSX } from "preact";
import type { ProfileOutcome } from "../../db/vocabulary.ts";
import { RadioGroup } from "../ui/choices.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { guardFieldNames, PROFILE_HOLDS, PROFILE_SKIPPED } from "./contract.ts";

/** What was done with the value that the profile offered, in one sentence. */
export const OUTCOME_SENTENCES: Record<ProfileOutcome | "untouched", string> = {
  confirmed: "Bevestigd: zo stond het in het profiel.",
  changed: "Anders dan het in het profiel stond.",
  skipped: "Overgeslagen. Telt niet mee.",
  untouched: "Staat in het profiel, maar is niet bevestigd. Telt niet mee.",
};

/** "8 bevestigd, 1 gewijzigd, 1 overgeslagen"; "" when there is nothing to tell. */
export function outcomeWords(counts: readonly { outcome: ProfileOutcome; questions: number }[]): string {
  const of = (outcome: ProfileOutcome) => counts.find((each) => each.outcome === outcome)?.questions ?? 0;
  return [
    [of("confirmed"), "bevestigd"],
    [of("changed"), "gewijzigd"],
    [of("skipped"), "overgeslagen"],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");
}

/** A value of the profile beside its question: how old it is, by whom, and whether it still holds. */
export function ProfileOffer({
  concept,
  subject,
  profile,
  isSkipped,
  typed,
  error,
}: {
  concept: string;
  subject: string;
  profile: { referenceOn: string; saidBy: string | null };
  isSkipped: boolean;
  typed: string | undefined;
  error: string | undefined;
}): JSX.Element {
  return (
    <>
      <p class="wt-small">
        <strong>
          Uit het profiel, peildatum {formatDay(profile.referenceOn)}
          {profile.saidBy ? `, door ${profile.saidBy}` : ""}.
        </strong>{" "}
        Telt pas mee als je het bevestigt of verandert.
      </p>
      <RadioGroup
        name={guardFieldNames(concept).profileChoice}
        label={
          <>
            Klopt dit nog?<span class="wt-only-read"> {subject}</span>
          </>
        }
        optional
        value={typed ?? (isSkipped ? PROFILE_SKIPPED : null)}
        error={error}
        options={[
          { value: PROFILE_HOLDS, label: "Klopt nog" },
          { value: PROFILE_SKIPPED, label: "Nu overslaan" },
        ]}
      />
    </>
  );
}

/** Above the button that confirms all of a section at once. */
export const confirmAllWords = (open: number): string =>
  open === 1
    ? "1 antwoord komt uit het profiel. Lees het eerst. Klopt het? Bevestig het dan."
    : `${countOf(open, "antwoord komt", "antwoorden komen")} uit het profiel. Lees ze eerst. Klopt alles? Bevestig ze dan samen.`;
