import type { ComponentChildren, JSX } from "preact";
import { CheckIcon, ErrorIcon, InfoIcon, WarningIcon } from "./icons.tsx";

export type NoticeKind = "ok" | "info" | "warning" | "error";

const icons: Record<NoticeKind, () => JSX.Element> = {
  ok: CheckIcon,
  info: InfoIcon,
  warning: WarningIcon,
  error: ErrorIcon,
};

const words: Record<NoticeKind, string> = {
  ok: "Gelukt",
  info: "Informatie",
  warning: "Let op",
  error: "Fout",
};

/**
 * A message in a box: what happened, or what to know first. `live` when it answers something the
 * person just did, so that screen readers say it.
 */
export function Notice({
  kind,
  title,
  live = false,
  children,
}: {
  kind: NoticeKind;
  title?: string;
  live?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const Sign = icons[kind];
  return (
    <div
      class={`utrecht-alert utrecht-alert--${kind} wt-notice`}
      role={live ? (kind === "error" ? "alert" : "status") : undefined}
    >
      <div class="utrecht-alert__icon">
        <Sign />
      </div>
      <div class="utrecht-alert__content">
        <div class="utrecht-alert__message">
          {title ? (
            <p class="wt-notice__title">{title}</p>
          ) : (
            <span class="wt-only-read">{words[kind]}: </span>
          )}
          <div>{children}</div>
        </div>
      </div>
    </div>
  );
}
