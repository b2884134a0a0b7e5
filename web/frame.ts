/** What every page knows about its request; made once per request by the middleware. */
export interface Frame {
  /** Path of this request, with query: for aria-current, for coming back after switching, for print. */
  path: string;
  viewer: {
    name: string;
    memberName: string | null;
    /** Dutch words for what the viewer may do here: "Redacteur". */
    roleLabel: string;
    memberships: { memberId: string; memberName: string }[];
    memberId: string | null;
  } | null;
  association: { name: string; contactEmail: string; contactPhone: string; isDemo: boolean };
  navigation: { href: string; label: string }[];
  /** Addresses of built files. `islands`: only those that this page hydrates, to be fetched early. */
  assets: { script: string | null; style: string; font: string | null; islands: string[] };
  version: string;
}
