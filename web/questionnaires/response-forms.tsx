import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Button } from "../ui/button.tsx";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import { stampOf } from "./contract.ts";

interface ResponseForm {
  year: number;
  responseId: string;
}

export function ReadyForm({ year, responseId }: ResponseForm): JSX.Element {
  return (
    <InlineForm action={paths.questionnaireReady(year)}>
      <Hidden name="inzending" value={responseId} />
      <Button>Klaar, laat ondertekenen</Button>
    </InlineForm>
  );
}

export function ResumingForm({ year, responseId }: ResponseForm): JSX.Element {
  return (
    <InlineForm action={paths.questionnaireUnready(year)}>
      <Hidden name="inzending" value={responseId} />
      <Button kind="secondary">Invullen hervatten</Button>
    </InlineForm>
  );
}

/** The form names what the signatory saw, so that nobody signs what changed meanwhile. */
export function SigningForm({
  year,
  response,
}: {
  year: number;
  response: { id: string; readyAt: number | null; askedAt: number | null; stamp: number };
}): JSX.Element {
  return (
    <InlineForm action={paths.questionnaireSignature(year)}>
      <Hidden name="inzending" value={response.id} />
      <Hidden name="gezien" value={stampOf(response)} />
      <Button>Antwoorden indienen</Button>
    </InlineForm>
  );
}

/** `newId` is the id of the version that this form makes; sent twice it makes one. */
export function ReopeningForm({ year, responseId, newId }: ResponseForm & { newId: string }): JSX.Element {
  return (
    <InlineForm action={paths.questionnaireReopening(year)}>
      <Hidden name="inzending" value={responseId} />
      <Hidden name="nieuw" value={newId} />
      <Button kind="secondary">Heropenen als nieuwe versie</Button>
    </InlineForm>
  );
}
