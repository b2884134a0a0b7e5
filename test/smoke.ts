import { argv } from "node:process";
import { paths } from "../web/paths.ts";

/**
 * `npm run smoke -- https://plein.example`: what must be right at a deployed address, seen from outside. It
 * changes nothing there. Prints a line a check; ends with code 1 when one fails.
 */

const address = argv[2] ?? "";
if (!/^https?:\/\/[^/\s]+\/?$/.test(address)) {
  console.error("Geef het adres, bijvoorbeeld: npm run smoke -- https://plein.example");
  process.exit(1);
}
const origin = address.replace(/\/$/, "");
const ANSWER_WITHIN_MS = 15_000;

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${origin}${path}`, { redirect: "manual", signal: AbortSignal.timeout(ANSWER_WITHIN_MS), ...init });

/** Throws a sentence that says what was expected and what came. */
function expect(what: string, found: unknown, isRight: boolean): void {
  if (!isRight) throw new Error(`${what}, maar kreeg: ${String(found)}`);
}

async function expectStatus(path: string, status: number, init?: RequestInit): Promise<Response> {
  const response = await ask(path, init);
  expect(
    `${init?.method ?? "GET"} ${path} moet ${status} geven`,
    response.status,
    response.status === status,
  );
  return response;
}

function expectHeader(response: Response, name: string, pattern: RegExp): void {
  const value = response.headers.get(name) ?? "niets";
  expect(`de header ${name} moet passen op ${pattern}`, value, pattern.test(value));
}

let isDemo = false;
let html = "";

const checks: Record<string, () => Promise<void>> = {
  "healthz meldt versie en database": async () => {
    const state = (await (await expectStatus(paths.health(), 200)).json()) as Record<string, unknown>;
    expect("healthz moet een versie noemen", state.version, typeof state.version === "string");
    expect("de database moet ok zijn", state.database, state.database === "ok");
    expect("er moeten migraties zijn", state.migrations, Number(state.migrations) > 0);
  },
  "de voorpagina is een hele pagina": async () => {
    html = await (await expectStatus(paths.home(), 200)).text();
    expect("de voorpagina moet één h1 hebben", html.match(/<h1[ >]/g)?.length, /<h1[ >]/.test(html));
    expect("de taal moet Nederlands zijn", html.slice(0, 60), /<html lang="nl"/.test(html));
  },
  "de voorpagina heeft alle veiligheidsheaders": async () => {
    const page = await ask(paths.home());
    expectHeader(
      page,
      "content-security-policy",
      /^(?=.*default-src 'none')(?!.*unsafe).*frame-ancestors 'none'/,
    );
    expectHeader(page, "x-content-type-options", /^nosniff$/);
    expectHeader(page, "x-frame-options", /^DENY$/);
    expectHeader(page, "referrer-policy", /^(same-origin|no-referrer)$/);
    expectHeader(page, "strict-transport-security", /max-age=(3[1-9]|[4-9]\d)\d{6}/);
    expectHeader(page, "cache-control", /no-store/);
  },
  "stijl, script en lettertype komen mee en blijven in de cache": async () => {
    const assets = [
      ...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? "")),
    ];
    for (const kind of ["css", "js", "woff2"])
      expect(
        `de voorpagina moet een ${kind}-bestand noemen`,
        assets,
        assets.some((path) => path.endsWith(kind)),
      );
    for (const path of assets.filter((each) => !each.endsWith(".svg")))
      expectHeader(await expectStatus(path, 200), "cache-control", /max-age=31536000, immutable/);
  },
  "inloggen kan, of de installatie wacht": async () => {
    const response = await ask(paths.signIn());
    const leadsToSetUp = response.status === 303 && response.headers.get("location") === paths.setUp();
    expect("GET /inloggen moet 200 geven", response.status, response.status === 200 || leadsToSetUp);
    isDemo = (await response.text()).includes(`action="${paths.signInDemo()}"`);
  },
  "een demo zegt dat zij een demo is; een echt plein heeft geen demoroutes": async () => {
    const status = isDemo ? 200 : 404;
    await expectStatus(paths.demoMail(), status);
    const body = new URLSearchParams({ persoon: "niemand" });
    await expectStatus(paths.signInDemo(), 404, { method: "POST", body });
    if (isDemo) console.log("  let op: dit adres is een openbare demo");
  },
  "een formulier van een andere website wordt geweigerd": async () => {
    const headers = { origin: "https://elders.example", "sec-fetch-site": "cross-site" };
    await expectStatus(paths.signOut(), 403, { method: "POST", headers });
  },
  "wie niet is ingelogd, komt niet bij de vragenlijst of het bureau": async () => {
    await expectStatus(paths.questionnaires(), 401);
    await expectStatus(paths.people(), 401);
  },
  "een onbekend adres geeft een pagina met een uitweg": async () => {
    const missing = await expectStatus("/bestaat-niet", 404);
    expect(
      "de 404-pagina moet naar de voorpagina leiden",
      "geen link",
      /href="\/"/.test(await missing.text()),
    );
  },
  "security.txt noemt een contact en is nog geldig": async () => {
    const text = await (await expectStatus(paths.securityText(), 200)).text();
    expect("security.txt moet Contact noemen", text, /^Contact: \S+/m.test(text));
    const expires = Date.parse(/^Expires: (\S+)/m.exec(text)?.[1] ?? "");
    expect("security.txt moet nog 30 dagen gelden", text, expires > Date.now() + 30 * 86_400_000);
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`goed   ${name}`);
  } catch (fault) {
    failed += 1;
    const reason = fault instanceof Error ? fault.message : String(fault);
    const cause = fault instanceof Error && fault.cause instanceof Error ? ` (${fault.cause.message})` : "";
    console.error(`FOUT   ${name}: ${reason}${cause}`);
  }
}
console.log(
  failed === 0
    ? `${origin} is in orde.`
    : `${failed} van de ${Object.keys(checks).length} controles gingen fout.`,
);
process.exitCode = failed === 0 ? 0 : 1;
