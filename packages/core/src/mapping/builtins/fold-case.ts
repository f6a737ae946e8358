/**
 * Folds the case of a text without changing its length, as a regular expression with the flag `i` does: unit by unit,
 * and no letter beyond ASCII becomes an ASCII letter.
 */
export function foldCase(text: string): string {
  if (!/[\u0080-\uffff]/.test(text)) return text.toUpperCase();
  return Array.from({ length: text.length }, (_, at) => foldUnit(text.charAt(at))).join('');
}

function foldUnit(unit: string): string {
  const upper = unit.toUpperCase();
  const leavesItsPlane = upper.length !== 1 || (unit.charCodeAt(0) > 0x7f && upper.charCodeAt(0) <= 0x7f);
  return leavesItsPlane ? unit : upper;
}
