import { keyedHash } from "./gate/keyed-hash.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const CHARACTERS = 10;

/**
 * The code of an organisation in one file of one statement: HMAC-SHA-256, cut to fifty bits. Without the secret
 * nobody can work it out or back. Two files of one statement have different codes, so that an answer cannot be
 * laid beside the facts of the same organisation, which its public profile would name.
 *
 * @param secret of the statement
 * @param file "antwoorden", "feiten" …
 */
export function pseudonymOf(secret: string, file: string, memberId: string): string {
  const hash = keyedHash(secret, JSON.stringify([file, memberId]));
  return Array.from(hash.subarray(0, CHARACTERS), (byte) => ALPHABET[byte % 32]).join("");
}
