import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { labelOfRole } from "../navigation.ts";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import { OpenWorkList } from "./open-work-list.tsx";
import type { OpenWork } from "./open-work-words.ts";

/** Asks what must become of open work before the last role at an organisation goes. */
export function RoleWithdrawalPage({
  frame,
  person,
  role,
  memberId,
  work,
}: {
  frame: Frame;
  person: { id: string; name: string };
  role: Parameters<typeof labelOfRole>[0];
  memberId: string;
  work: readonly OpenWork[];
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Rol intrekken van ${person.name}?`}
      lead={`Er staat nog werk open. Draag het over, of laat het los.`}
      back={{ href: paths.person(person.id), label: `Terug naar ${person.name}` }}
    >
      <OpenWorkList personId={person.id} work={work} />
      <InlineForm action={paths.personRoleWithdrawal(person.id)}>
        <Hidden name="rol" value={role} />
        <Hidden name="lid" value={memberId} />
        <Hidden name="loslaten" value="ja" />
        <Actions>
          <Button kind="danger">Werk loslaten en rol intrekken</Button>
          <ButtonLink kind="secondary" href={paths.person(person.id)}>
            Rol {labelOfRole(role)} laten staan
          </ButtonLink>
        </Actions>
      </InlineForm>
    </Layout>
  );
}
