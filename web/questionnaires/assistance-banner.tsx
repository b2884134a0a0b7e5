import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Button } from "../ui/button.tsx";
import { formatTime } from "../ui/dutch.ts";
import { InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";

export interface AssistanceView {
  id: string;
  memberName: string;
  caller: string;
  endsAt: number;
}

/** Above everything that is filled in for somebody else: for whom, with whom, until when. */
export function AssistanceBanner({
  assistance,
  year,
}: {
  assistance: AssistanceView;
  year: number;
}): JSX.Element {
  const { id, memberName, caller, endsAt } = assistance;
  return (
    <Notice kind="warning" title={`Je vult in namens ${memberName}, telefonisch`}>
      <p>
        Aan de lijn: {caller}. Dit stopt vanzelf om {formatTime(endsAt)} uur. De tekenaar van het lid
        ondertekent.
      </p>
      <InlineForm action={paths.assistanceEnd(year, id)}>
        <Button kind="quiet">Invullen namens {memberName} stoppen</Button>
      </InlineForm>
    </Notice>
  );
}
