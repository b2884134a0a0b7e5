const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new random identifier: 20 characters, 100 bits, safe in an address and easy to read aloud. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => ALPHABET[byte % 32]).join("");
}

/** A new secret of 256 bits as 64 hexadecimal digits: the token of a session. */
export function newToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), hexadecimal).join("");
}

/** Whether a form's own identifier has the shape of ours; anything else is refused before it is stored. */
export const isId = (text: string): boolean => /^[0-9a-z]{20}$/.test(text);

/** SHA-256 as 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), hexadecimal).join("");
}

const hexadecimal = (byte: number): string => byte.toString(16).padStart(2, "0");
