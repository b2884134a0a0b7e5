import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Env } from "../../functions/http/env.ts";
import { readForm } from "../../functions/http/form.ts";

const app = new Hono<Env>().post("/", async (c) => c.json(await readForm(c)));
const typed = async (text: string) =>
  (await app.request("/", { method: "POST", body: new URLSearchParams({ tekst: text }) })).json();

test.each([
  ["line ends of a browser", "een\r\ntwee", "een\ntwee"],
  ["a line break pasted from Word", "een\vtwee", "een\ntwee"],
  ["a page break and a paragraph mark", "een\ftwee\u2029drie", "een\ntwee\ndrie"],
  ["control characters out of a PDF", "wij\u0007k\u0000te\u0002am\u009f\uffff", "wijkteam"],
  ["tabs, accents, curly quotes and a joined emoji", "\t“Súd” é 👩‍👩‍👧", "\t“Súd” é 👩‍👩‍👧"],
  ["a soft hyphen and a narrow space", "wijk\u00adteam 50\u202f%", "wijk\u00adteam 50\u202f%"],
])("%s can be stored and shown", async (_, sent, kept) => {
  expect(await typed(sent)).toEqual({ tekst: [kept] });
});
