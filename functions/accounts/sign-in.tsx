import type { Context } from "hono";
import type { Env, KeptForm } from "../http/env.ts";
import type { Page } from "../http/page.ts";

export async function askToSignIn(c: Context<Env>, _page: Page, _kept: KeptForm | null): Promise<Response> {
  return c.text("Log eerst in.", 401);
}
