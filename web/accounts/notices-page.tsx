import type { JSX } from "preact";
import { NOTICE_DELIVERIES, NOTICE_KINDS } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { DELIVERY_WORDS, NOTICE_WORDS } from "./notice-words.ts";

export interface NoticesPageProps {
  frame: Frame;
  email: string;
  typed: Record<string, readonly string[]>;
  errors?: FieldErrors;
  feed: CalendarFeed;
  notice?: LayoutProps["notice"];
}

export interface CalendarFeed {
  /** since when an address works; null: there is none */
  since: number | null;
  /** the whole address, only right after it was made: afterwards nobody knows it any more */
  address: string | null;
  /** what the next address will hold, so that the same form sent twice makes one address */
  nextToken: string;
}

/** How notices come, kind by kind, and the address for one's own calendar. */
export function NoticesPage({ frame, email, typed, errors, feed, notice }: NoticesPageProps): JSX.Element {
  const options = NOTICE_DELIVERIES.map((delivery) => DELIVERY_WORDS[delivery]);
  return (
    <Layout
      frame={frame}
      title="Meldingen"
      lead={`Kies per soort hoe je mail krijgt op ${email}.`}
      errors={errors}
      notice={notice}
    >
      {feed.address ? <NewAddress address={feed.address} /> : null}
      <p>
        De dagmail komt om 07.30 uur, alleen als er iets te melden is. Inlogcodes en uitnodigingen voor je
        agenda krijg je altijd meteen.
      </p>
      <div class="wt-notices">
        <Form action={paths.notices()} explained={false} label="Keuzes voor meldingen">
          {NOTICE_KINDS.map((kind) => {
            const { field, label, hint } = NOTICE_WORDS[kind];
            return (
              <RadioGroup
                key={kind}
                name={field}
                label={label}
                hint={hint}
                options={options}
                value={typed[field]?.[0]}
                error={errors?.[field]}
              />
            );
          })}
          <Actions>
            <Button>Keuzes opslaan</Button>
          </Actions>
        </Form>
      </div>
      <OwnCalendar feed={feed} />
    </Layout>
  );
}

function NewAddress({ address }: { address: string }): JSX.Element {
  return (
    <Notice kind="warning" title="Kopieer dit adres nu">
      <p>
        <code class="wt-address">{address}</code>
      </p>
      <p>Je ziet het maar één keer. Wie dit adres heeft, ziet jouw bezoeken. Deel het dus met niemand.</p>
      <p>Voeg het in je agenda toe als abonnement, of ‘van internet’.</p>
    </Notice>
  );
}

function OwnCalendar({ feed }: { feed: CalendarFeed }): JSX.Element {
  return (
    <section class="wt-own-calendar">
      <h2 id="agenda">Je werkbezoeken in je eigen agenda</h2>
      <p>
        Met een geheim adres haalt je agenda jouw afgesproken bezoeken zelf op. Dat werkt in Outlook, Google
        Agenda en Apple Agenda.
      </p>
      <p>
        {feed.since === null
          ? "Je hebt nu geen adres."
          : `Je hebt een adres sinds ${formatDay(feed.since)}. Met een nieuw adres werkt het oude niet meer.`}
      </p>
      <Actions>
        <InlineForm action={paths.calendarFeedRenewal()}>
          <Hidden name="adres" value={feed.nextToken} />
          <Button kind="secondary">{feed.since === null ? "Maak een adres" : "Maak een nieuw adres"}</Button>
        </InlineForm>
        {feed.since === null ? null : (
          <InlineForm action={paths.calendarFeedRemoval()}>
            <Button kind="quiet">Haal het adres weg</Button>
          </InlineForm>
        )}
      </Actions>
    </section>
  );
}
