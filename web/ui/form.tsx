import type { ComponentChildren, JSX } from "preact";

export interface FormProps {
  action: string;
  method?: "post" | "get";
  id?: string;
  /** Whether the sentence on optional fields stands above the fields. Off for forms of one button. */
  explained?: boolean;
  intro?: ComponentChildren;
  /** Accessible name, when a page has more than one form. */
  label?: string;
  /** the form sends a file along */
  multipart?: boolean;
  /** what stands in it comes from the server: coming back, a browser puts no older words over newer ones */
  fresh?: boolean;
  children: ComponentChildren;
}

/**
 * A form in one column. Checks are the server's: `novalidate` keeps the browser's balloons away.
 * Errors are shown by `Layout` (summary) and the fields.
 */
export function Form({
  action,
  method = "post",
  id,
  explained = true,
  intro,
  label,
  multipart,
  fresh,
  children,
}: FormProps): JSX.Element {
  return (
    <form
      class="wt-form"
      action={action}
      method={method}
      id={id}
      aria-label={label}
      enctype={multipart ? "multipart/form-data" : undefined}
      autocomplete={fresh ? "off" : undefined}
      novalidate
    >
      {explained ? (
        <p class="wt-form__rule">Vul alle velden in. Als een veld niet verplicht is, staat dit erbij.</p>
      ) : null}
      {intro}
      {children}
    </form>
  );
}

/** A form of one button, inside a line of text or beside other buttons. */
export function InlineForm({
  action,
  children,
}: {
  action: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <form class="wt-inline-form" action={action} method="post" novalidate>
      {children}
    </form>
  );
}
