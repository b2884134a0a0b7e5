import type { JSX } from "preact";
import type { AssociationRole, MemberRole, Role } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { labelOfRole } from "../navigation.ts";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { ROLES } from "./person-contract.ts";
import { roleTitle } from "./role-hints.ts";

export interface PersonPageProps {
  frame: Frame;
  person: { id: string; name: string; email: string; phone: string | null; createdAt: number };
  memberRoles: readonly { memberId: string; memberName: string; role: MemberRole }[];
  staffRoles: readonly { role: AssociationRole }[];
  members: readonly { id: string; name: string }[];
  lastSignedInAt: number | null;
  /** whether the role that manages everything may go */
  mayLoseBureau: boolean;
  words: { rol: string; lid: string };
  errors?: FieldErrors;
  notice?: LayoutProps["notice"];
}

/** One person: contact data, roles, and what can be done. */
export function PersonPage(props: PersonPageProps): JSX.Element {
  const { frame, person, words, errors } = props;
  return (
    <Layout
      frame={frame}
      title={person.name}
      trail={[
        { href: paths.bureau(), label: "Bureau" },
        { href: paths.people(), label: "Mensen" },
      ]}
      errors={errors}
      notice={props.notice}
    >
      <SummaryList
        items={[
          { question: "Mailadres", answer: person.email },
          { question: "Telefoonnummer", answer: person.phone },
          { question: "Toegevoegd", answer: formatDay(person.createdAt) },
          {
            question: "Laatst ingelogd",
            answer: props.lastSignedInAt
              ? formatDay(props.lastSignedInAt)
              : "Langer dan twee weken geleden, of nooit",
          },
        ]}
      />
      <Actions>
        <ButtonLink kind="secondary" href={paths.personDetails(person.id)}>
          Gegevens wijzigen
        </ButtonLink>
      </Actions>
      <h2>Rollen</h2>
      <Roles {...props} />
      <h2>Rol geven</h2>
      <Form action={paths.personRoles(person.id)} label="Rol geven">
        <Select
          name="rol"
          label="Rol"
          value={words.rol}
          error={errors?.rol}
          options={ROLES.map((role) => ({ value: role, label: roleTitle(role) }))}
        />
        <Select
          name="lid"
          label="Organisatie"
          hint="Kies niets voor de leergroep monitoring of het bureau."
          value={words.lid}
          error={errors?.lid}
          empty="Geen organisatie"
          optional
          options={props.members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Actions>
          <Button>Rol geven</Button>
        </Actions>
      </Form>
      <h2>Inzage en verwijderen</h2>
      <p>
        Vraagt deze persoon om inzage? Download dan{" "}
        <a href={paths.personData(person.id)} download>
          alle gegevens in één bestand
        </a>
        .
      </p>
      {props.mayLoseBureau ? (
        <p>
          Werkt deze persoon hier niet meer? <a href={paths.personRemoval(person.id)}>Verwijder de persoon</a>
          . De naam en het adres verdwijnen, tellingen blijven heel.
        </p>
      ) : (
        <p>Verwijderen kan nu niet. Geef eerst iemand anders de rol bureau.</p>
      )}
    </Layout>
  );
}

function Roles({ person, memberRoles, staffRoles, mayLoseBureau }: PersonPageProps): JSX.Element {
  const rows: { role: Role; memberId: string; where: string; fixed: boolean }[] = [
    ...staffRoles.map(({ role }) => ({
      role,
      memberId: "",
      where: "bij de vereniging",
      fixed: role === "bureau" && !mayLoseBureau,
    })),
    ...memberRoles.map(({ role, memberId, memberName }) => ({
      role,
      memberId,
      where: `namens ${memberName}`,
      fixed: false,
    })),
  ];
  if (rows.length === 0)
    return <p>Deze persoon heeft nog geen rol. Geef hieronder een rol, anders ziet die weinig.</p>;
  return (
    <SummaryList
      items={rows.map(({ role, memberId, where, fixed }) => ({
        question: roleTitle(role),
        answer: (
          <>
            <p>{where}</p>
            {fixed ? (
              <p class="wt-small">Dit is de enige met deze rol, dus zij blijft.</p>
            ) : (
              <InlineForm action={paths.personRoleWithdrawal(person.id)}>
                <Hidden name="rol" value={role} />
                <Hidden name="lid" value={memberId} />
                <Button kind="quiet">
                  Rol intrekken
                  <span class="wt-only-read">
                    : {labelOfRole(role)} {where}
                  </span>
                </Button>
              </InlineForm>
            )}
          </>
        ),
      }))}
    />
  );
}
