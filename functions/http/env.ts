import type { Database } from "../../db/client.ts";
import type { MailPort } from "../mail/port.ts";
import type { Settings } from "./settings.ts";
import type { Page } from "./viewer.ts";

/** Addresses of the built files, from the build's manifest. */
export interface Assets {
  script: string | null;
  style: string;
  font: string | null;
}

/** All that an entry (edge, Node, test) must bring for the app to run. */
export interface Platform {
  settings: Settings;
  assets: Assets;
  version: string;
  /** opens the database for one request: the edge client may not outlive its request */
  openDatabase(): Database;
  /** milliseconds since 1970, UTC */
  clock(): number;
  /** null: mail stays in the outbox, where the demo shows it */
  mail: MailPort | null;
}

export interface Env {
  Variables: {
    platform: Platform;
    db: Database;
    now: number;
    /** SHA-256 of the session cookie's token; "" when there is none */
    sessionId: string;
    reference: string;
    /** shows the sign-in page in place, with what was typed kept in it; set by the app */
    askToSignIn: (page: Page, kept: KeptForm | null) => Promise<Response>;
  };
}

/** A form that arrived after the session had ended: sent again once its person is back. */
export interface KeptForm {
  action: string;
  fields: [name: string, value: string][];
}
