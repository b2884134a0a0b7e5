import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { beginningOf } from "./facts.tsx";
import type { BundleSeen } from "./match-seen.ts";
import { formatMinutes, type MatchNames } from "./match-words.ts";

/** Several teams nearby that want to see the same: one day could serve them all. */
export function BundlesPage({
  frame,
  bundles,
  names,
  mayOffer,
}: {
  frame: LayoutProps["frame"];
  bundles: readonly BundleSeen[];
  names: MatchNames;
  mayOffer: boolean;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Gebundelde vragen in jullie buurt"
      lead="Willen meer teams hetzelfde zien? Dan kun je ze samen ontvangen, op één dag."
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
    >
      {bundles.length > 0 ? (
        bundles.map((bundle) => <BundleCard key={bundle.themeId} {...{ bundle, names, mayOffer }} />)
      ) : (
        <Empty why="Er zijn nu geen twee teams in jullie buurt met hetzelfde thema.">
          <a href={paths.visits()}>Bekijk alle open vragen</a>
        </Empty>
      )}
      <p class="wt-bundle-note">
        In de buurt is ongeveer een uur reizen of minder. We kijken ook naar de reisgrens van elk team. Er
        gaat niets vanzelf: de teams horen pas iets als jij ze uitnodigt.
      </p>
    </Layout>
  );
}

function BundleCard({
  bundle,
  names,
  mayOffer,
}: {
  bundle: BundleSeen;
  names: MatchNames;
  mayOffer: boolean;
}): JSX.Element {
  const theme = names.get(bundle.themeId) ?? bundle.themeId;
  const make = `${paths.newOffer()}?${new URLSearchParams({ themas: bundle.themeId, wanneer: "datum", plekken: String(bundle.people) })}`;
  return (
    <Card title={theme}>
      <p>
        {`${capitalised(countInWords(bundle.wishes.length))} teams in jullie buurt willen dit zien. Samen zijn dat ${countOf(bundle.people, "persoon", "personen")}.`}
        {bundle.isOffered ? " Jullie hebben al aanbod over dit thema." : null}
      </p>
      <ul class="wt-bundle">
        {bundle.wishes.map((wish) => (
          <li key={wish.id}>
            <a href={paths.visit(wish.id)}>{beginningOf(wish.learningQuestion, 120)}</a>
            <p class="wt-small">
              {`${wish.memberName}, met ${countOf(wish.people, "persoon", "personen")}, ongeveer ${formatMinutes(wish.minutes)} reizen`}
            </p>
          </li>
        ))}
      </ul>
      {mayOffer ? (
        <Actions>
          <ButtonLink href={make}>
            Maak aanbod met een dag<span class="wt-only-read"> over {theme}</span>
          </ButtonLink>
        </Actions>
      ) : (
        <p>Een gastheer van jouw organisatie kan hier aanbod voor maken.</p>
      )}
    </Card>
  );
}

const WORDS = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"];
const countInWords = (count: number): string => WORDS[count] ?? String(count);
const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
