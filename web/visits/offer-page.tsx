import type { JSX } from "preact";
import type { OfferState } from "../../db/vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import { DayStub } from "./day-stub.tsx";
import { Facts, seatsLeft, Told } from "./facts.tsx";
import { FORMATS, OFFER_STATE_WORDS } from "./labels.ts";
import { formatMoment } from "./moment.ts";
import type { OfferSeen } from "./seen.ts";

const STATE_BUTTONS: Record<OfferState, string> = {
  draft: "Terug naar concept",
  published: "Aanbod openzetten",
  paused: "Aanbod even dichtzetten",
  withdrawn: "Aanbod intrekken",
};

/** One offer as an invitation, with what this viewer may do with it. */
export function OfferPage({
  frame,
  offer,
  mayRequest,
  whyNot,
  mayEdit,
  isOwn,
  states,
  notice,
}: {
  frame: LayoutProps["frame"];
  offer: OfferSeen;
  mayRequest: boolean;
  /** a sentence for who may read but not request */
  whyNot: string | undefined;
  mayEdit: boolean;
  isOwn: boolean;
  /** the stands to which this viewer may bring the offer */
  states: readonly OfferState[];
  notice: string | undefined;
}): JSX.Element {
  const state = OFFER_STATE_WORDS[offer.state];
  return (
    <Layout
      frame={frame}
      title={offer.title}
      lead={`${offer.memberName} nodigt je uit.`}
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      notice={notice ? { kind: "ok", text: notice } : undefined}
    >
      <article class="wt-invitation wt-invitation--large">
        <DayStub startsAt={offer.startsAt} />
        <div class="wt-invitation__words">
          <p class="wt-invitation__badges">
            <Badge kind="green">{FORMATS[offer.format].label}</Badge>
            {isOwn ? <Badge kind={state.kind}>{state.label}</Badge> : null}
          </p>
          <h2>Wat je te zien krijgt</h2>
          <Told text={offer.whatYouSee} />
          <Facts
            facts={[
              { label: "Wie", value: <a href={paths.member(offer.memberSlug)}>{offer.memberName}</a> },
              { label: "Voor wie", value: offer.forWhom },
              { label: "Wanneer", value: formatMoment(offer) },
              { label: "Waar", value: offer.location },
              { label: "Provincie", value: offer.provinces },
              { label: "Plekken", value: seatsLeft(offer.seats, offer.taken) },
              { label: "Thema", value: offer.themes.map(({ name }) => name).join(", ") },
            ]}
          />
          {offer.practical ? (
            <>
              <h2>Zo kom je er</h2>
              <Told text={offer.practical} />
            </>
          ) : null}
        </div>
      </article>
      {mayRequest ? (
        <Actions>
          <ButtonLink href={`${paths.newVisit()}?aanbod=${offer.id}`}>Bezoek aanvragen</ButtonLink>
        </Actions>
      ) : null}
      {!mayRequest && !isOwn && whyNot ? <p>{whyNot}</p> : null}
      {isOwn ? (
        <section aria-labelledby="beheer">
          <h2 id="beheer">Dit is aanbod van jullie</h2>
          <p>{state.meaning}</p>
          <Actions>
            {mayEdit ? (
              <ButtonLink kind="secondary" href={paths.offerEdit(offer.id)}>
                Aanbod wijzigen
              </ButtonLink>
            ) : null}
            {states.map((to) => (
              <InlineForm key={to} action={paths.offerState(offer.id)}>
                <Hidden name="revisie" value={offer.revision} />
                <Hidden name="stand" value={OFFER_STATE_WORDS[to].word} />
                <Button kind={to === "published" ? "primary" : "secondary"}>{STATE_BUTTONS[to]}</Button>
              </InlineForm>
            ))}
          </Actions>
        </section>
      ) : null}
    </Layout>
  );
}
