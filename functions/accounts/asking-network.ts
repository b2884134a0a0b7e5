import type { Context } from "hono";
import type { Env } from "../http/env.ts";
import { sha256 } from "../http/identifiers.ts";

/** The network that asks, as it is stored for at most a day: enough to count by, and no address to read. */
export async function askingNetwork(c: Context<Env>): Promise<string> {
  const network = c.var.platform.networkOf(c);
  return network === "" ? "" : sha256(`network ${network}`);
}
