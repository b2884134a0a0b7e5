import type { Condition } from "../../db/schema/values.ts";

/**
 * The conditions of other programs, as far as ours can say the same: and, or, not, comparing a question with one
 * of its choices, and a few functions. Both XLSForm and LimeSurvey write such expressions, with other names.
 */

/** A comparison or a call; which question and choice it is about, the format says. */
export type Leaf =
  | { kind: "compare"; variable: string; isEqual: boolean; value: string }
  | { kind: "call"; name: string; args: string[] };

/** What a leaf means: chosen is one of these, or something was chosen at all, or nothing was. */
export type Meaning =
  | { concept: string; choices: string[]; isNot: boolean }
  | { concept: string; given: boolean };

type Node = Leaf | { kind: "and" | "or"; of: Node[] } | { kind: "not"; of: Node };

const TOKEN =
  /\s*(\$\{[^}]+\}|\d+X\d+X\d+[\w.]*|'[^']*'|"[^"]*"|\d+(?:\.\d+)?|&&|\|\||!=|<>|==|>|=|!|[(),]|[A-Za-z_][\w.-]*)/y;
const SAME: Record<string, string> = {
  "&&": "and",
  "||": "or",
  "!": "not",
  "==": "=",
  "<>": "!=",
  eq: "=",
  ne: "!=",
};
const MOST_TOKENS = 2000;

function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined || tokens.length === MOST_TOKENS) return null;
    tokens.push(SAME[token.toLowerCase()] ?? (/^(and|or|not)$/i.test(token) ? token.toLowerCase() : token));
  }
  return tokens;
}

const bare = (token: string): string => token.replace(/^(['"])(.*)\1$/, "$2").replace(/^\$\{(.*)\}$/, "$1");

/** The expression as a tree; null when it is none that we know. */
function parse(tokens: string[]): Node | null {
  let at = 0;
  let isReadable = true;
  const next = () => tokens[at];
  const take = (): string => {
    isReadable &&= at < tokens.length;
    return tokens[at++] ?? "";
  };
  const expect = (...wanted: string[]): string => {
    const token = take();
    isReadable &&= wanted.includes(token);
    return token;
  };
  const many = (kind: "and" | "or", part: () => Node): Node => {
    const of = [part()];
    while (next() === kind) {
      take();
      of.push(part());
    }
    return of.length === 1 && of[0] ? of[0] : { kind, of };
  };
  const either = (): Node => many("or", () => many("and", single));
  function single(): Node {
    if (next() === "not") {
      take();
      return { kind: "not", of: single() };
    }
    if (next() === "(") {
      take();
      const inside = either();
      expect(")");
      return inside;
    }
    const subject = take();
    if (next() === "(") return call(subject);
    const isEqual = expect("=", "!=") === "=";
    return { kind: "compare", variable: bare(subject), isEqual, value: bare(take()) };
  }
  function call(name: string): Node {
    const args: string[] = [];
    expect("(");
    while (isReadable && next() !== ")") {
      args.push(bare(take()));
      if (next() === ",") take();
    }
    take();
    // "count(…) > 0": the only comparison of a call that says something about choices
    if (next() === ">") {
      take();
      expect("0");
    }
    return { kind: "call", name, args };
  }
  const whole = either();
  return isReadable && at === tokens.length ? whole : null;
}

function meaningsOf(node: Node, meaningOf: (leaf: Leaf) => Meaning | null): Meaning[] | null {
  if (node.kind === "compare" || node.kind === "call") {
    const meaning = meaningOf(node);
    return meaning && [meaning];
  }
  if (node.kind === "not") {
    const [only, ...more] = meaningsOf(node.of, meaningOf) ?? [];
    if (!only || more.length > 0) return null;
    return ["given" in only ? { ...only, given: !only.given } : { ...only, isNot: !only.isNot }];
  }
  const parts = node.of.map((part) => meaningsOf(part, meaningOf));
  if (parts.some((part) => part === null)) return null;
  if (node.kind === "and") return parts.flatMap((part) => part ?? []);
  const choices: string[] = [];
  const [first] = parts[0] ?? [];
  for (const part of parts) {
    const [only, ...more] = part ?? [];
    if (!only || more.length > 0 || "given" in only || only.isNot || only.concept !== first?.concept)
      return null;
    choices.push(...only.choices);
  }
  return first ? [{ concept: first.concept, choices: [...new Set(choices)], isNot: false }] : null;
}

/**
 * An expression as our conditions; null when ours cannot say the same.
 *
 * @returns `isStricter`: ours wait for an answer where the expression also holds without one
 */
export function readConditions(
  text: string,
  meaningOf: (leaf: Leaf) => Meaning | null,
): { conditions: Condition[]; isStricter: boolean } | null {
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return null;
  const tree = parse(tokens);
  const meanings = tree && meaningsOf(tree, meaningOf);
  if (!meanings) return null;
  const chosen = meanings.flatMap((meaning) => ("given" in meaning ? [] : [meaning]));
  const given = meanings.flatMap((meaning) => ("given" in meaning ? [meaning] : []));
  // That something was chosen at all is only the company of another condition on the same question.
  if (given.some((each) => !each.given || !chosen.some(({ concept }) => concept === each.concept)))
    return null;
  return {
    conditions: chosen.map(({ concept, choices, isNot }) => ({
      concept,
      choices,
      ...(isNot ? { isNot } : {}),
    })),
    isStricter: chosen.some(({ concept, isNot }) => isNot && !given.some((each) => each.concept === concept)),
  };
}

/** Our conditions as an expression, all of which must hold; each is put into words by the format. */
export const writeConditions = (
  conditions: readonly Condition[] | null,
  chosen: (concept: string, choice: string) => string,
  given: (concept: string) => string,
): string =>
  (conditions ?? [])
    .map(({ concept, choices, isNot }) => {
      const chosenOne = choices.map((choice) => chosen(concept, choice)).join(" or ");
      if (isNot) return `(${given(concept)} and not(${chosenOne}))`;
      return choices.length > 1 ? `(${chosenOne})` : chosenOne;
    })
    .join(" and ");
