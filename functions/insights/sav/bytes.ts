const encoder = new TextEncoder();
const FIRST_BYTES = 65_536;

/** Writes numbers and texts one after another, little endian; grows as needed. */
export class Bytes {
  #view = new DataView(new ArrayBuffer(FIRST_BYTES));
  #length = 0;

  int(...values: number[]): this {
    for (const value of values) this.#next(4).setInt32(this.#length - 4, value, true);
    return this;
  }

  double(...values: number[]): this {
    for (const value of values) this.#next(8).setFloat64(this.#length - 8, value, true);
    return this;
  }

  byte(value: number): this {
    this.#next(1).setUint8(this.#length - 1, value);
    return this;
  }

  /** Bytes, filled up to `width` with spaces. */
  padded(bytes: Uint8Array, width: number): this {
    this.#next(width);
    const room = new Uint8Array(this.#view.buffer, this.#length - width, width);
    room.fill(0x20);
    room.set(bytes.subarray(0, width));
    return this;
  }

  text(text: string, width: number): this {
    return this.padded(encoder.encode(text), width);
  }

  /** All that was written. */
  whole(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#view.buffer as ArrayBuffer, 0, this.#length);
  }

  #next(size: number): DataView {
    this.#length += size;
    if (this.#length > this.#view.byteLength) {
      const larger = new Uint8Array(Math.max(this.#length, this.#view.byteLength * 2));
      larger.set(new Uint8Array(this.#view.buffer));
      this.#view = new DataView(larger.buffer);
    }
    return this.#view;
  }
}

/** A text as UTF-8 of at most so many bytes; a longer one ends in "…", never in half a character. */
export function cut(text: string, most: number): Uint8Array {
  const whole = encoder.encode(text);
  if (whole.length <= most) return whole;
  let kept = "";
  for (const character of text) {
    if (encoder.encode(`${kept}${character}…`).length > most) break;
    kept += character;
  }
  return encoder.encode(`${kept}…`);
}

export const utf8 = (text: string): Uint8Array => encoder.encode(text);
