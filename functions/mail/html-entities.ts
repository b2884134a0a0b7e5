/**
 * At the edge this stands in for the table of the mail parser (`[alias]` in wrangler.toml): of a message only its
 * headers and its calendar are read, never its HTML.
 */
export const htmlEntities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": "\u00A0",
};
