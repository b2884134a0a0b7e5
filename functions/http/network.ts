/**
 * The network that somebody asks from, to count tries by; "" when it cannot be known. Of IPv6 it is the part that one
 * connection has for itself (its first 64 bits), as a whole house of addresses belongs to one person.
 *
 * @param peer address at the other end of the connection
 * @param forwarded header X-Forwarded-For: believed only from a proxy on this machine or its own network, and then
 * its last entry alone, which that proxy wrote; what stands before it anybody may have made up
 */
export function networkOf(peer: string | undefined, forwarded: string | undefined): string {
  const address = plain(peer ?? "");
  if (!isNear(address)) return partOf(address);
  const last = plain(forwarded?.split(",").at(-1) ?? "");
  // A proxy that does not say for whom it asks asks for everybody.
  return last === "" && isOwn(address) ? "" : partOf(last || address);
}

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

const isOwn = (address: string): boolean => address === "::1" || address.startsWith("127.");

const isNear = (address: string): boolean =>
  isOwn(address) || /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/i.test(address);

function partOf(address: string): string {
  if (!address.includes(":")) return address;
  const [before = "", after] = address.toLowerCase().split("::");
  const [head, tail] = [before, after ?? ""].map((half) => half.split(":").filter(Boolean)) as [
    string[],
    string[],
  ];
  const gap = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(Math.max(gap, 0)).fill("0"), ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
