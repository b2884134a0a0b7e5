import type { JSX } from "preact";
import { paths } from "../paths.ts";

export interface RoundDuplicate {
  name: string;
  slug: string;
  /** a merged version waits for its signature */
  isMerging: number;
}

/** On the page of a round: organisations that answered twice. */
export function RoundDuplicates({
  year,
  duplicates,
}: {
  year: number;
  duplicates: readonly RoundDuplicate[];
}): JSX.Element | null {
  if (duplicates.length === 0) return null;
  return (
    <section id="dubbel" aria-labelledby="dubbel-kop">
      <h2 id="dubbel-kop">Twee inzendingen van één organisatie</h2>
      <ul>
        {duplicates.map(({ name, slug, isMerging }) => (
          <li key={slug}>
            <a href={paths.roundDuplicate(year, slug)}>{name}</a>
            {isMerging ? ": de samengevoegde versie wacht op een handtekening" : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}
