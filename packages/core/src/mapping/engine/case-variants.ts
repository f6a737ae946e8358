/** The units that the flag `i` treats as equal to this one, including itself; without the flag `u`. */
export function caseVariants(code: number): readonly number[] {
  if (code < 0x80) return asciiVariants(code);
  units ??= unitsByFold();
  return units.get(folded(code)) ?? [code];
}

function asciiVariants(code: number): readonly number[] {
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return isLetter ? [code, code ^ 0x20] : [code];
}

let units: ReadonlyMap<number, readonly number[]> | undefined;

function unitsByFold(): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let code = 0x80; code <= 0xffff; code += 1) {
    const fold = folded(code);
    const others = found.get(fold);
    if (others === undefined) found.set(fold, [code]);
    else others.push(code);
  }
  return found;
}

/** Its upper-case form, unless that takes two units or is an ASCII letter. */
function folded(code: number): number {
  const upper = String.fromCharCode(code).toUpperCase();
  return upper.length === 1 && upper.charCodeAt(0) >= 0x80 ? upper.charCodeAt(0) : code;
}
