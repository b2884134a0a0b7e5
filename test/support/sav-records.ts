const decoder = new TextDecoder();

/** The extension records of a .sav file by subtype, as text: the layout of the PSPP developers' guide, read anew. */
export function extensionsIn(file: Uint8Array): Map<number, string> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const int = (at: number) => view.getInt32(at, true);
  const found = new Map<number, string>();
  let at = 176;
  for (;;) {
    const kind = int(at);
    if (kind === 999) return found;
    if (kind === 2) at = afterVariable(int, at);
    else if (kind === 3) at = afterLabels(view, int, at);
    else if (kind === 4) at += 8 + int(at + 4) * 4;
    else if (kind === 6) at += 8 + int(at + 4) * 80;
    else if (kind === 7) {
      const [subtype, size, count] = [int(at + 4), int(at + 8), int(at + 12)];
      found.set(subtype, decoder.decode(file.subarray(at + 16, at + 16 + size * count)));
      at += 16 + size * count;
    } else throw new Error(`record ${kind} at ${at}`);
  }
}

function afterVariable(int: (at: number) => number, at: number): number {
  const [hasLabel, missing] = [int(at + 8), Math.abs(int(at + 12))];
  const label = hasLabel ? 4 + Math.ceil(int(at + 32) / 4) * 4 : 0;
  return at + 32 + label + missing * 8;
}

function afterLabels(view: DataView, int: (at: number) => number, at: number): number {
  let next = at + 8;
  for (let label = 0; label < int(at + 4); label++)
    next += 8 + Math.ceil((view.getUint8(next + 8) + 1) / 8) * 8;
  return next;
}
