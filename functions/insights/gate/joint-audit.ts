import { Audit, type AuditCost, type AuditSettings, type Verdict } from "./audit.ts";
import { type Known, knownText } from "./known.ts";
import type { Row, Sheet } from "./sheet.ts";

/** The sheets that show, to one reader, that every combination of unknown answers remains possible. */
export interface ReaderWitnesses {
  /** what this reader knows, see knownText() */
  known: string;
  witnesses: readonly string[];
}

/** Audits the same figures for several readers at once: taken only when they are safe for each of them. */
export class JointAudit {
  private readonly audits: { known: Known; audit: Audit }[];

  /** @param starts per reader the sheets to start from; absent: those of the settings for all */
  constructor(
    settings: Omit<AuditSettings, "known">,
    readers: readonly Known[],
    starts: readonly (readonly Sheet[])[] = [],
  ) {
    this.audits = readers.map((known, at) => {
      const start = starts[at] ?? settings.start ?? [];
      return { known, audit: new Audit({ ...settings, start, known }) };
    });
  }

  /** Takes these rows if that is safe for every reader; otherwise everything stays as it was. */
  offer(bundle: readonly Row[]): Verdict {
    const { verdict, take } = this.consider(bundle);
    if (verdict === "safe") take();
    return verdict;
  }

  /** Whether these rows would be safe for every reader; nothing changes until they are taken, right after. */
  consider(bundle: readonly Row[]): { verdict: Verdict; take: () => void } {
    const taking: (() => void)[] = [];
    for (const { audit } of this.audits) {
      const { verdict, take } = audit.consider(bundle);
      if (verdict !== "safe") return { verdict, take: () => undefined };
      taking.push(take);
    }
    return {
      verdict: "safe",
      take: () => {
        for (const take of taking) take();
      },
    };
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
