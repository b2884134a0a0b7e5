import type { KeptForm } from "../http/env.ts";

const LONGEST_ADDRESS = 2000;
const LONGEST_KEPT_FORM = 180_000;
const MOST_FIELDS = 2000;

/** Whether an address stays on this site: a path with one slash, so that nobody is led elsewhere. */
function isOwnAddress(address: string): boolean {
  if (address.length > LONGEST_ADDRESS || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(address)) return false;
  return new URL(address, "http://here.invalid").origin === "http://here.invalid";
}

/** The address to go to after signing in; "/" when what came is not an address of ours. */
export const returnAddress = (address: string | undefined): string =>
  address !== undefined && isOwnAddress(address) ? address : "/";

/** The form as text for a hidden field; null when it is too large to carry along. */
export function packKeptForm(kept: KeptForm): string | null {
  const packed = JSON.stringify(kept);
  return packed.length <= LONGEST_KEPT_FORM && kept.fields.length <= MOST_FIELDS ? packed : null;
}

/** Reads a kept form back. What comes from a browser may be anything: null when it is not a form of ours. */
export function unpackKeptForm(packed: string | undefined): KeptForm | null {
  if (!packed || packed.length > LONGEST_KEPT_FORM) return null;
  let read: unknown;
  try {
    read = JSON.parse(packed);
  } catch {
    // Not JSON: somebody changed the field.
    return null;
  }
  if (typeof read !== "object" || read === null) return null;
  const { action, fields } = read as { action?: unknown; fields?: unknown };
  if (typeof action !== "string" || !isOwnAddress(action)) return null;
  if (!Array.isArray(fields) || fields.length > MOST_FIELDS || !fields.every(isField)) return null;
  return { action, fields };
}

const isField = (field: unknown): field is [string, string] =>
  Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === "string");
