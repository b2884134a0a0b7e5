import { sha256 } from "./identifiers.ts";

/** Whether somebody knows a secret. Compares hashes to the end, so that the time it takes tells nothing. */
export async function knowsSecret(given: string, secret: string): Promise<boolean> {
  const [one, other] = await Promise.all([sha256(given), sha256(secret)]);
  let difference = 0;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
