import type { JSX } from "preact";
import { DownloadIcon } from "./icons.tsx";

/** The same data to take away. `subject` names them for who hears only the link. */
export function DataDownloads({
  csv,
  excel,
  subject,
}: {
  csv?: string;
  excel?: string;
  subject: string;
}): JSX.Element | null {
  if (!csv && !excel) return null;
  return (
    <p class="wt-downloads">
      <DownloadIcon />
      <span>Download:</span>
      {excel ? (
        <a href={excel}>
          Excel<span class="wt-only-read"> van {subject}</span>
        </a>
      ) : null}
      {csv ? (
        <a href={csv}>
          CSV<span class="wt-only-read"> van {subject}</span>
        </a>
      ) : null}
    </p>
  );
}
