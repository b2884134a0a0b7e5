import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { importRows, members } from "../../db/schema/tables.ts";
import type { TestApp } from "./app.ts";
import { type CastKey, tokenOf } from "./cast.ts";
import type { TemporaryDatabase } from "./temporary-database.ts";

type Kind = "members" | "people";

export const MEMBER_HEAD = "Naam;Lid sinds;Gemeenten;Organisatievorm;Website;E-mail;Telefoon;Ook bekend als";
export const PERSON_HEAD = "Naam;E-mail;Telefoon;Organisatie;Rollen";

export const csv = (head: string, ...lines: string[]): string => [head, ...lines].join("\r\n");

/** The bureau's hands: a table goes in as a file, is looked at, and is taken over. */
export function importer(app: () => TestApp, database: () => TemporaryDatabase) {
  let handedIn = 0;
  /** Hands a table in as a file; the answer is not followed. */
  async function handIn(
    kind: Kind | "",
    content: BlobPart | null,
    as: CastKey | null = "bureau",
    name = "lijst.csv",
    id?: string,
  ): Promise<Response> {
    handedIn += 1;
    const body = new FormData();
    body.append("id", id ?? `t${String(handedIn).padStart(19, "0")}`);
    if (kind) body.append("soort", kind);
    if (content !== null) body.append("bestand", new File([content], name));
    return app().request("/bureau/inlezen", {
      method: "POST",
      body,
      headers: as ? { cookie: `sessie=${tokenOf(as)}` } : undefined,
    });
  }
  /** Hands in what must be accepted, and gives the address of its page. */
  async function checked(kind: Kind, content: BlobPart): Promise<string> {
    const answer = await handIn(kind, content);
    expect(answer.status).toBe(303);
    return answer.headers.get("location") ?? "";
  }
  const rowsOf = (address: string) =>
    database()
      .db.select()
      .from(importRows)
      .where(eq(importRows.importId, address.split("/").at(-1) ?? ""))
      .orderBy(importRows.position);
  const takeOver = (address: string, fields = {}) => app().post(`${address}/overname`, fields, "bureau");
  const findMember = async (name: string) =>
    (await database().db.select().from(members).where(eq(members.name, name)))[0];
  return { handIn, checked, rowsOf, takeOver, findMember };
}
