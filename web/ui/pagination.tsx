import type { JSX } from "preact";

/** Pages 1…n of a list; `hrefOf` gives the address of a page, with the filters in it. */
export function Pagination({
  page,
  pages,
  hrefOf,
  label = "Bladeren",
}: {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  label?: string;
}): JSX.Element | null {
  if (pages <= 1) return null;
  const near = [1, page - 1, page, page + 1, pages].filter((at) => at >= 1 && at <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return (
    <nav class="wt-pagination" aria-label={label}>
      {page > 1 ? (
        <a class="wt-pagination__step" href={hrefOf(page - 1)} rel="prev">
          Vorige
        </a>
      ) : null}
      <ol class="wt-pagination__list">
        {shown.map((at, index) => (
          <li key={at}>
            {index > 0 && at - (shown[index - 1] ?? at) > 1 ? (
              <span class="wt-pagination__gap">…</span>
            ) : null}
            <a
              class="wt-pagination__page"
              href={hrefOf(at)}
              aria-label={`Pagina ${at} van ${pages}`}
              aria-current={at === page ? "page" : undefined}
            >
              {at}
            </a>
          </li>
        ))}
      </ol>
      {page < pages ? (
        <a class="wt-pagination__step" href={hrefOf(page + 1)} rel="next">
          Volgende
        </a>
      ) : null}
    </nav>
  );
}
