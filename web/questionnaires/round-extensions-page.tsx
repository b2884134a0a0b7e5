import type { JSX } from "preact";
import type { RoundState } from "../../db/vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { formatDateTime, formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden, TextField } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { Table } from "../ui/table.tsx";
import { type ExtensionView, standingExtension } from "./round-message-contract.ts";
import { trailOfRound } from "./round-messages-page.tsx";

export interface ExtensionsPageProps {
  frame: LayoutProps["frame"];
  round: { year: number; state: RoundState; closesOn: string };
  extensions: readonly ExtensionView[];
  members: readonly { id: string; name: string }[];
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
  /** a colleague gave or took it back while this form was open; `mine` is null for taking back */
  overtaken?: { memberId: string; memberName: string; mine: { until: string; reason: string } | null };
  notice?: string | undefined;
}

/** What a colleague made of it and what was asked here, side by side. */
function Overtaken({
  memberId,
  memberName,
  mine,
  extensions,
}: NonNullable<ExtensionsPageProps["overtaken"]> & Pick<ExtensionsPageProps, "extensions">): JSX.Element {
  const now = extensions.find((each) => each.memberId === memberId);
  return (
    <Notice kind="warning" title={`Een collega veranderde net het uitstel van ${memberName}`} live>
      <SummaryList
        items={[
          {
            question: "Wat er nu staat",
            answer: now ? `Tot en met ${formatDay(now.until)}. ${now.reason}` : "Geen uitstel",
            note: now ? `Gegeven door ${now.givenBy ?? "iemand"}, ${formatDateTime(now.givenAt)}` : undefined,
          },
          {
            question: "Wat jij wilde",
            answer: mine ? `Tot en met ${formatDay(mine.until)}. ${mine.reason}` : "Het uitstel intrekken",
          },
        ]}
      />
      <p>
        {mine
          ? "Er is nog niets veranderd. Wil je het toch anders? Kies dan nog eens 'Uitstel geven'."
          : "Er is nog niets veranderd. Wil je dit uitstel toch intrekken? Kies dan nog eens 'Intrekken'."}
      </p>
    </Notice>
  );
}

/** Which organisations may answer longer than the others, until when, and why. */
export function ExtensionsPage(props: ExtensionsPageProps): JSX.Element {
  const { frame, round, extensions, members, typed = {}, errors } = props;
  // After a mistake in a field the form still speaks of what it was drawn from.
  const stood = errors ? (typed.stond ?? []) : extensions.map(standingExtension);
  const isOver = round.state === "closed" || round.state === "published";
  const stand = isOver ? "De ronde is gesloten." : `De ronde sluit op ${formatDay(round.closesOn)}.`;
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors?.[name] });
  return (
    <Layout
      frame={frame}
      title={`Uitstel in ronde ${round.year}`}
      lead={`${stand} Met uitstel kan een lid langer invullen en ondertekenen.`}
      trail={trailOfRound(round.year)}
      errors={errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      {props.overtaken ? <Overtaken {...props.overtaken} extensions={extensions} /> : null}
      {extensions.length === 0 ? (
        <p>Nog geen enkel lid heeft uitstel. Geef het hieronder.</p>
      ) : (
        <Table
          caption="Leden met uitstel"
          columns={[
            { key: "member", label: "Organisatie" },
            { key: "until", label: "Tot en met" },
            { key: "reason", label: "Waarom" },
            { key: "by", label: "Gegeven door" },
            { key: "state", label: "Ondertekend" },
            { key: "end", label: "Intrekken" },
          ]}
          rows={extensions.map((each) => ({
            member: <a href={paths.member(each.slug)}>{each.memberName}</a>,
            until: formatDay(each.until),
            reason: each.reason,
            by: `${each.givenBy ?? "iemand"}, ${formatDay(each.givenAt)}`,
            state: each.hasSigned ? "ja" : "nee",
            end: (
              <InlineForm action={paths.roundExtensionWithdrawal(round.year, each.slug)}>
                <Hidden name="gezien" value={each.givenAt} />
                <Button kind="quiet">
                  Intrekken<span class="wt-only-read"> voor {each.memberName}</span>
                </Button>
              </InlineForm>
            ),
          }))}
        />
      )}
      <h2>Uitstel geven</h2>
      <Form action={paths.roundExtensions(round.year)} label="Uitstel geven">
        {stood.map((each) => (
          <Hidden key={each} name="stond" value={each} />
        ))}
        <Select
          {...field("lid")}
          label="Organisatie"
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField
          {...field("tot")}
          label="Laatste dag voor deze organisatie"
          hint="Ook op deze dag kan zij nog invullen."
        />
        <TextField
          {...field("reden")}
          label="Waarom"
          hint="Alleen het bureau en deze organisatie lezen dit."
          maxLength={300}
        />
        <Actions>
          <Button>Uitstel geven</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
