type Row = Record<string, unknown>;

/**
 * The rows of a person's data under their headings, to be read by that person: moments, stored as
 * milliseconds since 1970, become ISO 8601.
 */
export function readableData(headings: readonly string[], rows: readonly Row[][], now: number) {
  const data: Record<string, unknown> = { opgehaald_op: new Date(now).toISOString() };
  headings.forEach((heading, at) => {
    data[heading] = (rows[at] ?? []).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, readable(name, value)])),
    );
  });
  return data;
}

function readable(name: string, value: unknown): unknown {
  const isMoment = name.endsWith("_op") || name === "wanneer";
  return isMoment && typeof value === "number" ? new Date(value).toISOString() : value;
}
