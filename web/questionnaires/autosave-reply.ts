import type { FieldErrors } from "../ui/field-errors.ts";
import type { Entries } from "./autosave-outbox.ts";

/** 200: stored, or it stood there already. */
export interface SavedReply {
  /** of the answer that the person knows: what comes next goes on from here */
  revision: number;
  /** "Opgeslagen om 14.05" */
  said: string;
  /** what stands there now, when it is not what was sent: a colleague changed it, and the person has not seen it */
  later?: { revision: number; fields: Entries } | undefined;
  /** the answer made other questions appear or go */
  rerouted?: boolean | undefined;
}

/** 409: a colleague answered the same question otherwise. */
export interface ChoiceReply {
  /** HTML of both answers with names, to choose from */
  choice: string;
  /** of the answer that stands there now */
  revision: number;
}

/** 422: what is wrong, by field. */
export interface ErrorsReply {
  errors: FieldErrors;
}

/** 401, 403, 404, 409: why nothing was stored. */
export interface MessageReply {
  message: string;
  link?: { href: string; label: string } | undefined;
  /** it does not pass by itself: the person may throw away what was typed */
  isOver?: boolean | undefined;
}
