/** Writes a number as spreadsheets name columns: a, b, … z, aa, ab. Zero gives the empty text. */
export function numberToLetters(number: number, first: 'A' | 'a'): string {
  let letters = '';
  for (let rest = number; rest > 0 && Number.isFinite(rest); rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(((rest - 1) % 26) + first.charCodeAt(0)) + letters;
  }
  return letters;
}

/** Reads such letters as a number. Any other character counts by its distance from `first`, as in the reference. */
export function lettersToNumber(letters: string, first: 'A' | 'a'): number {
  let number = 0;
  for (let place = 0; place < letters.length; place += 1) {
    number += (letters.charCodeAt(letters.length - place - 1) - first.charCodeAt(0) + 1) * 26 ** place;
  }
  return number;
}
