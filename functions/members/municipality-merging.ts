import type { Statements } from "../../db/client.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { type DueTask, eachInTurn } from "../http/due-work.ts";
import { applyMerger, dueMergers } from "./municipality-merger-queries.ts";

/** On the day of a merger the profiles of members follow it. */
export const applyMergers: DueTask = async ({ db, now }) =>
  eachInTurn(await dueMergers(db, dayInAmsterdam(now)), ({ id }) =>
    db.batch(applyMerger(db, id, now) as unknown as Statements),
  );
