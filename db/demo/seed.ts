import type { Database } from "../client.ts";

/** Fills an empty database with the fictional association. Does nothing when there is an association. */
export async function seedDemo(_db: Database, _now: Date): Promise<void> {}
