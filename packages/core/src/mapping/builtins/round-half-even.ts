/**
 * Rounds to `places` decimals (negative: to tens, hundreds…); halves go to the even neighbour. The decimal point is
 * moved in the number's text, because multiplying would turn 1.005 into 1.00499….
 */
export function roundHalfEven(value: number, places = 0): number {
  const shifted = places === 0 || Number.isNaN(places) ? value : movePoint(value, places);
  let rounded = Math.round(shifted);
  if (Math.abs(rounded - shifted) === 0.5 && Math.abs(rounded % 2) === 1) rounded -= 1;
  const result = places === 0 || Number.isNaN(places) ? rounded : movePoint(rounded, -places);
  return result === 0 ? 0 : result;
}

function movePoint(value: number, places: number): number {
  const [digits, exponent] = value.toString().split('e');
  return Number(`${digits}e${Number(exponent ?? 0) + places}`);
}
