import { describe, expect, test } from "vitest";
import { readSettings } from "../../functions/http/settings.ts";

const REMOTE = "libsql://proef.turso.io";
const OPEN_DEMO = "ja, iedereen mag als demo inloggen";

function sentencesOf(source: Record<string, unknown>, at: "node" | "edge" = "node"): string[] {
  const read = readSettings(source, at);
  return read.ok ? [] : read.sentences;
}
function settingsOf(source: Record<string, unknown>, at: "node" | "edge" = "node") {
  const read = readSettings(source, at);
  if (!read.ok) throw new Error(read.sentences.join(" "));
  return read.settings;
}

describe("without settings", () => {
  test("Node is a demo on its own file at port 8787", () => {
    expect(settingsOf({})).toEqual({
      port: 8787,
      dataDirectory: "data",
      databaseUrl: null,
      databaseToken: null,
      isDemo: true,
      releasesByItself: true,
      origin: null,
      mailFrom: "wijkteamplein@plein.example",
      smtpUrl: null,
      replyAddress: null,
      inboundSecret: null,
      setUpCode: null,
    });
  });
  test("figures are released by itself in a demo in Node, unless told not to", () => {
    expect(settingsOf({ VRIJGAVE: "uit" }).releasesByItself).toBe(false);
    expect(settingsOf({ DEMO: "uit" }).releasesByItself).toBe(false);
  });
  test("an empty value is no value", () => {
    expect(settingsOf({ PORT: "", DATABASE_URL: "", DEMO: "" })).toEqual(settingsOf({}));
  });
  test("the edge says which setting it lacks", () => {
    expect(sentencesOf({}, "edge")).toEqual([
      "DATABASE_URL ontbreekt: op Cloudflare is een libSQL-database nodig.",
    ]);
  });
});

describe("every wrong value stops the start with a plain sentence", () => {
  test.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["PORT", "poort"],
    ["PORT", "8787; rm -rf"],
    ["DATA_DIR", "   "],
    ["DATABASE_URL", "proef.turso.io"],
    ["DATABASE_URL", "file:data.db"],
    ["DATABASE_URL", "libsql://"],
    ["DEMO", "ja"],
    ["DEMO", "true"],
    ["DEMO", "AAN"],
    ["DEMO_OPENBAAR", "ja"],
    ["ORIGIN", "plein.example"],
    ["ORIGIN", "https://plein.example/"],
    ["ORIGIN", "https://plein.example/pad"],
    ["ORIGIN", "ftp://plein.example"],
    ["MAIL_FROM", "plein"],
    ["MAIL_FROM", "Het plein <plein@plein.example>"],
    ["MAIL_FROM", "plein@plein.example\nBcc: x@plein.example"],
    ["SMTP_URL", "mail.plein.example"],
    ["SMTP_URL", "http://mail.plein.example"],
    ["SETUP_CODE", "kort"],
  ])("%s=%j", (name, value) => {
    const sentences = sentencesOf({ [name]: value });
    expect(sentences).toHaveLength(1);
    const [sentence = ""] = sentences;
    expect(sentence.startsWith(`${name} `)).toBe(true);
    expect(sentence).toMatch(/ (moet|mag) .*[."]$/);
    expect(sentence).not.toMatch(/expected|invalid|required/i);
    expect(sentence.split(" ").length).toBeLessThanOrEqual(25);
  });

  test("all wrong values are named at once", () => {
    expect(sentencesOf({ PORT: "x", DEMO: "x", SMTP_URL: "x" })).toHaveLength(3);
  });
});

describe("a demo lets everybody in, so it stays at home", () => {
  test.each([
    ["node", { DEMO: "aan", DATABASE_URL: REMOTE }],
    ["edge", { DEMO: "aan", DATABASE_URL: REMOTE }],
    ["edge", { DEMO: "aan" }],
  ] as const)("at %s with %j it is refused, with the sentence that would allow it", (at, source) => {
    const sentences = sentencesOf(source, at).join(" ");
    expect(sentences).toContain("zonder wachtwoord");
    expect(sentences).toContain(`DEMO_OPENBAAR op "${OPEN_DEMO}"`);
  });

  test("said in plain words, it may be public", () => {
    const source = { DEMO: "aan", DATABASE_URL: REMOTE, DEMO_OPENBAAR: OPEN_DEMO };
    expect(settingsOf(source, "node").isDemo).toBe(true);
    expect(settingsOf(source, "edge").isDemo).toBe(true);
  });

  test("the sentence alone makes no demo", () => {
    expect(settingsOf({ DATABASE_URL: REMOTE, DEMO_OPENBAAR: OPEN_DEMO }, "node").isDemo).toBe(false);
    expect(settingsOf({ DATABASE_URL: REMOTE, DEMO_OPENBAAR: OPEN_DEMO }, "edge").isDemo).toBe(false);
  });

  test("a remote database is never a demo by default", () => {
    expect(settingsOf({ DATABASE_URL: REMOTE }).isDemo).toBe(false);
    expect(settingsOf({ DATABASE_URL: REMOTE }, "edge").isDemo).toBe(false);
    expect(settingsOf({ DEMO: "uit" }).isDemo).toBe(false);
  });
});

test("good values arrive as they were given", () => {
  const settings = settingsOf({
    PORT: "9000",
    DATA_DIR: "/var/plein",
    DATABASE_URL: REMOTE,
    DATABASE_TOKEN: "geheim",
    ORIGIN: "https://plein.example",
    MAIL_FROM: "post@plein.example",
    SMTP_URL: "smtps://naam:woord@mail.plein.example",
    SETUP_CODE: "lang-genoeg",
  });
  expect(settings).toMatchObject({
    port: 9000,
    dataDirectory: "/var/plein",
    databaseToken: "geheim",
    origin: "https://plein.example",
    mailFrom: "post@plein.example",
    smtpUrl: "smtps://naam:woord@mail.plein.example",
    setUpCode: "lang-genoeg",
  });
});
