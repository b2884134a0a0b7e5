import type { Context } from "hono";
import { type FaultKind, FaultPage } from "../../web/fault-page.tsx";
import type { KeptText } from "../../web/ui/kept-texts.tsx";
import type { Env } from "./env.ts";
import type { Typed } from "./form.ts";
import { newId } from "./identifiers.ts";
import { type Page, readBarePage, show } from "./page.ts";

/** Why a policy says no. `anonymous`: sign in first. `missing` also stands for "not yours". */
export type Refusal = "anonymous" | "forbidden" | "missing" | "stale";

/** What a policy answers: it shows the button and guards the POST. */
export type Decision = { may: true } | { may: false; because: Refusal; what?: string };

export const allowed: Decision = { may: true };
export const refused = (because: Refusal, what?: string): Decision => ({ may: false, because, what });

const STATUS = { forbidden: 403, missing: 404, stale: 409, too_large: 413, broken: 500 } as const;

/**
 * Shows the page that belongs to a refusal. With `typed`, the sign-in page keeps what was typed; so does the page for
 * a form that speaks for another organisation than the one chosen now, in `namens`. `kept`: what was typed, with the
 * labels of its fields, where they are known.
 */
export function refuse(
  c: Context<Env>,
  page: Page,
  decision: { because: Refusal; what?: string },
  typed?: Typed,
  kept?: readonly KeptText[],
): Promise<Response> | Response {
  const fields = Object.entries(typed ?? {}).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const form = typed ? { action: c.req.path, fields } : null;
  if (decision.because === "anonymous") return c.var.askToSignIn(page, form);
  const spokenFor = typed?.namens?.[0];
  // Who has no organisation at all has none to switch back to.
  if (form && spokenFor && page.viewer?.member && spokenFor !== page.viewer.member.memberId)
    return c.var.askToSwitch(page, form, spokenFor, kept);
  return fault(c, page, decision.because, decision.what, undefined, kept);
}

/** Shows a fault page in the house style, with its status; `kept` is typed text that would be lost with it. */
export function fault(
  c: Context<Env>,
  page: Page,
  kind: FaultKind,
  what?: string,
  back?: { href: string; label: string },
  kept?: readonly KeptText[],
): Response | Promise<Response> {
  return show(
    c,
    <FaultPage frame={page.frame} reference={c.var.reference} {...{ kind, what, back, kept }} />,
    STATUS[kind],
  );
}

/** 404 for an address that no route knows. */
export async function missingPage(c: Context<Env>): Promise<Response> {
  return fault(c, await readBarePage(c), "missing");
}

/**
 * The one place where the unexpected arrives. The log gets the reference, the route and the kind of error;
 * never its parameters, for those hold what people typed.
 */
export async function brokenPage(error: Error, c: Context<Env>): Promise<Response> {
  const reference = c.var.reference ?? newId().slice(0, 8);
  console.error(
    JSON.stringify({ reference, method: c.req.method, path: c.req.path, error: describe(error) }),
  );
  try {
    return await fault(c, await readBarePage(c), "broken");
  } catch {
    // The database itself is away: a page without a frame is all that is left.
    return c.text(`Er ging iets mis bij ons. Probeer het later opnieuw. Nummer: ${reference}`, 500);
  }
}

/** An error and its causes by name, code and place, without the values a query carried. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return "not an error";
  const code = "code" in error ? ` ${String(error.code)}` : "";
  const place =
    error.stack
      ?.split("\n")
      .find((line) => line.trimStart().startsWith("at "))
      ?.trim() ?? "";
  const message = error.message.startsWith("Failed query") ? "Failed query" : error.message;
  const cause = error.cause ? ` < ${describe(error.cause)}` : "";
  return `${error.name}${code}: ${message} ${place}${cause}`;
}
