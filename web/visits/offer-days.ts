/** An offer takes at most so many days in one form; later ones are added one by one. */
export const MOST_DAYS = 6;

/** The name of a field of the so-manieth day: "datum", then "datum2". */
export const dayField = (name: string, row: number): string => (row === 1 ? name : `${name}${row}`);
