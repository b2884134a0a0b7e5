/** The page that an address asks for, from 1; anything else is the first. */
export function pageOf(asked: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(asked ?? "") ? Number(asked) : 1;
}

/** How many pages so many rows fill; at least one. */
export const pagesFor = (rows: number, size: number): number => Math.max(1, Math.ceil(rows / size));
