import type { JSX } from "preact";
import type { Frame } from "./frame.ts";
import { Layout } from "./layout.tsx";
import { paths } from "./paths.ts";
import { ButtonLink } from "./ui/button.tsx";
import { type KeptText, KeptTexts } from "./ui/kept-texts.tsx";

export type FaultKind = "forbidden" | "missing" | "stale" | "too_large" | "broken";

const TEXTS: Record<FaultKind, { title: string; what: string; next: string }> = {
  forbidden: {
    title: "Dit mag je niet bekijken",
    what: "Jouw rol geeft geen toegang tot deze pagina.",
    next: "Hoort dit wel bij je werk? Vraag het bureau om de goede rol.",
  },
  missing: {
    title: "Deze pagina bestaat niet",
    what: "Het adres klopt niet, de pagina is verplaatst of zij is niet voor jouw organisatie.",
    next: "Controleer het adres of ga verder vanaf de startpagina.",
  },
  stale: {
    title: "Dit is intussen veranderd",
    what: "Iemand anders was je net voor, of je deed dit al in een ander venster.",
    next: "Ga terug, vernieuw de pagina en kijk hoe het er nu voor staat.",
  },
  too_large: {
    title: "Dit is te groot",
    what: "Je stuurde meer dan wij in één keer kunnen bewaren.",
    next: "Ga terug. Maak je tekst korter, of kies een kleiner bestand.",
  },
  broken: {
    title: "Er ging iets mis bij ons",
    what: "Wij konden de pagina niet maken. Dat ligt niet aan jou.",
    next: "Ga terug en probeer het opnieuw. Blijft het misgaan? Bel of mail het bureau met het nummer hieronder.",
  },
};

/** The page for 403, 404, 409, 413 and 500: what happened, how to go on, and a number to mention. */
export function FaultPage({
  frame,
  kind,
  reference,
  what,
  back,
  kept = [],
}: {
  frame: Frame;
  kind: FaultKind;
  reference: string;
  /** a sentence that knows more than the general one */
  what?: string;
  back?: { href: string; label: string };
  /** what was typed and has no form to stand in any more */
  kept?: readonly KeptText[];
}): JSX.Element {
  const text = TEXTS[kind];
  return (
    <Layout frame={frame} title={text.title} lead={what ?? text.what}>
      <p>{text.next}</p>
      <p>
        <ButtonLink href={back?.href ?? paths.home()}>{back?.label ?? "Naar de startpagina"}</ButtonLink>
      </p>
      <KeptTexts kept={kept} />
      <p class="wt-meta">
        Nummer van deze melding: <strong>{reference}</strong>
      </p>
    </Layout>
  );
}
