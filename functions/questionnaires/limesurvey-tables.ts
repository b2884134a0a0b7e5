import type { LimeRow, LimeTables } from "./limesurvey-xml.ts";

/** The tables of a file, by what is asked of them. */
export interface LimeSurvey {
  children: (qid: string) => LimeRow[];
  text: (qid: string) => { question: string; help: string };
  attribute: (qid: string, name: string) => string;
  answers: (qid: string) => { code: string; label: string }[];
}

const SIGNS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The words of a text there, which is HTML: without its tags, and with its signs as they are read. */
export function plain(html = ""): string {
  const bare = html.replace(/<\/?[a-z][^>]*>/gi, " ");
  const text = bare === html ? html : bare.replace(/\s+/g, " ");
  const signs = /&(?:#(\d{1,6})|(\w{2,5}));/g;
  return text
    .replace(signs, (whole, number, name) =>
      number ? String.fromCodePoint(Math.min(Number(number), 0xfffd)) : (SIGNS[name] ?? whole),
    )
    .trim();
}

/** A text of ours as HTML. */
export const html = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const inOrder = (rows: readonly LimeRow[], column: string): LimeRow[] =>
  rows.toSorted((one, other) => Number(one[column]) - Number(other[column]));

export function surveyOf(tables: LimeTables, language: string): LimeSurvey {
  const spoken = (name: string) =>
    (tables[name] ?? []).toSorted(
      (one, other) => Number(other.language === language) - Number(one.language === language),
    );
  const firsts = (rows: readonly LimeRow[], key: string) =>
    new Map(rows.toReversed().map((row) => [row[key] ?? "", row] as const));
  const texts = firsts(spoken("question_l10ns"), "qid");
  const labels = firsts(spoken("answer_l10ns"), "aid");
  const children = Map.groupBy(tables.subquestions ?? [], ({ parent_qid = "" }) => parent_qid);
  const answers = Map.groupBy(tables.answers ?? [], ({ qid = "" }) => qid);
  const attributes = new Map(
    (tables.question_attributes ?? []).map(({ qid, attribute, value = "" }) => [
      `${qid} ${attribute}`,
      value,
    ]),
  );
  return {
    children: (qid) => inOrder(children.get(qid) ?? [], "question_order"),
    text: (qid) => {
      const row = texts.get(qid);
      return { question: plain(row?.question), help: plain(row?.help) };
    },
    attribute: (qid, name) => attributes.get(`${qid} ${name}`) ?? "",
    answers: (qid) =>
      inOrder(answers.get(qid) ?? [], "sortorder").map(({ code = "", aid = "" }) => ({
        code,
        label: plain(labels.get(aid)?.answer) || code,
      })),
  };
}
