const small =
  'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen'.split(
    ' ',
  );
const smallOrdinals =
  'Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth'.split(
    ' ',
  );
const tens = ['Twenty', 'Thirty', 'Forty', 'Fifty', 'Sixty', 'Seventy', 'Eighty', 'Ninety'];
const magnitudes = ['Thousand', 'Million', 'Billion', 'Trillion'];

/** Writes a whole number from 0 up in words: `One Thousand, Two Hundred and Thirty-Four`, or `… Thirty-Fourth`. */
export function numberToWords(number: number, isOrdinal: boolean): string {
  if (number <= 19) return (isOrdinal ? smallOrdinals : small)[number] ?? '';
  if (number < 100) return tensToWords(number, isOrdinal);
  const [unit, word] = number < 1000 ? ([100, 'Hundred'] as const) : magnitudeOf(number);
  const rest = number - Math.floor(number / unit) * unit;
  const start = `${numberToWords(Math.floor(number / unit), false)} ${word}`;
  if (rest <= 0) return isOrdinal ? `${start}th` : start;
  return `${start}${rest < 100 ? ' and ' : ', '}${numberToWords(rest, isOrdinal)}`;
}

function tensToWords(number: number, isOrdinal: boolean): string {
  const word = tens[Math.floor(number / 10) - 2] ?? '';
  if (number % 10 > 0) return `${word}-${numberToWords(number % 10, isOrdinal)}`;
  return isOrdinal ? `${word.slice(0, -1)}ieth` : word;
}

function magnitudeOf(number: number): readonly [unit: number, word: string] {
  const magnitude = Math.min(Math.floor(Math.log10(number) / 3), magnitudes.length);
  return [10 ** (magnitude * 3), magnitudes[magnitude - 1] ?? ''];
}

/** Values of the lower-case words, in the order in which the reference tries them. */
export const wordValues: ReadonlyMap<string, number> = new Map<string, number>([
  ...small.map((word, index) => [word.toLowerCase(), index] as const),
  ...smallOrdinals.map((word, index) => [word.toLowerCase(), index] as const),
  ...tens.flatMap((word, index) => {
    const lower = word.toLowerCase();
    return [lower, `${lower.slice(0, -1)}ieth`].map((name) => [name, (index + 2) * 10] as const);
  }),
  ['hundred', 100],
  ['hundredth', 100],
  ...magnitudes.flatMap((word, index) => {
    const lower = word.toLowerCase();
    return [lower, `${lower}th`].map((name) => [name, 1000 ** (index + 1)] as const);
  }),
]);

/** The number that lower-case words mean; NaN when one of them is unknown. */
export function wordsToNumber(text: string): number {
  const segments = [0];
  for (const word of text.split(/,\s|\sand\s|[\s\\-]/)) {
    const value = wordValues.get(word) ?? Number.NaN;
    const top = segments.pop() ?? Number.NaN;
    if (!(value < 100)) segments.push(top * value);
    else if (top >= 1000) segments.push(top, value);
    else segments.push(top + value);
  }
  return segments.reduce((sum, segment) => sum + segment, 0);
}
