import type { Viewer } from "../http/session.ts";

/** For whom a browser keeps what is not saved yet: person, organisation and year; see `AutosaveLine`. */
export const keeperOf = (viewer: Viewer | null, year: number): string =>
  [viewer?.personId, viewer?.member?.memberId, year].join("/");
