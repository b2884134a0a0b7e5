import type { BatchResponse } from "drizzle-orm/batch";
import type { Context } from "hono";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Database, Statement } from "../../db/client.ts";
import type { Frame } from "../../web/frame.ts";
import { navigationFor, roleLabel } from "../../web/navigation.ts";
import type { Env } from "./env.ts";
import {
  type Page,
  type SessionScope,
  sessionScope,
  type Viewer,
  type ViewerRows,
  viewerOf,
  viewerStatements,
} from "./viewer.ts";

type Results<T extends readonly Statement[]> = T extends readonly [Statement, ...Statement[]]
  ? BatchResponse<T>
  : [];

export type { Page };

/**
 * Reads a page in one round trip: the viewer's session and the page's own statements in one batch.
 * `build` gets the database and the session as SQL, and returns the statements; their rows come back in
 * `rows`, in order.
 */
export async function readPage<const T extends readonly Statement[]>(
  c: Context<Env>,
  build: (db: Database, scope: SessionScope) => T,
): Promise<Page & { rows: Results<T> }> {
  const { db, sessionId, now } = c.var;
  const scope = sessionScope(sessionId, now);
  const opening = viewerStatements(db, scope);
  const all = (await db.batch([...opening, ...build(db, scope)] as unknown as [Statement])) as unknown[];
  const viewerRows = all.slice(0, opening.length) as ViewerRows;
  const viewer = viewerOf(viewerRows);
  return { viewer, frame: frameOf(c, viewer, viewerRows), rows: all.slice(opening.length) as Results<T> };
}

/** A page that reads nothing but its viewer. */
export const readBarePage = (c: Context<Env>): Promise<Page> => readPage(c, () => []);

/** Writes in one round trip, atomically; the statements' rows come back in order. */
export async function write<const T extends readonly [Statement, ...Statement[]]>(
  c: Context<Env>,
  statements: T,
): Promise<BatchResponse<T>> {
  return c.var.db.batch(statements as unknown as [Statement]) as unknown as Promise<BatchResponse<T>>;
}

function frameOf(c: Context<Env>, viewer: Viewer | null, [associationRows]: ViewerRows): Frame {
  const { platform } = c.var;
  const association = associationRows[0];
  return {
    path: c.req.path,
    viewer: viewer && {
      name: viewer.name,
      memberName: viewer.member?.memberName ?? null,
      memberId: viewer.member?.memberId ?? null,
      roleLabel: roleLabel(viewer.member?.roles ?? [], viewer.associationRoles),
      memberships: viewer.memberships.map(({ memberId, memberName }) => ({ memberId, memberName })),
    },
    association: {
      name: association?.name ?? "Wijkteamplein",
      contactEmail: association?.contactEmail ?? "",
      contactPhone: association?.contactPhone ?? "",
      isDemo: association?.isDemo ?? false,
    },
    navigation: navigationFor(viewer && { associationRoles: viewer.associationRoles }),
    assets: { ...platform.assets, islands: [] },
    version: platform.version,
  };
}

/** Sends a page. */
export function show(
  c: Context<Env>,
  page: VNode,
  status: 200 | 401 | 403 | 404 | 409 | 413 | 422 | 500 = 200,
) {
  return c.html(`<!doctype html>${renderToString(page)}`, status);
}
