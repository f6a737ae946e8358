import type { Inline } from './inline-texts.ts';
import { canBe, kinds, type Operand } from './operand.ts';

/** JavaScript for builtins on numbers and on values of any type; see `inlineTexts`. */
export const inlineNumbers: Readonly<Record<string, (args: readonly Operand[]) => Inline | undefined>> = {
  floor: ([number, more]) => (more === undefined ? onNumber(number, (code) => `Math.floor(${code})`) : undefined),
  ceil: ([number, more]) => (more === undefined ? onNumber(number, (code) => `Math.ceil(${code})`) : undefined),
  abs: ([number, more]) => (more === undefined ? onNumber(number, (code) => `Math.abs(${code})`) : undefined),
  round: ([number, places, more]) => {
    const literal = places === undefined ? 0 : places.literal;
    if (more !== undefined || typeof literal !== 'number') return undefined;
    return onNumber(number, (code) => `roundTo(${code}, ${literal})`);
  },
  lookup: ([record, key, more]) => {
    if (record === undefined || key === undefined || more !== undefined) return undefined;
    if (record.isGathered === true || key.isGathered === true || record.kinds !== kinds.record) return undefined;
    return {
      test: `typeof ${key.code} === "string"`,
      code: `lookupKey(run, ${record.code}, ${key.code})`,
      kinds: 1 | 2 | 4 | 8 | 16 | 32 | 64 | 128,
    };
  },
};

function onNumber(number: Operand | undefined, code: (number: string) => string): Inline | undefined {
  if (number === undefined || number.isGathered === true || !canBe(number, kinds.number)) return undefined;
  return { test: `typeof ${number.code} === "number"`, code: code(number.code), kinds: kinds.number };
}
