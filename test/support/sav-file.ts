import { createRequire } from "node:module";

/** What is used of the reader on npm, which only offers itself to `require`. */
interface Reader {
  meta: {
    header: { n_cases: number; encoding: string };
    sysvars: { name: string; label: string; missing: unknown }[];
    getValueLabels(name: string): { val: number; label: string }[] | undefined;
  };
  open(): Promise<void>;
  readAllRows(includeNulls: boolean): Promise<Record<string, unknown>[]>;
}

const require = createRequire(import.meta.url);
const { SavBufferReader } = require("sav-reader") as {
  SavBufferReader: new (buffer: Buffer) => Reader;
};

/** Opens a .sav file with a reader that is not ours. */
export async function openSav(file: Uint8Array): Promise<Reader> {
  const reader = new SavBufferReader(Buffer.from(file));
  await reader.open();
  return reader;
}
