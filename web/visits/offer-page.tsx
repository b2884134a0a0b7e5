import type { JSX } from "preact";
import type { OfferState } from "../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { ContactLine, type ShownContact } from "../members/contact-persons.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf } from "../ui/dutch.ts";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { DayStub } from "./day-stub.tsx";
import { Facts, seatsLeft, Told } from "./facts.tsx";
import { FORMATS, OFFER_STATE_WORDS } from "./labels.ts";
import { formatMoment, titleOnDay } from "./moment.ts";
import { OtherDays } from "./other-days.tsx";
import { sheetLines } from "./practical-sheet.ts";
import type { OfferSeen, SiblingSeen } from "./seen.ts";

const STATE_BUTTONS: Record<OfferState, string> = {
  draft: "Terug naar concept",
  published: "Aanbod openzetten",
  paused: "Aanbod even dichtzetten",
  withdrawn: "Aanbod intrekken",
};

const otherOffers = ({ themes: [theme] }: OfferSeen): string =>
  theme ? `${paths.visits()}?thema=${encodeURIComponent(theme.slug)}` : paths.visits();

/** One offer as an invitation, with what this viewer may do with it. */
export function OfferPage({
  frame,
  offer,
  mayRequest,
  whyNot,
  mayEdit,
  isOwn,
  states,
  siblings,
  contact,
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
  /** the other days of the same offer */
  siblings: readonly SiblingSeen[];
  /** whom to turn to at the host, for who is signed in */
  contact: ShownContact | undefined;
  notice: string | undefined;
}): JSX.Element {
  const state = OFFER_STATE_WORDS[offer.state];
  const sheet = sheetLines(offer);
  return (
    <Layout
      frame={frame}
      title={titleOnDay(offer)}
      heading={offer.title}
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
              { label: "Contact", value: contact ? <ContactLine contact={contact} /> : "" },
              { label: "Voor wie", value: offer.forWhom },
              { label: "Wanneer", value: formatMoment(offer) },
              { label: "Waar", value: offer.location },
              { label: "Provincie", value: offer.provinces },
              { label: "Plekken", value: seatsLeft(offer.seats, offer.taken) },
              {
                label: "Minimum",
                value: offer.seatsMin > 1 ? `gaat door vanaf ${offer.seatsMin} personen` : "",
              },
              {
                label: "Wachtlijst",
                value: offer.waiting > 0 ? countOf(offer.waiting, "groep", "groepen") : "",
              },
              { label: "Thema", value: offer.themes.map(({ name }) => name).join(", ") },
            ]}
          />
          {sheet.length > 0 ? (
            <>
              <h2>Praktisch blad</h2>
              <Facts facts={sheet} />
            </>
          ) : null}
        </div>
      </article>
      <OtherDays siblings={siblings} isOwn={isOwn} />
      {mayRequest ? (
        <Actions>
          <ButtonLink href={`${paths.newVisit()}?aanbod=${offer.id}`}>Bezoek aanvragen</ButtonLink>
        </Actions>
      ) : null}
      {!mayRequest && !isOwn && whyNot ? (
        <Notice kind="info">
          <p>{whyNot}</p>
          <p>
            Bekijk <a href={otherOffers(offer)}>ander aanbod over dit thema</a>
            {frame.viewer?.memberId ? (
              <>
                , of plaats een <a href={paths.newVisit()}>open vraag</a>
              </>
            ) : null}
            .
          </p>
        </Notice>
      ) : null}
      {isOwn ? (
        <section aria-labelledby="beheer">
          <h2 id="beheer">Dit is aanbod van jullie</h2>
          <p>{state.meaning}</p>
          <p>
            {offer.isPublic
              ? "Als het openstaat, staat dit aanbod ook in de openbare agenda."
              : "Dit aanbod staat niet in de openbare agenda. Alleen leden zien het."}
          </p>
          <Actions>
            {offer.state === "published" ? (
              <ButtonLink kind="secondary" href={paths.requestsForOffer(offer.id)}>
                Bekijk vragen die hierbij passen
              </ButtonLink>
            ) : null}
            {mayEdit ? (
              <ButtonLink kind="secondary" href={paths.offerEdit(offer.id)}>
                Aanbod wijzigen
              </ButtonLink>
            ) : null}
            {offer.startsAt !== null ? (
              <ButtonLink kind="secondary" href={paths.offerGroup(offer.id)}>
                Bekijk wie er komen
              </ButtonLink>
            ) : null}
            {mayEdit && offer.startsAt !== null ? (
              <ButtonLink kind="secondary" href={paths.offerDay(offer.id)}>
                Dag toevoegen
              </ButtonLink>
            ) : null}
            {states.map((to) => (
              <InlineForm key={to} action={paths.offerState(offer.id)}>
                <Hidden name="revisie" value={offer.revision} />
                <Hidden name="stand" value={OFFER_STATE_WORDS[to].word} />
                <Button kind={to === "published" ? "primary" : "secondary"}>{STATE_BUTTONS[to]}</Button>
                {siblings.length > 0 ? (
                  <Button kind="quiet" name="reeks" value="ja">
                    {`${STATE_BUTTONS[to]}, alle dagen`}
                  </Button>
                ) : null}
              </InlineForm>
            ))}
          </Actions>
        </section>
      ) : null}
    </Layout>
  );
}
