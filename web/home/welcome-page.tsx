import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card, CardGrid } from "../ui/card.tsx";
import { countOf, formatDay, formatNumber } from "../ui/dutch.ts";

export interface AssociationTotals {
  members: number;
  municipalities: number;
  provinces: number;
  inhabitants: number;
  referenceOn: string | null;
}

const PARTS = [
  [
    "Profiel",
    "Elke organisatie houdt haar gegevens één keer bij. Iedereen gebruikt dezelfde, actuele gegevens.",
  ],
  [
    "Vragenlijst",
    "Eens per jaar vertellen teams hoe zij werken. Collega's vullen samen in, de directie ondertekent.",
  ],
  ["Inzicht", "Leden zien wat er samen uitkomt. Niemand kan een vertrouwelijk antwoord herleiden."],
  ["Werkbezoeken", "Wie nieuwsgierig is, gaat kijken bij een ander team en neemt lessen mee terug."],
] as const;

/** The page for visitors: what this is, who takes part, where to go. */
export function WelcomePage({
  frame,
  totals,
  openedYear,
}: {
  frame: Frame;
  totals: AssociationTotals | undefined;
  /** the round in which answers are open to everybody */
  openedYear: number | undefined;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Welkom"
      heading="Hoe werken onze wijkteams?"
      lead="Op dit plein leren lokale teams van elkaar: met feiten, met antwoorden en door bij elkaar te kijken."
      wide
    >
      {totals && totals.members > 0 ? (
        <p class="wt-statement">
          {countOf(totals.members, "organisatie werkt", "organisaties werken")} in{" "}
          {countOf(totals.municipalities, "gemeente", "gemeenten")} en{" "}
          {countOf(totals.provinces, "provincie", "provincies")}, voor {formatNumber(totals.inhabitants)}{" "}
          inwoners
          {totals.referenceOn ? ` (peildatum ${formatDay(totals.referenceOn)})` : ""}.
        </p>
      ) : null}
      <p class="wt-actions">
        <ButtonLink href={paths.signIn()}>Inloggen</ButtonLink>{" "}
        <ButtonLink href={paths.members()} kind="secondary">
          Bekijk de leden
        </ButtonLink>
      </p>
      {openedYear === undefined ? null : (
        <p>
          <a href={paths.insightOpened(openedYear)}>Lees wat organisaties in {openedYear} openbaar maakten</a>
        </p>
      )}
      <CardGrid>
        {PARTS.map(([title, text]) => (
          <Card key={title} title={title}>
            <p>{text}</p>
          </Card>
        ))}
      </CardGrid>
    </Layout>
  );
}
