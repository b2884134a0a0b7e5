import { desc, eq } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { outbox } from "../../db/schema/tables.ts";

const MOST_SHOWN = 100;

/** The newest messages of the outbox, without their bodies; what waits for a digest is no message yet. */
export function sentMail(db: Database) {
  return db
    .select({
      id: outbox.id,
      toEmail: outbox.toEmail,
      subject: outbox.subject,
      createdAt: outbox.createdAt,
      calendarMethod: outbox.calendarMethod,
    })
    .from(outbox)
    .where(eq(outbox.delivery, "direct"))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(MOST_SHOWN);
}

export function sentMessage(db: Database, id: string) {
  return db.select().from(outbox).where(eq(outbox.id, id));
}
