import type { Context } from "hono";
import type { Database } from "../../db/client.ts";
import type { KeptText } from "../../web/ui/kept-texts.tsx";
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
  /** the network that asks, by which tries are counted; "" when it cannot be known */
  networkOf(c: Context): string;
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
    /** shows, in place, a form that speaks for another organisation than the one chosen now; set by the app */
    askToSwitch: (
      page: Page,
      form: KeptForm,
      memberId: string,
      kept: readonly KeptText[] | undefined,
    ) => Response;
  };
}

/** A form that arrived after the session had ended, or for another organisation: sent again once that is put right. */
export interface KeptForm {
  action: string;
  fields: [name: string, value: string][];
}
