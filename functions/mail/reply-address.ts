/** `plein@vereniging.nl` with a key: `plein+key@vereniging.nl` (RFC 5233). Mail to it comes in at the same place. */
export function keyedAddress(address: string, key: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+${key}${address.slice(at)}`;
}

/** The key in a keyed form of `address`; null when it is another address, or has no key. */
export function keyOfAddress(address: string, keyed: string): string | null {
  const at = address.lastIndexOf("@");
  const [start, end] = [`${address.slice(0, at)}+`, address.slice(at)].map((part) => part.toLowerCase());
  const given = keyed.trim().toLowerCase();
  if (!start || !end || !given.startsWith(start) || !given.endsWith(end)) return null;
  return given.slice(start.length, given.length - end.length) || null;
}
