const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new random identifier: 20 characters, 100 bits, safe in an address and easy to read aloud. */
export function newId(): string {
  let id = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(20))) id += ALPHABET[byte % 32];
  return id;
}

/** A new secret of 256 bits as 64 hexadecimal digits: the token of a session. */
export function newToken(): string {
  return hexadecimal(crypto.getRandomValues(new Uint8Array(32)));
}

/** Whether a form's own identifier has the shape of ours; anything else is refused before it is stored. */
export const isId = (text: string): boolean => /^[0-9a-z]{20}$/.test(text);

/** SHA-256 as 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  return hexadecimal(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}

/** Every request hashes a cookie: the digits of a byte are made once. */
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function hexadecimal(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += DIGITS[byte];
  return text;
}
