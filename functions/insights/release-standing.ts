import { type Supplement, supplemented } from "./gate/supplement.ts";
import type { Proof } from "./release-item.ts";

/** A stored proof with the supplements that were made to its figures later. */
export interface StoredProof {
  /** Proof as JSON */
  body: string;
  /** Supplements as a JSON list, oldest first */
  supplements: string;
}

/** A proof as it stands: with everything that was shown beside it since. What comes later is audited with this. */
export function standingProof({ body, supplements }: StoredProof): Proof {
  const proof = JSON.parse(body) as Proof;
  const [first, ...others] = proof.parts;
  if (!first) return proof;
  return { ...proof, parts: [supplemented(first, JSON.parse(supplements) as Supplement[]), ...others] };
}
