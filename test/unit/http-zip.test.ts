import { crc32, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { zipOf } from "../../functions/http/zip.ts";

const END_BYTES = 22;

/** A zip as its specification says to read it: from the list at the end, with each file's own head beside it. */
function readZip(zip: Buffer) {
  const end = zip.length - END_BYTES;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const [files, bytes, start] = [
    zip.readUInt16LE(end + 10),
    zip.readUInt32LE(end + 12),
    zip.readUInt32LE(end + 16),
  ];
  expect([zip.readUInt16LE(end + 8), start + bytes]).toEqual([files, end]);
  const found: Record<string, string> = {};
  let at = start;
  for (let file = 0; file < files; file++) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [check, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset));
    const nameBytes = zip.readUInt16LE(at + 28);
    const head = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(head)).toBe(0x04034b50);
    // Version, flags, method, time, check, sizes and length of the name: alike in both places.
    expect(zip.subarray(head + 4, head + 28)).toEqual(zip.subarray(at + 6, at + 30));
    const name = zip.toString("utf8", at + 46, at + 46 + nameBytes);
    expect(zip.toString("utf8", head + 30, head + 30 + nameBytes)).toBe(name);
    const data = zip.subarray(head + 30 + nameBytes, head + 30 + nameBytes + (packed ?? 0));
    const content = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data;
    expect([check, size]).toEqual([crc32(content), content.length]);
    found[name] = content.toString("utf8");
    at += 46 + nameBytes;
  }
  expect(at).toBe(end);
  return found;
}

test("a zip holds every file under its name, with the check and the sizes that belong to it", async () => {
  const name = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((each) => each !== "__proto__" && !/^\d+$/.test(each));
  const content = fc.string({ unit: "grapheme", size: "large", maxLength: 4000 });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, content, { noNullPrototype: true }), async (texts) => {
      expect(readZip(Buffer.from(await zipOf(texts)))).toEqual(texts);
    }),
    { numRuns: 30 },
  );
});

test("a file that would take long to pack, or is too small for it, is there as it is", async () => {
  const texts = {
    "klein.xml": "één ".repeat(100),
    "middel.xml": "één ".repeat(10_000),
    "groot.xml": "één regel\n".repeat(30_000),
  };
  const zip = Buffer.from(await zipOf(texts));
  expect(readZip(zip)).toEqual(texts);
  const asIs = Buffer.byteLength(texts["klein.xml"] + texts["groot.xml"]);
  expect(zip.length).toBeGreaterThan(asIs);
  expect(zip.length).toBeLessThan(asIs + 2000);
});

test("the same texts make the same file, on any day", async () => {
  expect(await zipOf({ a: "een" })).toEqual(await zipOf({ a: "een" }));
});
