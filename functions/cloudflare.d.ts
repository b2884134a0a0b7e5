declare module "cloudflare:email" {
  export const EmailMessage: unknown;
}
declare module "*/dist/client/manifest.json" {
  const manifest: unknown;
  export default manifest;
}
