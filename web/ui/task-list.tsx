import type { ComponentChildren, JSX } from "preact";
import { Badge, type BadgeKind } from "./badge.tsx";

export type TaskStatus = "Niet begonnen" | "Bezig" | "Klaar";

export interface Task {
  label: string;
  href: string;
  status: TaskStatus;
  hint?: ComponentChildren;
}

const kinds: Record<TaskStatus, BadgeKind> = { "Niet begonnen": "blue", Bezig: "ochre", Klaar: "green" };

/** The parts of a long form, in any order; each row is a link with its state. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label?: string }): JSX.Element {
  return (
    <ol class="wt-tasks" aria-label={label}>
      {tasks.map((task, at) => {
        const id = `taak-${at + 1}`;
        return (
          <li class="wt-task" key={task.href}>
            <div class="wt-task__words">
              <a class="wt-task__link" href={task.href} aria-describedby={`${id}-status`}>
                {task.label}
              </a>
              {task.hint ? <p class="wt-task__hint">{task.hint}</p> : null}
            </div>
            <span class="wt-task__status" id={`${id}-status`}>
              <Badge kind={kinds[task.status]}>{task.status}</Badge>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
