/** A use statement for tests, its addresses, and the rows of a file. */
export const PAGE = "/inzicht/2024/onderzoek";
export const STATEMENTS = `${PAGE}/verklaringen`;
export const ID = "0123456789abcdefghjk";
export const GOOD = {
  verklaring: ID,
  doel: "Samenhang tussen samenwerken en financiering",
  voor: "Twee analisten van de leergroep",
  tot: "1-3-2027",
  akkoord: "ja",
};

export const fileOf = (name: string, id = ID) => `${STATEMENTS}/${id}/bestanden/${name}`;

export const csvRows = (text: string): string[][] =>
  text
    .replace("\uFEFF", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(";"));
