import type { ComponentChildren, JSX } from "preact";
import type { Frame } from "./frame.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { ErrorSummary } from "./ui/error-summary.tsx";
import { type FieldErrors, hasErrors } from "./ui/field-errors.ts";
import { BackIcon } from "./ui/icons.tsx";
import { Notice, type NoticeKind } from "./ui/notice.tsx";

export type { Frame };

export interface PageLink {
  href: string;
  label: string;
}

export interface LayoutProps {
  frame: Frame;
  /** Title of the page and, unless `heading` says otherwise, its h1. Unique over all pages. */
  title: string;
  /** Other words for the h1, or false when the page brings its own (a legend as h1). */
  heading?: ComponentChildren | false;
  /** The sentence under the h1 that says what this page is about. */
  lead?: ComponentChildren;
  back?: PageLink;
  /** The way down from home to this page, without the page itself. */
  trail?: PageLink[];
  notice?: { kind: NoticeKind; text: ComponentChildren } | undefined;
  errors?: FieldErrors | undefined;
  /** Uses the full width (70 rem) instead of the reading width. */
  wide?: boolean;
  /** Stands beside the content, or beneath it on a small screen: why we ask, what happens next. */
  help?: ComponentChildren;
  children: ComponentChildren;
}

function Trail({ trail, title }: { trail: PageLink[]; title: ComponentChildren }): JSX.Element {
  return (
    <nav class="wt-trail" aria-label="Kruimelpad">
      <ol class="wt-trail__list">
        {trail.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}

function Head({ frame, title, failed }: { frame: Frame; title: string; failed: boolean }): JSX.Element {
  const { assets, association } = frame;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${failed ? "Fout: " : ""}${title} – ${association.name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      {assets.font ? (
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
      ) : null}
      <link rel="stylesheet" href={assets.style} />
      {assets.script ? <script type="module" src={assets.script} /> : null}
      {assets.islands.map((href) => (
        <link key={href} rel="modulepreload" href={href} />
      ))}
    </head>
  );
}

/** The whole document. Errors put "Fout:" before the title and the summary before the h1. */
export function Layout(props: LayoutProps): JSX.Element {
  const { frame, title, heading = title, errors, help } = props;
  const failed = hasErrors(errors);
  return (
    <html lang="nl" class="wijkteamplein-theme">
      <Head frame={frame} title={title} failed={failed} />
      <body>
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
          Direct naar inhoud
        </a>
        <SiteHeader frame={frame} />
        <main id="inhoud" tabIndex={-1} class={`wt-main${props.wide || help ? " wt-main--wide" : ""}`}>
          {props.trail ? <Trail trail={props.trail} title={heading || title} /> : null}
          {props.back ? (
            <a class="wt-back" href={props.back.href}>
              <BackIcon />
              {props.back.label}
            </a>
          ) : null}
          {failed ? <ErrorSummary errors={errors} /> : null}
          {props.notice ? (
            <Notice kind={props.notice.kind} live>
              {props.notice.text}
            </Notice>
          ) : null}
          {heading === false ? null : <h1>{heading}</h1>}
          {props.lead ? <p class="wt-lead">{props.lead}</p> : null}
          {help ? (
            <div class="wt-with-help">
              <div class="wt-with-help__content">{props.children}</div>
              <aside class="wt-help" aria-label="Uitleg bij deze pagina">
                {help}
              </aside>
            </div>
          ) : (
            props.children
          )}
        </main>
        <SiteFooter frame={frame} />
      </body>
    </html>
  );
}
