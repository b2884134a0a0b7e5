/** The value of a cookie that a response sets; "" when it sets none. */
export const cookieIn = (response: Response, name: string): string =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.match(/=([^;]*)/)?.[1] ?? "";

/** The token of the session that a response hands over. */
export const sessionIn = (response: Response): string => cookieIn(response, "sessie");

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** The hidden fields of the form with this action, as a browser without JavaScript would send them. */
export function hiddenFields(html: string, action: string): Record<string, string[]> {
  const form = html.split("<form ").find((piece) => piece.includes(`action="${action}"`)) ?? "";
  const fields: Record<string, string[]> = {};
  for (const [input] of form.split("</form>")[0]?.matchAll(/<input\b(?:[^>"]|"[^"]*")*>/g) ?? []) {
    if (!input.includes(' type="hidden"')) continue;
    const name = unescaped(input.match(/ name="([^"]*)"/)?.[1] ?? "");
    const value = unescaped(input.match(/ value="([^"]*)"/)?.[1] ?? "");
    fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}
