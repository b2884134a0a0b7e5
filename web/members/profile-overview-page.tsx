import type { JSX } from "preact";
import type { ProfileField } from "../../db/vocabulary.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Button } from "../ui/button.tsx";
import { countOf, formatDate } from "../ui/dutch.ts";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { PROFILE_FIELD_LABELS, PROFILE_GROUPS } from "./labels.ts";
import { FactNote, factAnswer, type ProfileFacts } from "./profile-facts.tsx";
import { type ContactToShow, contactItems } from "./profile-page.tsx";
import { isStale } from "./said-value.ts";

const NOTICES: Record<string, string> = {
  opgeslagen: "Je wijziging staat in het profiel.",
  bevestigd: "Bevestigd. De peildatum is nu vandaag.",
  "alles-bevestigd": "Alles is bevestigd. De peildatum is nu vandaag.",
  "deels-bevestigd": "Een collega wijzigde net iets. Lees dat na. De rest is bevestigd.",
};

/** All fields of a profile, for who keeps it right: what is known, how old it is, and where to change it. */
export function ProfileOverviewPage({
  frame,
  slug,
  facts,
  contact,
  message,
  newId,
}: {
  frame: Frame;
  slug: string;
  facts: ProfileFacts;
  contact: ContactToShow;
  /** the word of `?melding=` */
  message: string | undefined;
  /** gives each form of one button the id of what it makes */
  newId: () => string;
}): JSX.Element {
  const notice = NOTICES[message ?? ""];
  const all = PROFILE_GROUPS.flatMap(({ fields }) => fields);
  const empty = all.filter((field) => !facts.valueOf(field)).length;
  const stale = all.filter((field) => isOld(facts, field)).length;
  return (
    <Layout
      frame={frame}
      title="Profiel bijwerken"
      lead={stateOf(empty, stale)}
      trail={[
        { href: paths.members(), label: "Leden" },
        { href: paths.member(slug), label: facts.memberName },
      ]}
      notice={notice ? { kind: "ok", text: notice } : undefined}
      help={
        <>
          <h2>Wat gebeurt hiermee?</h2>
          <p>Alle leden zien dit profiel. Bezoekers zien alleen naam, gemeenten en grootte.</p>
          <p>Je vult iets één keer in. In de vragenlijst staat het daarna al klaar.</p>
          <p>
            <a href={paths.memberHistory(slug)}>Bekijk wat er eerder stond</a>
          </p>
        </>
      }
    >
      {PROFILE_GROUPS.map(({ title, fields }) => (
        <section key={title}>
          <h2>{title}</h2>
          <SummaryList
            items={fields.map((field) => ({
              question: PROFILE_FIELD_LABELS[field].name,
              answer: factAnswer(facts, field),
              note: <Note slug={slug} facts={facts} field={field} newId={newId} />,
              change: {
                href: paths.memberProfileField(slug, PROFILE_FIELD_LABELS[field].address),
                subject: PROFILE_FIELD_LABELS[field].subject,
              },
            }))}
          />
        </section>
      ))}
      <ConfirmAll slug={slug} facts={facts} />
      <h2>Contact</h2>
      <SummaryList
        items={contactItems(contact).map((item, at) => ({
          ...item,
          change:
            at === 0
              ? { href: paths.memberProfileField(slug, "contact"), subject: "contactgegevens" }
              : undefined,
        }))}
      />
    </Layout>
  );
}

/** One action that says of everything on the page that it still holds, after reading it. */
function ConfirmAll({ slug, facts }: { slug: string; facts: ProfileFacts }): JSX.Element | null {
  const values = PROFILE_GROUPS.flatMap(({ fields }) => fields).flatMap(
    (field) => facts.valueOf(field) ?? [],
  );
  const [oldest] = values.map(({ referenceOn }) => referenceOn).sort();
  if (oldest === undefined) return null;
  const open = values.filter(({ referenceOn }) => referenceOn < facts.today);
  return (
    <section>
      <h2>Klopt alles nog?</h2>
      <p>
        De oudste peildatum op deze pagina is {formatDate(oldest)}.
        {open.length > 0 ? " Lees het eens per jaar na. Klopt het, bevestig dan alles tegelijk." : ""}
      </p>
      {open.length > 0 ? (
        <InlineForm action={paths.memberProfileConfirmation(slug)}>
          <Hidden name="gezien" value={open.map(({ id }) => id).join(" ")} />
          <Button>Alles op deze pagina klopt nog</Button>
        </InlineForm>
      ) : null}
    </section>
  );
}

const isOld = (facts: ProfileFacts, field: ProfileField): boolean => {
  const value = facts.valueOf(field);
  return value !== null && isStale(value.referenceOn, facts.today);
};

function stateOf(empty: number, stale: number): string {
  if (empty === 0 && stale === 0) return "Alles is ingevuld en korter dan een jaar geleden bevestigd.";
  return [
    empty > 0 ? `Nog ${countOf(empty, "onderwerp is", "onderwerpen zijn")} niet ingevuld.` : "",
    stale > 0 ? `Van ${countOf(stale, "onderwerp", "onderwerpen")} is de vraag: klopt dit nog?` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function Note({
  slug,
  facts,
  field,
  newId,
}: {
  slug: string;
  facts: ProfileFacts;
  field: ProfileField;
  newId: () => string;
}): JSX.Element | null {
  const value = facts.valueOf(field);
  if (!value) return null;
  const { address, subject } = PROFILE_FIELD_LABELS[field];
  return (
    <>
      <FactNote facts={facts} field={field} />
      {value.referenceOn < facts.today ? (
        <div class="wt-confirm">
          <InlineForm action={paths.memberProfileField(slug, address)}>
            <Hidden name="id" value={newId()} />
            <Hidden name="vorige" value={value.id} />
            <Button kind="quiet" name="actie" value="klopt">
              Klopt nog<span class="wt-only-read">: {subject}</span>
            </Button>
          </InlineForm>
        </div>
      ) : null}
    </>
  );
}
