import { Hono } from "hono";
import { DemoMailListPage, DemoMailPage } from "../../web/accounts/demo-mail-page.tsx";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { fault, missingPage } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { sentMail, sentMessage } from "./mail-queries.ts";

/** Sent mail of the demo: it never leaves, so this is where people read it. Not there outside the demo. */
export const demoMailRoutes = new Hono<Env>();

demoMailRoutes.use(`${paths.demoMail()}/*`, async (c, next) => {
  if (!c.var.platform.settings.isDemo) return missingPage(c);
  await next();
});

demoMailRoutes.get(paths.demoMail(), async (c) => {
  const { frame, rows } = await readPage(c, (db) => [sentMail(db)]);
  return show(c, <DemoMailListPage frame={frame} messages={rows[0]} />);
});

demoMailRoutes.get(paths.demoMailMessage(":id"), async (c) => {
  const page = await readPage(c, (db) => [sentMessage(db, c.req.param("id") ?? "")]);
  const [message] = page.rows[0];
  if (!message) return fault(c, page, "missing");
  return show(c, <DemoMailPage frame={page.frame} message={message} />);
});

demoMailRoutes.get(paths.demoMailCalendar(":id"), async (c) => {
  const page = await readPage(c, (db) => [sentMessage(db, c.req.param("id") ?? "")]);
  const [message] = page.rows[0];
  if (!message?.calendar) return fault(c, page, "missing");
  return c.body(message.calendar, 200, {
    "content-type": `text/calendar; charset=utf-8; method=${message.calendarMethod}`,
    "content-disposition": 'attachment; filename="uitnodiging.ics"',
  });
});
