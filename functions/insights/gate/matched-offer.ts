import { cellKey } from "./cells.ts";
import { display, inRanges, LEAST_ORGANISATIONS, type Shown, type ShownRange, WIDTHS } from "./display.ts";
import { JointAudit } from "./joint-audit.ts";
import { keyedHash } from "./keyed-hash.ts";
import type { MatchedRequest, MatchedSide } from "./matched-request.ts";
import { laysBareAnEnd } from "./offering.ts";
import type { Reason, ReleasedCell, ReleasedStrand } from "./released.ts";
import { baresARest, impliedOf } from "./rest.ts";
import type { Row } from "./sheet.ts";
import { readersIn, type SupplementStrand, saidRows } from "./supplement.ts";
import type { Strand } from "./support.ts";

/** No range covers fewer counts. */
const NARROWEST = 3;

/** One part of an item in one of the two rounds. */
export interface OfferedEnd {
  side: MatchedSide;
  strand: Strand;
  released: ReleasedStrand;
}

type ShownHere = Shown | ShownRange | null;

interface Found {
  /** place in WIDTHS */
  way: number;
  cells: ReleasedCell[];
  take: () => void;
}

/** The figures of who took part in both, in one round, offered to all that this round said before. */
export class MatchedOffer {
  /**
   * Whether a figure could add something. Not where subtraction leaves three counts at most already, nor where so
   * few stayed away that any figure would be one about them. Follows from what was said and who took part.
   */
  readonly isNeeded: boolean;
  private readonly end: OfferedEnd;
  private readonly members: readonly number[];
  private readonly answers: readonly number[];
  private readonly open: readonly number[];
  private readonly said: readonly Row[];
  private readonly implied: readonly { low: number; high: number }[];
  private readonly isAllowed: boolean;
  private readonly audit: JointAudit;

  constructor({ item, solver }: MatchedRequest, end: OfferedEnd, both: readonly string[]) {
    const { side, strand, released } = end;
    const { organisations, isHistoryBroken } = side.release;
    this.end = end;
    const at = new Map(organisations.map((id, index) => [id, index]));
    this.members = both.map((id) => at.get(id)!);
    this.answers = organisations.map((id) => {
      const chosen = side.answers[id];
      return chosen ? strand.answer(chosen) : -1;
    });
    this.open = organisations.map((id, index) => {
      const tier = side.opened[id];
      return tier && tier !== "learning_group" ? this.answers[index]! : -1;
    });
    this.said = saidRows(released);
    this.implied = strand.filtered.map(({ bits }) => impliedOf(this.members, bits, this.said));
    const rest = Object.keys(side.answers).filter((id) => !side.opened[id] && !both.includes(id)).length;
    const narrow = rest < LEAST_ORGANISATIONS ? Math.max(NARROWEST, rest + 1) : NARROWEST;
    this.isNeeded = this.implied.some(({ low, high }) => high - low + 1 > narrow);
    const closed = both.filter((id) => !side.opened[id]).length;
    this.isAllowed = !isHistoryBroken && closed >= LEAST_ORGANISATIONS;
    const readers = readersIn(released, organisations.length);
    const steering = keyedHash("search", JSON.stringify([item, strand.name, cellKey([side.filter])]));
    const seed = steering[0]! * 256 + steering[1]!;
    this.audit = new JointAudit(
      { n: organisations.length, options: strand.options, solver, seed },
      readers.map(({ known }) => known),
      readers.map(({ start }) => start),
    );
  }

  /**
   * The finest way that is safe, from this one on; nothing is taken yet. A way that says no more than what can be
   * subtracted already is passed over.
   */
  find(finest: number): Found | { reason: Reason } {
    let reason: Reason = "unsafe";
    if (!this.isAllowed) return { reason };
    const verdict = this.audit.offer(this.said);
    if (verdict !== "safe") return { reason: verdict };
    for (let way = finest; way < WIDTHS.length; way++) {
      const shown = this.shownAs(way);
      const rows = this.rowsOf(shown);
      const isNew = rows.some(({ low, high }, at) => {
        const implied = this.implied[at]!;
        return low > implied.low || high < implied.high;
      });
      if (!isNew || this.saysTooMuch(shown, rows)) continue;
      const { verdict, take } = this.audit.consider(rows);
      if (verdict === "safe") return { way, cells: this.cellsOf(shown, null), take };
      reason = verdict;
    }
    return { reason };
  }

  made({ way, cells, take }: Found): SupplementStrand {
    take();
    return { ...this.strandWith(cells), way };
  }

  withheld(reason: Reason): SupplementStrand {
    return this.strandWith(
      this.cellsOf(
        this.implied.map(() => null),
        reason,
      ),
    );
  }

  /** Nothing is added: what can be said was said. */
  untouched(): SupplementStrand {
    return this.strandWith([]);
  }

  private shownAs(way: number): ShownHere[] {
    const { members, answers } = this;
    return this.end.strand.filtered.map(({ bits }) => {
      const count = members.filter((member) => (bits >> answers[member]!) & 1).length;
      return way === 0
        ? display(count, members.length, 1)
        : inRanges(count, members.length, WIDTHS[way] ?? members.length);
    });
  }

  private rowsOf(shown: readonly ShownHere[]): Row[] {
    const { members } = this;
    return this.end.strand.filtered.map(({ bits }, at) => {
      const { low, high } = shown[at] ?? { low: 0, high: members.length };
      return { members, options: bits, low, high };
    });
  }

  private saysTooMuch(shown: readonly ShownHere[], rows: readonly Row[]): boolean {
    return rows.some((row, at) => {
      const each = shown[at];
      if (!each || laysBareAnEnd(each, row.options, this.members, this.open)) return true;
      return baresARest(row, this.said, this.open);
    });
  }

  private cellsOf(shown: readonly ShownHere[], reason: Reason | null): ReleasedCell[] {
    const { filter } = this.end.side;
    return this.end.strand.filtered.map(({ option }, at) => ({
      key: cellKey([filter]),
      filters: [filter],
      depth: 1,
      option,
      members: this.members,
      shown: shown[at] ?? null,
      reason,
    }));
  }

  private strandWith(cells: readonly ReleasedCell[]): SupplementStrand {
    const withheld = { chance: 0, unsafe: 0, limit: 0, solver: 0 };
    for (const { reason } of cells) if (reason) withheld[reason] += 1;
    const isShown = cells.some(({ shown }) => shown);
    const [visitor, ...others] = isShown ? this.audit.witnesses() : [];
    return {
      name: this.end.strand.name,
      members: this.members,
      said: this.end.strand.filtered.map(({ option }, at) => ({ option, ...this.implied[at]! })),
      cells,
      ...(visitor ? { witnesses: visitor.witnesses } : {}),
      ...(others.length > 0 ? { readers: others } : {}),
      cost: { ...this.audit.cost, kept: cells.filter(({ shown }) => shown).length, withheld },
    };
  }
}
