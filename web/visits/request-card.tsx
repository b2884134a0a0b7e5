import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { beginningOf, Facts } from "./facts.tsx";
import type { OpenRequestSeen } from "./seen.ts";

/** A team that looks for a host: its question first. */
export function RequestCard({ request }: { request: OpenRequestSeen }): JSX.Element {
  return (
    <article class="wt-invitation wt-invitation--request">
      <div class="wt-invitation__words">
        <p class="wt-invitation__who">
          {request.guestMemberName}
          {request.provinces ? ` · ${request.provinces}` : ""}
        </p>
        <h3 class="wt-invitation__title">
          <a href={paths.visit(request.id)}>{beginningOf(request.learningQuestion, 140)}</a>
        </h3>
        <p class="wt-invitation__badges">
          <Badge kind="blue">{request.themeName}</Badge>
        </p>
        <Facts
          facts={[
            { label: "Met", value: countOf(request.seats, "persoon", "personen") },
            { label: "Wanneer", value: request.period || "in overleg" },
            { label: "Gevraagd op", value: formatDay(request.createdAt) },
          ]}
        />
      </div>
    </article>
  );
}
