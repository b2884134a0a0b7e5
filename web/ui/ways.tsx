import type { JSX } from "preact";

/** Links to other pages in one line or a few; those that are false are left out. */
export function Ways({
  label,
  links,
}: {
  label: string;
  links: readonly (readonly [href: string, text: string] | false)[];
}): JSX.Element | null {
  const shown = links.filter((link) => link !== false);
  if (shown.length === 0) return null;
  return (
    <nav aria-label={label}>
      <ul class="wt-ways">
        {shown.map(([href, text]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
