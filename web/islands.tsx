import type { ComponentChildren, JSX } from "preact";

/**
 * Marks server HTML that the browser brings to life. `name` is the path under web without ending:
 * "members/municipality-choice" for web/members/municipality-choice.island.tsx, whose default export
 * gets `props`. `children` is that same component, rendered with the same props: what people see and
 * use without JavaScript. Props travel as JSON, so only plain data.
 */
export function Island({
  name,
  props,
  children,
}: {
  name: string;
  props: object;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div data-island={name} data-props={JSON.stringify(props)}>
      {children}
    </div>
  );
}
