import type { JSX } from "preact";
import type { Frame } from "./frame.ts";
import { paths } from "./paths.ts";
import { SearchIcon } from "./ui/icons.tsx";
import { Wordmark } from "./ui/wordmark.tsx";

/** The deepest navigation address that the path lies under; home only when it is home itself. */
export function currentSection(path: string, addresses: readonly string[]): string | null {
  const here = path.split(/[?#]/)[0] ?? path;
  const hits = addresses.filter((href) => here === href || (href !== "/" && here.startsWith(`${href}/`)));
  return hits.sort((a, b) => b.length - a.length)[0] ?? null;
}

function Navigation({ frame }: { frame: Frame }): JSX.Element {
  const section = currentSection(
    frame.path,
    frame.navigation.map((item) => item.href),
  );
  return (
    <nav class="wt-nav" aria-label="Hoofdmenu">
      <ul class="wt-nav__list">
        {frame.navigation.map((item) => (
          <li key={item.href}>
            <a
              class="wt-nav__link"
              href={item.href}
              aria-current={item.href !== section ? undefined : frame.path === section ? "page" : "true"}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SwitchMember({
  frame,
  viewer,
}: {
  frame: Frame;
  viewer: NonNullable<Frame["viewer"]>;
}): JSX.Element {
  return (
    <form class="wt-account__switch" action={paths.switchMember()} method="post" novalidate>
      <input type="hidden" name="terug" value={frame.path} />
      <label class="utrecht-form-label" for="wissel-lid">
        Werk namens
      </label>
      <select
        class="utrecht-select utrecht-select--html-select"
        id="wissel-lid"
        name="lid"
        autocomplete="off"
      >
        {viewer.memberships.map((membership) => (
          <option
            key={membership.memberId}
            value={membership.memberId}
            selected={membership.memberId === viewer.memberId}
          >
            {membership.memberName}
          </option>
        ))}
      </select>
      <button class="utrecht-button utrecht-button--secondary-action" type="submit">
        Wissel van organisatie
      </button>
    </form>
  );
}

/** Who am I and on whose behalf: always in sight; opens for switching and signing out. */
function Account({ frame, viewer }: { frame: Frame; viewer: NonNullable<Frame["viewer"]> }): JSX.Element {
  return (
    <details class="wt-account">
      <summary class="wt-account__summary">
        <span class="wt-account__name">{viewer.name}</span>
        <span class="wt-account__member">
          {viewer.memberName ? `${viewer.roleLabel} namens ${viewer.memberName}` : viewer.roleLabel}
        </span>
      </summary>
      <div class="wt-account__panel">
        {viewer.memberships.length > 1 ? <SwitchMember frame={frame} viewer={viewer} /> : null}
        <a class="wt-account__link" href={paths.notices()}>
          Meldingen en agenda-adres
        </a>
        <form action={paths.signOut()} method="post" novalidate>
          <button class="utrecht-button utrecht-button--subtle" type="submit">
            Uitloggen
          </button>
        </form>
      </div>
    </details>
  );
}

/** Demo band, wordmark, navigation, and who is signed in. Works without JavaScript at every width. */
export function SiteHeader({ frame }: { frame: Frame }): JSX.Element {
  return (
    <header class="wt-header">
      {frame.association.isDemo ? (
        <p class="wt-demo">Demo: alle organisaties en antwoorden zijn verzonnen</p>
      ) : null}
      <div class="wt-header__row">
        <a class="wt-brand" href={paths.home()}>
          <Wordmark />
          <span class="wt-brand__name">{frame.association.name}</span>
        </a>
        {frame.navigation.length > 0 ? <Navigation frame={frame} /> : null}
        <div class="wt-header__end">
          <a
            class="wt-search"
            href={paths.search()}
            aria-current={frame.path === paths.search() ? "page" : undefined}
          >
            <SearchIcon />
            <span class="wt-only-read">Zoeken</span>
          </a>
          {frame.viewer ? (
            <Account frame={frame} viewer={frame.viewer} />
          ) : (
            <a class="wt-signin" href={paths.signIn()}>
              Inloggen
            </a>
          )}
        </div>
      </div>
    </header>
  );
}
