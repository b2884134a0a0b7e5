/**
 * Until when the contact for security holds. Somebody must look at it each year: a test fails 30 days before.
 * `reviewedOn` is the day on which the contact was last checked.
 */
export const SECURITY_CONTACT = { reviewedOn: "2026-11-21", expiresAt: "2027-10-31T23:00:00.000Z" };

/** The text of security.txt (RFC 9116). `contact` is an e-mail address, `address` that of the file itself. */
export function securityText(contact: string, address: string): string {
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${SECURITY_CONTACT.expiresAt}`,
    "Preferred-Languages: nl, en",
    `Canonical: ${address}`,
    "",
  ].join("\n");
}
