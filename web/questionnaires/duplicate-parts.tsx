import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Button } from "../ui/button.tsx";
import { formatDateTime } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import { Notice, type NoticeKind } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { ASK, KEEP } from "./duplicate-contract.ts";

interface SideView {
  id: string;
  sequence: number;
  version: number;
  state: "in_progress" | "ready" | "signed";
  startedAt: number;
  startedBy: string | null;
  signedAt: number | null;
  signedBy: string | null;
  reference: string | null;
}

/** What both pages of two responses know. */
export interface Shared {
  frame: Frame;
  year: number;
  left: SideView;
  right: SideView;
  /** id of the version that merging makes */
  newId: string;
  may: { merge: boolean; keepLeft: boolean; keepRight: boolean };
  errors?: FieldErrors | undefined;
  typed?: Record<string, string[]> | undefined;
  stale?: string | undefined;
  notice?: { kind: NoticeKind; text: string } | undefined;
}

const PERSON = "een oud-collega";

function madeWords(side: SideView): string {
  const begun = `Begonnen door ${side.startedBy ?? PERSON} op ${formatDateTime(side.startedAt)}.`;
  return side.signedAt
    ? `${begun} Ingediend door ${side.signedBy ?? PERSON} op ${formatDateTime(side.signedAt)}, nummer ${side.reference}.`
    : `${begun} Nog niet ingediend.`;
}

/** Who made which, and when. */
export function Sides({ left, right }: Shared): JSX.Element {
  return (
    <SummaryList
      items={[
        { question: "Eerste inzending", answer: madeWords(left) },
        {
          question: "Tweede inzending",
          answer: `${madeWords(right)} ${right.signedAt ? "Deze telt nu mee." : "Deze telt mee zodra zij is ingediend."}`,
        },
      ]}
    />
  );
}

/** Which two the form is about. */
export function Seen({ left, right, newId }: Shared): JSX.Element {
  return (
    <>
      <Hidden name="eerste" value={left.id} />
      <Hidden name="tweede" value={right.id} />
      <Hidden name="nieuw" value={newId} />
    </>
  );
}

/** Keeping one whole: one button each, with what it does. */
export function Keeping(props: Shared & { action: string; ask?: boolean }): JSX.Element {
  const { may, right, left, action, ask } = props;
  const forms = [
    {
      value: KEEP.right,
      may: may.keepRight,
      words: "De eerste telt niet meer mee. Er hoeft niets opnieuw ondertekend te worden.",
      button: "Tweede inzending houden",
    },
    {
      value: KEEP.left,
      may: may.keepLeft,
      words:
        right.state === "signed" && left.state === "signed"
          ? "Haar antwoorden worden een nieuwe versie. De tekenaar dient die opnieuw in."
          : "De tweede vervalt. Zij was nog niet ingediend.",
      button: "Eerste inzending houden",
    },
    {
      value: ASK,
      may: ask ?? false,
      words: "De organisatie kiest dan zelf per vraag.",
      button: "Organisatie vragen",
    },
  ];
  return (
    <section>
      <h2>{ask ? "Wat moet er gebeuren?" : "Of houd één inzending helemaal"}</h2>
      {forms
        .filter((each) => each.may)
        .map(({ value, words, button }) => (
          <div class="wt-returned" key={value}>
            <p>{words}</p>
            <InlineForm action={action}>
              <Seen {...props} />
              <Button kind="secondary" name="actie" value={value}>
                {button}
              </Button>
            </InlineForm>
          </div>
        ))}
    </section>
  );
}

export function Stale({ stale }: Shared): JSX.Element | null {
  return stale ? (
    <Notice kind="warning" live>
      <p>{stale}</p>
    </Notice>
  ) : null;
}
