import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { AnswerState, ConsentTier } from "../../db/vocabulary.ts";
import type { SessionScope } from "../http/session.ts";

export interface VersionRow {
  id: string;
  sequence: number;
  version: number;
  state: "signed" | "superseded";
  signedAt: number;
  signedBy: string | null;
  reference: string | null;
  mergesId: string | null;
}

/** Every version that was ever signed for the viewer's organisation in this round, the newest first. */
export const signedVersions = (db: Database, scope: SessionScope, year: number) =>
  db.all<VersionRow>(sql`
    select r.id, r.sequence, r.version, r.state, r.signed_at as signedAt, p.name as signedBy, r.reference,
      r.merges_id as mergesId
    from responses r join rounds o on o.id = r.round_id left join people p on p.id = r.signed_by
    where o.year = ${year} and r.member_id = ${scope.memberId} and r.signed_at is not null
    order by r.sequence desc, r.version desc`);

export interface VersionAnswerRow {
  responseId: string;
  concept: string;
  state: AnswerState;
  /** JSON */
  value: string | null;
  explanation: string;
  consent: ConsentTier | null;
  originResponseId: string | null;
  savedAt: number;
  savedBy: string | null;
  source: string;
}

/**
 * The answers of those versions; of one version and the one before it when `version` names one ("1-2": second
 * version of the first response).
 */
export const answersOfVersions = (db: Database, scope: SessionScope, year: number, version: string | null) =>
  db.all<VersionAnswerRow>(sql`
    select a.response_id as responseId, i.concept, a.state, a.value, a.explanation, a.consent,
      a.origin_response_id as originResponseId, a.saved_at as savedAt, p.name as savedBy, a.source
    from responses r join rounds o on o.id = r.round_id join answers a on a.response_id = r.id
    join items i on i.id = a.item_id left join people p on p.id = a.saved_by
    where o.year = ${year} and r.member_id = ${scope.memberId} and r.signed_at is not null
      and (${version} is null or ${version} in (r.sequence || '-' || r.version, r.sequence || '-' || (r.version + 1)))`);
