/**
 * How strongly an operator binds the operand on its left. 0 never continues an expression. Values are the reference's;
 * `**` and `|` are 0 because they only start operands, and `..` because only an array constructor looks for it.
 */
const bindingPowers: ReadonlyMap<string, number> = new Map([
  ['.', 75],
  ['[', 80],
  [']', 0],
  ['{', 70],
  ['}', 0],
  ['(', 80],
  [')', 0],
  [',', 0],
  ['@', 80],
  ['#', 80],
  [';', 0],
  [':', 0],
  ['?', 20],
  ['+', 50],
  ['-', 50],
  ['*', 60],
  ['/', 60],
  ['%', 60],
  ['|', 0],
  ['=', 40],
  ['<', 40],
  ['>', 40],
  ['^', 40],
  ['**', 0],
  ['..', 0],
  [':=', 10],
  ['!=', 40],
  ['<=', 40],
  ['>=', 40],
  ['~>', 40],
  ['?:', 40],
  ['??', 40],
  ['and', 30],
  ['or', 25],
  ['in', 40],
  ['&', 50],
]);

export const bindingPowerOf = (operator: string): number => bindingPowers.get(operator) ?? 0;

const twoCharacterOperators = new Set(['..', ':=', '!=', '>=', '<=', '**', '~>', '?:', '??']);
const oneCharacterOperators = '.[]{}(),@#;:?+-*/%|=<>^&!~';

/** For each UTF-16 code, true if it ends a name, as white space and operators do. */
const endsName: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  ` \t\n\r\v${oneCharacterOperators}`.includes(String.fromCharCode(code)),
);
const isOperatorCode: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  oneCharacterOperators.includes(String.fromCharCode(code)),
);

/** The longest operator that starts at this offset, or undefined. `!` and `~` alone are scanned and then refused. */
export function operatorAt(text: string, offset: number): string | undefined {
  if (isOperatorCode[text.charCodeAt(offset)] !== true) return undefined;
  const two = text.slice(offset, offset + 2);
  return twoCharacterOperators.has(two) ? two : text.charAt(offset);
}

/** Finds the end of the name that starts at an offset. A name may contain anything but white space and operators. */
export function endOfName(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && endsName[text.charCodeAt(end)] !== true) end += 1;
  return end;
}
