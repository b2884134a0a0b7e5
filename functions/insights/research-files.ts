import type { Context } from "hono";
import { RESEARCH_FILES, type ResearchFile } from "../../web/insights/research.ts";
import type { Env } from "../http/env.ts";
import { downloadHeaders } from "../http/spreadsheet.ts";
import { codebookCsv, codebookText, dataCsv } from "./codebook.ts";
import { answersFile, factsFile, type ResearchRows } from "./research-data.ts";
import type { DataSet } from "./sav/dataset.ts";
import { savOf } from "./sav/sav.ts";

/** The file of this name; undefined for a name that we do not know. */
export const researchFileNamed = (name: string): ResearchFile | undefined =>
  RESEARCH_FILES.find(({ file }) => file === name);

/** The data of a file; null when there are too few organisations for it. */
export const dataOf = ({ data }: ResearchFile, rows: ResearchRows, secret: string): DataSet | null =>
  data === "answers" ? answersFile(rows, secret) : factsFile(rows, secret);

/** Sends the data in the shape of this file. */
export function sendResearchFile(
  c: Context<Env>,
  { shape }: ResearchFile,
  data: DataSet,
  year: number,
): Response {
  const name = `${data.name}-${year}`;
  const headers = (ending: string, type: string) => downloadHeaders(name, ending, type);
  const book = `${name}-codeboek`;
  if (shape === "sav") return c.body(savOf(data, c.var.now), 200, headers("sav", "application/x-spss-sav"));
  if (shape === "csv") return c.body(dataCsv(data), 200, headers("csv", "text/csv; charset=utf-8"));
  return shape === "codebook-csv"
    ? c.body(codebookCsv(data), 200, downloadHeaders(book, "csv", "text/csv; charset=utf-8"))
    : c.body(codebookText(data), 200, downloadHeaders(book, "md", "text/markdown; charset=utf-8"));
}
