import type { Settings } from "../../functions/http/settings.ts";

/** The settings of the tests: an association of its own, not a demo. */
export const TEST_SETTINGS: Settings = {
  port: 8787,
  dataDirectory: "data",
  databaseUrl: null,
  databaseToken: null,
  isDemo: false,
  releasesByItself: false,
  origin: "http://localhost",
  mailFrom: "plein@plein.example",
  smtpUrl: null,
  replyAddress: "agenda@plein.example",
  inboundSecret: "een-geheim-van-de-proef",
  setUpCode: "proefcode",
};

export const DEMO_SETTINGS: Settings = { ...TEST_SETTINGS, isDemo: true };
