import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { type KeptText, KeptTexts } from "../ui/kept-texts.tsx";
import { type Carried, CarriedFields } from "./carried.tsx";

interface SwitchedPageProps {
  frame: Frame;
  /** the organisation that the form speaks for; null for who does not belong to it any more */
  membership: { memberId: string; memberName: string } | null;
  carried: Carried;
  kept: readonly KeptText[];
}

/** A form for one organisation that came while another one was chosen: what was typed, and the way back. */
export function SwitchedPage({ frame, membership, carried, kept }: SwitchedPageProps): JSX.Element {
  const now = frame.viewer?.memberName ?? "de vereniging";
  return (
    <Layout
      frame={frame}
      title="Je werkt nu voor een andere organisatie"
      lead={`In een ander venster wisselde je naar ${now}. Er is niets opgeslagen.`}
    >
      {membership ? (
        <Form action={paths.switchMember()} explained={false} label="Terugwisselen">
          <p>
            Dit formulier was van {membership.memberName}.{" "}
            {carried.packedForm
              ? "Wissel terug, dan kun je het alsnog opslaan."
              : "Het is te groot om mee te nemen. Kopieer eerst je tekst hieronder."}
          </p>
          <Hidden name="lid" value={membership.memberId} />
          <CarriedFields carried={carried} />
          <Actions>
            <Button>Terug naar {membership.memberName}</Button>
          </Actions>
        </Form>
      ) : (
        <p>Dit formulier was van een organisatie waar je niet meer bij hoort. Bel of mail het bureau.</p>
      )}
      <KeptTexts kept={kept} />
    </Layout>
  );
}
