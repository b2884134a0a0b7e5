declare module "cloudflare:email" {
  export const EmailMessage: unknown;
}
declare module "*/dist/client/manifest.json" {
  const manifest: unknown;
  export default manifest;
}
declare module "cloudflare:workers" {
  import type { ExecutionContext } from "hono";
  export class WorkerEntrypoint {
    ctx: ExecutionContext;
  }
}
