import type { ComponentChildren, JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { formatDay } from "../ui/dutch.ts";

/** A page to read: chapters with a heading, and the day on which somebody last went through the text. */
export function ProsePage({
  frame,
  title,
  lead,
  reviewedOn,
  chapters,
}: {
  frame: Frame;
  title: string;
  lead: string;
  reviewedOn: string;
  chapters: readonly { title: string; text: ComponentChildren }[];
}): JSX.Element {
  return (
    <Layout frame={frame} title={title} lead={lead}>
      {chapters.map((chapter) => (
        <section class="wt-chapter" key={chapter.title}>
          <h2>{chapter.title}</h2>
          {chapter.text}
        </section>
      ))}
      <p class="wt-small">Deze tekst is voor het laatst nagekeken op {formatDay(reviewedOn)}.</p>
    </Layout>
  );
}

/** Lines beneath each other, each a sentence or less. */
export function Points({ points }: { points: readonly ComponentChildren[] }): JSX.Element {
  return (
    <ul class="wt-points">
      {points.map((point, at) => (
        <li key={at}>{point}</li>
      ))}
    </ul>
  );
}

/** Who to turn to: the contact of the association. */
export function ContactWords({ association }: { association: Frame["association"] }): JSX.Element {
  return (
    <p>
      Mail <a href={`mailto:${association.contactEmail}`}>{association.contactEmail}</a> of bel{" "}
      {association.contactPhone}.
    </p>
  );
}
