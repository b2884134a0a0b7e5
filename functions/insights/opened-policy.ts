import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/**
 * Answers that organisations opened. Which of them a viewer gets is decided by the query; a visitor for whom
 * there is nothing may find more after signing in.
 */
export const mayReadOpened = (viewer: Viewer | null, opened: number): Decision =>
  viewer || opened > 0 ? allowed : refused("anonymous");

/** Whose look at answers with names is noted; the query asks the same. */
export const readsForLearningGroup = (viewer: Viewer | null): boolean =>
  viewer?.associationRoles.includes("monitoring") ?? false;

/** Who chooses who reads the answers of an organisation, so who is shown the way there. */
export const mayOpenAnswers = (viewer: Viewer | null): boolean =>
  viewer?.member?.roles.some((role) => role === "editor" || role === "signatory") ?? false;
