import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { LONGEST } from "./contract.ts";
import { Facts } from "./facts.tsx";
import { MOVE_WORDS } from "./labels.ts";
import { LATE_DAYS } from "./late.ts";
import { formatMoment, typedMoment } from "./moment.ts";
import { CauseField, MomentFields, NoResidents, PlaceField } from "./moment-fields.tsx";
import { MOVE_NOUNS, type MoveForm, type VisitMove } from "./moves.ts";
import type { DateSeen, VisitSeen } from "./seen.ts";

/** The page on which a move is explained and told: a day, a reason, or only a yes. */
export function MoveFormPage({
  frame,
  visit,
  move,
  form,
  typed = {},
  errors = {},
  changed,
  chosen,
  isLate = false,
}: {
  frame: LayoutProps["frame"];
  visit: VisitSeen;
  move: VisitMove;
  form: MoveForm;
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
  /** why the form stands here again, when the visit changed since it was opened */
  changed?: string;
  /** of a choice from proposed moments: the chosen one */
  chosen?: DateSeen | undefined;
  /** whether this cancellation comes shortly before the day */
  isLate?: boolean;
}): JSX.Element {
  const words = MOVE_WORDS[move];
  const known: Record<string, string> = {
    ...typedMoment(visit),
    locatie: visit.location || (visit.offerLocation ?? ""),
  };
  const value = (name: string) => typed[name]?.[0] ?? known[name] ?? "";
  const error = (name: string) => errors[name];
  const hasText = form !== "confirm" && form !== "button";
  return (
    <Layout
      frame={frame}
      title={`${words.title}: ${visit.guestMemberName}`}
      heading={words.title}
      lead={words.lead}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.visit(visit.id), label: `Bezoek van ${visit.guestMemberName}` },
      ]}
      errors={errors}
    >
      {changed ? (
        <Notice kind="warning" live>
          {changed}
        </Notice>
      ) : null}
      {isLate ? (
        <Notice kind="warning">
          {`Het bezoek is over minder dan ${LATE_DAYS} dagen. Bel het andere team ook even.`}
        </Notice>
      ) : null}
      <Facts
        facts={[
          { label: "Gast", value: visit.guestMemberName },
          { label: "Gastheer", value: visit.hostMemberName },
          { label: "Wanneer", value: formatMoment(chosen ?? visit) },
          { label: "Wens", value: visit.period },
        ]}
      />
      <Form
        action={paths.visitMove(visit.id, MOVE_NOUNS[move])}
        explained={hasText}
        intro={hasText ? <NoResidents /> : null}
      >
        <Hidden name="revisie" value={typed.revisie?.[0] ?? visit.revision} />
        {form === "date" ? <Hidden name="voorstel" value={value("voorstel")} /> : null}
        {form === "moment" ? <MomentFields value={value} error={error} /> : null}
        {form === "moment" || form === "date" ? (
          <>
            <PlaceField value={value} error={error} />
            <TextArea
              name="bericht"
              label="Bericht aan het andere team"
              value={value("bericht")}
              error={error("bericht")}
              maxLength={LONGEST.reason}
              rows={3}
              optional
            />
          </>
        ) : null}
        {form === "cause" ? <CauseField value={value} error={error} /> : null}
        {form === "reason" || form === "cause" ? (
          <TextArea
            name="reden"
            label={form === "cause" ? "Toelichting" : "Reden"}
            hint="Een of twee zinnen zijn genoeg."
            value={value("reden")}
            error={error("reden")}
            maxLength={LONGEST.reason}
            rows={3}
            optional={form === "cause"}
          />
        ) : null}
        <Actions>
          <Button kind={move === "cancellation" ? "danger" : "primary"}>{words.button}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
