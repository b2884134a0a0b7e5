/** Blocks whose words people wrote themselves, or that the published questionnaire fixes. */
const NOT_OURS = /<(blockquote|textarea|table|legend|label|dl|svg|select|option|pre)\b[\s\S]*?<\/\1>/g;

const AS_WRITTEN = /<(h3|h4|p|span) class="(?:wt-as-asked|wt-answer-text)"[\s\S]*?<\/\1>/g;

/** Where a new piece of text begins, whatever stands in it. */
const BLOCK = /<\/?(?:p|li|ul|ol|div|section|nav|header|h1|h2|h3|summary|details|button|form|br)\b[^>]*>| · /;

/** The sentences that the interface itself says on a page: paragraphs, hints and notices, without tags. */
export function sentencesOf(html: string): string[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0].replace(NOT_OURS, " ").replace(AS_WRITTEN, " ") ?? "";
  return main
    .split(BLOCK)
    .flatMap((text) =>
      text
        .replace(/<[^>]+>/g, " ")
        .replaceAll("&quot;", '"')
        .replace(/\s+/g, " ")
        .trim()
        .split(/(?<=[.?!:])\s+(?=[A-Z"'])/),
    )
    .filter((sentence) => sentence !== "");
}
