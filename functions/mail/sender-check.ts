type Header = { key: string; value: string };

/**
 * What the server that received a message found out about its sender (RFC 8601). `unknown`: it wrote nothing. Only
 * the first such header counts: servers write at the top, so one below it may come from the sender himself.
 *
 * @param domain of the address in From
 */
export function senderCheck(headers: readonly Header[], domain: string): "real" | "false" | "unknown" {
  const found = headers.find(({ key }) => /^(arc-)?authentication-results$/.test(key));
  if (!found) return "unknown";
  // Comments may hold anything, also words of the sender.
  const results = found.value
    .replace(/\([^()]*\)/g, " ")
    .split(";")
    .map((each) => each.trim());
  const dmarc = results.find((each) => /^dmarc=/i.test(each));
  if (dmarc && /^dmarc=pass\b/i.test(dmarc)) {
    const from = /\bheader\.from=([^\s;]+)/i.exec(dmarc)?.[1];
    return from && !isSame(from, domain) ? "false" : "real";
  }
  if (dmarc && !/^dmarc=none\b/i.test(dmarc)) return "false";
  // A domain without a policy: then the signature or the sending server must be of that very domain.
  const isAligned = results.some((each) => {
    const signed = /^dkim=pass\b/i.test(each) && /\bheader\.(?:d|i)=@?([^\s;]+)/i.exec(each)?.[1];
    const sent = /^spf=pass\b/i.test(each) && /\bsmtp\.mailfrom=(?:[^\s;@]*@)?([^\s;]+)/i.exec(each)?.[1];
    return [signed, sent].some((of) => of && isSame(of, domain));
  });
  return isAligned ? "real" : "false";
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
