import type { ComponentChildren, JSX } from "preact";
import type { ProfileField, SizeClass } from "../../db/vocabulary.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { countOf, formatDay, formatList, formatNumber } from "../ui/dutch.ts";
import { PrintNote } from "../ui/meta-line.tsx";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { Table } from "../ui/table.tsx";
import { ContactPersons, type ShownContact } from "./contact-persons.tsx";
import { PROFILE_FIELD_LABELS, PROFILE_GROUPS, SIZE_CLASS_LABELS } from "./labels.ts";
import { FactNote, factAnswer, type ProfileFacts } from "./profile-facts.tsx";

/** The public part of a member: what the directory and the profile show to everybody. */
export interface MemberToShow {
  slug: string;
  name: string;
  joinedOn: string;
  leftOn: string | null;
  provinces: string[];
  inhabitants: number | null;
  sizeClass: SizeClass | null;
  /** day of the inhabitants */
  referenceOn: string | null;
  municipalities: { name: string; province: string; inhabitants: number | null }[];
}

export interface ContactToShow {
  website: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
}

export interface ProfilePageProps {
  frame: Frame;
  member: MemberToShow;
  /** null for who may not see facts */
  opened: { facts: ProfileFacts; contact: ContactToShow; people: readonly ShownContact[] } | null;
  hasLeft: boolean;
  mayEdit: boolean;
  maySeeHistory: boolean;
}

/** One member: the public part for everybody, the opened facts for members. */
export function ProfilePage(props: ProfilePageProps): JSX.Element {
  const { frame, member, opened } = props;
  return (
    <Layout
      frame={frame}
      title={member.name}
      lead={leadOf(member)}
      trail={[{ href: paths.members(), label: "Leden" }]}
    >
      {props.hasLeft && member.leftOn ? (
        <Notice kind="info">
          {member.name} is sinds {formatDay(member.leftOn)} geen lid meer. Dit is wat toen bekend was.
        </Notice>
      ) : null}
      {props.mayEdit || props.maySeeHistory ? (
        <Actions>
          {props.mayEdit ? (
            <ButtonLink href={paths.memberProfile(member.slug)}>Profiel bijwerken</ButtonLink>
          ) : null}
          {props.maySeeHistory ? (
            <ButtonLink kind="secondary" href={paths.memberHistory(member.slug)}>
              Geschiedenis bekijken
            </ButtonLink>
          ) : null}
        </Actions>
      ) : null}
      {opened ? (
        <p>
          <a href={paths.memberAlike(member.slug)}>Teams zoals {member.name}</a>
        </p>
      ) : null}
      {opened ? <Groups {...props} opened={opened} /> : <PublicPart member={member} />}
      <PrintNote>
        {member.name}, lid sinds {formatDay(member.joinedOn)}.
        {member.referenceOn ? ` Inwoners: peildatum ${formatDay(member.referenceOn)}.` : ""}
      </PrintNote>
    </Layout>
  );
}

function leadOf(member: MemberToShow): string {
  if (member.municipalities.length === 0) return "De gemeenten van dit lid zijn nog niet bekend.";
  const where = countOf(member.municipalities.length, "gemeente", "gemeenten");
  return `Actief in ${where} in ${formatList(member.provinces)}, voor ${countOf(member.inhabitants ?? 0, "inwoner", "inwoners")}.`;
}

function PublicPart({ member }: { member: MemberToShow }): JSX.Element {
  return (
    <>
      <h2>Waar</h2>
      <Where member={member} />
      <Notice kind="info" title="Leden zien meer">
        Leden laten elkaar ook zien hoe zij georganiseerd zijn en welke systemen zij gebruiken.{" "}
        <a href={paths.signIn()}>Log in</a> om dat te bekijken.
      </Notice>
    </>
  );
}

function Groups({
  member,
  opened: { facts, contact, people },
}: ProfilePageProps & { opened: NonNullable<ProfilePageProps["opened"]> }): JSX.Element {
  return (
    <>
      <section>
        <h2>Contactpersonen</h2>
        {people.length > 0 ? <ContactPersons contacts={people} /> : <p>Nog niemand gekozen.</p>}
        <p>
          <a href={paths.memberContacts(member.slug)}>Alles over de contactpersonen</a>
        </p>
      </section>
      {PROFILE_GROUPS.map(({ title, fields }) => (
        <section key={title}>
          <h2>{title}</h2>
          {title === "Waar" ? <Where member={member} /> : null}
          <SummaryList
            items={[
              ...(title === "Wie" ? contactItems(contact) : []),
              ...fields.map((field) => ({
                question: PROFILE_FIELD_LABELS[field].name,
                answer: answerOf(facts, field),
                note: <FactNote facts={facts} field={field} />,
              })),
            ]}
          />
        </section>
      ))}
    </>
  );
}

/** Municipalities stand in the table above; here only how many were given, and by whom. */
function answerOf(facts: ProfileFacts, field: ProfileField): ComponentChildren {
  const codes = field === "municipalities" ? facts.valueOf(field)?.value?.codes : undefined;
  return codes ? countOf(codes.length, "gemeente", "gemeenten") : factAnswer(facts, field);
}

/** Contact details as rows of a summary. */
export function contactItems({ website, contactEmail, contactPhone }: ContactToShow): {
  question: string;
  answer: ComponentChildren;
}[] {
  return [
    {
      question: "Website",
      answer: website && /^https?:/i.test(website) ? <a href={website}>{website}</a> : website,
    },
    {
      question: "E-mail",
      answer: contactEmail ? <a href={`mailto:${contactEmail}`}>{contactEmail}</a> : null,
    },
    {
      question: "Telefoon",
      answer: contactPhone ? (
        <a class="wt-phone" href={`tel:${contactPhone.replace(/[^+\d]/g, "")}`}>
          {contactPhone}
        </a>
      ) : null,
    },
  ];
}

function Where({ member }: { member: MemberToShow }): JSX.Element | null {
  const { municipalities, referenceOn, sizeClass } = member;
  if (municipalities.length === 0 || !sizeClass) return null;
  const day = referenceOn ? formatDay(referenceOn) : "onbekend";
  return (
    <>
      <Table
        caption={`Gemeenten en inwoners op ${day}`}
        columns={[
          { key: "name", label: "Gemeente" },
          { key: "province", label: "Provincie" },
          { key: "inhabitants", label: "Inwoners", numeric: true },
        ]}
        rows={municipalities.map(({ name, province, inhabitants }) => ({
          name,
          province,
          inhabitants: inhabitants === null ? "–" : formatNumber(inhabitants),
        }))}
        total={{ name: "Samen", inhabitants: formatNumber(member.inhabitants ?? 0) }}
      />
      <SummaryList
        items={[
          { question: "Grootte", answer: SIZE_CLASS_LABELS[sizeClass] },
          { question: "Lid sinds", answer: formatDay(member.joinedOn) },
        ]}
      />
      <Disclosure summary="Hoe komen we aan deze cijfers?">
        <p>
          De inwoners komen van het CBS en gelden op {day}. Provincies en grootte leiden we af uit de
          gemeenten. Niemand vult ze in.
        </p>
        <p>
          De grootte volgt uit de grootste stad en het totaal aantal inwoners. Een lid in een G4- of
          G40-gemeente telt altijd als groot. De G4 en G40 zijn netwerken van grote gemeenten. De M50 is het
          netwerk van middelgrote gemeenten. De K80 en P10 zijn netwerken van kleine en plattelandsgemeenten.
        </p>
      </Disclosure>
    </>
  );
}
