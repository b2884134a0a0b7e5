import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { countOf, formatDay } from "../ui/dutch.ts";
import { Notice } from "../ui/notice.tsx";
import type { AssignmentView } from "./assignment-page.tsx";

/** On the task list: who has a section, and the way to change that. */
export function AssignmentLine({
  year,
  section,
  assignment,
  openNotes,
  mayAssign,
}: {
  year: number;
  section: { position: number; title: string };
  assignment: AssignmentView | undefined;
  openNotes: number;
  mayAssign: boolean;
}): JSX.Element | null {
  if (!assignment && !mayAssign && openNotes === 0) return null;
  const who = assignment
    ? `${assignment.isMine ? "Jij vult dit in" : `${assignment.personName} vult dit in`}${
        assignment.dueOn ? `, graag klaar op ${formatDay(assignment.dueOn)}` : ""
      }. `
    : "";
  return (
    <span class="wt-task__who">
      {openNotes > 0 ? `${countOf(openNotes, "open notitie", "open notities")}. ` : ""}
      {who}
      {mayAssign || assignment?.isMine ? (
        <a href={paths.sectionAssignment(year, section.position)}>
          {assignment ? "Wijzig" : "Geef aan een collega"}
          <span class="wt-only-read">: wie vult {section.title} in</span>
        </a>
      ) : null}
    </span>
  );
}

/** Above a section: what a colleague asked of who opens it. */
export function AssignmentNotice({
  year,
  position,
  assignment,
}: {
  year: number;
  position: number;
  assignment: AssignmentView;
}): JSX.Element {
  const { byName, message, dueOn } = assignment;
  return (
    <Notice kind="info" title="Deze sectie is aan jou gevraagd">
      <p>
        {byName ?? "Een oud-collega"} vraagt jou deze sectie in te vullen
        {dueOn ? `, graag klaar op ${formatDay(dueOn)}` : ""}.{" "}
        <a href={paths.sectionAssignment(year, position)}>Lukt het niet?</a>
      </p>
      {message ? <p class="wt-answer-text">{message}</p> : null}
    </Notice>
  );
}
