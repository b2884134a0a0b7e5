import type { JSX } from "preact";
import { Hidden } from "../ui/fields.tsx";

/** What travels along through the steps of signing in. */
export interface Carried {
  /** path on this site to go to afterwards */
  returnTo: string;
  /** a form that arrived too late, as text for a hidden field */
  packedForm: string | null;
}

export function CarriedFields({ carried }: { carried: Carried }): JSX.Element {
  return (
    <>
      <Hidden name="terug" value={carried.returnTo} />
      {carried.packedForm ? <Hidden name="bewaard" value={carried.packedForm} /> : null}
    </>
  );
}
