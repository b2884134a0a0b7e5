import * as z from "zod";

/**
 * What the surroundings decide, read and checked in one place for Node (process.env) and the edge
 * (bindings). Nothing else reads an environment variable.
 */
export interface Settings {
  port: number;
  dataDirectory: string;
  /** libSQL over HTTP; null means the embedded file in `dataDirectory` */
  databaseUrl: string | null;
  databaseToken: string | null;
  isDemo: boolean;
  /** public address without a slash at the end; mail links to it. Null: taken from the request. */
  origin: string | null;
  mailFrom: string;
  smtpUrl: string | null;
  /** where answers to invitations come in, with a key after a plus; null: they are not read */
  replyAddress: string | null;
  /** what a mail server must know to hand such answers over to Node; null: it cannot */
  inboundSecret: string | null;
  /** a demo in Node makes the figures of its published rounds at the start, beside the server */
  releasesByItself: boolean;
  /** what somebody must know to set up an empty installation; null: made at start and printed */
  setUpCode: string | null;
}

const DEMO_IN_PUBLIC = "ja, iedereen mag als demo inloggen";

const port = "PORT moet een heel getal van 1 tot en met 65535 zijn, bijvoorbeeld 8787.";
const words = (sentence: string) => z.string(sentence).trim().min(1, sentence);
const contract = z.object({
  PORT: z.coerce.number(port).int(port).min(1, port).max(65_535, port).default(8787),
  DATA_DIR: words("DATA_DIR moet de naam van een map zijn, bijvoorbeeld data.").default("data"),
  DATABASE_URL: z
    .string()
    .regex(
      /^(https?|libsql):\/\/[^\s/]+/,
      "DATABASE_URL moet beginnen met https://, http:// of libsql://, bijvoorbeeld libsql://naam.turso.io.",
    )
    .optional(),
  DATABASE_TOKEN: z.string().optional(),
  DEMO: z.enum(["aan", "uit"], "DEMO moet 'aan' of 'uit' zijn.").optional(),
  VRIJGAVE: z.enum(["aan", "uit"], "VRIJGAVE moet 'aan' of 'uit' zijn.").default("aan"),
  DEMO_OPENBAAR: z
    .literal(DEMO_IN_PUBLIC, `DEMO_OPENBAAR mag alleen deze zin bevatten: "${DEMO_IN_PUBLIC}".`)
    .optional(),
  ORIGIN: z
    .string()
    .regex(
      /^https?:\/\/[^\s/]+$/,
      "ORIGIN moet een adres zonder schuine streep aan het eind zijn, bijvoorbeeld https://plein.example.",
    )
    .optional(),
  // Only the address: it also stands in message ids and as the organiser of a calendar invitation.
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\s@<>"]+@[^\s@<>"]+$/,
      "MAIL_FROM moet een kaal mailadres zijn, bijvoorbeeld plein@vereniging.nl.",
    )
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "SMTP_URL moet beginnen met smtp:// of smtps://.")
    .optional(),
  REPLY_ADDRESS: z
    .string()
    .regex(
      /^[^\s@<>"+]+@[^\s@<>"]+$/,
      "REPLY_ADDRESS moet een kaal mailadres zonder plusteken zijn, bijvoorbeeld agenda@vereniging.nl.",
    )
    .optional(),
  INBOUND_SECRET: z.string().min(20, "INBOUND_SECRET moet minstens 20 tekens hebben.").optional(),
  SETUP_CODE: z.string().min(8, "SETUP_CODE moet minstens 8 tekens hebben.").optional(),
});

export type ReadSettings = { ok: true; settings: Settings } | { ok: false; sentences: string[] };

/**
 * Reads and checks the settings. `at` says where the app runs: a demo lets everybody in, so it is refused
 * with a remote database or on a deployed Worker unless `DEMO_OPENBAAR` says so in plain words.
 */
export function readSettings(source: Record<string, unknown>, at: "node" | "edge"): ReadSettings {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, v]) => typeof v === "string" && v !== ""),
  );
  const read = contract.safeParse(given);
  if (!read.success) return { ok: false, sentences: read.error.issues.map((issue) => issue.message) };
  const s = read.data;
  const isDemo = (s.DEMO ?? (at === "node" && !s.DATABASE_URL ? "aan" : "uit")) === "aan";
  if (isDemo && (s.DATABASE_URL || at === "edge") && !s.DEMO_OPENBAAR) {
    return {
      ok: false,
      sentences: [
        "De demo laat iedereen zonder wachtwoord binnen en hoort daarom op je eigen machine met een eigen bestand.",
        `Wil je toch een openbare demo, zet dan DEMO_OPENBAAR op "${DEMO_IN_PUBLIC}". Anders: DEMO=uit.`,
      ],
    };
  }
  if (at === "edge" && !s.DATABASE_URL)
    return { ok: false, sentences: ["DATABASE_URL ontbreekt: op Cloudflare is een libSQL-database nodig."] };
  return {
    ok: true,
    settings: {
      port: s.PORT,
      dataDirectory: s.DATA_DIR,
      databaseUrl: s.DATABASE_URL ?? null,
      databaseToken: s.DATABASE_TOKEN ?? null,
      isDemo,
      releasesByItself: isDemo && at === "node" && s.VRIJGAVE === "aan",
      origin: s.ORIGIN ?? null,
      mailFrom: s.MAIL_FROM ?? "wijkteamplein@plein.example",
      smtpUrl: s.SMTP_URL ?? null,
      replyAddress: s.REPLY_ADDRESS ?? null,
      inboundSecret: s.INBOUND_SECRET ?? null,
      setUpCode: s.SETUP_CODE ?? null,
    },
  };
}
