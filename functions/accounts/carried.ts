import type { Context } from "hono";
import type { Carried } from "../../web/accounts/carried.tsx";
import type { Env, KeptForm } from "../http/env.ts";
import type { Typed } from "../http/form.ts";
import { packKeptForm, returnAddress, unpackKeptForm } from "./return-address.ts";

/** What a step of signing in must hand on, read from its form; anything that is not ours is dropped. */
export function carriedFrom(typed: Typed): Carried {
  const kept = unpackKeptForm(typed.bewaard?.[0]);
  return { returnTo: returnAddress(typed.terug?.[0]), packedForm: kept && packKeptForm(kept) };
}

/** What to hand on when signing in comes in between: this page, or for a form the page it stood on. */
export function carriedAlong(c: Context<Env>, kept: KeptForm | null): Carried {
  const packedForm = kept && packKeptForm(kept);
  const { pathname, search, origin } = new URL(c.req.url);
  if (c.req.method === "GET") return { returnTo: returnAddress(pathname + search), packedForm };
  const referrer = URL.parse(c.req.header("referer") ?? "");
  const isOurs = referrer && [origin, c.var.platform.settings.origin].includes(referrer.origin);
  return { returnTo: isOurs ? returnAddress(referrer.pathname + referrer.search) : "/", packedForm };
}
