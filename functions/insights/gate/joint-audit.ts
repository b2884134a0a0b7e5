import { Audit, type AuditCost, type AuditSettings, type Verdict } from "./audit.ts";
import { type Known, knownText } from "./known.ts";
import type { Row } from "./sheet.ts";

/** The sheets that show, to one reader, that every combination of unknown answers remains possible. */
export interface ReaderWitnesses {
  /** what this reader knows, see knownText() */
  known: string;
  witnesses: readonly string[];
}

/** Audits the same figures for several readers at once: taken only when they are safe for each of them. */
export class JointAudit {
  private readonly audits: { known: Known; audit: Audit }[];

  constructor(settings: Omit<AuditSettings, "known">, readers: readonly Known[]) {
    this.audits = readers.map((known) => ({ known, audit: new Audit({ ...settings, known }) }));
  }

  /** Takes these rows if that is safe for every reader; otherwise everything stays as it was. */
  offer(bundle: readonly Row[]): Verdict {
    const taking: (() => void)[] = [];
    for (const { audit } of this.audits) {
      const { verdict, take } = audit.consider(bundle);
      if (verdict !== "safe") return verdict;
      taking.push(take);
    }
    for (const take of taking) take();
    return "safe";
  }

  witnesses(): ReaderWitnesses[] {
    return this.audits.map(({ known, audit }) => ({
      known: knownText(known),
      witnesses: audit
        .witnesses()
        .map((sheet) => Array.from(sheet, (answer) => answer.toString(36)).join("")),
    }));
  }

  /** What all audits cost together. */
  get cost(): AuditCost {
    const sum = (of: keyof AuditCost) => this.audits.reduce((all, { audit }) => all + audit.cost[of], 0);
    return {
      offered: this.audits[0]?.audit.cost.offered ?? 0,
      walks: sum("walks"),
      solves: sum("solves"),
      proofs: sum("proofs"),
      limited: sum("limited"),
    };
  }

  get classes(): number {
    return Math.max(0, ...this.audits.map(({ audit }) => audit.classes));
  }
}
