import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { releaseRound } from "../../functions/insights/release-job.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { queueMail } from "../../functions/mail/outbox.ts";
import { createWholeApp } from "../../functions/whole-app.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { DEMO_PEOPLE } from "../support/browser.ts";
import { TODAY } from "../support/cast.ts";
import { crawl, routesOf, type Visited } from "../support/crawl.ts";
import { demoToken, openDemoDatabase } from "../support/demo.ts";
import { bringHalfway } from "../support/halfway.ts";
import { sentencesOf } from "../support/sentences.ts";
import { DEMO_SETTINGS } from "../support/settings.ts";
import type { TemporaryDatabase } from "../support/temporary-database.ts";
import { GOOD, STATEMENTS } from "../support/use-statement.ts";

/** Pages that nobody links to: they are reached by typing, by a machine or in the middle of a journey. */
const UNLINKED = ["/healthz", "/.well-known/security.txt", "/robots.txt", "/favicon.ico", "/demo/post"];
/** Where somebody starts, so that what is only theirs is seen before the few addresses a route are used up. */
const FIRST: Record<string, string[]> = {
  null: ["/inloggen/code"],
  gastheer: ["/werkbezoeken/mijn"],
  monitoring: ["/vragenlijsten/vragenlijst-2027/vragen/item-2027-3d3/herstel"],
  redacteur: [
    ...["/api/v1/rondes/2024/cijfers", "/api/v1/rondes/2024/feiten"],
    ...["/contactpersoon", "/vragenlijst/2024/versies"],
  ],
};
/**
 * What no link leads to, with tests of its own: the page while there is no association at all, the secret address
 * of somebody's calendar, and the way back to the page that makes one.
 */
const NOT_IN_THE_DEMO = [
  "/installatie",
  "/agenda/:file",
  "/meldingen/agenda",
  // Coherence comes with the last question of a release; the one here stops after two.
  "/inzicht/:year/samenhang.csv",
  "/inzicht/:year/samenhang.xlsx",
];

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "void-style": "off",
    "attribute-boolean-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "tel-non-breaking": "off",
    "no-implicit-button-type": "off",
    "doctype-style": "off",
    "attribute-empty-style": "off",
    "prefer-native-element": "off",
    // Ticks of one question share one name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    "no-inline-style": "error",
  },
});

/** Seeding, a release and a walk as everybody, on a busy machine. */
const SET_UP_MS = 240_000;

const visitors = [null, ...DEMO_PEOPLE];
const seenBy = new Map<string, Visited[]>();
const tripsOf = new Map<string, number>();
let file: TemporaryDatabase;
let app: TestApp;
let routes: string[];

beforeAll(async () => {
  file = await openDemoDatabase();
  const mail = {
    id: "post-voor-de-proef",
    to: "a@x.example",
    subject: "Bezoek",
    text: "Tekst",
    html: "<p>Tekst</p>",
  };
  await queueMail(file.db, { ...mail, calendar: { content: "BEGIN:VCALENDAR", method: "REQUEST" } }, TODAY);
  await releaseTwoQuestions();
  app = startApp(file.db, { settings: DEMO_SETTINGS });
  await signUseStatement();
  await bringHalfway(file.db, TODAY);
  routes = routesOf(createWholeApp({ settings: DEMO_SETTINGS } as Parameters<typeof createWholeApp>[0]));
  for (const visitor of visitors) {
    const headers = visitor ? { cookie: `sessie=${demoToken(visitor)}` } : undefined;
    const get = async (path: string) => {
      app.roundTrips();
      const response = await app.request(path, { headers });
      tripsOf.set(`${visitor} ${path}`, app.roundTrips());
      return response;
    };
    seenBy.set(
      String(visitor),
      await crawl(routes, get, [...(FIRST[String(visitor)] ?? []), "/", ...UNLINKED]),
    );
  }
}, SET_UP_MS);
afterAll(() => file?.close());

/** The first two questions get their figures; the others show how a page looks that still waits for them. */
async function releaseTwoQuestions(): Promise<void> {
  const enough = new Error("enough");
  const report = (_: unknown, { nth }: { nth: number }) => {
    if (nth >= 2) throw enough;
  };
  const job = releaseRound(file.db, 2024, { solver: await loadSolver(), now: () => TODAY, report });
  await expect(job).rejects.toBe(enough);
}

/** The promise of the demo is somebody else's; who signs one of its own finds its files on the page. */
async function signUseStatement(): Promise<void> {
  const headers = { cookie: `sessie=${demoToken("monitoring")}` };
  const body = new URLSearchParams(GOOD);
  const { status } = await app.request(STATEMENTS, { method: "POST", body, headers });
  expect(status).toBe(303);
}

test("every route was visited by somebody", () => {
  const visited = new Set([...seenBy.values()].flat().map(({ route }) => route));
  expect(routes.filter((route) => !visited.has(route) && !NOT_IN_THE_DEMO.includes(route))).toEqual([]);
});

describe.each(visitors.map(String))("as %s", (visitor) => {
  const all = () => seenBy.get(visitor) ?? [];
  const pages = () => all().filter(({ html }) => html !== "");

  test("no link is dead, forbidden or broken", () => {
    expect(
      all()
        .filter(({ status }) => status !== 200)
        .map(({ path, status }) => `${status} ${path}`),
    ).toEqual([]);
  });
  test("every GET costs at most one round trip", () => {
    const dear = all().filter(({ path }) => (tripsOf.get(`${visitor} ${path}`) ?? 0) > 1);
    expect(dear.map(({ path }) => path)).toEqual([]);
  });
  test("every page is valid HTML", async () => {
    const complaints: string[] = [];
    for (const { path, html } of pages()) {
      const report = await validator.validateString(html);
      for (const { messages } of report.results)
        for (const { ruleId, message, line, column } of messages)
          complaints.push(`${path} ${line}:${column} ${ruleId}: ${message}`);
    }
    expect(complaints).toEqual([]);
  });
  test("every page is Dutch, has one h1 and a title of its own", () => {
    const titles = new Map<string, string>();
    for (const { path, html } of pages()) {
      expect(html, path).toContain('<html lang="nl"');
      expect(html.match(/<h1[\s>]/g)?.length, path).toBe(1);
      const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "";
      expect(title, path).not.toBe("");
      if (path.includes("?")) continue;
      expect(titles.get(title) ?? path, `${path} has the title of another page: ${title}`).toBe(path);
      titles.set(title, path);
    }
  });
  test("the interface speaks plain Dutch to 'je'", () => {
    const complaints: string[] = [];
    for (const { path, html } of pages())
      for (const sentence of sentencesOf(html)) {
        if (/(^|\s)(u|uw)(\s|[.,?]|$)|!/i.test(sentence)) complaints.push(`${path} says: ${sentence}`);
        if (sentence.split(" ").length > 25) complaints.push(`${path} is long: ${sentence}`);
      }
    expect(complaints).toEqual([]);
  });
  test("nothing comes from elsewhere and nothing runs inline", () => {
    for (const { path, html, headers } of pages()) {
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy, path).toMatch(
        /default-src 'none'.*form-action 'self'.*base-uri 'none'.*frame-ancestors 'none'/,
      );
      expect(policy, path).not.toMatch(/unsafe|\*|data:|http:|https:/);
      expect(
        html.match(/<(?:script|img|link|iframe|source)[^>]*\s(?:src|href)="(?!\/(?!\/))[^"]*"/g),
        path,
      ).toBeNull();
      expect(html.match(/<script(?![^>]*\ssrc=)|\sstyle="|\son[a-z]+="/g), path).toBeNull();
    }
  });
  test("every page shows who somebody is, that this is the demo, and how to reach a human", () => {
    for (const { path, html } of pages()) {
      expect(html, path).toMatch(/Demo:/);
      expect(html, path).toMatch(/href="mailto:/);
      expect(html, path).toMatch(/href="tel:/);
      if (visitor !== "null") expect(html, path).toContain('action="/uitloggen"');
    }
  });
});
