/**
 * Folds text for searching: accents, case and punctuation go, words stay apart by one space.
 * The stored key and what a person types are folded alike, so "sudwest" finds "Súdwest-Fryslân".
 */
export function foldForSearch(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
}
