import { inflateRawSync } from "node:zlib";

const plain = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** The files in a zip, by name. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(zip.length - 22 + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = zip.toString("utf8", at + 46, at + 46 + nameSize);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    files.set(name, (method === 8 ? inflateRawSync(data) : data).toString("utf8"));
    at += 46 + nameSize + extra + comment;
  }
  return files;
}

/** The sheets of an Excel file that the app sent, as rows of cells in text; an empty cell is "". */
export async function readSheets(response: Response): Promise<string[][][]> {
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  const shared = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    (match) => plain((match[1] ?? "").replace(/<[^>]+>/g, "")),
  );
  const names = [...files.keys()].filter((name) => name.startsWith("xl/worksheets/sheet")).toSorted();
  return names.map((name) =>
    [...(files.get(name) ?? "").matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, row = ""]) => {
      const cells: string[] = [];
      for (const [, attributes = "", content = ""] of row.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
        const letters = /r="([A-Z]+)/.exec(attributes)?.[1] ?? "A";
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const text = plain(content.replace(/<[^>]+>/g, ""));
        while (cells.length < column) cells.push("");
        cells[column] = attributes.includes('t="s"') ? (shared[Number(text)] ?? "") : text;
      }
      return cells;
    }),
  );
}
