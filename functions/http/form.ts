import type { Context } from "hono";
import * as z from "zod";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "./env.ts";

/** What somebody typed, as it came: every field with all its values, in order. */
export type Typed = Record<string, string[]>;

export type Parsed<T> =
  | { ok: true; value: T; typed: Typed }
  | { ok: false; errors: FieldErrors; typed: Typed };

/** The fields of a submitted form. Files are not accepted and are dropped. */
export async function readForm(c: Context<Env>): Promise<Typed> {
  // A scanner or a program may post without a form; that is an empty form, not a fault of ours.
  if (!isFormType(c.req.header("content-type"))) return {};
  // The same goes for a form that breaks off half-way: what cannot be read was not typed.
  const sent = await c.req.formData().catch((fault: unknown) => {
    if (fault instanceof TypeError) return new FormData();
    throw fault;
  });
  // Not an object: a field may be called "constructor", and that would find what every object has.
  const typed = new Map<string, string[]>();
  for (const [name, value] of sent.entries()) {
    if (typeof value !== "string") continue;
    typed.set(name, [...(typed.get(name) ?? []), readable(value)]);
  }
  return Object.fromEntries(typed);
}

/**
 * Text as it can be stored, shown and written in any file. Browsers send line ends as CRLF, Word pastes its own as a
 * vertical tab, PDF leaves control characters behind: those show as boxes, and XML does not allow them at all.
 */
const readable = (text: string): string =>
  text.replace(/\r\n?|[\v\f\u2028\u2029]/g, "\n").replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, "");

const isFormType = (type: string | undefined): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type ?? "");

/** The fields of an address, in the same shape as those of a form. */
export function readQuery(c: Context<Env>): Typed {
  return c.req.queries();
}

/**
 * Parses typed fields by a contract: one value a field, or all of them where the contract has an array.
 * Each field gets its first error only: one sentence that says how to go on.
 */
export function parseForm<S extends z.ZodRawShape>(
  contract: z.ZodObject<S>,
  typed: Typed,
): Parsed<z.output<z.ZodObject<S>>> {
  const raw: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(contract.shape)) {
    const values = typed[name];
    raw[name] = isMany(schema as z.ZodType) ? (values ?? []) : (values?.[0] ?? "");
  }
  const read = contract.safeParse(raw);
  if (read.success) return { ok: true, value: read.data, typed };
  const errors: FieldErrors = {};
  for (const issue of read.error.issues) errors[String(issue.path[0] ?? "")] ??= issue.message;
  return { ok: false, errors, typed };
}

function isMany(schema: z.ZodType): boolean {
  let inner: z.ZodType | undefined = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPipe)
    inner = (inner instanceof z.ZodPipe ? inner.def.in : inner.def.innerType) as z.ZodType;
  return inner instanceof z.ZodArray;
}
