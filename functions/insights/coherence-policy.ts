import type { Viewer } from "../http/session.ts";

/**
 * Whether this viewer sees coherences of confidential scales. A coherence over confidential answers is a figure
 * of all of them at once, and its check is a search, not a proof by integers; so it stays with who answers for the
 * figures, and is logged.
 */
export const seesConfidentialCoherence = (viewer: Viewer | null): boolean =>
  viewer?.associationRoles.includes("monitoring") ?? false;
