import type { SeededRandom } from '../conformance/seeded-random.ts';

const several = (random: SeededRandom, most: number, pieces: readonly string[]): string =>
  Array.from({ length: random.below(most + 1) }, () => random.pick(pieces)).join('');

export function randomIntegerPicture(random: SeededRandom): string {
  const style = random.pick([
    () => random.pick(['A', 'a', 'I', 'i', 'W', 'w', 'Ww', 'x', '']),
    () => random.pick(['0', '1', '000', '#,##0', '#,##0', '##,##,#0', '0.000,0', '#-00', '٠', '#٬##٠', '0٠', '#']),
    () => several(random, 5, ['#', '0', '0', ',', '.', '9']),
  ])();
  return style + random.pick(['', '', '', ';o', ';c', ';', ';o(-er)']);
}

export function randomNumberPicture(random: SeededRandom): string {
  const one = (): string =>
    random.pick([
      () =>
        random.pick([
          '0',
          '#,##0.00',
          '#0.##',
          '00.000e0',
          '#.e0',
          '0.0e00',
          '#,##,##0',
          '01%',
          '0‰',
          '.00',
          '#.#,#,#',
        ]),
      () =>
        random.pick(['', '$', 'EUR ', '(', '-']) +
        several(random, 4, ['#', '#', ',']) +
        several(random, 3, ['0', '0', ',']) +
        random.pick(['', '.', '.0', '.00', '.0#', '.##', '.0,0', '.#0']) +
        random.pick(['', '', 'e0', 'e', 'e00', 'e#', '%', '‰', ')', ' %x']),
      () => several(random, 7, ['#', '0', ',', '.', 'e', '%', '‰', 'x', '1']),
    ])();
  return random.below(4) === 0 ? `${one()};${one()}${random.below(6) === 0 ? ';0' : ''}` : one();
}

export function randomSigns(random: SeededRandom): Record<string, string> | undefined {
  if (random.below(4) > 0) return undefined;
  return random.pick([
    { 'decimal-separator': ',', 'grouping-separator': '.' },
    { 'zero-digit': '٠' },
    { 'minus-sign': '~', percent: 'x', 'pattern-separator': '|' },
    { digit: '1', unknown: 'x' },
    { 'exponent-separator': 'E', 'per-mille': '0' },
    { 'grouping-separator': ' ', 'decimal-separator': '..' },
  ]);
}

const components = 'YYMMDDdFWwXxHHhmsfPZzCEq'.split('');
const presentations = [
  '',
  '',
  '1',
  '01',
  '0001',
  '0000',
  'N',
  'Nn',
  'n',
  'I',
  'i',
  'W',
  'w',
  'Ww',
  'A',
  'a',
  '1o',
  'wo',
  'Wwo',
];
const strange = ['#,##0', '9,99', '0t', '01:01', '01:01t', '0101', '0', '1t', 'Nt', '٠', '01.01', 'x', '#1;o', '001'];
const widths = ['', '', '', '', ',2', ',3', ',*-2', ',3-3', ',1-1', ',2-4', ',*', ',-', ',x', ',4-*'];
const literals = ['-', '/', ' ', 'T', ':', ', ', '.', '', '', ']]', '[[', 'of', '(x)', 'é', '*'];

export function randomMarker(random: SeededRandom): string {
  const presentation = random.below(5) === 0 ? random.pick(strange) : random.pick(presentations);
  return `[${random.pick(components)}${presentation}${random.pick(widths)}]`;
}

/** Includes broken pictures, and ones that do not give an instant. */
export function randomInstantPicture(random: SeededRandom): string {
  const parts = Array.from({ length: 1 + random.below(5) }, () => randomMarker(random) + random.pick(literals));
  return parts.join('') + (random.below(40) === 0 ? random.pick(['[', '[]', '[Y', '[,2]', '[ Y 1 ]']) : '');
}

const dates = [
  '[Y]-[M]-[D]',
  '[Y0001][M01][D01]',
  '[D1o] [MNn] [Y]',
  '[M]/[D]/[Y,2-2]',
  '[Y]-[d]',
  '[D] [MNn,3-3] [YI]',
  '[FNn], [Dw] [MNn] [Yw]',
  '[X]-[W]',
  '[M] [D]',
  '[Y]',
];
const times = ['[H]:[m]', '[H01]:[m01]:[s01].[f001]', '[h].[m][P]', '[h]:[m] [PN]', '[H01][m01]', '[m]:[s]', '[H]'];
const zones = ['', '', '[Z]', '[Z0101]', '[z]', '[Z01:01]', ' [Z]', '[Z0]'];

/** A picture that usually gives an instant. */
export function usualInstantPicture(random: SeededRandom): string {
  const date = random.pick(dates);
  const time = random.pick(times) + random.pick(zones);
  return random.pick([date, `${date} ${time}`, `${date}T${time}`, time]);
}
