import type { ComponentChildren, JSX } from "preact";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

const classOf: Record<ButtonKind, string> = {
  primary: "utrecht-button utrecht-button--primary-action",
  secondary: "utrecht-button utrecht-button--secondary-action",
  quiet: "utrecht-button utrecht-button--subtle",
  danger: "utrecht-button utrecht-button--primary-action wt-button--danger",
};

export interface ButtonProps {
  kind?: ButtonKind;
  /** With `value`: which of several buttons was pressed. */
  name?: string;
  value?: string;
  type?: "submit" | "button";
  /** Posts to another address than the form's own. */
  formaction?: string;
  /** Id of the form, for a button outside it. */
  form?: string;
  children: ComponentChildren;
}

/** A button says what happens: "Antwoorden indienen". Never disabled. */
export function Button({ kind = "primary", type = "submit", children, ...rest }: ButtonProps): JSX.Element {
  return (
    <button class={classOf[kind]} type={type} {...rest}>
      {children}
    </button>
  );
}

/** A link that looks like a button: the one next step of a page. */
export function ButtonLink({
  kind = "primary",
  href,
  children,
}: {
  kind?: ButtonKind;
  href: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <a class={classOf[kind]} href={href}>
      {children}
    </a>
  );
}

/** Buttons beside each other, beneath each other on a phone. */
export function Actions({ children }: { children: ComponentChildren }): JSX.Element {
  return <div class="wt-actions">{children}</div>;
}
