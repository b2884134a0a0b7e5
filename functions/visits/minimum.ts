import { paths } from "../../web/paths.ts";
import { minimumMail } from "../../web/visits/meeting-emails.ts";
import { type DueWork, eachInTurn } from "../http/due-work.ts";
import { hostsToAsk, markAsked } from "./group-queries.ts";
import { noticesTo } from "./visit-mail.ts";
import { queueAfter } from "./visit-writes.ts";

/** Asks the hosts of a day with too few people to let it go on or call it off; once. */
export async function askAboutMinimum({ db, now, origin }: DueWork): Promise<void> {
  const rows = await hostsToAsk(db, now);
  await eachInTurn(new Set(rows.map((row) => row.offerId)), async (offerId) => {
    const hosts = rows.filter((row) => row.offerId === offerId);
    const url = `${origin}${paths.offerGroup(offerId)}`;
    const messages = hosts.flatMap((host) =>
      host.email
        ? noticesTo("visit_move", minimumMail(host, url, host.association), url, [
            { side: "host", name: "", email: host.email },
          ])
        : [],
    );
    await db.batch([markAsked(db, offerId, now), ...messages.map((message) => queueAfter(db, message, now))]);
  });
}
