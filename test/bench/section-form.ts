const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

/** The first question of a form with another text, as the script sends it after the form itself was saved. */
export function fieldAlone(form: URLSearchParams): URLSearchParams {
  const [name = ""] = [...form.keys()].filter((each) => each.endsWith("-versie"));
  const concept = name.slice(0, -"-versie".length);
  const own = [...form].filter(([each]) => each === concept || each.startsWith(`${concept}-`));
  const fields = new URLSearchParams([["namens", form.get("namens") ?? ""], ["wie", "redacteur"], ...own]);
  fields.set(name, String(Number(form.get(name)) + 1));
  fields.set(`${concept}-toelichting`, "Meting van een veld");
  return fields;
}

/**
 * The form of a section as a browser would send it, with every text of several lines replaced by `text` and
 * the first choice made where a question has none yet.
 */
export function filledForm(html: string, path: string, text: string): URLSearchParams {
  const form = html.split("<form ").find((piece) => piece.includes(`action="${path}"`));
  if (!form) throw new Error(`${path} has no form of its own`);
  const fields = new URLSearchParams();
  const radios = new Map<string, string>();
  for (const [tag] of (form.split("</form>")[0] ?? "").matchAll(/<(input|textarea)[^>]*>/g)) {
    const name = attribute(tag, "name");
    const value = attribute(tag, "value") ?? "";
    const type = tag.startsWith("<textarea") ? "textarea" : attribute(tag, "type");
    if (!name) continue;
    if (type === "textarea") fields.append(name, text);
    else if (type === "radio" && / checked/.test(tag)) radios.set(name, value);
    else if (type === "radio" && !radios.has(name)) radios.set(name, value);
    else if (type === "hidden" || type === "text" || / checked/.test(tag)) fields.append(name, value);
  }
  for (const [name, value] of radios) fields.append(name, value);
  fields.append("actie", "bewaren");
  return fields;
}
