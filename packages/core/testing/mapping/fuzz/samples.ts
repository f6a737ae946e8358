/** Values that data and expressions have in common, so that comparisons and lookups find something. */

export const fieldNames: readonly string[] = [
  ['id', 'name', 'status', 'price', 'qty', 'lines', 'items', 'owner', 'tags', 'address', 'city', 'active'],
  ['code', 'rate', 'total', 'due', 'notes', 'parent', 'value', 'key', 'type'],
].flat();

/** Legal, but easily mistaken for something else. */
export const oddFieldNames: readonly string[] = [
  ['length', 'index', 'position', 'sequence', 'Product Name', 'größe', 'x-y', 'and', 'in', 'or', '1'],
  ['null', 'function', 'owner.code', 'address.city', '😀', '', '%', 'match', 'next', 'arity'],
].flat();

export const numbers: readonly number[] = [
  [0, 1, 2, 3, 4, 5, 7, 10, 12, 25, 100, 365, 1000, 1234.5678, 0.1, 0.5, 1.5, 2.5, 3.14159, 0.3],
  [99.995, -0.5, -1, -2, -3, -7, -100, 1e6, 1e15, 123456789012, 1e21, 1e-7, 1.7e308, -1e300, 4294967296],
  [-0, 0.1 + 0.2, 1510067557121, 1700000000000, -62135596800000],
].flat();

/** For arguments that multiply: widths, ranges, exponents, list positions. */
export const smallNumbers: readonly number[] = [0, 1, 2, 3, 4, 5, 6, -1, -2, -3, 0.5, 1.5, 2.9, -0.5, -1.2];

export const words: readonly string[] = ['open', 'closed', 'won', 'Acme', 'GBP', 'EUR', 'A', 'b', 'alpha', 'Zulu'];

export const texts: readonly string[] = [
  [...words, '', ' ', 'a', 'aaa', 'ab', 'hello world', '  lead  and\ttrail \n', 'a,b,,c', 'x=1;y=22'],
  ['Ünïcödé', 'ß', '😀', 'a😀b', '👩‍👩‍👧', '\u0000', '"quoted"', "it's", 'back\\slash', '$1 $$ $0 $12'],
  ['Zürich', '\ud83d', '%', '%20', '%E4', '5', '-12.50', '1e3', '0x1F', '0b101', 'NaN', 'true', 'null'],
  ['1,234', 'twelve', 'XIV', 'one hundred and five', '2026-11-23', '2026-02-30'],
  ['2024-02-29T23:59:59.999Z', '2026-11-23T14:30:00+02:00', '23/11/2026', '14:30', 'c3Rvcnk='],
  ['https://example.com/a b?x=1&y=ü#z', '2026', '1970-01-01T00:00:00.000Z', '23rd November 2026'],
].flat();

/** None of them takes more than linear time on short texts. The last ones match nothing or the empty text. */
export const regexes: readonly string[] = [
  ['/a/', '/A/i', '/[a-z]+/', '/(\\w)(\\d)?/', '/\\s+/', '/,/', '/(a)(b)?/', '/^./', '/.$/m'],
  ['/[0-9]+/', '/o|l/i', '/(\\w+) (\\w+)/', '/(\\d+)[-\\/](\\d+)/', '/l{2}/', '/\\./', '/[^a-z]/i'],
  ['/(?:ab|a)b?/', '/(?<y>\\d{4})/', '/b$/', '/x*/', '/(a*)/', '/zzz/', '/\\b/'],
  ['/(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)/', '/./', '/\\//', '/[\\/]/'],
].flat();

export const datePictures: readonly string[] = [
  ['[Y0001]-[M01]-[D01]', '[Y]-[M]-[D]', '[D1o] [MNn] [Y]', '[D01]/[M01]/[Y0001]', '[H01]:[m01]:[s01]'],
  ['[h]:[m][P]', '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]', '[FNn], [D1o] [MNn] [YWw]'],
  ['[YI] [W] [w] [d]', '[Y,2-2]', '[X0001]-W[W01]-[F1]', '[FNn,3-3] [MNn,3-3] [D] [Y]', '[M,2]/[D,2]'],
  ['[z]', '[Z]', '[Z0000]', '[C] [E]', '[[literal]] [Y]', '[dwo] day of [Y]', '[MW] [DA] [Ya]'],
  ['[Y9,999,*]', '[h01]:[m01] [PN]', '[m01][s01][f01]', '[Yi]', '[F0]', '[x] [XI]', '[Y][M01][D01]'],
  ['[Q]', '[Y', '', 'plain', '[Z00:00t]', '[Z99999]', '[Mw]', '[Dw] [MNn] [Yw]', '[f001]', '[s]'],
].flat();

export const timezones: readonly string[] = ['+0000', '+0100', '-0500', '+0530', '0000', '-1130', '+1', 'Z', ''];

export const integerPictures: readonly string[] = [
  ['0', '#0', '000', '#,##0', '0,000', '##;o', '1;o', 'w', 'W', 'Ww', 'w;o', 'Ww;o', 'i', 'I', 'a', 'A'],
  ['A;o', '#', '١', '##0,00', '0.0', '1,1,1', '#a0', '٠٠١', '0٠', '', ';o', '#,##,0', '00;o', '𝟎'],
].flat();

export const numberPictures: readonly string[] = [
  ['0', '#', '0.00', '#,##0.00', '00.000e0', '#.##', '0%', '0‰', '#,##0;(#,##0)', '$0.0', '0.0#', '000'],
  ['###,###,##0.0', '#,##,##0.0', '0.000,0', '0e0', '#0.0e00', 'x0y', '(0)', '0;-0', '0;0;0', '0.0.0'],
  ['0%%', '', 'abc', '#,', '0#', '#.#0', '1,0.1', '٠.٠', '.0', '#.e0', '##.##e0', '0,.0', '0,,0', '%0‰'],
  ['0e0%', '0ex', '9', '0.123456'],
].flat();
